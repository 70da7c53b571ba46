"""Everybody who takes part, for grids (R10 to R12, R20 to R25): whose rows, what can be changed in them, and names.

What stands in a row is participant_rows.py; all that is known of one of them participant.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from mentordesk.domain.fields import Field, Home
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.people import FULL_NAME
from mentordesk.domain.programmes import Programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.participant_rows import Mark, ParticipantRow, evidence_of, rows_over
from mentordesk.queries.programmes import import_fields
from mentordesk.storage.records import ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

__all__ = (
    "Mark",
    "ParticipantRow",
    "check_unrestricted",
    "editable_fields",
    "evidence_of",
    "names_over",
    "participants",
    "rows_over",
)
# A unit is its colleagues' too, a role is another participation, and ratings are an interview's.
_EDITABLE = frozenset({Home.PERSON, Home.MENTOR, Home.PARTICIPATION, Home.PAPER, Home.CRITERION})
_AT_ONCE = 500  # for more, everybody is asked for


def participants(store: Store, programme: ProgrammeId | None, *, today: date) -> tuple[ParticipantRow, ...]:
    """Those of a programme, or of all; the first added first."""
    with store.reading() as session:
        which = true() if programme is None else ParticipationRecord.programme_id == programme
        return rows_over(session, which, today)


def editable_fields(programme: Programme | None) -> tuple[Field, ...]:
    """What a grid or a form can change of a participant, in the order of a sheet."""
    return tuple(field for field in import_fields(programme) if field.home in _EDITABLE and field is not FULL_NAME)


def names_over(session: Session, ids: Iterable[ParticipationId]) -> Mapping[ParticipationId, str]:
    """The names of these, in their order, each once.

    Raises:
        Refused: nobody of one of the ids takes part any more.
    """
    wanted = dict.fromkeys(ids)
    asked = select(ParticipationRecord.id, PersonRecord.given_name, PersonRecord.family_name).join(
        PersonRecord, PersonRecord.id == ParticipationRecord.person_id
    )
    if len(wanted) <= _AT_ONCE:
        asked = asked.where(ParticipationRecord.id.in_(wanted))
    names = {id_: f"{given} {family}".strip() for id_, given, family in session.execute(asked)}
    for id_ in wanted:
        if id_ not in names:
            raise Refused(msg("There is nobody with the number {id}.", id=id_))
    return {id_: names[id_] for id_ in wanted}


def check_unrestricted(session: Session, ids: Iterable[ParticipationId]) -> None:
    """
    Raises:
        Refused: the data on one of these people are only kept, by her own demand (GDPR 18); it names the first.
    """
    wanted = set(ids)
    rows = session.execute(
        select(ParticipationRecord.id, PersonRecord.given_name, PersonRecord.family_name, PersonRecord.restricted_on)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(PersonRecord.restricted_on.is_not(None))
    )
    for id_, given, family, day in rows:
        if id_ in wanted and day is not None:
            raise Refused(
                msg(
                    "The data on {name} are restricted since {day}: they are kept and used for nothing. Lift the "
                    "restriction first.",
                    name=f"{given} {family}".strip(),
                    day=day,
                )
            )
