"""The library as a view of the Documents tab, in parts: material, who has which, and requests (R66)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from mentordesk.domain.ids import LibraryItemId, ProgrammeId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.library import Library, library
from ui.desk import Desk
from ui.documents.library.items_part import ItemsPart
from ui.documents.library.loans_part import LoansPart
from ui.documents.library.requests_part import RequestsPart
from ui.documents.view import View
from ui.language import tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row, scrolling
from ui.widgets.page import PageCommand, shortcut
from ui.widgets.views import NARROW_FROM

_HIGH = 420  # px at 100 %, that a part has in large type


class LibraryView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("libraryView")
        self.items, self.loans, self.requests = ItemsPart(desk), LoansPart(desk), RequestsPart(desk)
        self._parts = (self.items, self.loans, self.requests)
        self._programme: ProgrammeId | None = None
        self._wanted = ""  # asked for before the rows were read
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        across = row(desk.look)
        names = (
            (tr("Material"), "libraryItems"),
            (tr("Who has which"), "libraryLoans"),
            (tr("Requests"), "libraryRequests"),
        )
        for place, (words, name) in enumerate(names):
            switch = button(words, partial(self.show_part, place), name=name, keys="Ctrl+PgDown")
            switch.setCheckable(True)
            switch.setChecked(place == 0)
            self._group.addButton(switch, place)
            across.addWidget(switch)
        across.addStretch(1)
        down = column(desk.look, within=self, space=Space.AROUND)
        down.addLayout(across)
        if desk.look.zoom < NARROW_FROM:
            down.addWidget(self._stack, 1)
        else:  # a list and what is said over it do not fit: they scroll
            down.addWidget(scrolling(self._stack), 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut(self, keys, partial(self._step, step))
        for part in self._parts:
            self._stack.addWidget(part)
        self.loans.material_wanted.connect(partial(self.show_part, 0))

    def reload(self, programme: ProgrammeId | None) -> None:
        if programme is None:
            return
        self._programme = programme
        for part in self._parts:
            part.turn_to(programme)
        today = self.desk.today
        self.desk.work.ask(
            "library", lambda store: (programme, library(store, programme, today=today)), self._show, self.refused.emit
        )

    def enter(self) -> None:
        self._part.enter()

    def add(self) -> None:
        self._part.add()

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Add to this list"), "libraryAdd", self.add, "Ctrl+N"),
            PageCommand(msg("Loan slip …"), "libraryLoanSlip", self.loans.print_slip, "Ctrl+P"),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self._part,)

    def please_show(self, subject: Subject, number: str) -> None:
        """Material that should be back, or a request; Today leads here."""
        self._wanted = number

    def close_topmost(self) -> bool:
        return self.items.close_topmost()

    def show_part(self, place: int) -> None:
        self._group.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)
        self._give_room()
        self._part.enter()

    def _give_room(self) -> None:
        """In large type a list has more than the window gives it; an empty page stays within it."""
        if self.look.zoom >= NARROW_FROM:
            self._stack.setMinimumHeight(0 if self._part.is_empty else self.look.px(_HIGH))

    @property
    def _part(self) -> ItemsPart | LoansPart | RequestsPart:
        return self._parts[self._stack.currentIndex()]

    def _step(self, step: int) -> None:
        self.show_part((self._stack.currentIndex() + step) % len(self._parts))

    def _show(self, found: tuple[ProgrammeId, Library]) -> None:
        programme, seen = found
        if programme != self._programme:
            return
        for part in self._parts:
            part.show_library(seen)
        self._give_room()
        if self._wanted:
            self._stand_on(self._wanted, seen)
            self._wanted = ""
        self.told.emit()

    def _stand_on(self, number: str, seen: Library) -> None:
        if any(request.id == number for request in seen.requests):
            self.show_part(self._parts.index(self.requests))
            self.requests.list.select_ids((number,))
        else:
            self.show_part(self._parts.index(self.loans))
            self.loans.stand_on(LibraryItemId(number))
