"""Days that a plan keeps free: week-ends, public holidays and a programme's weeks to avoid (R51).

Which meeting wants which day is not here: plan.py.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, reduce
from itertools import chain
from typing import TypeVar

from mentordesk.domain.programmes import AvoidedSpan, Country
from mentordesk.i18n.message import Message, Sayable, Wording, msg

_SATURDAY = 5
_JUNE = 6
# By what the library says in English: it names a country's days in that country's language and in American, and a
# Norwegian programme may be looked at in Swedish.
_HOLIDAYS: dict[str, Message] = {
    "New Year's Day": msg("New Year’s Day"),
    "Epiphany": msg("Epiphany"),
    "Maundy Thursday": msg("Maundy Thursday"),
    "Good Friday": msg("Good Friday"),
    "Easter Sunday": msg("Easter Sunday"),
    "Easter Monday": msg("Easter Monday"),
    "Labor Day": msg("Labour Day"),
    "May Day": msg("Labour Day"),
    "Constitution Day": msg("Constitution Day of Norway"),
    "Ascension Day": msg("Ascension Day"),
    "National Day": msg("National Day of Sweden"),
    "Pentecost": msg("Whit Sunday"),
    "Pentecost Monday": msg("Whit Monday"),
    "Midsummer Day": msg("Midsummer Day"),
    "All Saints' Day": msg("All Saints’ Day"),
    "Christmas Day": msg("Christmas Day"),
    "Second Day of Christmas": msg("Boxing Day"),
}
_Ordered = TypeVar("_Ordered", int, tuple[int, int])  # an ISO week, or a month and a day


@dataclass(frozen=True, slots=True)
class FreeDays:
    """The days without meetings in a country and a programme."""

    country: Country
    avoided: tuple[AvoidedSpan, ...] = ()

    def why(self, day: date) -> Sayable | None:
        """What keeps this day free; None: meetings may be held."""
        if (weekend := _weekend(day)) is not None:
            return weekend
        if (holiday := self.holiday(day)) is not None:
            return holiday
        return next((span.title for span in self.avoided if _covers(span, day)), None)

    def holiday(self, day: date) -> Sayable | None:
        """The public holiday's name, whatever weekday it falls on; an ordinary Sunday has none."""
        return _public_holidays(self.country, day.year).get(day)

    def open_day(
        self,
        wanted: date,
        first: date,
        last: date,
        *,
        days: int = 1,
        earlier: bool = False,
        taken: Collection[date] = frozenset(),
    ) -> date | None:
        """The day nearest to the wanted one on which `days` working days of one week begin, all of them open.

        The search goes later from the wanted day (with `earlier`: earlier), and only where nothing is open
        there to the other side. Never before `first`, never beyond `last`, never on a day that is taken.
        """
        latest = last - timedelta(days - 1)
        if latest < first:
            return None
        begin = min(max(wanted, first), latest)
        after = (begin + timedelta(number) for number in range((latest - begin).days + 1))
        before = (begin - timedelta(number) for number in range((begin - first).days + 1))
        for day in chain(before, after) if earlier else chain(after, before):
            if all(each not in taken and self.why(each) is None for each in run(day, days)):
                return day
        return None


def easter_sunday(year: int) -> date:
    """By the Gregorian rule as Meeus, Jones and Butcher wrote it down; any year from 1583."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leap_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - correction + 15) % 30
    weekday = (32 + 2 * leap_rest + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _weekend(day: date) -> Message | None:
    if day.weekday() < _SATURDAY:
        return None
    return msg("a Saturday") if day.weekday() == _SATURDAY else msg("a Sunday")


@cache
def _public_holidays(country: Country, year: int) -> dict[date, Sayable]:
    """Sundays are no holidays here, eves neither."""
    from holidays import country_holidays  # costs a tenth of a second at the first plan, not at every start

    found = country_holidays(country, years=year, language="en_US", include_sundays=False)
    return {day: _named(names.split("; ")) for day, names in found.items()}


def _named(names: Sequence[str]) -> Sayable:
    """Of the names that the library gives a day; one that is new to us stays English."""
    known = [_HOLIDAYS.get(name, Wording.everywhere(name)) for name in names]
    return reduce(both_holidays, known)


def both_holidays(one: Sayable, other: Sayable) -> Sayable:
    """Of one day; the same one is named once."""
    return one if one == other else msg("{holiday}; {other}", holiday=one, other=other)


def _covers(span: AvoidedSpan, day: date) -> bool:
    if span.days is not None:
        return span.days[0] <= day <= span.days[1]
    if span.easter_week:
        return timedelta(-6) <= day - easter_sunday(day.year) <= timedelta(1)
    if span.midsummer_eve:
        return day.month == _JUNE and 19 <= day.day <= 25 and day.isoweekday() == 5  # the Friday before
    if span.weeks is not None:
        return _within(day.isocalendar().week, *span.weeks)
    return span.dates is not None and _within((day.month, day.day), *span.dates)


def _within(value: _Ordered, first: _Ordered, last: _Ordered) -> bool:
    """Both ends belong to it; a span that ends before it begins passes new year."""
    return first <= value <= last if first <= last else value >= first or value <= last


def run(start: date, days: int) -> list[date]:
    """So many days in a row."""
    return [start + timedelta(number) for number in range(days)]
