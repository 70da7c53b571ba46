"""The view of units: the tree with its pane, and every way to change it by keyboard (R5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.units import add_unit, edit_unit, merge_units, move_unit, remove_unit
from mentordesk.domain.ids import UnitId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.units import UnitNode, units
from ui.desk import Desk
from ui.language import spoken, tr
from ui.participants.beside import Beside
from ui.participants.units.chooser import UnitChooser
from ui.participants.units.model import UnitTree
from ui.participants.units.pane import UnitPane, chooser_of_place, chooser_of_twin
from ui.participants.units.tree import TreeView
from ui.participants.view_page import ViewPage
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import column
from ui.widgets.page import PageCommand, shortcut


class UnitsView(ViewPage):
    subjects: ClassVar[frozenset[Subject]] = frozenset({Subject.UNITS, Subject.PEOPLE, Subject.PARTICIPATIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("unitsView")
        self.model = UnitTree(self)
        if desk.file.read_only is not None:
            self.model.lock()
        self.tree = TreeView(desk, self.model)
        self.pane = UnitPane(desk)
        self._stack = QStackedWidget()
        self._split = Beside(desk, self.tree, self.pane)
        self._split.left.connect(self._go_back)
        self._stack.addWidget(self._split)
        column(desk.look, within=self).addWidget(self._stack)
        self._connect()

    def reload(self) -> None:
        order = spoken().sort_key
        self.desk.work.ask("units", lambda store: units(store, order), self._take)

    def please_show(self, number: str) -> bool:
        if self.model.known(number) is None:
            return False
        self.tree.select_unit(number)
        return True

    def enter(self) -> None:
        shown = self._stack.currentWidget()
        target = shown.findChild(QWidget, "firstUnit") if isinstance(shown, EmptyPage) else self.tree
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return (self.tree, self.pane) if self._stack.currentWidget() is self._split else (self._stack,)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("New unit here …"), "newUnit", self._ask_new, "Ctrl+N"),
            PageCommand(msg("New unit at the top …"), "newTopUnit", self._ask_new_on_top),
            PageCommand(msg("Rename the unit"), "renameTheUnit", self._rename, "F2"),
            PageCommand(msg("Edit the unit …"), "editTheUnit", self._ask_edited),
            PageCommand(msg("Move the unit …"), "moveTheUnit", self._ask_place, "Ctrl+M"),
            PageCommand(msg("Merge the unit with …"), "mergeTheUnit", self._ask_twin),
            PageCommand(msg("Remove the unit"), "removeTheUnit", self._remove),
        )

    def close_topmost(self) -> bool:
        if self.pane.has_form:
            self.pane.close_form()
        elif self._split.pane_fills_it:
            self._go_back()
        else:
            return False
        return True

    def _go_back(self) -> None:
        self.pane.drop_form()
        self._split.show_list()
        self.enter()

    def _open_pane(self) -> None:
        self._split.show_pane()
        self.pane.enter()

    def _connect(self) -> None:
        self.model.edited.connect(self._edit)
        self.tree.current_changed.connect(self._on_current)
        self.tree.opened.connect(self._open_pane)
        self.tree.removed.connect(self._remove)
        self.pane.add_wanted.connect(self._ask_new)
        self.pane.edit_wanted.connect(self._ask_edited)
        self.pane.move_wanted.connect(self._ask_place)
        self.pane.merge_wanted.connect(self._ask_twin)
        self.pane.remove_wanted.connect(self._remove)
        self.pane.closed.connect(self._go_back)
        shortcut(self, "Ctrl+N", self._ask_new)
        shortcut(self, "Ctrl+M", self._ask_place)

    def _take(self, found: tuple[UnitNode, ...]) -> None:
        self.model.show(found)
        self._stack.setCurrentWidget(self._split)
        if (other := self._stack.widget(1)) is not None:
            self._stack.removeWidget(other)
            other.deleteLater()
        if not found and not self.pane.has_form:
            self._show_first_run()
        self._on_current(self.tree.current_unit())
        self.shown.emit()

    def _show_first_run(self) -> None:
        page = EmptyPage(
            self.look,
            picture="participants",
            heading=tr("No units yet."),
            text=tr(
                "Units come with a list of people, or with a list of their own. Or add the first one, such as the "
                "health trust: hospitals, clinics and wards then stand under it."
            ),
            ways_on=(WayOn(tr("New unit …"), self._ask_new_on_top, "firstUnit"),),
        )
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _current(self) -> UnitNode | None:
        unit = self.tree.current_unit()
        return None if unit is None else self.model.known(unit)

    def _on_current(self, unit: str | None) -> None:
        self.pane.show_unit(None if unit is None else self.model.known(unit))

    def _rename(self) -> None:
        if self.desk.may_change():
            self._split.show_list()
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tree.rename()

    def _edit(self, unit: str, key: str, text: str) -> None:
        told = {key: text}
        self.desk.work.change(lambda store: edit_unit(store, UnitId(unit), **told))

    def _ask_new(self) -> None:
        self._open_new(self._current())

    def _ask_new_on_top(self) -> None:
        self._open_new(None)

    def _open_new(self, under: UnitNode | None) -> None:
        if not self.desk.may_change():
            return
        self._stack.setCurrentWidget(self._split)

        def add(name: str, area: str, cost_centre: str) -> None:
            parent = None if under is None else under.id
            self.desk.work.change(
                lambda store: add_unit(store, name=name, parent=parent, area=area, cost_centre=cost_centre),
                self._on_added,
                self.pane.refuse,
            )

        self._split.show_pane()
        self.pane.ask_new(under, self.desk.today, add)

    def _ask_edited(self) -> None:
        node = self._current()
        if node is None or not self.desk.may_change():
            return

        def edit(name: str, area: str, cost_centre: str) -> None:
            self.desk.work.change(
                lambda store: edit_unit(store, node.id, name=name, area=area, cost_centre=cost_centre),
                self._on_edited,
                self.pane.refuse,
            )

        self._split.show_pane()
        self.pane.ask_edited(node, self.desk.today, edit)

    def _on_edited(self, _: None) -> None:
        self.pane.close_form()

    def _on_added(self, unit: UnitId) -> None:
        self.tree.select_unit(unit)
        self.pane.close_form()

    def _ask_place(self) -> None:
        self._ask(chooser_of_place, lambda store, unit, other: move_unit(store, unit, other))

    def _ask_twin(self) -> None:
        self._ask(chooser_of_twin, lambda store, unit, other: merge_units(store, unit, UnitId(other or "")))

    def _ask(
        self,
        chooser: Callable[..., UnitChooser],
        act: Callable[[Store, UnitId, UnitId | None], None],
    ) -> None:
        node = self._current()
        if node is None or not self.desk.may_change():
            return

        def take(other: str) -> None:
            self.pane.close_form()
            self.desk.work.change(lambda store: act(store, node.id, UnitId(other) if other else None))

        made = chooser(self.look, node, self.model.nodes)
        made.chosen.connect(take)
        self._split.show_pane()
        self.pane.ask_unit(made)

    def _remove(self) -> None:
        node = self._current()
        if node is not None and self.desk.may_change():
            self.desk.work.change(lambda store: remove_unit(store, node.id))
