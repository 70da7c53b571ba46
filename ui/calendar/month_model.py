"""A month as six weeks of seven days for Qt's table; what a day says aloud is made here, how it looks is not."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentordesk.i18n.message import Sayable
from mentordesk.queries.agenda import AgendaRow
from ui.calendar.items import day_line, line_of
from ui.calendar.period import Period, weekday_name
from ui.language import say, tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
DAYS, WEEKS = 7, 6
RowsByDay: TypeAlias = Mapping[date, Sequence[AgendaRow]]
_TOLD = 3  # items of a day that are read out; Enter leads to all of them


@dataclass(frozen=True, slots=True)
class Day:
    """One cell of the month."""

    day: date
    rows: Sequence[AgendaRow]
    holiday: str
    outside: bool  # of the month before or after


class MonthModel(QAbstractTableModel):
    def __init__(self, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self.today = today
        self._first = today
        self._days: list[Day] = []
        self._rows: Mapping[str, AgendaRow] = {}

    def show(
        self,
        period: Period,
        by_day: RowsByDay,
        holidays: Mapping[date, Sayable],
        rows: Mapping[str, AgendaRow],
    ) -> None:
        """`rows`: the same ones by number."""
        self.beginResetModel()
        self._rows = rows
        self._first, _ = period.grid()
        days = (self._first + timedelta(number) for number in range(DAYS * WEEKS))
        self._days = [
            Day(day, by_day.get(day, ()), say(holidays[day]) if day in holidays else "", day not in period)
            for day in days
        ]
        self.endResetModel()

    def day(self, index: _Index) -> Day | None:
        at = index.row() * DAYS + index.column()
        return self._days[at] if index.isValid() and at < len(self._days) else None

    def index_of(self, day: date) -> QModelIndex:
        """Not valid for a day that the six weeks do not hold."""
        at = (day - self._first).days
        return self.index(*divmod(at, DAYS)) if 0 <= at < len(self._days) else QModelIndex()

    def day_with(self, number: str) -> date | None:
        """On which day an item lies, by items.number_of."""
        row = self._rows.get(number)
        return None if row is None or not self.index_of(row.day).isValid() else row.day

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else DAYS

    def headerData(  # noqa: N802  # Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return weekday_name(section + 1, short=True)
            return weekday_name(section + 1) if role == Qt.ItemDataRole.AccessibleTextRole else None
        week = (self._first + timedelta(DAYS * section)).isocalendar().week
        if role == Qt.ItemDataRole.DisplayRole:
            return str(week)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("Week {week}", week=week)
        return Qt.AlignmentFlag.AlignCenter.value if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day_line(day.day, len(day.rows), day.holiday)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "; ".join(line_of(row) for row in day.rows[:_TOLD])
        if role == Qt.ItemDataRole.ToolTipRole:
            told = [line_of(row) for row in day.rows[: 3 * _TOLD]]
            return "<br>".join(map(html.escape, ([day.holiday] if day.holiday else []) + told))
        return None
