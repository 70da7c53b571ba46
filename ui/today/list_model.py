"""The rows for Qt's list; what a screen reader says of each."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentordesk.domain.alerts import URGENCY_NAMES
from ui.language import say, tr
from ui.today.row_shape import (
    RowShaper,
    heading_words,
    hidden_ones_words,
    hidden_words,
    more_words,
    step_words,
)
from ui.today.rows import Heading, HiddenOnes, Line, More, Row, Task, key_of

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TaskList(QAbstractListModel):
    def __init__(self, shaper: RowShaper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shaper = shaper
        self._rows: tuple[Row, ...] = ()
        self._places: dict[str, int] = {}

    def show(self, rows: Sequence[Row], shaper: RowShaper | None = None) -> None:
        self.beginResetModel()
        self.shaper = shaper or self.shaper
        self._rows = tuple(rows)
        self._places = {key_of(row): place for place, row in enumerate(self._rows)}
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def row(self, place: int) -> Row | None:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, key: str) -> int | None:
        return self._places.get(key)

    def stops(self) -> list[int]:
        """The places that arrow keys go to: all but headings."""
        return [place for place, row in enumerate(self._rows) if not isinstance(row, Heading)]

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = 0) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(row, Line):
            return self._more_of(row.task)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Line):
            tip = self.shaper.due_tip(row.task)
            return f"<span>{html.escape(tip)}</span>" if tip else None
        return None

    def _said(self, row: Row) -> str:
        match row:
            case Heading():
                return tr("{section}, {count}", section=heading_words(row), count=row.count)
            case More():
                return more_words(row)
            case HiddenOnes():
                return hidden_ones_words(row)
            case Line(task):
                return self._task(task)

    def _task(self, task: Task) -> str:
        """Short: screen readers read all of it at each step."""
        entry = task.entry
        parts = (
            task.programme,
            entry.subject.name,
            say(entry.sentence),
            say(URGENCY_NAMES[entry.section]) if task.hiding is None else say(hidden_words(task.hiding)),
            self.shaper.due_words(task),
            tr("Enter: {action}", action=task.action),
        )
        return " · ".join(part for part in parts if part)

    def _more_of(self, task: Task) -> str:
        """The rule, and what was done last."""
        steps = task.entry.steps
        return " ".join([say(task.entry.rule), *([say(step_words(steps[-1]))] if steps else [])])
