"""The head of a table: titles as quiet as their cells are aligned, an arrow where it is sorted; its layout is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.preferences import Preferences
from ui.tables.columns import Align
from ui.tables.first_column import FirstColumnStays
from ui.tables.model import RecordTable
from ui.theme import Look, Size

_NARROWEST = 48  # px at 100 %
_WIDEST = 2_000


class TableHeader(QHeaderView):
    """Widths and order are kept as `key:width` in the order of the eye, widths in px at 100 %."""

    def __init__(self, look: Look, table: RecordTable[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._table = table
        self._font = look.font(Size.SMALL)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)  # rows reach the edge of the table
        self.setMinimumSectionSize(look.px(_NARROWEST))
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)  # a third click: the order in which the rows came
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Shift+arrow in the table sorts

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(super().sizeHint().width(), self._look.row_height)

    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: N802  # Qt's name
        words = QFontMetrics(self._font).horizontalAdvance(self._title(section))
        return QSize(words + self._look.px(34), self._look.row_height)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802  # Qt's name
        look = self._look
        sorted_here = self.sortIndicatorSection() == section
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("edge"))
        inside = rect.adjusted(look.px(8), 0, -look.px(8), 0)
        metrics = QFontMetrics(self._font)
        room = inside.width() - (look.px(16) if sorted_here else 0)
        title = metrics.elidedText(self._title(section), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(title)
        right = self._table.columns[section].align is Align.RIGHT
        left = inside.right() + 1 - width if right else inside.left()
        painter.setFont(self._font)
        painter.setPen(look.colour("ink" if sorted_here else "ink_2"))
        words = QRect(left, inside.top(), width + 1, inside.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), title)
        if sorted_here:
            self._paint_arrow(painter, left - look.px(14) if right else left + width + look.px(6), rect)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """The title over a column that stays is painted over those that were scrolled beneath it."""
        super().paintEvent(event)
        width = self._staying()
        if width:
            painter = QPainter(self.viewport())
            self.paintSection(painter, QRect(0, 0, width, self.height()), self.logicalIndex(0))
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        super().mousePressEvent(self._where_it_is(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        super().mouseReleaseEvent(self._where_it_is(event))

    def restore(self, kept: str) -> None:
        """What an older version kept of columns that are gone is passed over."""
        for at, column in enumerate(self._table.columns):
            self.resizeSection(at, self._look.px(column.width))
        keys = [column.key for column in self._table.columns]
        place = 0
        for part in kept.split(" "):
            key, _, width = part.partition(":")
            if key not in keys or not width.isdecimal():
                continue
            section = keys.index(key)
            self.resizeSection(section, self._look.px(min(_WIDEST, max(_NARROWEST, int(width[:5])))))
            self.moveSection(self.visualIndex(section), place)
            place += 1

    def kept(self) -> str:
        sections = [self.logicalIndex(place) for place in range(self.count())]
        columns = self._table.columns
        widths = [round(self.sectionSize(section) * 100 / self._look.zoom) for section in sections]
        widths[-1] = columns[sections[-1]].width  # the last one is as wide as the window leaves it
        return " ".join(f"{columns[section].key}:{width}" for section, width in zip(sections, widths, strict=True))

    def keep_in(self, preferences: Preferences, tab: str, key: str) -> None:
        """Restores what was kept under the tab's key, and keeps every change of it, the sorting too."""
        self.restore(preferences.of_tab(tab, f"{key}/columns"))
        by, _, order = preferences.of_tab(tab, f"{key}/sorted").partition(":")
        keys = [column.key for column in self._table.columns]
        direction = Qt.SortOrder.DescendingOrder if order == "down" else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(keys.index(by) if by in keys else -1, direction)

        def keep_columns() -> None:
            preferences.keep_of_tab(tab, f"{key}/columns", self.kept())

        def keep_sorting(section: int, way: Qt.SortOrder) -> None:
            shown = "down" if way == Qt.SortOrder.DescendingOrder else "up"
            preferences.keep_of_tab(tab, f"{key}/sorted", f"{keys[section]}:{shown}" if section >= 0 else "")

        self.sectionResized.connect(keep_columns)
        self.sectionMoved.connect(keep_columns)
        self.sortIndicatorChanged.connect(keep_sorting)

    def _staying(self) -> int:
        """Width in px of the column that stays at the left; 0 where none does."""
        over = self.parent()
        return over.staying if isinstance(over, FirstColumnStays) else 0

    def _where_it_is(self, event: QMouseEvent) -> QMouseEvent:
        """A press on the title that stays is one on its column, wherever that was scrolled to."""
        if event.position().x() >= self._staying():
            return event
        there = event.position() - QPointF(self.offset(), 0)
        return QMouseEvent(
            event.type(), there, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def _title(self, section: int) -> str:
        title = self._table.headerData(section, Qt.Orientation.Horizontal)
        return title if isinstance(title, str) else ""

    def _paint_arrow(self, painter: QPainter, left: int, rect: QRect) -> None:
        side = self._look.px(8)
        down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        middle, half = rect.center().y() + 0.5, side / 4
        base, tip = (middle - half, middle + half) if down else (middle + half, middle - half)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("ink"))
        points = [QPointF(left, base), QPointF(left + side, base), QPointF(left + side / 2, tip)]
        painter.drawPolygon(QPolygonF(points))
