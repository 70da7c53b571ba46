"""Wall-clock times of a programme's zone, and the moments they are (R56)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg

_HOUR = timedelta(hours=1)


class NoSuchTime(Refused):
    """The clock is put forward over it; `next` is the first time after it that the clock shows."""

    def __init__(self, wall: datetime, following: datetime) -> None:
        super().__init__(
            msg(
                "On {day} the clock is put forward, and {time} does not exist. The next time that does is {next}.",
                day=wall.date(),
                time=wall.time(),
                next=following.time(),
            )
        )
        self.wall = wall
        self.next = following


def moment(wall: datetime, zone: str) -> datetime:
    """The moment at which the clock on the wall shows this; of an hour that comes twice, the first.

    Raises:
        NoSuchTime: the clock is put forward over this time; it offers the next one that exists.
    """
    if _exists(wall, zone):
        return wall.replace(tzinfo=ZoneInfo(zone), fold=0)
    later = wall.replace(second=0, microsecond=0)
    while not _exists(later, zone):
        later += timedelta(minutes=1)
    raise NoSuchTime(wall, later)


def check_times(times: Iterable[datetime], zone: str) -> None:
    """
    Raises:
        NoSuchTime: the clock skips one of them.
    """
    for wall in times:
        moment(wall, zone)


class Hour(Enum):
    """What the clock does with an hour of a day."""

    ONCE = auto()
    SKIPPED = auto()
    TWICE = auto()


def hour_of(day: date, hour: int, zone: str) -> Hour:
    """In Europe the clock is put forward or back by a whole hour."""
    wall = datetime.combine(day, time(hour))
    if not _exists(wall, zone):
        return Hour.SKIPPED
    there = wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
    again = (there + _HOUR).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
    return Hour.TWICE if again == wall else Hour.ONCE


def _exists(wall: datetime, zone: str) -> bool:
    there = wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
    return there.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall.replace(fold=0)
