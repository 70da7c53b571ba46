"""The grid of the matrix as a person uses it: arrows, letters, Enter, Delete, zoom; it paints what is seen of it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from ui.language import spoken, tr
from ui.matching_board.matrix.headers import NamesAcross, NamesDown
from ui.matching_board.matrix.model import MatrixModel
from ui.matching_board.matrix.paint import CellPainter, Tiles
from ui.theme import Look

SIZES = ((13, 13), (16, 15), (20, 17), (24, 19), (28, 22), (34, 26), (42, 32), (54, 40))
"""Width and height of a cell at each zoom, px at 100 %."""
USUAL = 4
_USUAL_LOW = 1  # where there is little room
_NAMES, _NAMES_LOW = 104, 52  # px at 100 %: height of the mentors' names
_Mode = QAbstractItemView.SelectionMode


class MatrixGrid(QTableView):
    """Qt's table for everything but the painting: 500 x 500 cells cost what the seen ones cost."""

    current_changed = Signal(int, int)
    pointed = Signal(int, int)  # the cell under the mouse; -1 where there is none
    entered = Signal()
    removed = Signal()  # Delete
    menu_wanted = Signal(QPoint)
    zoom_wanted = Signal(int)

    def __init__(self, look: Look, model: MatrixModel) -> None:
        super().__init__()
        self.setObjectName("matrixGrid")
        self.setAccessibleName(tr("Matrix of mentees and mentors"))
        self.setProperty("ownFocus", True)  # the current cell bears the ring
        self._look = look
        self._matrix = model
        self._tiles: Tiles | None = None
        self._is_low = False
        self._pointed = (-1, -1)
        self._typed, self._since = "", QElapsedTimer()
        self.down, self.across = NamesDown(look, self), NamesAcross(look, self)
        self.setModel(model)
        self.setVerticalHeader(self.down)
        self.setHorizontalHeader(self.across)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())  # between the scroll bars Qt would draw a frame
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(_Mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.set_cell(self.zoomed(USUAL))

    @property
    def current(self) -> tuple[int, int]:
        index = self.currentIndex()
        return index.row(), index.column()

    def set_cell(self, cell: QSize) -> None:
        """How large each is, in pixels."""
        self.across.setDefaultSectionSize(cell.width())
        self.down.setDefaultSectionSize(cell.height())
        self.horizontalScrollBar().setSingleStep(cell.width())
        self.verticalScrollBar().setSingleStep(cell.height())
        self.updateGeometries()  # by itself the table notices no other size, and the bars would end elsewhere
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def zoomed(self, size: int) -> QSize:
        """Of a cell; `size`: a number in SIZES."""
        width, height = SIZES[size]
        return QSize(self._look.px(width), self._look.px(height))

    def fitting(self) -> QSize:
        """Of a cell where all can be seen at once who may have somebody; the usual size where there are too many."""
        cells = self._matrix.cells
        if cells is None or not all(cells.shape):
            return self.zoomed(USUAL)
        room = self.size() - QSize(self.down.sizeHint().width(), self.across.sizeHint().height())
        least, most = self.zoomed(0), self.zoomed(len(SIZES) - 3)
        usual = QSize(self.zoomed(USUAL).width(), self.zoomed(_USUAL_LOW if self._is_low else USUAL).height())
        width = (room.width() - self.across.reach) // max(1, cells.open)
        height = (room.height() - self._look.px(4)) // cells.shape[0]
        return QSize(
            usual.width() if width < least.width() else min(width, most.width()),
            usual.height() if height < least.height() else min(height, most.height()),
        )

    def set_low(self, low: bool) -> None:
        """There is little room: the mentors' names give some of theirs, and the rows too."""
        self._is_low = low
        self.across.set_height(_NAMES_LOW if low else _NAMES)

    def put_in_corner(self, held: QWidget) -> None:
        """Into the empty room over the mentees' names."""
        held.setParent(self)
        held.adjustSize()
        frame = self.frameWidth()
        free = QSize(self.down.sizeHint().width(), self.across.sizeHint().height()) - held.size()
        held.move(frame + max(0, free.width() // 2), frame + max(0, free.height() // 2))
        held.show()
        held.raise_()

    def go_to(self, row: int, column: int) -> None:
        self.setCurrentIndex(self._matrix.index(row, column))

    def updateGeometries(self) -> None:  # noqa: N802  # Qt's name
        """Scrolls as far beyond the last column as its slanted name needs."""
        super().updateGeometries()
        bar = self.horizontalScrollBar()
        beyond = self.across.length() + self.across.reach - self.viewport().width()
        if beyond > 0 and self.across.length():
            bar.setMaximum(beyond)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Whichever cell was in view and is current stays in view."""
        before = QRect(QPoint(0, 0), event.oldSize())
        super().resizeEvent(event)
        if self.currentIndex().isValid() and before.intersects(self.visualRect(self.currentIndex())):
            self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        painter = QPainter(self.viewport())
        self.paint_cells(painter, event.rect())
        painter.end()

    def paint_cells(self, painter: QPainter, seen: QRect) -> None:
        painter.fillRect(seen, self._look.colour("surface"))
        cells, rows, columns = self._matrix.cells, self.down.visible(seen), self.across.visible(seen)
        if cells is None or not rows or not columns:
            return
        width, height = self.across.defaultSectionSize(), self.down.defaultSectionSize()
        brush = CellPainter(painter, self._tiles_of(width, height, painter.device().devicePixelRatio()))
        left, top = self.columnViewportPosition(columns.start), self.rowViewportPosition(rows.start)
        brush.cells(cells, self._matrix.prices, rows, columns, left, top)
        brush.trial(self._matrix.trial, rows, columns, QPoint(left, top))
        if self._pointed[0] >= 0:
            brush.ring(self._spot(*self._pointed), self._look.colour("ink_2"))
        if self.currentIndex().isValid():
            ink = self._look.colour("focus" if self.hasFocus() else "ink_2")
            brush.ring(self._spot(*self.current), ink, outside=self._look.px(2))

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  # Qt's name
        """Letters go on to the next mentee whose name has a word that begins so, and else to such a mentor."""
        late = self._since.isValid() and self._since.elapsed() > QApplication.keyboardInputInterval()
        self._typed = search if late or not self._since.isValid() else self._typed + search
        self._since.restart()
        row, column = self.current
        begin = 0 if len(self._typed) > 1 else 1
        if (found := self._named(self.down, row, begin)) is not None:
            self.go_to(found, max(0, column))
        elif (found := self._named(self.across, column, begin)) is not None:
            self.go_to(max(0, row), found)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._point(index.row(), index.column())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        super().leaveEvent(event)
        self._point(-1, -1)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        index = self.indexAt(spot)
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(self.viewport().mapToGlobal(spot))

    def _tiles_of(self, width: int, height: int, ratio: float) -> Tiles:
        if self._tiles is None or self._tiles.is_for != (width, height, ratio):
            self._tiles = Tiles(self._look, width, height, ratio)
        return self._tiles

    def _spot(self, row: int, column: int) -> QRect:
        return self.visualRect(self._matrix.index(row, column)).adjusted(0, 0, -1, -1)

    def _named(self, names: NamesDown | NamesAcross, current: int, begin: int) -> int | None:
        sought, count = spoken().sort_key(self._typed)[0], names.count()
        for step in range(begin, count + begin):
            at = (max(0, current) + step) % count
            if any(spoken().sort_key(word)[0].startswith(sought) for word in names.name(at).split()):
                return at
        return None

    def _point(self, row: int, column: int) -> None:
        if (row, column) != self._pointed:
            self._pointed = (row, column)
            self._mark()
            self.pointed.emit(row, column)

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        self._mark()
        self.current_changed.emit(current.row(), current.column())

    def _mark(self) -> None:
        row, column = self.current
        self.down.mark(row, self._pointed[0])
        self.across.mark(column, self._pointed[1])
        self.viewport().update()
