"""How people come into the list: a form for one, or for a new manager, the page that imports many, the example.

Both are made when they are first wanted, or in an idle turn before. Not here: the list itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.i18n.message import msg
from ui.desk import Desk, NoticeKind
from ui.participants.adding import AddForm, RoleMenu
from ui.participants.applications.notice_form import NoticeForm
from ui.participants.example_list import take_example
from ui.participants.imports.check import CheckCard
from ui.participants.imports.page import ImportPage
from ui.participants.panes import Panes
from ui.widgets.in_place import InPlace


class Intake(QObject):
    begun = Signal()  # what follows is seen in place of whatever the page shows
    added = Signal(str, object)  # number of the participation, Role
    adding_left = Signal()
    import_left = Signal()

    def __init__(self, desk: Desk, panes: Panes, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._panes = panes
        self._check = InPlace(lambda: CheckCard(desk), lambda _: None)  # the import's page has a place for it
        self._imports = InPlace(self._make_import, panes.take_import)
        self._adding = InPlace(self._make_form, panes.side.addWidget)
        self._notices = InPlace(self._make_notice, panes.side.addWidget)
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
        each = (self._check, self._imports, self._adding, self._notices)
        return [turn for one in each for turn in one.turns()]

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

    @property
    def _import(self) -> ImportPage:
        return self._imports.get()

    @property
    def _form(self) -> AddForm:
        return self._adding.get()

    @property
    def _notice(self) -> NoticeForm:
        return self._notices.get()

    def _make_import(self) -> ImportPage:
        made = ImportPage(self._desk, self._check.get())
        made.closed.connect(self.import_left)
        return made

    def _make_form(self) -> AddForm:
        made = AddForm(self._desk)
        made.added.connect(lambda number: self.added.emit(number, made.role))
        made.turned_back.connect(self.adding_left)
        return made

    def _make_notice(self) -> NoticeForm:
        made = NoticeForm(self._desk)
        made.added.connect(lambda number: self.added.emit(number, Role.MENTEE))
        made.left.connect(self.adding_left)
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
