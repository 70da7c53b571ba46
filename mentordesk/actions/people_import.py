"""Taking people in from a parsed sheet (R13): one change, one undo; looking first gives the very same result.

Reading the sheet is `spreadsheets`; which row meets which person already there is `roster`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from mentordesk.actions.roster import Roster, RowOutcome
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import never_taken
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import nmsg
from mentordesk.queries.import_mappings import headings_key
from mentordesk.queries.programmes import programme_of
from mentordesk.spreadsheets.headings import HeadingMapping
from mentordesk.spreadsheets.people import PersonRow, Problem
from mentordesk.storage.records import ImportMappingRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Imported:
    added: int
    updated: int
    unchanged: int
    rejected: tuple[Problem, ...]  # rows whose people could not be taken as they are
    new_units: tuple[str, ...]
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
    dry_run: bool = False,
) -> Imported:
    """People, their units and, where a programme and a role are known, their participation in it.

    An empty cell leaves what is known as it is. The mapping is remembered for the next sheet with the same
    headings. With `dry_run` everything is done and taken back, so
    that the preview is the result.
    """
    result: Imported | None = None
    try:
        with store.changing(nmsg("Import {count} person", "Import {count} people", len(rows))) as session:
            settings = None if programme is None else programme_of(session, programme).settings
            roster = Roster(session, programme, settings, today)
            outcomes: list[RowOutcome] = []
            rejected: list[Problem] = []
            for row in rows:
                try:
                    outcomes.append(roster.take(row, role))
                except Refused as no:
                    rejected.append(Problem(row.number, "", no.message))
            unresolved = roster.resolve_names()
            result = Imported(
                outcomes.count(RowOutcome.ADDED),
                outcomes.count(RowOutcome.UPDATED),
                outcomes.count(RowOutcome.UNCHANGED),
                tuple(rejected),
                tuple(roster.new_units),
                roster.without_role,
                unresolved,
            )
            if dry_run:
                raise _OnlyLooked
            if mapping is not None and outcomes:
                _remember(session, mapping)
    except _OnlyLooked:
        pass
    assert result is not None
    return result


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
