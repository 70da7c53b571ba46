"""Who runs a programme: owner, manager, team, HR and research, each with what they see to (R3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from mentordesk.actions.joining import arrive, join, name_in
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH, FieldValue
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.people import ROLE_NAMES, ParticipationStatus, Role
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import names_over
from mentordesk.queries.team import RUNNING_ROLES
from mentordesk.storage.records import ParticipationRecord, StatusStepRecord
from mentordesk.storage.store import Store


def take_into_team(
    store: Store,
    *,
    programme: ProgrammeId,
    role: Role,
    values: Mapping[str, FieldValue],
    responsibility: str,
    today: date,
) -> ParticipationId:
    """Somebody new, or a person who is in the file already, found as the import finds her; values are by Field keys.

    Raises:
        Refused: no name, an address that is somebody else's, a responsibility that is too long, or the person has
            this role in the programme already.
        ValueError: a role of those who take part.
    """
    if role not in RUNNING_ROLES:
        raise ValueError(f"{role} does not run a programme")
    sees_to = _line(responsibility)
    name = name_in(values)
    with store.changing(msg("Add {name} as {role}", name=name, role=ROLE_NAMES[role])) as session:
        member, _ = join(session, programme, role, values, today)
        arrive(session, member, ParticipationStatus.SELECTED, today, by=store.who)
        member.responsibility = sees_to or None
        return member.id


def set_responsibility(store: Store, member: ParticipationId, responsibility: str) -> None:
    """
    Raises:
        Refused: it is too long, or the member is gone.
    """
    sees_to = _line(responsibility)
    with store.reading() as session:
        name = names_over(session, [member])[member]
    with store.changing(msg("Change what {name} sees to", name=name)) as session:
        session.get_one(ParticipationRecord, member).responsibility = sees_to or None


def take_out_of_team(store: Store, member: ParticipationId) -> None:
    """The person stays in the file.

    Raises:
        Refused: the member is gone.
        ValueError: somebody who takes part, and does not run the programme.
    """
    with store.reading() as session:
        name = names_over(session, [member])[member]
        role = session.get_one(ParticipationRecord, member).role
    if role not in RUNNING_ROLES:
        raise ValueError(f"{role} does not run a programme")
    with store.changing(msg("Take {name} out of the team", name=name)) as session:
        for step in session.scalars(select(StatusStepRecord).where(StatusStepRecord.participation_id == member)):
            session.delete(step)
        session.delete(session.get_one(ParticipationRecord, member))


def _line(text: str) -> str:
    return fitting(one_line(text), NAME_LENGTH)
