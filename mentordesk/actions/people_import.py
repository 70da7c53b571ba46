"""Taking people in from a parsed sheet (R13): one change, one undo; looking first gives the very same result.

Reading the sheet is `spreadsheets`; which row meets which person already there is `roster`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlalchemy.orm import Session

from mentordesk.actions.completing import complete_what_is
from mentordesk.actions.import_matches import Match, Taken
from mentordesk.actions.roster import Roster, RowOutcome
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import never_taken
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import nmsg
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.import_mappings import headings_key
from mentordesk.queries.programmes import programme_of
from mentordesk.spreadsheets.headings import HeadingMapping
from mentordesk.spreadsheets.people import PersonRow, Problem
from mentordesk.storage.records import ImportMappingRecord
from mentordesk.storage.store import Store
from mentordesk.storage.taking_in import AllAtOnce

_NO_CHOICES: Mapping[int, Taken] = MappingProxyType({})


_AT_A_TIME = 200  # rows between two words about how far it is


@dataclass(frozen=True, slots=True)
class Imported:
    added: int
    updated: int
    unchanged: int
    skipped: int  # rows that somebody chose to leave out
    rejected: tuple[Problem, ...]  # rows whose people could not be taken as they are
    matches: tuple[Match, ...]  # rows that met somebody who was there, where there is something to look at
    new_units: tuple[str, ...]
    near_units: tuple[tuple[str, str], ...]  # new ones, each with the known one that is written nearly so
    without_role: int  # people who take no part in the programme, for nothing tells as what
    unresolved: tuple[str, ...]  # names in wishes, vetoes and line managers that nobody in the file bears


class _OnlyLooked(Exception):
    """Ends a dry run, so that its transaction is rolled back."""


def import_people(
    store: Store,
    rows: Sequence[PersonRow],
    *,
    programme: ProgrammeId | None,
    role: Role | None,
    today: date,
    mapping: HeadingMapping | None = None,
    choices: Mapping[int, Taken] = _NO_CHOICES,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> Imported:
    """People, their units and, where a programme and a role are known, their participation in it.

    An empty cell leaves what is known as it is. `choices` say of a row, by its number, what shall become of it;
    the others are merged where they surely meet somebody. The mapping is remembered for the next sheet with the
    same headings. With `dry_run` everything is done and taken back, so that the preview is the result.

    Raises:
        Cancelled: through `progress`; nothing was changed.
    """
    result: Imported | None = None
    try:
        with store.changing(nmsg("Import {count} person", "Import {count} people", len(rows))) as session:
            newcomers = AllAtOnce(session)
            settings = None if programme is None else programme_of(session, programme).settings
            roster = Roster(session, programme, settings, today, newcomers)
            outcomes: list[RowOutcome] = []
            rejected: list[Problem] = []
            for at, row in enumerate(rows):
                if at % _AT_A_TIME == 0:
                    progress.step(at, len(rows))
                try:
                    outcomes.append(roster.take(row, role, choices.get(row.number)))
                except Refused as no:
                    rejected.append(Problem(row.number, "", no.message))
            progress.step(len(rows), len(rows))  # the last chance to stop: what follows ends with the commit
            unresolved = roster.resolve_names()
            newcomers.take_in()
            complete_what_is(session, roster.papers_changed, today=today)
            result = _told(outcomes, rejected, roster, unresolved)
            if dry_run:
                raise _OnlyLooked
            if mapping is not None and outcomes:
                _remember(session, mapping)
    except _OnlyLooked:
        pass
    assert result is not None
    return result


def _told(
    outcomes: Sequence[RowOutcome], rejected: Sequence[Problem], roster: Roster, unresolved: tuple[str, ...]
) -> Imported:
    return Imported(
        outcomes.count(RowOutcome.ADDED),
        outcomes.count(RowOutcome.UPDATED),
        outcomes.count(RowOutcome.UNCHANGED),
        outcomes.count(RowOutcome.SKIPPED),
        tuple(rejected),
        tuple(roster.matches),
        tuple(roster.units.new),
        tuple(roster.units.near),
        roster.without_role,
        unresolved,
    )


def _remember(session: Session, mapping: HeadingMapping) -> None:
    key = headings_key(mapping.headings)
    # A column that is never taken leaves not even its heading behind.
    left_out = [heading for heading in mapping.ignored if not never_taken(heading)]
    decided = {heading: field.key for heading, field in mapping.taken} | dict.fromkeys(left_out, "")
    known = session.get(ImportMappingRecord, key)
    if known is None:
        session.add(ImportMappingRecord(headings=key, mapping=decided))
    elif known.mapping != decided:
        known.mapping = decided
