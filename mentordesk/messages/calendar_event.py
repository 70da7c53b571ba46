"""A meeting as a calendar shows it; how the file is written stands in calendar_file.py, whose library loads slowly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from mentordesk.domain.programmes import Mode
from mentordesk.i18n.message import Sayable

Method: TypeAlias = Literal["PUBLISH", "REQUEST", "CANCEL"]
HOST = "mentordesk"  # after the @ of every identifier of ours


@dataclass(frozen=True, slots=True)
class CalendarAddress:
    """Somebody who may be named in a calendar entry."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A meeting as another calendar shall show it."""

    uid: str  # the meeting's id, for as long as it lives; each of its days adds its number
    sequence: int  # raised at every change, else a moved entry stays where it was
    title: Sayable | str
    days: tuple[tuple[datetime, datetime], ...]  # wall clock of the zone: begin and end, a pair a day
    last_modified: datetime  # aware; given, so that the same events make the same file
    mode: Mode | None = None
    place: str = ""
    description: tuple[Sayable | str, ...] = ()
    cancelled: bool = False
    withdrawn: bool = False  # from its reader alone: the meeting takes place without her
    organizer: CalendarAddress | None = None  # whom answers go to
    attendees: tuple[CalendarAddress, ...] = ()
    all_day: bool = False  # such as a deadline: the hours don't count, and nobody is busy
    numbers: tuple[int, ...] = ()  # by which calendars know the days; none: 1, 2, … as they stand
    lost: tuple[int, ...] = ()  # of days that it had and has no longer: they are cancelled

    @property
    def numbered(self) -> tuple[int, ...]:
        """The number of each of its days."""
        return self.numbers or tuple(range(1, len(self.days) + 1))
