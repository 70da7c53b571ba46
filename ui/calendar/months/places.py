"""Where in a row of small months each day lies; nothing is painted here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect

from ui.calendar.period import plus_months
from ui.theme import Look

_TITLE, _WEEKDAYS, _AIR = 26, 20, 12  # px at 100 %
_LOW, _TALL = 24, 38  # a day's row: with dots, with letters
_NARROWEST = 236  # a month with letters
_WEEK = 7
WEEKS = 6


@dataclass(frozen=True, slots=True)
class MonthPlaces:
    look: Look
    first: date  # of the first month
    months: int
    wide: int
    scrolled: int
    letters: bool

    @property
    def across(self) -> int:
        """Months beside each other."""
        return max(1, min(3, self.months, self.wide // self.look.px(_NARROWEST)))

    @property
    def row(self) -> int:
        return self.look.px(_TALL if self.letters else _LOW)

    @property
    def block(self) -> int:
        """A month's height."""
        air = _AIR if self.months > 1 else 0
        return self.look.px(_TITLE + _WEEKDAYS + air) + WEEKS * self.row

    @property
    def tall(self) -> int:
        return -(-self.months // self.across) * self.block

    def each_month(self) -> Iterator[tuple[date, QRect]]:
        air = self.look.px(16 if self.months > 1 else 0)
        for number in range(self.months):
            down, beside = divmod(number, self.across)
            left = (self.wide + air) * beside // self.across
            right = (self.wide + air) * (beside + 1) // self.across - air
            top = down * self.block - self.scrolled
            yield plus_months(self.first, number), QRect(left, top, right - left, self.block)

    def title(self, block: QRect) -> QRect:
        return QRect(block.left(), block.top(), block.width(), self.look.px(_TITLE))

    def cell(self, block: QRect, row: int, column: int) -> QRect:
        """`row` -1 holds the weekdays, `column` 0 the numbers of the weeks."""
        left = block.left() + block.width() * column // (_WEEK + 1)
        right = block.left() + block.width() * (column + 1) // (_WEEK + 1)
        top = block.top() + self.look.px(_TITLE)
        if row < 0:
            return QRect(left, top, right - left, self.look.px(_WEEKDAYS))
        return QRect(left, top + self.look.px(_WEEKDAYS) + row * self.row, right - left, self.row)

    def box(self, day: date) -> QRect | None:
        """None for a day of no month that is shown."""
        for month, block in self.each_month():
            if (month.year, month.month) == (day.year, day.month):
                at = month.weekday() + day.day - 1
                return self.cell(block, at // _WEEK, at % _WEEK + 1)
        return None

    def day_at(self, spot: QPoint) -> date | None:
        for month, block in self.each_month():
            if block.contains(spot):
                for number in range((plus_months(month, 1) - month).days):
                    at = month.weekday() + number
                    if self.cell(block, at // _WEEK, at % _WEEK + 1).contains(spot):
                        return month + timedelta(number)
        return None
