"""Talks of pairs with the programme manager (R64): the semester's round, and those of one pair.

What is late is what the alerts say is late, so that this list and Today never disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts import Urgency
from mentordesk.domain.alerts.talks import pair_talk, talk_unregistered
from mentordesk.domain.alerts.views import PairInView
from mentordesk.domain.goal_life import GoalStep
from mentordesk.domain.ids import IssueId, MeetingId, PairId, ProgrammeId, TalkId
from mentordesk.domain.pairs import RUNNING, FitValue, PairStatus
from mentordesk.domain.talks import TalkChallenges, TalkGoals
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.conversations import start_ups_over
from mentordesk.queries.goals import GoalSheet, goals_over
from mentordesk.queries.pairs import PairRow, pairs_over
from mentordesk.queries.programmes import programmes_over
from mentordesk.queries.talk_dates import PlannedTalk, planned_over
from mentordesk.queries.today.pairs import watched_pairs
from mentordesk.storage.records import (
    ExperienceRecord,
    GoalRecord,
    GoalStepRecord,
    IssueRecord,
    PairTalkRecord,
)
from mentordesk.storage.store import Store

_NEAR = timedelta(days=60)  # so far from its planned day a talk is still taken for the planned one


class TalkState(Enum):
    NOT_NOTED = auto()  # the planned day passed, or it was held and nobody noted what came out
    LATE = auto()  # the window is closed, and there is none
    TO_PLAN = auto()  # the window is open, and there is none
    PLANNED = auto()
    HELD = auto()
    TOO_EARLY = auto()
    NOT_ASKED = auto()  # the programme asks for none, or the pair rests
    ENDED = auto()


TALK_STATE_NAMES: Mapping[TalkState, Message] = {
    TalkState.NOT_NOTED: msg("To be noted"),
    TalkState.LATE: msg("Late"),
    TalkState.TO_PLAN: msg("To be planned"),
    TalkState.PLANNED: msg("Planned"),
    TalkState.HELD: msg("Held"),
    TalkState.TOO_EARLY: msg("Too early"),
    TalkState.NOT_ASKED: msg("Not asked for"),
    TalkState.ENDED: msg("Ended"),
}


@dataclass(frozen=True, slots=True)
class TalkIssue:
    id: IssueId
    title: str
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class HeldTalk:
    id: TalkId
    pair: PairId
    held_on: date
    goals: TalkGoals
    collaboration: FitValue
    challenges: TalkChallenges
    next_on: date | None
    steps: tuple[tuple[int, GoalStep], ...]  # by the goal's number
    issues: tuple[TalkIssue, ...]
    experiences: tuple[str, ...]  # that are not withdrawn

    @property
    def open_issues(self) -> int:
        return sum(issue.closed_on is None for issue in self.issues)


@dataclass(frozen=True, slots=True)
class TalkRow:
    """A pair in the round of its semester."""

    pair: PairId
    mentee: str
    mentor: str
    programme: ProgrammeId
    status: PairStatus
    state: TalkState
    rule: Message | None  # where something is to be done
    window: tuple[date, date] | None
    planned: PlannedTalk | None  # the first from now on, or the one to be noted
    held: HeldTalk | None  # the newest of this semester

    @property
    def is_running(self) -> bool:
        return self.status in RUNNING


@dataclass(frozen=True, slots=True)
class PairTalks:
    """All that is known of one pair's talks."""

    row: TalkRow | None  # None: the pair came to nothing or ended by agreement
    held: tuple[HeldTalk, ...]  # the newest first
    planned: tuple[PlannedTalk, ...]  # by day


@dataclass(frozen=True, slots=True)
class TalkDraft:
    """What the form begins with: the day, the planned talk that it probably was, and the goals to follow up."""

    pair: PairId
    held_on: date
    meeting: MeetingId | None
    sheet: GoalSheet


def talks(store: Store, programme: ProgrammeId | None, *, today: date) -> tuple[TalkRow, ...]:
    """Every pair of a programme, or of all, that was not dissolved, the first made first."""
    with store.reading() as session:
        return _round(session, programme, today)


def talks_of(store: Store, pair: PairId, *, today: date) -> PairTalks:
    with store.reading() as session:
        row = next((each for each in _round(session, None, today) if each.pair == pair), None)
        held = _held(session, pair).get(pair, [])
        return PairTalks(row, tuple(reversed(held)), tuple(planned_over(session, pair).get(pair, ())))


def talk_draft(store: Store, pair: PairId, *, today: date) -> TalkDraft:
    """
    Raises:
        Refused: no pair of that id.
    """
    with store.reading() as session:
        sheet = goals_over(session, pair)
        open_ones = planned_over(session, pair).get(pair, ())
        closest = _closest(open_ones, today)
        past = [each for each in open_ones if each.starts_at.date() < today]
    if closest is None and past:
        closest = past[-1]  # still to be noted, however long ago
    if closest is None:
        return TalkDraft(pair, today, None, sheet)
    return TalkDraft(pair, min(today, closest.starts_at.date()), closest.meeting, sheet)


