"""What Ctrl+K finds: people, pairs and meetings of the file, and every command of the window and the page in view.

Whose data are restricted is found in the list of participants alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentordesk.domain.subjects import Subject
from ui.desk import Desk
from ui.language import say, spoken
from ui.menus import Menus
from ui.widgets.command_palette import CommandPalette
from ui.widgets.page import PageCommand
from ui.widgets.palette_entries import Entry, Kind, Shelf

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

_SHOWN = frozenset({Subject.PEOPLE, Subject.PARTICIPATIONS, Subject.PAIRS, Subject.MEETINGS, Subject.PROGRAMMES})
_Show = Callable[[Subject, str], None]


class Finder(QObject):
    """Fills a palette; asks the file anew when it is opened after a change."""

    def __init__(
        self, desk: Desk, palette: CommandPalette, menus: Menus, of_page: Callable[[], Sequence[PageCommand]]
    ) -> None:
        super().__init__(palette)
        self._desk = desk
        self._menus = menus
        self._of_page = of_page
        self._shelves: dict[Kind, Shelf] = {kind: Shelf(()) for kind in Kind}
        self._stale = True
        for kind in (Kind.PEOPLE, Kind.PAIRS, Kind.MEETINGS):
            palette.offer(kind, lambda text, kind=kind: self._shelves[kind](text))  # type: ignore[misc]  # bound now
        palette.offer(Kind.COMMANDS, self._commands)
        desk.changes.touched.connect(self._on_touched)

    def prepare(self) -> None:
        """Call before the palette opens."""
        if self._stale:
            self._stale = False
            show, today = self._desk.please_show, self._desk.today
            self._desk.work.ask("finder", lambda store: shelves_of(store, show, today), self._take)

    def _take(self, shelves: dict[Kind, Shelf]) -> None:
        self._shelves = shelves

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        if subjects & _SHOWN:
            self._stale = True

    def _commands(self, text: str) -> Sequence[Entry]:
        of_page = [Entry(Kind.COMMANDS, say(one.title), "", one.keys, one.run) for one in self._of_page()]
        of_window = [
            Entry(
                Kind.COMMANDS,
                action.text().replace("&&", "&"),
                "",
                action.shortcut().toString(),
                action.trigger,
            )
            for action in self._menus.actions.values()
            if action.isEnabled()
        ]
        return Shelf([*of_page, *of_window])(text)


def shelves_of(store: Store, show: _Show, today: date) -> dict[Kind, Shelf]:
    """On the file's thread: everything there is to be found, laid out for quick search."""
    from mentordesk.queries.pairs import pairs
    from mentordesk.queries.participants import participants

    people = participants(store, None, today=today)
    restricted = {one.person for one in people if one.restricted_on is not None}
    return {
        Kind.PEOPLE: Shelf(
            Entry(Kind.PEOPLE, one.name, one.unit, "", _opening(show, Subject.PARTICIPATIONS, one.id))
            for one in people
            if one.person not in restricted
        ),
        Kind.PAIRS: Shelf(
            Entry(
                Kind.PAIRS,
                f"{one.mentee.name} – {one.mentor.name}",
                spoken().date(one.approved_on),
                "",
                _opening(show, Subject.PAIRS, one.id),
            )
            for one in pairs(store)
            if restricted.isdisjoint((one.mentee.id, one.mentor.id))
        ),
        Kind.MEETINGS: Shelf(_meetings(store, show, today)),
        Kind.COMMANDS: Shelf(()),
    }


def _meetings(store: Store, show: _Show, today: date) -> Sequence[Entry]:
    """Those of the programme; conversations are found by their pair."""
    from mentordesk.queries.agenda import MeetingRow, agenda, agenda_bounds

    bounds = agenda_bounds(store, None)
    if bounds is None:
        return ()
    rows = agenda(store, None, first=max(bounds[0], today.replace(year=today.year - 1, day=1)), last=bounds[1]).rows
    return [
        Entry(
            Kind.MEETINGS,
            say(row.title),
            spoken().date(row.day),
            "",
            _opening(show, Subject.MEETINGS, row.meeting),
        )
        for row in rows
        if isinstance(row, MeetingRow) and row.pair is None
    ]


def _opening(show: _Show, subject: Subject, number: str) -> Callable[[], object]:
    return lambda: show(subject, number)
