"""The small month beside the views: it goes along with the day in view, and reads other months when it must."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject

from mentordesk.i18n.message import Sayable
from mentordesk.queries.agenda_days import Marks
from ui.calendar.months.small_months import SmallMonths
from ui.calendar.period import Period
from ui.calendar.reading import Shown, Wanted, read_month
from ui.desk import Desk


class MonthBeside(QObject):
    def __init__(self, desk: Desk, month: SmallMonths, wanted: Callable[[], Wanted]) -> None:
        super().__init__(month)
        self._desk, self._month, self._wanted = desk, month, wanted
        self._holidays: Mapping[date, Sayable] = {}
        month.day_wanted.connect(self.go_to)

    def show_period(self, shown: Shown, day: date | None) -> None:
        self._holidays = shown.holidays
        self._month.show_marks(shown.month, shown.marks, shown.holidays, day)

    def go_along(self, day: date | None) -> None:
        """Silently: the view says what it stands on."""
        if day is not None and self._month.isVisible() and not self._month.choose_day(day, aloud=False):
            self.go_to(day)

    def go_to(self, day: date) -> None:
        wanted = self._wanted()
        self._desk.work.ask("calendar month", lambda store: (*read_month(store, wanted, day), day), self._show)

    def _show(self, found: tuple[Period, Mapping[date, Marks], date]) -> None:
        month, marks, day = found
        self._month.show_marks(month, marks, self._holidays, day)
