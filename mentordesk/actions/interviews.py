"""Noting an interview (R23): its ratings, what was said of needs or offers, wishes and vetoes, in one change.

Planning one is interview_plan.py; what the team thinks of two people together is chemistry.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.steps import reach
from mentordesk.actions.wishes import check_named, take_wishes
from mentordesk.domain.cleaning import clean, fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import InterviewId, ParticipationId, PersonId
from mentordesk.domain.interviews import after_interview, check_held, check_points, ratings_of
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.interviews import empty_interview
from mentordesk.storage.records import (
    InterviewAnswerRecord,
    InterviewRecord,
    MeetingRecord,
    MentorRecord,
    ParticipationRecord,
    PersonRecord,
    RatingRecord,
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
    interview_id: InterviewId | None = None,
    answers: Mapping[str, str] | None = None,
) -> InterviewId:
    """Notes an interview of the participant, or edits the one of this id; what it says replaces what was there.

    `ratings` are points and evidence by trait, and a trait without is not rated. `words` are the needs of a mentee
    or the offers of a mentor; None is unknown. The first of the wishes is the dearest. Words, wishes and vetoes are
    the participant's own: whoever notes them last is who is believed. `answers` are by the guide's questions; those
    of questions not named stay.

    Raises:
        Refused: a day to come; points outside 1 to 5; a text too long; somebody both wished for and not, naming
            herself, or naming somebody who could not be chosen; a restricted person, or an interview that is gone.
        KeyError: a rating of no trait.
    """
    before = empty_interview(store, participation)
    wishes, vetoes = tuple(dict.fromkeys(wishes)), tuple(dict.fromkeys(vetoes))
    if before.restricted:
        raise Refused(msg("{name} is restricted, so nothing is noted.", name=before.name))
    check_held(held_on, today)
    check_points(points for points, _ in ratings.values())
    check_named(before, wishes, vetoes)
    interviewer, notes = fitting(one_line(interviewer), NAME_LENGTH), fitting(clean(notes), TEXT_LENGTH)
    evidence = {trait: (points, fitting(clean(text), TEXT_LENGTH)) for trait, (points, text) in ratings.items()}
    answered = {question: fitting(clean(text), TEXT_LENGTH) for question, text in (answers or {}).items()}
    words = None if words is None else _cleaned(words)
    with store.changing(msg("Interview with {name}", name=before.name)) as session:
        kept = _kept(session, participation, interview_id)
        kept.held_on, kept.interviewer, kept.notes = held_on, interviewer, notes
        _note_meeting(session, kept, MeetingStatus.HELD, store)
        record = session.get_one(ParticipationRecord, participation)
        _rate(session, kept, record.role, evidence)
        _answer(session, kept, answered)
        reach(session, record, after_interview(record.status), today=held_on, by=interviewer)
        _take_words(session, record, words)
        take_wishes(session, record, wishes, vetoes)
        return kept.id


def remove_interview(store: Store, interview_id: InterviewId) -> None:
    """Takes out an interview with its ratings and answers; what the participant wishes and needs stays.

    One that is planned and was not held is cancelled in the calendar too.

    Raises:
        Refused: there is none of that id.
    """
    with store.reading() as session:
        row = session.execute(
            select(PersonRecord.given_name, PersonRecord.family_name)
            .join(ParticipationRecord, ParticipationRecord.person_id == PersonRecord.id)
            .join(InterviewRecord, InterviewRecord.participation_id == ParticipationRecord.id)
            .where(InterviewRecord.id == interview_id)
        ).one_or_none()
    if row is None:
        raise Refused(_GONE)
    name = f"{row.given_name} {row.family_name}".strip()
    with store.changing(msg("Remove an interview with {name}", name=name)) as session:
        for record in (RatingRecord, InterviewAnswerRecord):
            for each in session.scalars(select(record).where(record.interview_id == interview_id)):
                session.delete(each)
        session.flush()
        kept = session.get_one(InterviewRecord, interview_id)
        if kept.held_on is None:
            _note_meeting(session, kept, MeetingStatus.CANCELLED, store)
        session.delete(kept)


_GONE = msg("This interview is no longer in the file.")


def _kept(session: Session, participation: ParticipationId, interview_id: InterviewId | None) -> InterviewRecord:
    if interview_id is None:
        kept = InterviewRecord(participation_id=participation)
        session.add(kept)
        return kept
    found = session.get(InterviewRecord, interview_id)
    if found is None or found.participation_id != participation:
        raise Refused(_GONE)
    return found


def _note_meeting(session: Session, kept: InterviewRecord, status: MeetingStatus, store: Store) -> None:
    """What became of the meeting that was planned; one that was held or cancelled stays so."""
    if kept.meeting_id is None:
        return
    meeting = session.get_one(MeetingRecord, kept.meeting_id)
    if meeting.status is MeetingStatus.PLANNED:
        meeting.status = status
        meeting.sequence += 1
        meeting.changed_at = store.clock()


def _cleaned(words: Iterable[str]) -> tuple[str, ...]:
    lines = (fitting(one_line(word), NAME_LENGTH) for word in words)
    return tuple(dict.fromkeys(line for line in lines if line))


def _rate(session: Session, kept: InterviewRecord, role: Role, ratings: Mapping[str, tuple[int, str]]) -> None:
    traits = [field.key for field in ratings_of(role)]
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


def _answer(session: Session, kept: InterviewRecord, answers: Mapping[str, str]) -> None:
    rows = session.scalars(select(InterviewAnswerRecord).where(InterviewAnswerRecord.interview_id == kept.id))
    there = {answer.question_key: answer for answer in rows}
    for question, text in answers.items():
        answer = there.get(question)
        if answer is None:
            if text:
                session.add(InterviewAnswerRecord(interview_id=kept.id, question_key=question, answer=text))
        elif text:
            answer.answer = text
        else:
            session.delete(answer)


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
