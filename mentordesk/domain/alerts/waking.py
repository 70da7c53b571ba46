"""Days on which a pair was awake: times on hold are no silence and no delay of theirs (R40, R69)."""

from __future__ import annotations

from datetime import date, timedelta

from mentordesk.domain.alerts.views import PairInView


def waking_days(pair: PairInView, first: date, last: date) -> int:
    """From the first day to the last, without the days on hold between them; below 0 where `last` comes before."""
    days = (last - first).days
    if not pair.rests or days <= 0:
        return days
    asleep = 0
    counted_to = first
    for begins, ends in _times_on_hold(pair):
        begins, ends = max(begins, counted_to), min(ends, last)
        if ends > begins:
            asleep += (ends - begins).days
            counted_to = ends
    return days - asleep


def after_waking(pair: PairInView, first: date, days: int) -> date:
    """The first day awake on which so many waking days have passed since `first`: nothing is due in a rest."""
    day = first + timedelta(days)
    counted_to = first
    for begins, ends in _times_on_hold(pair):
        begins = max(begins, counted_to)
        if begins > day:
            break
        if ends > begins:
            day += ends - begins
            counted_to = ends
    return day


def _times_on_hold(pair: PairInView) -> list[tuple[date, date]]:
    """Each with the day on which it began and the one on which it was over; one that lasts is over today at most."""
    return sorted(
        (rest.from_on, pair.today if rest.resumed_on is None else min(rest.resumed_on, pair.today))
        for rest in pair.rests
    )
