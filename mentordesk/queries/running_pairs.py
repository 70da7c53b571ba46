"""The pairs that a meeting can be planned for, by the names of their two: for a line of text, or a field."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import aliased

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.quick_add import Whom
from mentordesk.storage.records import PairRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store


def running_pairs(store: Store, programme: ProgrammeId) -> tuple[Whom, ...]:
    mentee_side, mentor_side = aliased(ParticipationRecord), aliased(ParticipationRecord)
    mentee, mentor = aliased(PersonRecord), aliased(PersonRecord)
    found = (
        select(PairRecord.id, mentee.given_name, mentee.family_name, mentor.given_name, mentor.family_name)
        .join(mentee_side, mentee_side.id == PairRecord.mentee_id)
        .join(mentor_side, mentor_side.id == PairRecord.mentor_id)
        .join(mentee, mentee.id == mentee_side.person_id)
        .join(mentor, mentor.id == mentor_side.person_id)
        .where(PairRecord.programme_id == programme, PairRecord.status.in_(list(RUNNING)))
        .order_by(mentee.family_name, mentee.given_name, PairRecord.id)
    )
    with store.reading() as session:
        return tuple(
            Whom(pair, (f"{given} {family}".strip(), f"{other_given} {other_family}".strip()))
            for pair, given, family, other_given, other_family in session.execute(found)
        )
