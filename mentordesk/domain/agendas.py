"""The programme of a meeting's day (R53): its items lie within the day, and no two at the same time.

Minutes are counted from the day's begin, so that a programme moves with its meeting. Time that no item takes is a
break. Who speaks, and keeping all this, is elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Listed, Message, msg

_STEP = 5  # minutes to which an item's length is rounded
_LONG, _STEP_OF_LONG = 60, 15
_LUNCH = 45
_WITH_LUNCH = 240  # a day as long as this has one


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an item lies on its day."""

    item: str
    begins_after: int  # minutes
    minutes: int

    @property
    def ends_after(self) -> int:
        return self.begins_after + self.minutes


@dataclass(frozen=True, slots=True)
class Gap:
    """From one minute of the day to another, with nothing in it."""

    first: int
    last: int


def gaps(items: Sequence[Slot], minutes: int) -> tuple[Gap, ...]:
    """What is free of a day of so many minutes."""
    return tuple(_gaps(items, minutes))


def check_place(new: Slot, others: Sequence[Slot], starts_at: datetime, minutes: int) -> None:
    """
    Raises:
        Refused: it has no length, leaves the day, or lies over another; the sentence says what is free.
    """
    if new.minutes <= 0:
        raise Refused(msg("An item of the programme takes at least one minute."))
    free = gaps([each for each in others if each.item != new.item], minutes)
    if any(gap.first <= new.begins_after and new.ends_after <= gap.last for gap in free):
        return
    if not free:
        raise Refused(msg("The day is full. Shorten another item, or make the day longer."))
    outside = new.begins_after < 0 or new.ends_after > minutes
    said = Listed(tuple(_said(gap, starts_at) for gap in free))
    if outside:
        raise Refused(msg("The day does not last that long. Free are: {free}.", free=said))
    raise Refused(msg("Something else is planned then. Free are: {free}.", free=said))


def next_place(items: Sequence[Slot], minutes: int, wanted: int) -> int:
    """Where an item of so many minutes goes when nobody says: behind the last, else in the first gap that holds it."""
    after = max((each.ends_after for each in items), default=0)
    if after + wanted <= minutes:
        return after
    return next((gap.first for gap in gaps(items, minutes) if gap.last - gap.first >= wanted), after)


def stepped(items: Sequence[Slot], item: str, step: int) -> tuple[Slot, ...]:
    """The two that change places, one up (-1) or down (+1) in the day: what lay between them stays between them.

    Nothing where there is no other on that side.
    """
    ordered = sorted(items, key=lambda each: each.begins_after)
    at = next(number for number, each in enumerate(ordered) if each.item == item)
    if not 0 <= at + step < len(ordered):
        return ()
    first, second = sorted((ordered[at], ordered[at + step]), key=lambda each: each.begins_after)
    between = second.begins_after - first.ends_after
    moved = replace(second, begins_after=first.begins_after)
    return moved, replace(first, begins_after=moved.ends_after + between)


def shared_out(count: int, days: Sequence[int]) -> tuple[tuple[Slot, ...], ...]:
    """So many items over days of so many minutes, in order and of one length a day; long days get a lunch."""
    found: list[tuple[Slot, ...]] = []
    given = 0
    for number, minutes in enumerate(days, start=1):
        until = count * number // len(days)
        found.append(tuple(_of_a_day(range(given, until), minutes)))
        given = until
    return tuple(found)


def _of_a_day(items: range, minutes: int) -> Iterator[Slot]:
    lunch = _LUNCH if minutes >= _WITH_LUNCH and len(items) > 1 else 0
    each = max(1, (minutes - lunch) // max(1, len(items)))
    step = _STEP if each < _LONG else _STEP_OF_LONG
    each = each // step * step or each
    middle = (len(items) + 1) // 2
    for place, item in enumerate(items):
        begins_after = each * place + (lunch if place >= middle else 0)
        if begins_after + each <= minutes:
            yield Slot(str(item), begins_after, each)


def _gaps(items: Sequence[Slot], minutes: int) -> Iterator[Gap]:
    free_from = 0
    for each in sorted(items, key=lambda slot: slot.begins_after):
        if each.begins_after > free_from:
            yield Gap(free_from, min(each.begins_after, minutes))
        free_from = max(free_from, each.ends_after)
    if free_from < minutes:
        yield Gap(free_from, minutes)


def _said(gap: Gap, starts_at: datetime) -> Message:
    first, last = (starts_at + timedelta(minutes=minute) for minute in (gap.first, gap.last))
    return msg("{from_time} to {to_time}", from_time=first.time(), to_time=last.time())
