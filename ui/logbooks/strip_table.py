"""The pairs with their strips: left and right go from mark to mark of the current pair, and each says what it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from mentordesk.queries.logbooks import PairStrip
from ui.desk import Desk
from ui.language import tr
from ui.logbooks.strip import Mark, mark_in_words, marks, spot_of
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.widgets.labels import plain_tip

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ASIDE = 8  # px at 100 %, around the strip in its cell


class StripTable(TableView):
    def __init__(self, desk: Desk, table: RecordTable[PairStrip]) -> None:
        super().__init__(desk, table, tr("Pairs and their conversations"), tab="logbooks", key="pairs")
        self._look = desk.look
        self._pairs = table
        self._strip_column = table.column_of("strip")
        self._at = -1  # of the current pair's marks; -1: none yet
        self.current_changed.connect(self._forget_mark)

    def marked(self, row: int) -> Mark | None:
        """The mark that the keyboard is on, if it is on that row's strip."""
        index = self.currentIndex()
        if not self.hasFocus() or index.row() != row or index.column() != self._strip_column:
            return None
        there = marks(self._pairs.rows.row(row))
        return there[self._at] if 0 <= self._at < len(there) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = None if held else _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif not self._go_on(step):
            before = self.currentIndex().column()
            super().keyPressEvent(event)
            self._enter_strip(before, step)

    def _go_on(self, step: int) -> bool:
        """Within the strip; False where that would lead out of it."""
        index = self.currentIndex()
        last = len(marks(self._pairs.rows.row(index.row()))) - 1
        if index.column() != self._strip_column or not 0 <= self._at + step <= last:
            return False
        self._go_to(self._at + step)
        return True

    def _enter_strip(self, before: int, step: int) -> None:
        index = self.currentIndex()
        there = marks(self._pairs.rows.row(index.row()))
        if index.column() == self._strip_column != before and there:
            self._go_to(0 if step > 0 else len(there) - 1)
        elif index.column() != self._strip_column:
            self._forget_mark()

    def _go_to(self, at: int) -> None:
        self._at = at
        index = self.currentIndex()
        mark = self.marked(index.row())
        self.viewport().update(self.visualRect(index))
        if mark is None:
            return
        words = mark_in_words(mark)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        aside = self._look.px(_ASIDE)
        box = QRectF(self.visualRect(index).adjusted(aside, 0, -aside, -1))
        below = spot_of(self._look, box, self._pairs.rows.row(index.row()), mark).toPoint() + QPoint(0, aside)
        QToolTip.showText(self.viewport().mapToGlobal(below), plain_tip(words), self)

    def _forget_mark(self) -> None:
        if self._at >= 0:
            self._at = -1
            self.setAccessibleDescription("")
            QToolTip.hideText()
            self.viewport().update()
