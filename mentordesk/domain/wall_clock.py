"""Wall-clock times of a programme's zone, and the moments they are (R56)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg


def moment(wall: datetime, zone: str) -> datetime:
    """The moment at which the clock on the wall shows this; of an hour that comes twice, the first.

    Raises:
        Refused: the clock is put forward over this time; the sentence offers the next one that exists.
    """
    if _exists(wall, zone):
        return wall.replace(tzinfo=ZoneInfo(zone), fold=0)
    later = wall.replace(second=0, microsecond=0)
    while not _exists(later, zone):
        later += timedelta(minutes=1)
    raise Refused(
        msg(
            "On {day} the clock is put forward, and {time} does not exist. The next time that does is {next}.",
            day=wall.date(),
            time=wall.time(),
            next=later.time(),
        )
    )


def _exists(wall: datetime, zone: str) -> bool:
    there = wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
    return there.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall.replace(fold=0)
