"""Who the two of a pair are, for rows that are read by the thousand. More of a pair is pairs.py."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from mentordesk.domain.ids import PairId, PersonId
from mentordesk.storage.records import PairRecord, ParticipationRecord, PersonRecord

_FEW = 900


@dataclass(frozen=True, slots=True)
class PairNames:
    """A pair, read once for all of its meetings."""

    joined_on: date | None
    names: Mapping[PersonId, str]
    said: str


NOBODY = PairNames(None, {}, "")


def pair_names(session: Session, wanted: Collection[PairId]) -> Mapping[PairId, PairNames]:
    """Of these pairs at least."""
    mentee_side, mentor_side = aliased(ParticipationRecord), aliased(ParticipationRecord)
    mentee, mentor = aliased(PersonRecord), aliased(PersonRecord)
    query = (
        select(
            *(PairRecord.id, PairRecord.approved_on),
            *(mentee_side.person_id, mentee.given_name, mentee.family_name),
            *(mentor_side.person_id, mentor.given_name, mentor.family_name),
        )
        .join(mentee_side, mentee_side.id == PairRecord.mentee_id)
        .join(mentor_side, mentor_side.id == PairRecord.mentor_id)
        .join(mentee, mentee.id == mentee_side.person_id)
        .join(mentor, mentor.id == mentor_side.person_id)
    )
    if len(wanted) <= _FEW:  # looking up thousands one by one takes longer than reading them all
        query = query.where(PairRecord.id.in_(list(wanted)))
    found: dict[PairId, PairNames] = {}
    for id_, joined_on, one, one_given, one_family, other, other_given, other_family in session.execute(query):
        name, other_name = f"{one_given} {one_family}".strip(), f"{other_given} {other_family}".strip()
        found[id_] = PairNames(joined_on, {PersonId(one): name, PersonId(other): other_name}, f"{name} – {other_name}")
    return found
