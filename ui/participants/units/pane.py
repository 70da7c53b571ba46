"""Beside the tree: what is known of the unit in view, what can be done with it, and the small forms for that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mentordesk.domain.cleaning import folded
from mentordesk.domain.fields import NameField, TextField
from mentordesk.domain.people import UNIT_FIELDS
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.units import UnitNode
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import ntr, say, tr
from ui.participants.panes import is_narrow
from ui.participants.units.chooser import UnitChooser
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import clear, column, frame, scrolling
from ui.widgets.labels import label

_NAME = NameField("unit_name", msg("Name of the unit"))
_OWN = tuple(field for field in UNIT_FIELDS if isinstance(field, TextField) and field.key in ("area", "cost_centre"))


class UnitPane(QWidget):
    add_wanted = Signal()
    edit_wanted = Signal()
    move_wanted = Signal()
    merge_wanted = Signal()
    remove_wanted = Signal()
    closed = Signal()  # the form is gone: back to the tree

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("unitPane")
        self._look = desk.look
        self._narrow = is_narrow(desk)
        self._open: QWidget | None = None
        content = QWidget()
        down = column(desk.look, within=content, space=Space.AROUND, edge=Space.AROUND)
        self._name = label("", "heading", wrap=True)
        self._name.setObjectName("unitName")
        down.addWidget(self._name)
        self._about = QWidget()
        self._facts = column(desk.look, within=self._about, space=Space.WITHIN)
        down.addWidget(self._about)
        self._buttons = QWidget()
        flow = Flow(desk.look.px(Space.WITHIN), self._buttons)
        for made in self._acts():
            flow.addWidget(made)
        down.addWidget(self._buttons)
        self._room = column(desk.look)
        down.addLayout(self._room, 1)
        down.addStretch()
        card = frame("card")
        column(desk.look, within=card, edge=1).addWidget(scrolling(content))
        column(desk.look, within=self).addWidget(card)

    def show_unit(self, node: UnitNode | None) -> None:
        self._name.setText("" if node is None else node.name)
        clear(self._facts)
        if self._open is None or not self._narrow:
            self._buttons.setVisible(node is not None)
        for fact in () if node is None else _facts(node):
            self._facts.addWidget(label(fact, "second", wrap=True))

    def enter(self) -> None:
        first = self.findChild(QPushButton, "addUnder")
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_form(self) -> bool:
        return self._open is not None

    def ask_new(self, under: UnitNode | None, today: date, add: Callable[[str, str, str], None]) -> None:
        title = tr("New unit at the top") if under is None else tr("New unit under {name}", name=under.name)
        self._ask(UnitForm(self._look, title, tr("Add the unit"), None, today), add)

    def ask_edited(self, node: UnitNode, today: date, edit: Callable[[str, str, str], None]) -> None:
        self._ask(UnitForm(self._look, tr("Edit {name}", name=node.name), tr("Keep it"), node, today), edit)

    def _ask(self, form: UnitForm, told: Callable[[str, str, str], None]) -> None:
        form.told.connect(told)
        form.left.connect(self.close_form)
        self._put(form)
        form.enter()

    def ask_unit(self, chooser: UnitChooser) -> None:
        chooser.left.connect(self.close_form)
        self._put(chooser)
        chooser.enter()

    def refuse(self, no: Refused) -> None:
        if isinstance(self._open, UnitForm):
            self._open.refuse(no)

    def close_form(self) -> None:
        self.drop_form()
        self.closed.emit()

    def drop_form(self) -> None:
        """Without giving the keyboard anywhere."""
        clear(self._room)
        self._open = None
        self._show_about(True)

    def _show_about(self, shown: bool) -> None:
        self._about.setVisible(shown)
        self._buttons.setVisible(shown and bool(self._name.text()))

    def _put(self, form: QWidget) -> None:
        self.drop_form()
        self._open = form
        self._show_about(not self._narrow)  # where there is little room it is the form's
        self._room.addWidget(form, 1)

    def _acts(self) -> Sequence[QPushButton]:
        return (
            button(tr("New unit here …"), self.add_wanted.emit, name="addUnder", keys="Ctrl+N"),
            button(tr("Edit …"), self.edit_wanted.emit, name="editUnit"),
            button(tr("Move …"), self.move_wanted.emit, name="moveUnit", keys="Ctrl+M"),
            button(tr("Merge with …"), self.merge_wanted.emit, name="mergeUnit"),
            button(tr("Remove"), self.remove_wanted.emit, name="removeUnit", kind="quiet", keys="Delete"),
        )


class UnitForm(QWidget):
    told = Signal(str, str, str)  # name, area, cost centre
    left = Signal()

    def __init__(self, look: Look, title: str, act: str, known: UnitNode | None, today: date) -> None:
        """`act`: what the button says; `known`: the unit that is edited, None for a new one."""
        super().__init__()
        self.setObjectName("unitForm")
        lines = column(look, within=self, space=Space.AROUND)
        lines.addWidget(label(title, "strong", wrap=True))
        self._form = Form(look, (Row(_NAME, required=True), *_OWN), today=today, name="unitFields", edge=0)
        self._form.be_as_high_as_fields()
        if known is not None:
            self._form.show_values(
                {_NAME.key: known.name, "area": known.area or None, "cost_centre": known.cost_centre or None}
            )
        self._form.submitted.connect(self._tell)
        lines.addWidget(self._form)
        self._remark = Remark(look)
        lines.addWidget(self._remark)
        buttons = Flow(look.px(Space.BETWEEN))
        buttons.addWidget(button(act, self._tell, name="keepUnit", kind="main", keys="Ctrl+Return"))
        buttons.addWidget(button(tr("Not now"), self.left.emit, name="leaveUnitForm", kind="quiet"))
        lines.addLayout(buttons)

    def enter(self) -> None:
        self._form.focus(_NAME.key)

    def refuse(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)

    def _tell(self) -> None:
        self._remark.set("", wrong=False)
        values = self._form.values()
        if values is not None:
            self.told.emit(*(str(values[field.key] or "") for field in (_NAME, *_OWN)))


def chooser_of_place(look: Look, node: UnitNode, nodes: Sequence[UnitNode]) -> UnitChooser:
    """Where it can stand: nowhere below itself."""
    below = {node.id}
    for each in nodes:  # depth first, so that whoever stands above comes before
        if each.parent in below:
            below.add(each.id)
    return UnitChooser(
        look,
        tr("Move {name} under", name=node.name),
        tr("It takes its people and all units under it along."),
        [each for each in nodes if each.id not in below and each.id != node.parent],
        with_top=node.parent is not None,
        act=tr("Move it there"),
    )


def chooser_of_twin(look: Look, node: UnitNode, nodes: Sequence[UnitNode]) -> UnitChooser:
    """Those of nearly the same name come first: two spellings are what one mostly looks for."""
    words = set(folded(node.name).split())
    others = [each for each in nodes if each.id != node.id]
    others.sort(key=lambda each: -len(words & set(folded(each.name).split())))
    return UnitChooser(
        look,
        tr("Merge another unit into {name}", name=node.name),
        tr("Its people and the units under it come to {name}, and it is gone.", name=node.name),
        others,
        with_top=False,
        act=tr("Merge the two"),
    )


def _facts(node: UnitNode) -> list[str]:
    said = [] if node.depth == 0 else [node.path]
    said.append(
        ntr("{count} person works here.", "{count} people work here.", node.people)
        if node.people
        else tr("Nobody of the file works here.")
    )
    if node.mentors:
        said.append(ntr("{count} of them is a mentor.", "{count} of them are mentors.", node.mentors))
    if node.children:
        said.append(
            ntr("{count} person with the units under it.", "{count} people with the units under it.", node.people_below)
        )
    if not node.area and node.area_above:
        said.append(tr("The area {area} holds from a unit above.", area=node.area_above))
    return said
