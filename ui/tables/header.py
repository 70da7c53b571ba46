"""The head of a table: titles as quiet as their cells are aligned, an arrow where it is sorted; its layout is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.preferences import Preferences
from ui.tables.columns import Align, Column
from ui.tables.columns_menu import ColumnsMenu
from ui.tables.first_column import FirstColumnStays
from ui.tables.header_choice import KeptColumn, read_columns, write_columns
from ui.tables.model import RecordTable
from ui.theme import Look, Size

_NARROWEST = 48  # px at 100 %


class TableHeader(QHeaderView):
    """Its context menu chooses the columns; the one with the names is always there."""

    chosen = Signal()  # other columns

    def __init__(self, look: Look, table: RecordTable[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._table = table
        self._font = look.font(Size.SMALL)
        self._widths: dict[int, int] = {}  # px, of the hidden ones too
        self._chosen: set[int] = set()
        self._withheld: set[int] = set()
        self._absent: tuple[KeptColumn, ...] = ()  # chosen for columns that are not there now
        self.sectionResized.connect(self._on_resized)
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
        """What was kept of columns that are not there is kept for when they come; "" is how it was at first."""
        columns = self._table.columns
        for at, column in enumerate(columns):
            self._set_width(at, column.width)
            self.moveSection(self.visualIndex(at), at)
        self._chosen = {at for at, column in enumerate(columns) if column.shown}
        keys = [column.key for column in columns]
        told = read_columns(kept, narrowest=_NARROWEST)
        known = [one for one in told if one.key in keys]
        self._absent = tuple(one for one in told if one.key not in keys)
        for place, one in enumerate(known):
            section = keys.index(one.key)
            self._set_width(section, one.width)
            self.moveSection(self.visualIndex(section), place)
            if one.shown is not None:
                (self._chosen.add if one.shown else self._chosen.discard)(section)
        self._show_chosen()

    def kept(self) -> str:
        columns = self._table.columns
        in_order = [self.logicalIndex(place) for place in range(self.count())]
        shown = [at for at in in_order if not self.isSectionHidden(at)]
        last = shown[-1] if shown else -1  # it is as wide as the window leaves it
        return write_columns(
            [
                KeptColumn(
                    columns[at].key,
                    columns[at].width if at == last else round(self._width(at) * 100 / self._look.zoom),
                    at in self._chosen,
                )
                for at in in_order
            ]
            + list(self._absent)
        )

    def lay_out(self, columns: Sequence[Column[Any]]) -> None:
        """Other columns, each as it was chosen and kept; the last ones come and go."""
        kept, at = self.kept(), self.sortIndicatorSection()
        self._table.lay_out(columns)
        self.restore(kept)
        if at >= len(columns):
            self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.chosen.emit()

    def choices(self) -> tuple[tuple[str, str, bool], ...]:
        """Key, title and whether it is shown, of every column that can be chosen, in the order of the eye."""
        in_order = [self.logicalIndex(place) for place in range(self.count())]
        return tuple(
            (self._table.columns[at].key, self._title(at), at in self._chosen)
            for at in in_order
            if at not in self._withheld and not self._table.columns[at].disc
        )

    def choose(self, key: str, *, shown: bool) -> None:
        at = self._table.column_of(key)
        if shown or len(self._chosen - self._withheld) > 1:  # a table of nothing could not be mended by its head
            (self._chosen.add if shown else self._chosen.discard)(at)
        self._show_chosen()
        self.chosen.emit()

    def withhold(self, key: str, withheld: bool) -> None:
        """It has nothing to say for now, whatever was chosen."""
        at = self._table.column_of(key)
        (self._withheld.add if withheld else self._withheld.discard)(at)
        self._show_chosen()

    def be_as_at_first(self) -> None:
        self.restore("")
        self.chosen.emit()

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
            preferences.keep_of_tab(
                tab, f"{key}/sorted", f"{self._table.columns[section].key}:{shown}" if section >= 0 else ""
            )

        self.sectionResized.connect(keep_columns)
        self.sectionMoved.connect(keep_columns)
        self.chosen.connect(keep_columns)
        self.sortIndicatorChanged.connect(keep_sorting)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        ColumnsMenu(self).popup(event.globalPos())

    def _set_width(self, section: int, width: int) -> None:
        """`width` in px at 100 %. Of a section that is hidden Qt would tell none."""
        self._widths[section] = self._look.px(width)
        self.resizeSection(section, self._widths[section])

    def _width(self, section: int) -> int:
        """Also of one that came just now."""
        return self._widths.get(section, self._look.px(self._table.columns[section].width))

    def _show_chosen(self) -> None:
        for at, column in enumerate(self._table.columns):
            hidden = at in self._withheld or not (at in self._chosen or column.disc)
            if hidden != self.isSectionHidden(at):
                self.setSectionHidden(at, hidden)
            if not hidden:
                self.resizeSection(at, self._width(at))

    def _on_resized(self, section: int, _: int, width: int) -> None:
        if width:
            self._widths[section] = width

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
