"""The span of days in view, and its name in words; nothing here asks the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from mentordesk.i18n.languages import language
from mentordesk.i18n.message import Value, msg
from ui.language import say, spoken

_YEARS = (1999, 2100)
_WEEKS_OF_GRID = 6
AGENDA_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months, from the first of one to the end of another; `last` is included."""

    first: date
    months: int

    @classmethod
    def around(cls, day: date, months: int) -> Period:
        """The one that begins with the month of `day`."""
        return cls(day.replace(day=1), months)

    @property
    def last(self) -> date:
        return plus_months(self.first, self.months) - timedelta(1)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def moved(self, steps: int) -> Period:
        """As long, so many of its lengths later."""
        return Period(plus_months(self.first, steps * self.months), self.months)

    def grid(self) -> tuple[date, date]:
        """The Monday and the Sunday between which a month's six weeks lie."""
        monday = self.first - timedelta(self.first.weekday())
        return monday, monday + timedelta(7 * _WEEKS_OF_GRID - 1)


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
