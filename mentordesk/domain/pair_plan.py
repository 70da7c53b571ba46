"""What one pair gets in time (R51): its conversations by the programme's rhythm, its talks with the manager.

Both are proposals until the pair has agreed on its own rhythm (R42). Joint meetings are plan.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.plan import (
    Plan,
    PlannedMeeting,
    plan,
    semester_of,
    semesters_from,
    why_moved,
)
from mentordesk.domain.programmes import Intake, ProgrammeSettings
from mentordesk.domain.talk_times import talk_lines

START_UP = "start_up"


def conversations(
    settings: ProgrammeSettings,
    start: date,
    end: date,
    first_after: date,
    *,
    busy: Collection[date] = frozenset(),
) -> tuple[PlannedMeeting, ...]:
    """The conversations of one pair, the first on the first open day after `first_after`.

    Each is counted from the one before, so that a break in summer delays the next ones instead of heaping
    them up behind it. Where the rule thins out (`dense`), the later ones lie evenly up to the last open day.
    If the rhythm gives fewer than the minimum, the minimum lies evenly over the time there is; only a time
    without enough open days gives fewer still.

    Args:
        start: the programme's first day or, with rolling intake, the pair's; semesters are counted from it.
        end: the last day on which a conversation may be.
        busy: days on which the pair sits elsewhere, such as `Plan.taken`.
    """
    rule = settings.conversations
    days = _Rhythm(FreeDays(settings.country, settings.avoided), busy, max(start, first_after + timedelta(1)), end)
    chosen = days.by_rule(rule.rhythm_days, rule.dense, rule.later_days, rule.minimum)
    semesters = semesters_from(settings, start)
    planned = []
    for index, (day, wanted) in enumerate(chosen):
        kind = meeting_kind(_kind(index, len(chosen), settings.third_meeting_analysis))
        starts = datetime.combine(day, rule.starts_at)
        planned.append(
            PlannedMeeting(
                key="conversation",
                kind=kind.key,
                title=kind.title,
                days=((starts, starts + timedelta(minutes=rule.length_minutes)),),
                mode=rule.mode,
                place="",
                audience=kind.audience,
                semester=semester_of(semesters, day),
                wanted=wanted,
                why_moved=None if day == wanted else why_moved(days.free, wanted),
            )
        )
    return tuple(planned)


def pair_talks(
    settings: ProgrammeSettings, laid: Plan, turn: int = 0, *, not_before: date | None = None
) -> tuple[PlannedMeeting, ...]:
    """The talks of one pair with the programme manager: one in every window that isn't over by `not_before`.

    Args:
        turn: the pair's place in line, from 0; with the same `not_before`, no more turns have their talks at the
            same time than the programme holds at once.

    Raises:
        Refused: the semester has no time left for this turn; the sentence says how many pairs it has room for.
    """
    return tuple(line.talk(turn) for line in talk_lines(settings, laid, not_before))


def plan_of_pairs(
    settings: ProgrammeSettings, laid: Plan, pairs: int, *, first_after: date, not_before: date | None = None
) -> tuple[tuple[PlannedMeeting, ...], ...]:
    """Conversations and talks of so many pairs that begin together, turn by turn: what each alone would be given.

    Raises:
        Refused: as `pair_talks`.
    """
    common = conversations(settings, laid.starts_on, laid.ends_on, first_after, busy=laid.taken)
    lines = talk_lines(settings, laid, not_before)
    return tuple((*common, *(line.talk(turn) for line in lines)) for turn in range(pairs))


@dataclass(frozen=True, slots=True)
class PairTime:
    """The time that one pair has: the plan that it follows, and the day after which its conversations begin."""

    laid: Plan
    first_after: date


def time_of_pair(
    settings: ProgrammeSettings, starts_on: date, approved_on: date, *, start_up: date | None = None
) -> PairTime:
    """In a cohort conversations begin after the start-up meeting and end with the programme; with rolling intake the
    pair has the programme's months from the day of its approval.

    Args:
        start_up: the last day of the start-up meeting where that lies elsewhere than the plan has it.
    """
    if settings.intake is Intake.ROLLING:
        start = max(starts_on, approved_on)
        return PairTime(plan(settings, start), start)
    laid = plan(settings, starts_on)
    planned = max((meeting.last_day for meeting in laid.meetings if meeting.kind == START_UP), default=starts_on)
    return PairTime(laid, max(start_up or planned, approved_on))


class _Rhythm:
    """The open days from a first to a last one, and ways to choose among them."""

    def __init__(self, free: FreeDays, busy: Collection[date], first: date, last: date) -> None:
        self.free, self.busy = free, busy
        self.first, self.last = first, last

    def by_rule(self, rhythm: int, dense: int, later: int, minimum: int) -> list[tuple[date, date]]:
        """The chosen days, each with the day it was wanted on."""
        chosen = list(self._steps(rhythm, dense))
        if not chosen:
            return []
        if dense and len(chosen) == dense:
            day = chosen[-1][0]
            wanted = max(minimum - dense, round((self.last - day).days / later))
            chosen += self._evenly(day, wanted)
        if len(chosen) < minimum:
            spread = chosen[:1] + list(self._evenly(chosen[0][0], minimum - 1))
            return max(chosen, spread, key=len)
        return chosen

    def _steps(self, rhythm: int, at_most: int) -> Iterator[tuple[date, date]]:
        """Each `rhythm` days after the one before, later where that is no open day; 0: as many as there is time for."""
        wanted, number = self.first, 0
        while not at_most or number < at_most:
            day = self._open_from(wanted, self.last)
            if day is None:
                return
            yield day, wanted
            wanted, number = day + timedelta(rhythm), number + 1

    def _evenly(self, after: date, number: int) -> Iterator[tuple[date, date]]:
        """So many days behind `after`, the last of them on the last open day; fewer where they don't fit."""
        final = self.free.open_day(self.last, self.first, self.last, earlier=True, taken=self.busy)
        if final is None or final <= after or number < 1:
            return
        previous = after
        for place in range(1, number):
            wanted = max(after + (final - after) * place / number, previous + timedelta(1))
            day = self._open_from(wanted, final - timedelta(1))
            if day is None:
                break
            yield day, wanted
            previous = day
        yield final, self.last

    def _open_from(self, wanted: date, last: date) -> date | None:
        return self.free.open_day(wanted, wanted, last, taken=self.busy)


def _kind(index: int, number: int, analysis: bool) -> str:
    """The first is the first even if it is the only one; the last one comes before the third."""
    if index == 0:
        return "conversation_first"
    if index == number - 1:
        return "conversation_last"
    return "conversation_third" if index == 2 and analysis else "conversation"
