"""What one pair gets in time (R51): its conversations by the programme's rhythm, its talks with the manager.

Both are proposals until the pair has agreed on its own rhythm (R42). Joint meetings are plan.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.plan import (
    Plan,
    PlannedMeeting,
    TalkWindow,
    no_day_left,
    semester_of,
    semesters_from,
    why_moved,
)
from mentordesk.domain.programmes import MeetingSetting, ProgrammeSettings

PAUSE = timedelta(minutes=15)  # between two talks of the programme manager


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
        turn: the pair's place in line, from 0; with the same `not_before`, no two turns have their talks at once.

    Raises:
        Refused: the semester has no time left for this turn.
    """
    free = FreeDays(settings.country, settings.avoided)
    busy = laid.meeting_days  # the programme manager sits in all of them
    planned = []
    for window in laid.talk_windows:
        opens = max(window.opens_on, not_before or window.opens_on)
        if opens > window.closes_on:
            continue
        setting, kind = window.setting, meeting_kind(window.setting.kind)
        times = tuple(_times_of_a_day(setting, kind.minutes))
        turns_before, place_in_day = divmod(turn, len(times))
        day = _open_day_number(free, busy, window, opens, turns_before)
        starts = datetime.combine(day, setting.starts_at) + times[place_in_day]
        planned.append(
            PlannedMeeting(
                key=setting.key,
                kind=kind.key,
                title=setting.title,
                days=((starts, starts + timedelta(minutes=kind.minutes)),),
                mode=setting.mode,
                place=setting.place,
                audience=setting.audience,
                semester=window.semester.number,
                wanted=day,
            )
        )
    return tuple(planned)


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


def _times_of_a_day(setting: MeetingSetting, minutes: int) -> Iterator[timedelta]:
    """When talks begin, counted from the first; at least one, however short the day."""
    length = timedelta(minutes=minutes)
    day = timedelta(hours=setting.ends_at.hour - setting.starts_at.hour) + timedelta(
        minutes=setting.ends_at.minute - setting.starts_at.minute
    )
    begins = timedelta(0)
    yield begins
    while (begins := begins + length + PAUSE) + length <= day:
        yield begins


def _open_day_number(free: FreeDays, busy: Collection[date], window: TalkWindow, opens: date, number: int) -> date:
    """The day so many open days behind the first; beyond the window, if it must be, but in its semester."""
    last, day = window.semester.ends_on, opens
    for left in range(number, -1, -1):
        found = free.open_day(day, day, last, taken=busy)
        if found is None:
            break
        if left == 0:
            return found
        day = found + timedelta(1)
    raise no_day_left(window.setting.title, opens, last)
