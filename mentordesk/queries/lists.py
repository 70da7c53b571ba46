"""Whole lists for export (R14): one row each, with the Fields or titles that head its columns.

To add one: a function that gives a List, and a line in LISTS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.pairs import PAIR_STATUS_NAMES
from mentordesk.domain.people import PERSON_FIELDS, UNIT_FIELDS
from mentordesk.i18n.message import msg
from mentordesk.queries.applications_list import applications_over
from mentordesk.queries.list_columns import Column, List, Shown
from mentordesk.queries.pairs import pairs_over
from mentordesk.queries.people_list import people_over
from mentordesk.queries.programmes import programmes_over
from mentordesk.storage.records import UnitRecord
from mentordesk.storage.store import Store

__all__ = ["LISTS", "Column", "List", "listed"]


def listed(store: Store, subject: str, programme: ProgrammeId | None = None) -> List:
    """Raises KeyError for a subject that is none of LISTS."""
    build = LISTS[subject]
    with store.reading() as session:
        return build(session, programme, store.today())


def _people(session: Session, programme: ProgrammeId | None, _today: date) -> List:
    return people_over(session, programme)


def _units(session: Session, _programme: ProgrammeId | None, _today: date) -> List:
    units = {unit.id: unit for unit in session.scalars(select(UnitRecord).order_by(UnitRecord.id))}
    name = next(field for field in PERSON_FIELDS if field.key == "unit")
    columns = (Column("name", name.title, name), *map(Column.of, UNIT_FIELDS))
    rows = (
        (unit.name, units[unit.parent_id].name if unit.parent_id else None, unit.area or None, unit.cost_centre or None)
        for unit in units.values()
    )
    return List("units", columns, tuple(rows))


def _pairs(session: Session, programme: ProgrammeId | None, _today: date) -> List:
    names = {each.id: each.name for each in programmes_over(session)}
    columns = (
        Column("id", msg("Number")),
        Column("programme", msg("Programme")),
        Column("mentee", msg("Mentee")),
        Column("mentee_email", msg("The mentee's e-mail")),
        Column("mentee_unit", msg("The mentee's unit")),
        Column("mentor", msg("Mentor")),
        Column("mentor_email", msg("The mentor's e-mail")),
        Column("mentor_unit", msg("The mentor's unit")),
        Column("status", msg("Status")),
        Column("approved_on", msg("Approved on")),
    )
    rows: Iterable[tuple[Shown, ...]] = (
        (
            pair.id,
            names[pair.programme],
            pair.mentee.name,
            pair.mentee.email or None,
            pair.mentee.unit or None,
            pair.mentor.name,
            pair.mentor.email or None,
            pair.mentor.unit or None,
            PAIR_STATUS_NAMES[pair.status],
            pair.approved_on,
        )
        for pair in pairs_over(session, programme)
    )
    return List("pairs", columns, tuple(rows))


LISTS: Mapping[str, Callable[[Session, ProgrammeId | None, date], List]] = {
    "people": _people,
    "units": _units,
    "applications": applications_over,
    "pairs": _pairs,
}
