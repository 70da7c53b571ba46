"""The interview of one participant, as a form shows it (R23). What it feeds into the matching is in `matching`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.fields import Field
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.people import MENTOR_FIELDS, PARTICIPATION_FIELDS, RATING_FIELDS, ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable, msg
from mentordesk.queries.taking_part import taking_part_over
from mentordesk.storage.records import (
    InterviewRecord,
    MentorRecord,
    ParticipationRecord,
    PersonRecord,
    RatingRecord,
    WishRecord,
)
from mentordesk.storage.store import Store

NEEDS: Field = next(field for field in PARTICIPATION_FIELDS if field.key == "needs")
OFFERS: Field = next(field for field in MENTOR_FIELDS if field.key == "offers")


@dataclass(frozen=True, slots=True)
class RatingQuestion:
    """A trait with its rating, 1 to 5, and the words that show it; no points: not rated."""

    key: str
    title: Sayable
    points: int | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Choosable:
    """Somebody of the other role who can be wished for, or not."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody who is wished for, 1 the dearest; a veto has no rank."""

    person: PersonId
    name: str
    rank: int | None


@dataclass(frozen=True, slots=True)
class InterviewForm:
    """Without `held_on` nothing was noted yet; no `words`: nothing known of what she needs, or he offers."""

    participation: ParticipationId
    person: PersonId
    name: str
    role: Role
    status: ParticipationStatus
    held_on: date | None
    interviewer: str
    notes: str
    ratings: tuple[RatingQuestion, ...]
    words_field: Field
    words: tuple[str, ...] | None
    wishes: tuple[Wish, ...]
    vetoes: tuple[Wish, ...]
    choosable: tuple[Choosable, ...]


def interview(store: Store, participation: ParticipationId) -> InterviewForm:
    """Raises Refused for somebody who takes no part any more."""
    with store.reading() as session:
        return interview_over(session, participation)


def interview_over(session: Session, wanted: ParticipationId) -> InterviewForm:
    row = session.execute(
        select(ParticipationRecord, PersonRecord)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.id == wanted)
    ).one_or_none()
    if row is None:
        raise Refused(msg("This person takes no part in the programme any more."))
    participation, person = row
    kept = newest_interview(session, wanted)
    wishes = _wishes(session, wanted)
    return InterviewForm(
        wanted,
        person.id,
        f"{person.given_name} {person.family_name}".strip(),
        participation.role,
        participation.status,
        kept.held_on if kept else None,
        kept.interviewer if kept else "",
        kept.notes if kept else "",
        _ratings(session, kept),
        NEEDS if participation.role is Role.MENTEE else OFFERS,
        _words(session, participation),
        tuple(wish for wish, veto in wishes if not veto),
        tuple(wish for wish, veto in wishes if veto),
        choosable_over(session, participation),
    )


def newest_interview(session: Session, participation: ParticipationId) -> InterviewRecord | None:
    """The one that a form edits; ids grow with time."""
    return session.scalar(
        select(InterviewRecord)
        .where(InterviewRecord.participation_id == participation)
        .order_by(InterviewRecord.id.desc())
        .limit(1)
    )


def _ratings(session: Session, kept: InterviewRecord | None) -> tuple[RatingQuestion, ...]:
    there: dict[str, RatingRecord] = {}
    if kept is not None:
        rows = session.scalars(select(RatingRecord).where(RatingRecord.interview_id == kept.id))
        there = {rating.rating_key: rating for rating in rows}
    return tuple(
        RatingQuestion(field.key, field.title, there[field.key].points, there[field.key].evidence)
        if field.key in there
        else RatingQuestion(field.key, field.title, None, "")
        for field in RATING_FIELDS
    )


def _words(session: Session, participation: ParticipationRecord) -> tuple[str, ...] | None:
    if participation.role is Role.MENTEE:
        words = participation.needs
    else:
        words = session.scalar(select(MentorRecord.offers).where(MentorRecord.person_id == participation.person_id))
    return None if words is None else tuple(words)


def _wishes(session: Session, participation: ParticipationId) -> list[tuple[Wish, bool]]:
    """Each with whether it is a veto; the dearest first, vetoes by name."""
    rows = session.execute(
        select(WishRecord, PersonRecord.given_name, PersonRecord.family_name)
        .join(PersonRecord, PersonRecord.id == WishRecord.person_id)
        .where(WishRecord.participation_id == participation)
        .order_by(WishRecord.rank, PersonRecord.family_name, PersonRecord.given_name, WishRecord.id)
    )
    return [(Wish(wish.person_id, f"{given} {family}".strip(), wish.rank), wish.veto) for wish, given, family in rows]


def choosable_over(session: Session, participation: ParticipationRecord) -> tuple[Choosable, ...]:
    """Everybody of the other role but herself, whatever their status: a wish may come before its answer."""
    other = Role.MENTOR if participation.role is Role.MENTEE else Role.MENTEE
    there = taking_part_over(session, participation.programme_id).values()
    return tuple(
        Choosable(one.person, one.name) for one in there if one.role is other and one.person != participation.person_id
    )
