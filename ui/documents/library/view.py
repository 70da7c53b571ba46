"""The library as a view of the Documents tab, in parts: material, who has which, and requests (R66)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import LibraryItemId, ProgrammeId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.library import Library, library
from ui.desk import Desk
from ui.documents.library.items_part import ItemsPart
from ui.documents.library.loans_part import LoansPart
from ui.documents.library.requests_part import RequestsPart
from ui.documents.view import View
from ui.widgets.frames import column
from ui.widgets.page import PageCommand
from ui.widgets.part_switch import PartEntry, PartSwitch

LibraryPart: TypeAlias = ItemsPart | LoansPart | RequestsPart
_HIGH = 420  # px at 100 %, that a part has in large type


class LibraryView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("libraryView")
        self.items, self.loans, self.requests = ItemsPart(desk), LoansPart(desk), RequestsPart(desk)
        entries: tuple[PartEntry[LibraryPart], ...] = (
            PartEntry(msg("Material"), "libraryItems", self.items),
            PartEntry(msg("Who has which"), "libraryLoans", self.loans),
            PartEntry(msg("Requests"), "libraryRequests", self.requests),
        )
        self._programme: ProgrammeId | None = None
        self._wanted = ""  # asked for before the rows were read
        self._switch = PartSwitch(desk.look, entries, high=_HIGH)
        self._switch.chosen.connect(self._on_chosen)
        column(desk.look, within=self).addWidget(self._switch)
        self.loans.material_wanted.connect(partial(self.show_part, self.items))

    def reload(self, programme: ProgrammeId | None) -> None:
        if programme is None:
            return
        self._programme = programme
        for part in self._switch.parts:
            part.turn_to(programme)
        today = self.desk.today
        self.desk.work.ask(
            "library", lambda store: (programme, library(store, programme, today=today)), self._show, self.refused.emit
        )

    def enter(self) -> None:
        self._switch.part.enter()

    def add(self) -> None:
        self._switch.part.add()

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Add to this list"), "libraryAdd", self.add, "Ctrl+N"),
            PageCommand(msg("Loan slip …"), "libraryLoanSlip", self.loans.print_slip, "Ctrl+P"),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self._switch.part,)

    def please_show(self, subject: Subject, number: str) -> None:
        """Material that should be back, or a request; Today leads here."""
        self._wanted = number

    def close_topmost(self) -> bool:
        return self.items.close_topmost()

    def show_part(self, part: LibraryPart) -> None:
        self._switch.show_part(self._switch.parts.index(part))

    def _on_chosen(self) -> None:
        self._give_room()
        self.enter()

    def _give_room(self) -> None:
        self._switch.give_room(wanted=not self._switch.part.is_empty)

    def _show(self, found: tuple[ProgrammeId, Library]) -> None:
        programme, seen = found
        if programme != self._programme:
            return
        for part in self._switch.parts:
            part.show_library(seen)
        self._give_room()
        if self._wanted:
            self._stand_on(self._wanted, seen)
            self._wanted = ""
        self.told.emit()

    def _stand_on(self, number: str, seen: Library) -> None:
        if any(request.id == number for request in seen.requests):
            self.show_part(self.requests)
            self.requests.list.select_ids((number,))
        else:
            self.show_part(self.loans)
            self.loans.stand_on(LibraryItemId(number))