def talk_near(store: Store, pair: PairId, held_on: date) -> MeetingId | None:
    """The planned talk that one held on that day probably was."""
    with store.reading() as session:
        return near_talk(session, pair, held_on)


def near_talk(session: Session, pair: PairId, held_on: date) -> MeetingId | None:
    """As `talk_near`, within a session."""
    closest = _closest(planned_over(session, pair).get(pair, ()), held_on)
    return None if closest is None else closest.meeting


def _closest(planned: Sequence[PlannedTalk], day: date) -> PlannedTalk | None:
    near = [each for each in planned if abs(each.starts_at.date() - day) <= _NEAR]
    return min(near, key=lambda each: abs(each.starts_at.date() - day), default=None)


def _round(session: Session, programme: ProgrammeId | None, today: date) -> tuple[TalkRow, ...]:
    programmes = {each.id: each for each in programmes_over(session) if programme in (None, each.id)}
    watched = {each.id: each.view for each in watched_pairs(session, programmes, start_ups_over(session), today)}
    held, planned = _held(session), planned_over(session)
    return tuple(
        _row(pair, watched[pair.id], held.get(pair.id, ()), planned.get(pair.id, ()))
        for pair in pairs_over(session, programme)
        if pair.id in watched
    )


def _row(pair: PairRow, view: PairInView, held: Sequence[HeldTalk], planned: Sequence[PlannedTalk]) -> TalkRow:
    semester = view.semester
    theirs = [talk for talk in held if semester.starts_on <= talk.held_on <= semester.ends_on]
    newest = theirs[-1] if theirs else None
    ahead = [each for each in planned if each.starts_at.date() >= view.today]
    past = [each for each in planned if each.starts_at.date() < view.today]
    soon = [each for each in ahead if each.starts_at.date() <= semester.ends_on]
    state, rule = _state(view, newest, bool(soon))
    coming = ahead if state is TalkState.HELD else soon
    shown = past[-1] if state is TalkState.NOT_NOTED and past else next(iter(coming), None)
    return TalkRow(
        pair.id,
        pair.mentee.name,
        pair.mentor.name,
        pair.programme,
        pair.status,
        state,
        rule,
        view.talk_window,
        shown if pair.status in RUNNING else None,
        newest,
    )


def _state(view: PairInView, held: HeldTalk | None, ahead: bool) -> tuple[TalkState, Message | None]:
    if view.status not in RUNNING or view.today > view.ends_on:
        return TalkState.ENDED, None
    if (open_one := talk_unregistered(view)) is not None:
        return TalkState.NOT_NOTED, open_one.sentence
    if held is not None:
        return TalkState.HELD, None
    if ahead:
        return TalkState.PLANNED, None
    missing = pair_talk(view)
    if missing is None:
        return TalkState.NOT_ASKED, None
    if missing.urgency is Urgency.TOO_EARLY:
        return TalkState.TOO_EARLY, missing.rule
    return (TalkState.LATE if missing.urgency is Urgency.OVERDUE else TalkState.TO_PLAN), missing.rule


def _held(session: Session, pair: PairId | None = None) -> Mapping[PairId, list[HeldTalk]]:
    """By pair and day."""
    asked = select(PairTalkRecord).order_by(PairTalkRecord.held_on, PairTalkRecord.id)
    if pair is not None:
        asked = asked.where(PairTalkRecord.pair_id == pair)
    steps: defaultdict[str, list[tuple[int, GoalStep]]] = defaultdict(list)
    for talk, number, on, status in session.execute(
        select(GoalStepRecord.talk_id, GoalRecord.number, GoalStepRecord.reached_on, GoalStepRecord.status)
        .join(GoalRecord, GoalRecord.id == GoalStepRecord.goal_id)
        .where(GoalStepRecord.talk_id.is_not(None))
        .order_by(GoalRecord.number)
    ):
        steps[talk or ""].append((number, GoalStep(on, status)))
    issues: defaultdict[str, list[TalkIssue]] = defaultdict(list)
    for record in session.scalars(select(IssueRecord).where(IssueRecord.talk_id.is_not(None)).order_by(IssueRecord.id)):
        issues[record.talk_id or ""].append(TalkIssue(record.id, record.title, record.closed_on))
    said: defaultdict[str, list[str]] = defaultdict(list)
    for talk, text in session.execute(
        select(ExperienceRecord.talk_id, ExperienceRecord.text).where(
            ExperienceRecord.talk_id.is_not(None), ExperienceRecord.withdrawn_on.is_(None)
        )
    ):
        said[talk or ""].append(text)
    found: defaultdict[PairId, list[HeldTalk]] = defaultdict(list)
    for each in session.scalars(asked):
        found[each.pair_id].append(
            HeldTalk(
                each.id,
                each.pair_id,
                each.held_on,
                each.goals,
                each.collaboration,
                each.challenges,
                each.next_on,
                tuple(steps[each.id]),
                tuple(issues[each.id]),
                tuple(said[each.id]),
            )
        )
    return found
