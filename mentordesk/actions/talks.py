"""A talk of a pair with the programme manager (R64): three answers, and what follows from them, in one change.

No word of the talk is kept: a challenge becomes an issue of the team's, an experience is kept if both agreed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.actions.experiences import experience_over
from mentordesk.actions.goals import goal_over, move_over, settle_over
from mentordesk.actions.issues import open_over
from mentordesk.actions.talk_days import check_in_time, plan_over, put_on
from mentordesk.domain.alerts.spans import pair_span
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.ids import GoalId, MeetingId, PairId, TalkId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import FitValue
from mentordesk.domain.refusals import Refused
from mentordesk.domain.talks import PAIR_TALK, TalkChallenges, TalkGoals
from mentordesk.i18n.message import msg
from mentordesk.queries.pairs import pair_record
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    ExperienceRecord,
    GoalStepRecord,
    IssueRecord,
    MeetingRecord,
    PairRecord,
    PairTalkRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class TalkTold:
    """What is noted of a talk: the three answers, and what follows from them."""

    held_on: date
    goals: TalkGoals
    collaboration: FitValue
    challenges: TalkChallenges
    goal_steps: Mapping[GoalId, GoalStatus] = field(default_factory=dict)  # as the goals stand now
    issues: tuple[str, ...] = ()  # each a challenge, in the team's words
    experience: str = ""
    agreed: bool = False  # both let the experience be used
    next_on: date | None = None


def hold_talk(store: Store, pair: PairId, told: TalkTold, *, meeting: MeetingId | None = None, today: date) -> TalkId:
    """The planned `meeting` that it was is held then, on the day it was held; the next one is put in the calendar.

    Raises:
        Refused: a day to come or outside the programme, a next talk that is not later, or a pair or meeting that is
            not there; a challenge that is not told, or told and denied; an experience that is not agreed on.
    """
    with store.changing(msg("Note the pair talk of {day}", day=told.held_on)) as session:
        return hold_over(session, pair_record(session, pair), told, meeting, today=today, now=store.clock())


def hold_over(
    session: Session, of: PairRecord, told: TalkTold, meeting: MeetingId | None, *, today: date, now: datetime
) -> TalkId:
    """As `hold_talk`, within another change."""
    _check(session, of, told, known=0, today=today)
    talk = PairTalkRecord(
        pair_id=of.id,
        held_on=told.held_on,
        goals=told.goals,
        collaboration=told.collaboration,
        challenges=told.challenges,
        next_on=told.next_on,
    )
    if meeting is not None:
        record = _open_meeting(session, of.id, meeting)
        programme = programme_of(session, of.programme_id)
        put_on(session, programme, record, told.held_on, None, now=now)
        record.status = MeetingStatus.HELD
        talk.meeting_id = meeting
    session.add(talk)
    session.flush()
    _follow(session, of, talk.id, told, today)
    if told.next_on is not None:
        plan_over(session, of, told.next_on, None, now=now, but=meeting)
    return talk.id


def edit_talk(store: Store, talk: TalkId, told: TalkTold, *, today: date) -> None:
    """Corrects the answers and days; issues and experiences are added to those there are, goals move on its day.

    A next talk that is in the calendar already is not moved again.

    Raises:
        Refused: as `hold_talk`, or no such talk.
    """
    with store.changing(msg("Change the pair talk of {day}", day=told.held_on)) as session:
        record = _talk(session, talk)
        of = pair_record(session, record.pair_id)
        known = session.scalar(select(func.count()).select_from(IssueRecord).where(IssueRecord.talk_id == talk)) or 0
        _check(session, of, told, known=known, today=today)
        next_on = record.next_on
        _move_steps(session, talk, told.held_on, record.held_on, today)
        _write(record, told)
        if record.meeting_id is not None:
            programme = programme_of(session, of.programme_id)
            meeting = session.get_one(MeetingRecord, record.meeting_id)
            put_on(session, programme, meeting, told.held_on, None, now=store.clock())
        _follow(session, of, talk, told, today)
        if told.next_on not in (None, next_on):
            plan_over(session, of, told.next_on, None, now=store.clock())


def take_back_talk(store: Store, talk: TalkId) -> None:
    """It was not held: its meeting is planned again and the goals stand as before. Issues and experiences stay.

    Raises:
        Refused: no such talk.
    """
    with store.reading() as session:
        day = _talk(session, talk).held_on
    with store.changing(msg("Remove the pair talk of {day}", day=day)) as session:
        record = _talk(session, talk)
        if record.meeting_id is not None:
            session.get_one(MeetingRecord, record.meeting_id).status = MeetingStatus.PLANNED
        steps = session.scalars(select(GoalStepRecord).where(GoalStepRecord.talk_id == talk)).all()
        for step in steps:
            session.delete(step)
        for issue in session.scalars(select(IssueRecord).where(IssueRecord.talk_id == talk)).all():
            issue.talk_id = None
        for experience in session.scalars(select(ExperienceRecord).where(ExperienceRecord.talk_id == talk)).all():
            experience.talk_id = None
        session.flush()
        for goal in {step.goal_id for step in steps}:
            settle_over(session, goal)
        session.delete(record)


def _write(record: PairTalkRecord, told: TalkTold) -> None:
    record.held_on, record.next_on = told.held_on, told.next_on
    record.goals, record.collaboration, record.challenges = told.goals, told.collaboration, told.challenges


def _follow(session: Session, pair: PairRecord, talk: TalkId, told: TalkTold, today: date) -> None:
    for goal, status in told.goal_steps.items():
        if goal_over(session, goal).pair_id != pair.id:
            raise Refused(msg("That goal is not in the file any more."))
        move_over(session, goal, status, on=told.held_on, today=today, talk=talk)
    for issue in told.issues:
        open_over(session, pair.programme_id, issue, on=told.held_on, talk=talk)
    if told.experience.strip():
        experience_over(session, pair.programme_id, told.experience, agreed_on=told.held_on, today=today, talk=talk)


def _move_steps(session: Session, talk: TalkId, to: date, before: date, today: date) -> None:
    """What was said of goals in the talk was said on its day."""
    if to == before:
        return
    steps = session.scalars(select(GoalStepRecord).where(GoalStepRecord.talk_id == talk)).all()
    said = [(step.goal_id, step.status) for step in steps]
    for step in steps:
        session.delete(step)
    session.flush()
    for goal, status in said:
        move_over(session, goal, status, on=to, today=today, talk=talk)


def _check(session: Session, pair: PairRecord, told: TalkTold, *, known: int, today: date) -> None:
    """`known`: issues that came of the talk before."""
    if told.held_on > today:
        raise Refused(
            msg(
                "{day} is still to come. Note the talk when it has been held; until then it can be planned.",
                day=told.held_on,
            )
        )
    programme = programme_of(session, pair.programme_id)
    check_in_time(pair_span(programme, pair.approved_on, None), programme, told.held_on)
    if told.next_on is not None and told.next_on <= told.held_on:
        raise Refused(msg("The next talk is on {day}, which is not after this one.", day=told.next_on))
    _check_challenges(told, known)
    if told.experience.strip() and not told.agreed:
        raise Refused(msg("An experience is kept only if both agreed that it may be used."))


def _check_challenges(told: TalkTold, known: int) -> None:
    """What is difficult is kept as an issue, so that somebody sees to it (R4)."""
    if told.issues and told.challenges is not TalkChallenges.FOUND:
        raise Refused(msg("You wrote what is difficult, so choose that challenges were found."))
    if told.issues or known:
        return
    if told.challenges is TalkChallenges.FOUND:
        raise Refused(msg("Write what is difficult, in a few words: it goes on the team's list of issues."))
    if told.collaboration is FitValue.NOT_GOOD:
        raise Refused(
            msg(
                "The collaboration is not good, so something is difficult. Choose that challenges were found and write "
                "what it is, so that somebody sees to it."
            )
        )


def _open_meeting(session: Session, pair: PairId, meeting: MeetingId) -> MeetingRecord:
    record = session.get(MeetingRecord, meeting)
    if record is None or record.pair_id != pair or record.kind != PAIR_TALK:
        raise Refused(msg("The pair has no talk with the number {id}.", id=meeting))
    if record.status is MeetingStatus.CANCELLED:
        raise Refused(msg("The planned talk is cancelled. Note this one without it."))
    if session.scalar(select(PairTalkRecord.id).where(PairTalkRecord.meeting_id == meeting)) is not None:
        raise Refused(msg("The planned talk is noted already. Change that one instead."))
    return record


def _talk(session: Session, talk: TalkId) -> PairTalkRecord:
    record = session.get(PairTalkRecord, talk)
    if record is None:
        raise Refused(msg("That talk is not in the file any more."))
    return record
