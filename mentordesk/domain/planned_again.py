"""What a programme's plan wants from a start: the joint meetings, the deadlines, and what each pair gets (R51).

The pairs' talks keep their places in line, so two pairs never meet where they did not before. What becomes of what
stands in the file is replan.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentordesk.domain.pair_plan import PairTime, conversations, time_of_pair
from mentordesk.domain.plan import Plan, PlannedMeeting, plan
from mentordesk.domain.programmes import Intake, ProgrammeSettings, Timing
from mentordesk.domain.replan import Group, Wanted
from mentordesk.domain.talk_times import TalkTimes

CONVERSATION = "conversation"
"""The entry that every conversation comes from."""


@dataclass(frozen=True, slots=True)
class TalkThere:
    """A talk with the programme manager that is in the file: the entry, the semester and when it begins."""

    id: str
    entry: str
    semester: int
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class PairThere:
    id: str
    approved_on: date
    talks: tuple[TalkThere, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFrom:
    """All that is wanted from one start, and the last day; `placeless` are talks that lie where no plan puts one."""

    ends_on: date
    wanted: tuple[Wanted, ...]
    placeless: frozenset[str] = frozenset()


def group_of(settings: ProgrammeSettings, entry: str, pair: str | None, semester: int | None) -> Group | None:
    """Of a meeting in the file; None where its entry is no longer in the settings."""
    if pair is not None and entry == CONVERSATION:
        return Group(entry, pair=pair)
    timing = next((each.timing for each in settings.meetings if each.key == entry), None)
    if timing is None:
        return None
    once_each = timing in (Timing.EACH_SEMESTER, Timing.PAIR_EACH_SEMESTER)
    return Group(entry, pair=pair, semester=semester if once_each else None)


def plan_from(
    settings: ProgrammeSettings, start: date, pairs: Sequence[PairThere], *, now: date, start_up: date | None = None
) -> PlanFrom:
    """The plan from `start`, where the programme starts `now`.

    Args:
        start_up: the last day of a start-up meeting that stays where it is; the conversations follow it.

    Raises:
        Refused: a meeting or a talk finds no day.
    """
    laid = plan(settings, start)
    again = _PairsAgain(settings, start, now, start_up)
    wanted = [*_of_programme(settings, laid), *(each for pair in pairs for each in again.of(pair))]
    return PlanFrom(laid.ends_on, tuple(wanted), frozenset(again.placeless))


def _of_programme(settings: ProgrammeSettings, laid: Plan) -> Iterator[Wanted]:
    for meeting in laid.meetings:
        group = group_of(settings, meeting.key, None, meeting.semester)
        assert group is not None, "a plan's meeting comes from its settings"
        yield Wanted(group, meeting)
    for deadline in laid.deadlines:
        yield Wanted(Group(deadline.key, deadline=True), deadline)


class _PairsAgain:
    """The pairs of a cohort share most of their time, so that is worked out once."""

    def __init__(self, settings: ProgrammeSettings, start: date, now: date, start_up: date | None) -> None:
        self._settings, self._start, self._now = settings, start, now
        self._start_up = start_up
        self.placeless: set[str] = set()
        self._times: dict[tuple[date, date], PairTime] = {}
        self._conversations: dict[tuple[date, date], tuple[PlannedMeeting, ...]] = {}
        self._talk_times: dict[date, TalkTimes] = {}

    def of(self, pair: PairThere) -> Iterator[Wanted]:
        then = self._time(self._start, pair.approved_on)
        for meeting in self._planned(then):
            yield Wanted(Group(CONVERSATION, pair=pair.id), meeting)
        before = self._talks(self._time(self._now, pair.approved_on))
        after = self._talks(then)
        for talk in pair.talks:
            number = before.number(talk.semester, talk.starts_at)
            moved = None if number is None else after.talk(talk.semester, number)
            if moved is None:
                self.placeless.add(talk.id)
            else:
                yield Wanted(Group(talk.entry, pair=pair.id, semester=talk.semester), moved)

    def _time(self, start: date, approved_on: date) -> PairTime:
        rolling = self._settings.intake is Intake.ROLLING
        key = (start, approved_on if rolling or approved_on > start else start)
        if key not in self._times:
            self._times[key] = time_of_pair(self._settings, *key, start_up=self._start_up)
        return self._times[key]

    def _planned(self, then: PairTime) -> tuple[PlannedMeeting, ...]:
        laid = then.laid
        key = (laid.starts_on, then.first_after)
        if key not in self._conversations:
            self._conversations[key] = conversations(
                self._settings, laid.starts_on, laid.ends_on, then.first_after, busy=laid.taken
            )
        return self._conversations[key]

    def _talks(self, then: PairTime) -> TalkTimes:
        start = then.laid.starts_on
        if start not in self._talk_times:
            self._talk_times[start] = TalkTimes(self._settings, then.laid)
        return self._talk_times[start]
