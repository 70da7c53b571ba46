"""Taking somebody into a programme in the midst of a change: found as the import finds her, or new."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.roster import Roster
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import PersonId, ProgrammeId
from mentordesk.domain.people import ROLE_FIELD, ROLE_NAMES, ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import import_fields, programme_of
from mentordesk.spreadsheets.people import PersonRow
from mentordesk.storage.records import ParticipationRecord, PersonRecord, StatusStepRecord


def name_in(values: Mapping[str, FieldValue]) -> str:
    """The name that Field values tell.

    Raises:
        Refused: none.
    """
    name = f"{values.get('given_name') or ''} {values.get('family_name') or ''}".strip()
    if not name:
        raise Refused(msg("A name is missing. Write a given or a family name."))
    return name


def join(
    session: Session,
    programme: ProgrammeId,
    role: Role,
    values: Mapping[str, FieldValue],
    today: date,
    *,
    naming: str = "",
) -> tuple[ParticipationRecord, PersonId | None]:
    """The new participation, and whoever in the file bears the name or address `naming`.

    Raises:
        Refused: as `Roster.take`; or the person has this role in the programme already.
        KeyError: a key that is no Field's.
    """
    found = programme_of(session, programme)
    told = {key: value for key, value in values.items() if key != ROLE_FIELD.key and value is not None}
    unknown = told.keys() - {field.key for field in import_fields(found)}
    if unknown:
        raise KeyError(*unknown)
    roster = Roster(session, programme, found.settings, today)
    roster.take(PersonRow(0, told), role)
    if not roster.joined:
        raise Refused(
            msg(
                "{name} already takes part in {programme} as {role}.",
                name=name_in(values),
                programme=found.name,
                role=ROLE_NAMES[role],
            )
        )
    roster.resolve_names()
    session.flush()
    participation = session.get_one(ParticipationRecord, roster.joined[0])
    named = roster.named(naming, session.get_one(PersonRecord, participation.person_id)) if naming else None
    return participation, None if named is None else named.id


def arrive(
    session: Session, participation: ParticipationRecord, status: ParticipationStatus, on: date, *, by: str = ""
) -> None:
    """The first step of somebody who has just joined: with this status, since this day, whatever the roster noted.

    `by`: whose decision it was, "" where nobody decided.
    """
    participation.status, participation.since = status, on
    step = session.scalar(select(StatusStepRecord).where(StatusStepRecord.participation_id == participation.id))
    if step is None:
        step = StatusStepRecord(participation_id=participation.id, status=status, reached_on=on)
        session.add(step)
    step.status, step.reached_on, step.decided_by = status, on, by
