"""The tree as a person uses it: arrows open and close, letters jump, F2 renames; keys for what else can be done."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from ui.desk import Desk
from ui.language import tr
from ui.participants.units.model import COLUMNS, ID_ROLE, INHERITED_ROLE, UnitTree

_Index = QModelIndex | QPersistentModelIndex
_Select = QItemSelectionModel.SelectionFlag
_ALL_OPEN = 200  # units that are shown unfolded at first; of more only the top


class TreeView(QTreeView):
    current_changed = Signal(object)  # str | None: a unit
    opened = Signal()  # Enter
    removed = Signal()  # Delete

    def __init__(self, desk: Desk, tree: UnitTree) -> None:
        super().__init__()
        self.setObjectName("unitTree")
        self.setAccessibleName(tr("Units"))
        self._desk = desk
        self._tree = tree
        self._open: set[str] | None = None  # None: nobody has seen it yet
        self._wanted: str | None = None
        self._focus = desk.look.colour("focus")
        self.setModel(tree)
        self.setItemDelegate(_Cells(desk, self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setEditTriggers(self.EditTrigger.EditKeyPressed | self.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setIndentation(desk.look.px(14))
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setProperty("ownFocus", True)
        header = self.header()
        header.setStretchLastSection(False)
        for place, column in enumerate(COLUMNS):
            header.resizeSection(place, desk.look.px(column.width))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.selectionModel().currentChanged.connect(self._on_current)
        tree.modelAboutToBeReset.connect(self._remember)
        tree.modelReset.connect(self._restore)

    def current_unit(self) -> str | None:
        index = self.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else None

    def select_unit(self, unit: str) -> None:
        """Opens what stands above it; one that comes with the next rows is selected then."""
        self._wanted = unit
        index = self._tree.index_of(unit, max(0, self.currentIndex().column()))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def rename(self) -> None:
        unit = self.current_unit()
        if unit is not None:
            self.edit(self._tree.index_of(unit))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if self.state() == self.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._go_along(event.key() == Qt.Key.Key_Right):
            event.accept()
        elif event.key() == Qt.Key.Key_F2 and not COLUMNS[self.currentIndex().column()].entered:
            self.rename()
        else:
            super().keyPressEvent(event)

    def _go_along(self, into: bool) -> bool:
        """To the first unit under an open one, or up from a closed one; opening and closing is Qt's."""
        index = self.currentIndex()
        target = self._tree.index(0, 0, index) if into else index.parent()
        is_open = self.isExpanded(index) and self._tree.rowCount(index) > 0
        if is_open is not into or not target.isValid():
            return False
        self.setCurrentIndex(target)
        return True

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802  # Qt's name
        super().drawRow(painter, options, index)
        current = self.currentIndex()
        if self.hasFocus() and (index.row(), index.parent()) == (current.row(), current.parent()):
            rect = self.visualRect(index)
            rect.setLeft(0)
            rect.setRight(min(self.viewport().width(), self.header().length()) - 1)
            painter.setPen(QPen(self._focus, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()  # the frame goes round whole rows
        unit = str(current.data(ID_ROLE)) if current.isValid() else None
        if unit is not None:
            self._wanted = unit
        self.current_changed.emit(unit)

    def _remember(self) -> None:
        if self._tree.nodes:
            self._open = {node.id for node in self._tree.nodes if self.isExpanded(self._tree.index_of(node.id))}
        self._place = self.verticalScrollBar().value()

    def _restore(self) -> None:
        nodes = self._tree.nodes
        if self._open is None:
            self._unfold(node.id for node in nodes if len(nodes) <= _ALL_OPEN or node.depth == 0)
        else:
            self._unfold(self._open)
        wanted = self._wanted if self._wanted and self._tree.known(self._wanted) else None
        if wanted is None and nodes:
            wanted = nodes[0].id
        if wanted is not None:
            self.verticalScrollBar().setValue(self._place)
            index = self._tree.index_of(wanted)
            self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect | _Select.Rows)
            self.scrollTo(index)

    def _unfold(self, units: Iterable[str]) -> None:
        for unit in units:
            index = self._tree.index_of(unit)
            if index.isValid():
                self.expand(index)


class _Cells(QStyledItemDelegate):
    """Rows as high as a table's; what holds from above is in the second ink."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._height = max(28, desk.look.row_height)
        self._second: QColor = desk.look.colour("ink_2")

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  # Qt's name
        size = super().sizeHint(option, index)
        size.setHeight(self._height)
        return size

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802  # Qt's name
        super().initStyleOption(option, index)
        if index.data(INHERITED_ROLE):
            option.palette.setColor(QPalette.ColorRole.Text, self._second)
            option.font.setItalic(True)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802
        made = QLineEdit(parent)
        made.setObjectName("cellEditor")
        made.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        made.setProperty("kind", "cell")
        return made
