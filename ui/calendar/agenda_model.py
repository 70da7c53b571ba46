"""The agenda's lines for Qt's list; only items can be chosen, headings are read with the first item of their day."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentordesk.queries.agenda import AgendaRow
from ui.calendar.items import line_of, number_of, title_of, who_of
from ui.calendar.period import capitalised, day_title, month_name
from ui.calendar.reading import Arranged, Line, LineKind
from ui.language import say, tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class AgendaModel(QAbstractListModel):
    def __init__(self, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self.today = today
        self.with_programme = False
        self._lines: Sequence[Line] = ()
        self._places: Mapping[str, int] = {}

    def show(self, arranged: Arranged, *, with_programme: bool) -> None:
        self.beginResetModel()
        self.with_programme = with_programme
        self._lines, self._places = arranged.lines, arranged.places
        self.endResetModel()

    def words(self) -> Sequence[int]:
        """Where the lines are that are no items."""
        return [at for at, line in enumerate(self._lines) if line.row is None]

    def line(self, place: int) -> Line:
        return self._lines[place]

    def row_at(self, place: int) -> AgendaRow | None:
        return self._lines[place].row if 0 <= place < len(self._lines) else None

    def number_at(self, place: int) -> str | None:
        row = self.row_at(place)
        return None if row is None else number_of(row)

    def day_at(self, place: int) -> date | None:
        line = self._lines[place]
        return None if line.kind is LineKind.GAP else line.day

    def place(self, number: str) -> int | None:
        return self._places.get(number)

    def next_item(self, place: int, step: int) -> int | None:
        """The nearest item after (1) or before (-1) a line."""
        place += step
        while 0 <= place < len(self._lines):
            if self._lines[place].row is not None:
                return place
            place += step
        return None

    def first_from(self, day: date) -> int | None:
        """The first item on a day or later, else the last one of all."""
        found = next((at for at, line in enumerate(self._lines) if line.row is not None and line.day >= day), None)
        return self.next_item(len(self._lines), -1) if found is None else found

    def heading_from(self, day: date) -> int | None:
        """The first day's heading on a day or later."""
        days = (at for at, line in enumerate(self._lines) if line.kind is LineKind.DAY and line.day >= day)
        return next(days, None)

    def with_word(self, begin: str, start: int) -> int | None:
        """From a line on and round, the first item with a word that begins so."""
        wanted = begin.casefold()
        count = len(self._lines)
        for step in range(count):
            place = (start + step) % count
            row = self._lines[place].row
            if row is None:
                continue
            text = f"{title_of(row)} {who_of(row)}".casefold()
            if text.startswith(wanted) or f" {wanted}" in text:
                return place
        return None

    def text(self, place: int) -> str:
        """What a line that is no item says."""
        line = self._lines[place]
        if line.kind is LineKind.DAY:
            return day_title(line.day, self.today)
        if line.kind is LineKind.HOLIDAY and line.holiday is not None:
            return tr("Holiday: {name}", name=say(line.holiday))
        if line.until is None or line.until == line.day:
            return tr("Nothing in {month} {year}", month=month_name(line.day), year=str(line.day.year))
        return tr(
            "Nothing from {first} {first_year} to {last} {last_year}",
            first=month_name(line.day),
            first_year=str(line.day.year),
            last=month_name(line.until),
            last_year=str(line.until.year),
        )

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self._lines[index.row()].row is None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(index.row()) if line.row is None else self._item_text(line, role)
        if role == Qt.ItemDataRole.ToolTipRole and line.row is not None and line.row.conflicts:
            return "<br>".join(html.escape(say(each)) for each in line.row.conflicts)
        return None

    def _item_text(self, line: Line, role: int) -> str:
        assert line.row is not None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(line.row)
        spoken_line = line_of(line.row)
        if not line.opens:
            return spoken_line
        return capitalised(tr("{day}: {item}", day=day_title(line.day, self.today), item=spoken_line))
