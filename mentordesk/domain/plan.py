"""A programme laid out in time from its settings and start date (R51): semesters, meetings, deadlines.

What each pair gets, its conversations and talks, is pair_plan.py; which days stay free is free_days.py.

A meeting that falls on a free day moves to the nearest open one in the direction of its timing (EARLIER
below; all others later), and to the other side only where the programme or the semester ends. Meetings that
come once keep their order, two never share a day, and one of several days stays within one working week.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from mentordesk.domain.free_days import FreeDays, run
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import DeadlineSetting, MeetingSetting, Mode, ProgrammeSettings, Timing
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable, Wording, msg

EARLIER = frozenset({Timing.FROM_END})
_MOVES_AT_MOST = 365  # days earlier than wanted, where a coordinator keeps whole seasons free


@dataclass(frozen=True, slots=True)
class Semester:
    """One of the equal parts of a programme, in whole months from its start: half years in both templates."""

    number: int  # from 1
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting with its days, not yet anybody's appointment."""

    key: str  # of the setting it comes from
    kind: str
    title: Sayable
    days: tuple[tuple[datetime, datetime], ...]  # wall clock of the programme's zone, in order
    mode: Mode
    place: str
    audience: tuple[Role, ...]
    semester: int
    wanted: date  # the day before it moved
    why_moved: Sayable | None = None

    @property
    def first_day(self) -> date:
        return self.days[0][0].date()

    @property
    def last_day(self) -> date:
        return self.days[-1][0].date()


@dataclass(frozen=True, slots=True)
class TalkWindow:
    """The days in which the pairs have their talks with the programme manager, one window a semester."""

    setting: MeetingSetting
    semester: Semester
    opens_on: date
    closes_on: date


@dataclass(frozen=True, slots=True)
class PlannedDeadline:
    """A day on which something is due; it never moves later than it was wanted."""

    key: str
    title: Wording
    day: date
    wanted: date
    why_moved: Sayable | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole programme over time; meetings and deadlines in the order of their days."""

    starts_on: date
    ends_on: date
    semesters: tuple[Semester, ...]
    meetings: tuple[PlannedMeeting, ...]
    talk_windows: tuple[TalkWindow, ...]
    deadlines: tuple[PlannedDeadline, ...]

    @property
    def meeting_days(self) -> frozenset[date]:
        return frozenset(starts.date() for meeting in self.meetings for starts, _ in meeting.days)

    @property
    def taken(self) -> frozenset[date]:
        """The days on which mentees or mentors sit in a meeting already; the team's own leave a pair free."""
        theirs = (meeting for meeting in self.meetings if {Role.MENTEE, Role.MENTOR} & set(meeting.audience))
        return frozenset(starts.date() for meeting in theirs for starts, _ in meeting.days)


def plan(settings: ProgrammeSettings, start: date) -> Plan:
    """The programme in time; the same settings and start always give the same plan.

    Raises:
        Refused: so many days are kept free that a meeting finds none.
    """
    semesters = semesters_from(settings, start)
    laying = _Laying(settings, semesters)
    laying.lay_what_comes_once()
    laying.lay_what_comes_again()
    return Plan(
        starts_on=start,
        ends_on=semesters[-1].ends_on,
        semesters=semesters,
        meetings=tuple(sorted(laying.laid, key=lambda meeting: meeting.days)),
        talk_windows=tuple(laying.talk_windows()),
        deadlines=tuple(sorted(laying.deadlines(), key=lambda deadline: (deadline.day, deadline.wanted))),
    )


