"""The form for somebody new, beside the list; nothing is in the file before it is complete."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from mentordesk.actions.participants import add_participant
from mentordesk.domain.fields import Field
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.people import ALL_FIELDS, ROLE_NAMES, Role
from mentordesk.domain.refusals import Refused
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.forms.form import Form
from ui.language import say, tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame
from ui.widgets.labels import label, unaccelerated

_ASKED = ("given_name", "family_name", "email", "unit", "title", "leadership_since", "language")
_OF_MENTORS = ("capacity",)


class RoleMenu(QMenu):
    """As what somebody new takes part."""

    chosen = Signal(object)  # Role

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("addMenu")
        for role in (Role.MENTEE, Role.MENTOR):
            action = self.addAction(unaccelerated(say(ROLE_NAMES[role])))
            action.setObjectName(f"add_{role.value}")
            action.triggered.connect(lambda _=False, one=role: self.chosen.emit(one))

    def open_under(self, button: QWidget) -> None:
        """With its first line chosen, so that Enter is enough."""
        self.popup(button.mapToGlobal(QPoint(0, button.height())))
        self.setActiveAction(self.actions()[0])


class AddForm(QWidget):
    added = Signal(str)  # the participation's id
    turned_back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("addForm")
        self._desk = desk
        self.role = Role.MENTEE
        self._programme: ProgrammeId | None = None
        look = desk.look
        card = frame("card")
        column(look, within=self).addWidget(card)
        lines = column(look, within=card)
        lines.setContentsMargins(0, look.px(16), 0, look.px(12))
        self._title = label("", "heading", wrap=True)
        self._title.setObjectName("addTitle")
        self._title.setContentsMargins(look.px(16), 0, look.px(16), 0)
        lines.addWidget(self._title)
        self._remark = Remark(look)
        self._remark.setContentsMargins(look.px(16), 0, look.px(16), 0)
        lines.addWidget(self._remark)
        self._forms = QStackedWidget()
        lines.addWidget(self._forms, 1)
        buttons = QWidget()
        flow = Flow(look.px(Space.BETWEEN), buttons)
        flow.setContentsMargins(look.px(16), 0, look.px(16), 0)
        flow.addWidget(button(tr("Add"), self._add, name="addNow", kind="main", keys="Ctrl+Return"))
        flow.addWidget(button(tr("Cancel"), self.turned_back.emit, name="addCancel", keys="Esc"))
        lines.addWidget(buttons)

    def begin(self, role: Role, programme: ProgrammeId) -> None:
        """An empty form; what was typed for somebody in the same role and never added is still there."""
        same = role is self.role and self._programme == programme and self._forms.currentWidget() is not None
        self._programme = programme
        self.role = role
        self._title.setText(tr("New mentor") if role is Role.MENTOR else tr("New mentee"))
        self._remark.set("", wrong=False)
        if not same:
            self._fresh_form()

    def enter(self) -> None:
        self._form().focus("given_name")

    def _form(self) -> Form:
        form = self._forms.currentWidget()
        assert isinstance(form, Form)
        return form

    def _fresh_form(self) -> None:
        if (old := self._forms.currentWidget()) is not None:
            self._forms.removeWidget(old)
            old.deleteLater()
        form = Form(self._desk.look, list(_fields(self.role)), today=self._desk.today, name="addFields")
        form.submitted.connect(self._add)
        self._forms.addWidget(form)

    def _add(self) -> None:
        values, programme, role, today = self._form().values(), self._programme, self.role, self._desk.today
        if values is None or programme is None:
            return
        told = {key: value for key, value in values.items() if value is not None}
        self._desk.work.change(
            lambda store: add_participant(store, programme=programme, role=role, values=told, today=today),
            self._on_added,
            self._on_refused,
        )

    def _on_added(self, id_: ParticipationId) -> None:
        self._fresh_form()
        self._remark.set("", wrong=False)
        self.added.emit(id_)

    def _on_refused(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)
        self.enter()


def _fields(role: Role) -> Iterator[Field]:
    by_key = {field.key: field for field in ALL_FIELDS}
    for key in (*_ASKED, *(_OF_MENTORS if role is Role.MENTOR else ())):
        yield by_key[key]
