"""When talks with the programme manager may be, within a window of each semester: places in line, in order (R51).

Which pair has which place is pair_plan.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.plan import Plan, PlannedMeeting, TalkWindow, no_day_left
from mentordesk.domain.programmes import MeetingSetting, ProgrammeSettings
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import nmsg

PAUSE = timedelta(minutes=15)  # between two talks of the programme manager


class TalkLine:
    """The places of one window, in order; each day is worked out when a turn asks for it."""

    def __init__(self, free: FreeDays, busy: Collection[date], window: TalkWindow, opens: date) -> None:
        self._window, self._opens = window, opens
        self._kind = meeting_kind(window.setting.kind)
        self._times = tuple(_times_of_a_day(window.setting, self._kind.minutes))
        self._a_day = len(self._times) * window.setting.at_once
        self._open = self._open_days(free, busy)
        self._days: list[date] = []

    def talk(self, turn: int) -> PlannedMeeting:
        """Raises Refused where the semester ends before this turn."""
        days_before, place_in_day = divmod(turn, self._a_day)
        day = self._day(days_before)
        setting = self._window.setting
        starts = datetime.combine(day, setting.starts_at) + self._times[place_in_day // setting.at_once]
        return PlannedMeeting(
            key=setting.key,
            kind=self._kind.key,
            title=setting.title,
            days=((starts, starts + timedelta(minutes=self._kind.minutes)),),
            mode=setting.mode,
            place=setting.place,
            audience=setting.audience,
            semester=self._window.semester.number,
            wanted=day,
        )

    @property
    def semester(self) -> int:
        return self._window.semester.number

    def number(self, starts_at: datetime) -> int | None:
        """The first turn that would have its talk then."""
        day, since = starts_at.date(), starts_at - datetime.combine(starts_at, self._window.setting.starts_at)
        if since not in self._times or not self._opens <= day <= self._window.semester.ends_on:
            return None
        while not self._days or self._days[-1] < day:
            if (found := next(self._open, None)) is None:
                return None
            self._days.append(found)
        if day not in self._days:
            return None
        return self._days.index(day) * self._a_day + self._times.index(since) * self._window.setting.at_once

    def _day(self, number: int) -> date:
        while len(self._days) <= number:
            day = next(self._open, None)
            if day is None:
                raise self._full()
            self._days.append(day)
        return self._days[number]

    def _open_days(self, free: FreeDays, busy: Collection[date]) -> Iterator[date]:
        """Beyond the window, if it must be, but in its semester."""
        last, day = self._window.semester.ends_on, self._opens
        while (found := free.open_day(day, day, last, taken=busy)) is not None:
            yield found
            day = found + timedelta(1)

    def _full(self) -> Refused:
        setting, last = self._window.setting, self._window.semester.ends_on
        if not self._days:
            return no_day_left(setting.title, self._opens, last)
        return Refused(
            nmsg(
                "There is room for “{title}” with {count} pair from {first} to {last}, and there are more. "
                "Let several talks be held at once, make the day for talks longer, or keep fewer days free.",
                "There is room for “{title}” with {count} pairs from {first} to {last}, and there are more. "
                "Let several talks be held at once, make the day for talks longer, or keep fewer days free.",
                len(self._days) * self._a_day,
                title=setting.title,
                first=self._opens,
                last=last,
            )
        )


def talk_lines(settings: ProgrammeSettings, laid: Plan, not_before: date | None = None) -> list[TalkLine]:
    """One of every window that isn't over by `not_before`."""
    free = FreeDays(settings.country, settings.avoided)
    busy = laid.meeting_days  # the programme manager sits in all of them
    opened = ((window, max(window.opens_on, not_before or window.opens_on)) for window in laid.talk_windows)
    return [TalkLine(free, busy, window, opens) for window, opens in opened if opens <= window.closes_on]


class TalkTimes:
    """The times for talks of one plan, numbered within each semester: the same number is the same place in line."""

    def __init__(self, settings: ProgrammeSettings, laid: Plan) -> None:
        self._lines = {line.semester: line for line in talk_lines(settings, laid)}

    def number(self, semester: int, starts_at: datetime) -> int | None:
        """Of the talk that begins then; None: no talk of this plan does."""
        line = self._lines.get(semester)
        return None if line is None else line.number(starts_at)

    def talk(self, semester: int, number: int) -> PlannedMeeting | None:
        """None where the semester has no talks; raises Refused where it ends before this number."""
        line = self._lines.get(semester)
        return None if line is None else line.talk(number)


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
