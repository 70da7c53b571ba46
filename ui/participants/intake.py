"""How people come into the list: a form for one, or for a new manager, the page that imports many, the example.

Both are made when they are first wanted, or in an idle turn before. Not here: the list itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.i18n.message import msg
from ui.desk import Desk, NoticeKind
from ui.participants.adding import AddForm, RoleMenu
from ui.participants.applications.notice_form import NoticeForm
from ui.participants.example_list import take_example
from ui.participants.imports.page import ImportPage
from ui.participants.panes import Panes


class Intake(QObject):
    begun = Signal()  # what follows is seen in place of whatever the page shows
    added = Signal(str, object)  # number of the participation, Role
    adding_left = Signal()
    import_left = Signal()

    def __init__(self, desk: Desk, panes: Panes, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._panes = panes
        self._roles = RoleMenu(over)
        self._roles.chosen.connect(self.add)

    @property
    def is_adding(self) -> bool:
        shown = self._panes.side.currentWidget()
        return isinstance(shown, AddForm | NoticeForm) and shown.isVisibleTo(self._panes)

    @property
    def importing(self) -> ImportPage:
        return self._import

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return (lambda: self._bare_import, lambda: self._import, lambda: self._form, lambda: self._notice)

    def offer_roles(self, under: QWidget) -> None:
        if self._programme_to_fill() is not None:
            self._roles.open_under(under)

    def add(self, role: Role) -> None:
        if (programme := self._programme_to_fill()) is None:
            return
        self.begun.emit()
        self._form.begin(role, programme)
        self._panes.show_beside(self._form)
        self._form.enter()

    def take_notice(self) -> None:
        """Of a new manager, who is suggested as a mentee (R20)."""
        if self._programme_to_fill() is None:
            return
        self.begun.emit()
        self._panes.show_beside(self._notice)
        self._notice.enter()

    def open_import(self) -> None:
        if self._programme_to_fill() is None:
            return
        self.begun.emit()
        self._panes.show_import(self._import)
        self._import.begin()

    def import_text(self, text: str) -> None:
        self.open_import()
        if self._panes.is_importing:
            self._import.read_text(text)

    def take_example(self) -> None:
        if (programme := self._programme_to_fill()) is not None:
            take_example(self._desk, programme)

    @cached_property
    def _bare_import(self) -> ImportPage:
        made = ImportPage(self._desk)
        made.closed.connect(self.import_left)
        return made

    @cached_property
    def _import(self) -> ImportPage:
        """In its place, where it is dressed: a turn of its own when nobody waits for it."""
        self._panes.take_import(self._bare_import)
        return self._bare_import

    @cached_property
    def _form(self) -> AddForm:
        made = AddForm(self._desk)
        made.added.connect(lambda number: self.added.emit(number, made.role))
        made.turned_back.connect(self.adding_left)
        self._panes.side.addWidget(made)
        return made

    @cached_property
    def _notice(self) -> NoticeForm:
        made = NoticeForm(self._desk)
        made.added.connect(lambda number: self.added.emit(number, Role.MENTEE))
        made.left.connect(self.adding_left)
        self._panes.side.addWidget(made)
        return made

    def _programme_to_fill(self) -> ProgrammeId | None:
        """None with a word of why: the file is for reading, or no one programme is chosen."""
        reason = self._desk.file.read_only
        if reason is None and self._desk.programme_id is None:
            reason = msg("Choose one programme first: people are taken into one.")
        if reason is not None:
            self._desk.tell(reason, NoticeKind.NOTE)
            return None
        return self._desk.programme_id
