"""The span of days in view, and its name in words; nothing here asks the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QLocale

from mentordesk.i18n.languages import language
from mentordesk.i18n.message import Value, msg
from ui.language import say, spoken

_YEARS = (1999, 2100)
_WEEKS_OF_GRID = 6
_WEEK = 7
_HALF = 6
AGENDA_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months, from the first of one to the end of another, or a few days; `last` is included."""

    first: date
    months: int
    days: int = 0  # where it is not months

    @classmethod
    def around(cls, day: date, months: int) -> Period:
        """The one that begins with the month of `day`."""
        return cls(day.replace(day=1), months)

    @property
    def last(self) -> date:
        if self.days:
            return self.first + timedelta(self.days - 1)
        return plus_months(self.first, self.months) - timedelta(1)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def moved(self, steps: int) -> Period:
        """As long, so many of its lengths later."""
        if self.days:
            return Period(_within_years(self.first + timedelta(steps * self.days), self.first), 0, self.days)
        return Period(plus_months(self.first, steps * self.months), self.months)

    def grid(self) -> tuple[date, date]:
        """The Monday and the Sunday between which a month's six weeks lie."""
        monday = self.first - timedelta(self.first.weekday())
        return monday, monday + timedelta(7 * _WEEKS_OF_GRID - 1)


class Span(Enum):
    """How long a time a view shows."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half year"

    def around(self, day: date) -> Period:
        """The one that holds `day`; three months begin with its month, half a year in January or July."""
        match self:
            case Span.DAY:
                return Period(day, 0, 1)
            case Span.WEEK:
                return Period(day - timedelta(day.weekday()), 0, _WEEK)
            case Span.HALF_YEAR:
                return Period(day.replace(day=1, month=1 if day.month <= _HALF else _HALF + 1), _HALF)
        return Period.around(day, AGENDA_MONTHS if self is Span.QUARTER else 1)


def _within_years(day: date, otherwise: date) -> date:
    return day if _YEARS[0] <= day.year <= _YEARS[1] else otherwise


def plus_months(day: date, months: int) -> date:
    """The first of a month, so many months later; stays within the years that a meeting can have."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if year < _YEARS[0]:
        return date(_YEARS[0], 1, 1)
    if year > _YEARS[1]:
        return date(_YEARS[1], 12, 1)
    return date(year, month + 1, 1)


def title_of(period: Period) -> str:
    """ "January–March 2027 · weeks 53–13": the month or months, and the ISO weeks that have a day in them."""
    first, last = period.first, period.last
    if period.days == 1:
        return day_title(first, date.min)
    if period.days:
        return _title_of_week(first, last)
    weeks = {"first_week": first.isocalendar().week, "last_week": last.isocalendar().week}
    if period.months == 1:
        return say(
            msg(
                "{month} {year} · weeks {first_week}–{last_week}",
                month=month_name(first),
                year=str(first.year),
                **weeks,
            )
        )
    if first.year == last.year:
        return say(
            msg(
                "{first}–{last} {year} · weeks {first_week}–{last_week}",
                first=month_name(first),
                last=month_name(last),
                year=str(first.year),
                **weeks,
            )
        )
    return say(
        msg(
            "{first} {first_year} – {last} {last_year} · weeks {first_week}–{last_week}",
            first=month_name(first, short=True),
            first_year=str(first.year),
            last=month_name(last, short=True),
            last_year=str(last.year),
            **weeks,
        )
    )


def _title_of_week(first: date, last: date) -> str:
    """ "28 December 2026 – 3 January 2027 · week 53"."""
    week = first.isocalendar().week
    ends: dict[str, Value] = {
        "last": last.day,
        "last_month": month_name(last),
        "last_year": str(last.year),
        "week": week,
    }
    if first.month == last.month:
        return say(msg("{first}–{last} {last_month} {last_year} · week {week}", first=first.day, **ends))
    begins: dict[str, Value] = {"first": first.day, "first_month": month_name(first)}
    if first.year == last.year:
        return say(msg("{first} {first_month} – {last} {last_month} {last_year} · week {week}", **begins, **ends))
    return say(
        msg(
            "{first} {first_month} {first_year} – {last} {last_month} {last_year} · week {week}",
            **begins,
            **ends,
            first_year=str(first.year),
        )
    )


def month_name(day: date, *, short: bool = False) -> str:
    """Standing alone, as the language writes it: small in Norwegian and Swedish."""
    width = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return _locale().standaloneMonthName(day.month, width)


def weekday_name(number: int, *, short: bool = False) -> str:
    """`number`: 1 is Monday."""
    width = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return capitalised(_locale().standaloneDayName(number, width))


def day_title(day: date, today: date) -> str:
    """ "Monday 18 January · week 3"; with the year where it is not this one."""
    values: dict[str, Value] = {
        "weekday": spoken().weekday(day),
        "day": day.day,
        "month": month_name(day),
        "week": day.isocalendar().week,
    }
    if day.year == today.year:
        return capitalised(say(msg("{weekday} {day} {month} · week {week}", **values)))
    return capitalised(say(msg("{weekday} {day} {month} {year} · week {week}", **values, year=str(day.year))))


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _locale() -> QLocale:
    return QLocale(language(spoken().code).locale)