def semesters_from(settings: ProgrammeSettings, start: date) -> tuple[Semester, ...]:
    """Counted from the start, not by the calendar of a school; months left over go to the last ones."""
    firsts = [
        _months_later(start, settings.months * number // settings.semesters) for number in range(settings.semesters + 1)
    ]
    return tuple(
        Semester(number, first, after - timedelta(1)) for number, (first, after) in enumerate(pairwise(firsts), start=1)
    )


def semester_of(semesters: tuple[Semester, ...], day: date) -> int:
    """The number of the semester; a day outside belongs to the nearest."""
    return next((semester.number for semester in semesters if day <= semester.ends_on), semesters[-1].number)


def wall_times(setting: MeetingSetting, first_day: date) -> tuple[tuple[datetime, datetime], ...]:
    return tuple(
        (datetime.combine(day, setting.starts_at), datetime.combine(day, setting.ends_at))
        for day in run(first_day, setting.days)
    )


def why_moved(free: FreeDays, wanted: date, days: int = 1) -> Sayable:
    """For a meeting that could not begin on the wanted day."""
    reasons = (free.why(day) for day in run(wanted, days))
    return next((why for why in reasons if why), msg("to keep clear of the other meetings"))


def no_day_left(title: Sayable, first: date, last: date) -> Refused:
    return Refused(
        msg(
            "There is no day left for “{title}” from {first} to {last}. "
            "Keep fewer days free in the programme's settings, or give it more time.",
            title=title,
            first=first,
            last=last,
        )
    )


class _Laying:
    """The meetings laid so far while one plan is made."""

    def __init__(self, settings: ProgrammeSettings, semesters: tuple[Semester, ...]) -> None:
        self.free = FreeDays(settings.country, settings.avoided)
        self.settings = settings
        self.semesters = semesters
        self.start = semesters[0].starts_on
        self.end = semesters[-1].ends_on
        self.before_end = self.end - timedelta(1)  # the closing meeting leaves the last day alone
        self.taken: set[date] = set()
        self.laid: list[PlannedMeeting] = []

    def lay_what_comes_once(self) -> None:
        """In the order of the wanted days: from the front those counted from start and middle, then from the back."""
        once = [s for s in self.settings.meetings if s.timing in (Timing.FROM_START, Timing.MIDDLE, Timing.FROM_END)]
        once.sort(key=lambda setting: self._counted(setting))
        before = [s for s in once if s.timing is Timing.FROM_START and s.offset_days < 0]
        first, last = self.start, self.before_end
        for setting in (s for s in once if s.timing not in EARLIER and s not in before):
            first = self._lay(setting, self._counted(setting), first, last).last_day + timedelta(1)
        for setting in (s for s in reversed(once) if s.timing in EARLIER):
            last = self._lay(setting, self._counted(setting), first, last).first_day - timedelta(1)
        for setting in before:  # the team's own, before anybody else comes
            wanted = self._counted(setting)
            self._lay(setting, wanted, wanted - timedelta(_MOVES_AT_MOST), self.start - timedelta(1))

    def lay_what_comes_again(self) -> None:
        for setting in self.settings.meetings:
            if setting.timing is Timing.EACH_SEMESTER:
                for semester in self.semesters:
                    wanted = semester.starts_on + timedelta(setting.offset_days)
                    self._lay(setting, wanted, semester.starts_on, min(semester.ends_on, self.before_end))
            if setting.timing is Timing.EACH_ROUND:
                wanted = self.start + timedelta(setting.offset_days)
                while wanted <= self.before_end:
                    meeting = self._lay(setting, wanted, self.start, self.before_end)
                    wanted = max(meeting.first_day, wanted) + timedelta(setting.every_days)

    def talk_windows(self) -> Iterator[TalkWindow]:
        """From and to an open day; a window that would pass its semester's end ends there."""
        for setting in (s for s in self.settings.meetings if s.timing is Timing.PAIR_EACH_SEMESTER):
            for semester in self.semesters:
                first, last = semester.starts_on, min(semester.ends_on, self.before_end)
                wanted = first + timedelta(setting.offset_days)
                opens = self.free.open_day(wanted, first, last)
                if opens is None:
                    raise no_day_left(setting.title, first, last)
                closes = min(opens + timedelta(setting.window_days), last) if setting.window_days else last
                yield TalkWindow(
                    setting, semester, opens, self.free.open_day(closes, opens, last, earlier=True) or opens
                )

    def deadlines(self) -> Iterator[PlannedDeadline]:
        for setting in self.settings.deadlines:
            for wanted in self._all_counted(setting):
                first = wanted - timedelta(_MOVES_AT_MOST)
                day = self.free.open_day(wanted, first, wanted, earlier=True)
                if day is None:
                    raise no_day_left(setting.title, first, wanted)
                yield PlannedDeadline(setting.key, setting.title, day, wanted, self.free.why(wanted))

    def _lay(self, setting: MeetingSetting, wanted: date, first: date, last: date) -> PlannedMeeting:
        """Raises Refused where no day from first to last is left."""
        earlier = setting.timing in EARLIER
        day = self.free.open_day(wanted, first, last, days=setting.days, earlier=earlier, taken=self.taken)
        if day is None:
            raise no_day_left(setting.title, first, last)
        meeting = PlannedMeeting(
            key=setting.key,
            kind=meeting_kind(setting.kind).key,
            title=setting.title,
            days=wall_times(setting, day),
            mode=setting.mode,
            place=setting.place,
            audience=setting.audience,
            semester=semester_of(self.semesters, day),
            wanted=wanted,
            why_moved=None if day == wanted else why_moved(self.free, wanted, setting.days),
        )
        self.taken.update(run(day, setting.days))
        self.laid.append(meeting)
        return meeting

    def _counted(self, setting: MeetingSetting | DeadlineSetting) -> date:
        """The wanted day of what comes once."""
        base = {
            Timing.FROM_START: self.start,
            Timing.MIDDLE: self.start + (self.end - self.start) / 2,
            Timing.FROM_END: self.end,
        }
        return base[setting.timing] + timedelta(setting.offset_days)

    def _all_counted(self, setting: DeadlineSetting) -> list[date]:
        if setting.timing is Timing.EACH_SEMESTER:
            return [semester.starts_on + timedelta(setting.offset_days) for semester in self.semesters]
        return [self._counted(setting)]


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(day.day, last))
