"""Noting an interview (R23): its ratings, what was said of needs or offers, wishes and vetoes, in one change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import clean, folded, one_line
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.interviews import after_interview, check_held, check_points, check_wishes
from mentordesk.domain.people import RATING_FIELDS, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.interviews import InterviewForm, interview, newest_interview
from mentordesk.storage.records import (
    InterviewRecord,
    MentorRecord,
    ParticipationRecord,
    PersonRecord,
    RatingRecord,
    WishRecord,
)
from mentordesk.storage.store import Store


def record_interview(
    store: Store,
    *,
    participation: ParticipationId,
    held_on: date,
    interviewer: str,
    notes: str,
    ratings: Mapping[str, tuple[int, str]],
    words: tuple[str, ...] | None,
    wishes: Sequence[PersonId],
    vetoes: Sequence[PersonId],
    today: date,
) -> None:
    """Notes the participant's interview, or edits the one that is noted; what it says replaces what was there.

    `ratings` are points and evidence by trait, and a trait without is not rated. `words` are the needs of a mentee
    or the offers of a mentor; None is unknown. The first of the wishes is the dearest.

    Raises:
        Refused: a day to come; points outside 1 to 5; a text too long; somebody both wished for and not, naming
            herself, or naming somebody who could not be chosen.
        KeyError: a rating of no trait.
    """
    before = interview(store, participation)
    wishes, vetoes = tuple(dict.fromkeys(wishes)), tuple(dict.fromkeys(vetoes))
    check_held(held_on, today)
    check_points(points for points, _ in ratings.values())
    check_wishes(before.person, wishes, vetoes)
    _check_choosable(before, {*wishes, *vetoes})
    interviewer, notes = _fitting(one_line(interviewer), NAME_LENGTH), _fitting(clean(notes), TEXT_LENGTH)
    evidence = {trait: (points, _fitting(clean(text), TEXT_LENGTH)) for trait, (points, text) in ratings.items()}
    words = None if words is None else _cleaned(words)
    with store.changing(msg("Interview with {name}", name=before.name)) as session:
        kept = newest_interview(session, participation)
        if kept is None:
            kept = InterviewRecord(participation_id=participation)
            session.add(kept)
        kept.held_on, kept.interviewer, kept.notes = held_on, interviewer, notes
        _rate(session, kept, evidence)
        record = session.get_one(ParticipationRecord, participation)
        record.status = after_interview(record.status)
        _take_words(session, record, words)
        _take_wishes(session, record, wishes, vetoes)


def _check_choosable(form: InterviewForm, named: set[PersonId]) -> None:
    """Whoever was named before may stay, though she takes no part any more."""
    there = {one.person for one in form.choosable} | {one.person for one in (*form.wishes, *form.vetoes)}
    if named - there:
        raise Refused(msg("Somebody among the wishes or vetoes takes no part in the programme any more."))


def _fitting(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Refused(msg("The text has {length} characters; at most {limit} fit.", length=len(text), limit=limit))
    return text


def _cleaned(words: Iterable[str]) -> tuple[str, ...]:
    lines = (_fitting(one_line(word), NAME_LENGTH) for word in words)
    return tuple(dict.fromkeys(line for line in lines if line))


def _rate(session: Session, kept: InterviewRecord, ratings: Mapping[str, tuple[int, str]]) -> None:
    traits = [field.key for field in RATING_FIELDS]
    for unknown in ratings.keys() - set(traits):
        raise KeyError(unknown)
    rows = session.scalars(select(RatingRecord).where(RatingRecord.interview_id == kept.id))
    there = {rating.rating_key: rating for rating in rows}
    for trait in traits:
        rating = there.get(trait)
        if trait not in ratings:
            if rating is not None:
                session.delete(rating)
            continue
        points, evidence = ratings[trait]
        if rating is None:
            session.add(RatingRecord(interview_id=kept.id, rating_key=trait, points=points, evidence=evidence))
        else:
            rating.points, rating.evidence = points, evidence


def _take_words(session: Session, record: ParticipationRecord, words: tuple[str, ...] | None) -> None:
    told = None if words is None else list(words)
    if record.role is Role.MENTEE:
        record.needs = told
        return
    mentor = session.get(MentorRecord, record.person_id)
    if mentor is None:
        if told is None:
            return
        mentor = MentorRecord(person_id=record.person_id)
        session.add(mentor)
    mentor.offers = told


def _take_wishes(
    session: Session, record: ParticipationRecord, wishes: Sequence[PersonId], vetoes: Sequence[PersonId]
) -> None:
    rows = session.scalars(select(WishRecord).where(WishRecord.participation_id == record.id))
    there = {wish.person_id: wish for wish in rows}
    _forget_names(session, record, {*there, *wishes, *vetoes})
    ranked: dict[PersonId, int | None] = {person: rank for rank, person in enumerate(wishes, start=1)}
    for person, rank in (ranked | dict.fromkeys(vetoes)).items():
        wish = there.pop(person, None)
        if wish is None:
            wish = WishRecord(participation_id=record.id, person_id=person)
            session.add(wish)
        wish.rank, wish.veto = rank, rank is None
    for gone in there.values():
        session.delete(gone)


def _forget_names(session: Session, record: ParticipationRecord, people: set[PersonId]) -> None:
    """The names as they were written, of these people: else the next import would tie them to the rows once more."""
    if not record.wishes and not record.vetoes:
        return
    known: set[str] = set()
    for person in session.scalars(select(PersonRecord)):
        if person.id in people:
            known |= {folded(f"{person.given_name} {person.family_name}"), folded(person.email or "")}
    record.wishes = _others(record.wishes, known)
    record.vetoes = _others(record.vetoes, known)


def _others(names: list[str] | None, known: set[str]) -> list[str] | None:
    return [name for name in names or () if folded(name) not in known] or None
