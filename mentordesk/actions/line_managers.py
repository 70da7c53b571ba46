"""Who is whose line manager, chosen among the people of the file (R5); as text from sheets it comes by editing.py."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.units import line_upwards
from mentordesk.i18n.message import msg
from mentordesk.storage.records import PersonRecord
from mentordesk.storage.store import Store


def set_line_manager(store: Store, person: PersonId, manager: PersonId | None) -> None:
    """None: nobody is known.

    Raises:
        Refused: it is the same person, or somebody who stands under her; one of the two is not in the file any more.
    """
    with store.reading() as session:
        name = _name(session, person)
        above = None if manager is None else _name(session, manager)
        if manager is not None and above is not None:
            _check_no_circle(session, person, manager, (name, above))
    what = (
        msg("{name} has no line manager", name=name)
        if above is None
        else msg("{manager} is the line manager of {name}", manager=above, name=name)
    )
    with store.changing(what) as session:
        kept = session.get_one(PersonRecord, person)
        if (kept.line_manager_id, kept.line_manager) != (manager, above):
            kept.line_manager_id, kept.line_manager = manager, above


def _check_no_circle(session: Session, person: PersonId, manager: PersonId, names: tuple[str, str]) -> None:
    if person == manager:
        raise Refused(msg("Nobody is their own line manager. Choose somebody else."))
    managers = dict(session.execute(select(PersonRecord.id, PersonRecord.line_manager_id)).all())
    if person in line_upwards(manager, managers):
        raise Refused(
            msg(
                "{name} stands above {manager} in the line of management, so {manager} cannot lead {name}.",
                name=names[0],
                manager=names[1],
            )
        )


def _name(session: Session, person: PersonId) -> str:
    found = session.get(PersonRecord, person)
    if found is None:
        raise Refused(msg("There is nobody with the number {id}.", id=person))
    return f"{found.given_name} {found.family_name}".strip()
