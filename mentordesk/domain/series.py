"""Dates at even distances, each a meeting of its own that can be moved alone (UX 5.5): no rule lies behind them.

A day that is kept free is stepped over, and what it became is said with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable, msg, nmsg

MOST = 60
_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Stepped:
    """A day that was kept free; `put` is the one taken in its place, None where there is none before the next."""

    wanted: date
    put: date | None
    why: Sayable


@dataclass(frozen=True, slots=True)
class Laid:
    days: tuple[date, ...]
    skipped: tuple[Stepped, ...]


def series_days(free: FreeDays, after: date, every_days: int, until: date) -> Laid:
    """The days of a series whose first meeting is there already, on `after`; `until` is included.

    Where a day is kept free, the next open one before the following turn is taken; the turns themselves stay.

    Raises:
        Refused: a distance of less than a day, no day at all, or more than MOST.
    """
    if every_days < 1:
        raise Refused(msg("Give a distance of at least one day."))
    if until < after + timedelta(every_days):
        raise Refused(msg("No date fits before {day}. Choose a later last day.", day=until))
    turns = (until - after).days // every_days
    if turns > MOST:
        raise Refused(
            nmsg(
                "That would be {count} date, and at most {most} are made at once. Choose an earlier last day.",
                "That would be {count} dates, and at most {most} are made at once. Choose an earlier last day.",
                turns,
                most=MOST,
            )
        )
    days: list[date] = []
    skipped: list[Stepped] = []
    for turn in range(1, turns + 1):
        wanted = after + timedelta(turn * every_days)
        why = free.why(wanted)
        if why is None:
            days.append(wanted)
            continue
        last = min(wanted + timedelta(every_days - 1), until)
        put = next((day for day in _run(wanted + _DAY, last) if free.why(day) is None), None)
        skipped.append(Stepped(wanted, put, why))
        if put is not None:
            days.append(put)
    return Laid(tuple(days), tuple(skipped))


def _run(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range((last - first).days + 1)]
