"""The first rows of a sheet with, above each column, the Field it becomes: chosen in the cell under the heading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from mentordesk.domain.fields import Field, as_text
from mentordesk.domain.privacy import never_taken
from mentordesk.spreadsheets.cleaned import visible
from mentordesk.spreadsheets.headings import HeadingMapping
from mentordesk.spreadsheets.sheet import Sheet
from ui.icons import pixmap
from ui.language import say, tr
from ui.theme import Look

_ROWS = 20
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ColumnsModel(QAbstractTableModel):
    """Row 0 holds the Fields; below it come the rows of the file."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self.mapping: HeadingMapping | None = None
        self.fields: tuple[Field, ...] = ()

    def show(self, sheet: Sheet | None, mapping: HeadingMapping | None, fields: tuple[Field, ...]) -> None:
        """The same sheet with another mapping leaves the view where it is."""
        if sheet is not None and sheet is self.sheet and mapping is not None and self.mapping is not None:
            self.mapping = mapping
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.sheet, self.mapping, self.fields = sheet, mapping, fields
        self.endResetModel()

    def becomes(self, column: int) -> str:
        """The Field of a column in words, or why it is left out."""
        assert self.mapping is not None
        field = self.mapping.fields[column]
        if field is not None:
            return say(field.title)
        return tr("never taken") if never_taken(self.mapping.headings[column]) else tr("left out")

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        if parent.isValid() or self.sheet is None or self.mapping is None:
            return 0
        return 1 + min(_ROWS, len(self.sheet.rows))

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() or self.sheet is None or self.mapping is None else len(self.sheet.headings)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.row() == 0 and self.mapping is not None and not never_taken(self.mapping.headings[index.column()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802  # Qt's name
        if role != Qt.ItemDataRole.DisplayRole or self.sheet is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.sheet.headings[section]
        return tr("becomes") if section == 0 else str(self.sheet.numbers[section - 1])

    def data(self, index: _Index, role: int = 0) -> object:
        if self.sheet is None or self.mapping is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.row() == 0:
            heading = self.mapping.headings[index.column()]
            return tr("Column {heading} becomes {field}", heading=heading, field=self.becomes(index.column()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if index.row() == 0:
                return self.becomes(index.column())
            return visible(as_text(self.sheet.rows[index.row() - 1][index.column()]))
        return None


class ColumnsView(QTableView):
    """Enter, F2, a letter or a click in the first row opens the choice of Fields."""

    mapped = Signal(int, object)  # column, Field | None

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("importColumns")
        self.setAccessibleName(tr("The first rows, and what each column becomes"))
        self._columns = ColumnsModel()
        self.setModel(self._columns)
        self.setItemDelegate(_FieldChooser(look, self._columns, self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(max(28, look.row_height))
        self.verticalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setDefaultSectionSize(look.px(170))
        self.horizontalHeader().setMinimumSectionSize(look.px(80))
        line = look.colour("line").name()
        self.verticalHeader().setStyleSheet(f"QHeaderView::section {{ border-bottom: 1px solid {line}; }}")
        self.setCornerWidget(QWidget())
        triggers = self.EditTrigger.EditKeyPressed | self.EditTrigger.DoubleClicked
        self.setEditTriggers(triggers)
        self.clicked.connect(self._open)

    def show_columns(self, sheet: Sheet | None, mapping: HeadingMapping | None, fields: tuple[Field, ...]) -> None:
        fresh = sheet is not self._columns.sheet
        self._columns.show(sheet, mapping, fields)
        if fresh and mapping is not None:
            self.setCurrentIndex(self._columns.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() == 0 and self._columns.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)


class _FieldChooser(QStyledItemDelegate):
    def __init__(self, look: Look, columns: ColumnsModel, view: ColumnsView) -> None:
        super().__init__(view)
        self._look = look
        self._columns = columns
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        if index.row() == 0 and self._columns.mapping is not None:
            left_out = self._columns.mapping.fields[index.column()] is None
            painter.fillRect(rect, self._look.colour("raised" if left_out else "soft"))
        super().paint(painter, option, index)
        if index.row() or not self._columns.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return
        side = self._look.px(14)
        arrow = pixmap("down", self._look.colour("ink_2"), side, painter.device().devicePixelRatio())
        painter.drawPixmap(rect.right() - side - self._look.px(6), rect.center().y() - side // 2, arrow)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802  # Qt's name
        super().initStyleOption(option, index)
        mapping = self._columns.mapping
        if mapping is None:
            return
        left_out = mapping.fields[index.column()] is None
        if index.row() == 0:
            font = self._look.font(strong=not left_out)
            option.font = font

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802
        made = QComboBox(parent)
        made.setObjectName("importField")
        made.setAccessibleName(tr("What this column becomes"))
        made.addItem(tr("left out"), "")
        for field in self._columns.fields:
            made.addItem(say(field.title), field.key)
        made.setMaxVisibleItems(14)
        made.activated.connect(lambda _: self.commitData.emit(made))
        made.activated.connect(lambda _: self.closeEditor.emit(made))
        return made

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802  # Qt's name
        assert isinstance(editor, QComboBox)
        mapping = self._columns.mapping
        field = None if mapping is None else mapping.fields[index.column()]
        editor.setCurrentIndex(editor.findData("" if field is None else field.key))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:  # noqa: N802
        assert isinstance(editor, QComboBox)
        key = str(editor.currentData())
        field = next((each for each in self._columns.fields if each.key == key), None)
        self._view.mapped.emit(index.column(), field)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        rect: QRect = option.rect
        editor.setGeometry(rect)


def left_out(mapping: HeadingMapping) -> tuple[Sequence[str], Sequence[str]]:
    """Headings that are never taken, and those that nobody mapped."""
    never = [heading for heading in mapping.ignored if never_taken(heading)]
    return never, [heading for heading in mapping.ignored if not never_taken(heading)]
