"""The list as a person uses it: arrows from task to task, Enter for its button, the mouse on what looks like one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QListView

from ui.desk import Desk
from ui.language import tr
from ui.today.list_model import TaskList
from ui.today.row_painter import RowPainter
from ui.today.row_shape import RowShaper
from ui.today.rows import HiddenOnes, Line, More, key_of

_AT_ONCE = 100  # rows laid out between two events: what is there unless a section is opened
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


class TaskView(QListView):
    """The current row and the scroll position survive new rows: by the tasks' keys."""

    opened = Signal(str)  # a task's key: its button
    received = Signal(str)  # a task's key: its paper came
    more_wanted = Signal(object)  # Urgency: all of its section, or fewer
    hidden_wanted = Signal()  # the list of what can wait, or without it
    menu_wanted = Signal(str, QPoint)  # a task's key; where, on the screen

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._look = desk.look
        self.hovered = ""
        self.pressable = ""
        self.tasks = TaskList(RowShaper(desk.look, desk.today), self)
        self.setObjectName("taskList")
        self.setAccessibleName(tr("What is to be done"))
        self.setModel(self.tasks)
        self.setItemDelegate(RowPainter(desk.look, self.tasks, self, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: 0; }")
        self.setProperty("ownFocus", True)  # the current row bears the mark
        self.setMouseTracking(True)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(desk.look.px(24))
        self._scroll_wanted: int | None = None
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.setLayoutMode(self.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setResizeMode(self.ResizeMode.Adjust)

    def row_width(self) -> int:
        return max(self._look.px(120), self.viewport().width() - self._look.px(8))

    def current_key(self) -> str:
        row = self.tasks.row(self.currentIndex().row())
        return key_of(row) if row is not None else ""

    def go_to(self, place: int) -> None:
        index = self.tasks.index(place)
        self.setCurrentIndex(index)
        if place <= 1:
            self.scrollToTop()  # with the first heading
        else:
            self.scrollTo(index)

    def scroll_back(self, to: int) -> None:
        """To where it was; with many rows only as soon as so many are laid out."""
        self._scroll_wanted = to
        self._on_range()

    def _on_range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setEnabled(bar.maximum() > 0)  # its room is kept, so that rows keep their width; without a handle then
        if self._scroll_wanted is not None:
            bar.setValue(self._scroll_wanted)
            if bar.value() == self._scroll_wanted:
                self._scroll_wanted = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        self._scroll_wanted = None
        modifiers = event.modifiers() & ~_KEYPAD
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers in (_NONE, _CONTROL):
            self._press(done=modifiers == _CONTROL)
        elif modifiers != _NONE or not self._move(key):
            super().keyPressEvent(event)

    def _move(self, key: Qt.Key) -> bool:
        stops = self.tasks.stops()
        now = self.currentIndex().row()
        at = stops.index(now) if now in stops else -1
        far = max(1, self.viewport().height() // self._look.px(90) - 1)
        steps = {
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(stops) - 1,
            Qt.Key.Key_PageUp: at - far,
            Qt.Key.Key_PageDown: at + far,
        }
        if key not in steps:
            return False
        if stops:
            self.go_to(stops[max(0, min(steps[key], len(stops) - 1))])
        return True

    def _press(self, *, done: bool) -> None:
        """Ctrl+Enter says that it is done, where that can be said here; else both keys are the button."""
        match self.tasks.row(self.currentIndex().row()):
            case Line(task) if done and task.paper is not None:
                self.received.emit(task.key)
            case Line(task):
                self.opened.emit(task.key)
            case More(section):
                self.more_wanted.emit(section)
            case HiddenOnes():
                self.hidden_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        self._hover(event.position())
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        self._scroll_wanted = None
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        self._scroll_wanted = None
        super().mousePressEvent(event)
        self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self.indexAt(event.position().toPoint())
        if at.row() != self.currentIndex().row():
            return
        self._hover(event.position())
        row = self.tasks.row(at.row())
        if isinstance(row, More | HiddenOnes):
            self._press(done=False)
        elif self.pressable:
            self._press(done=self.pressable == "link")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        if event.button() == Qt.MouseButton.LeftButton and not self.pressable:
            self._press(done=False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        row = self.tasks.row(self.currentIndex().row())
        if not isinstance(row, Line):
            return
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(row.task.key, where)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Whoever comes in by the keyboard stands on the first task."""
        super().focusInEvent(event)
        if self.tasks.row(self.currentIndex().row()) is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._move(Qt.Key.Key_Home)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Leave:
            self.hovered = self.pressable = ""
            self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _hover(self, where: QPointF) -> None:
        index = self.indexAt(where.toPoint())
        row = self.tasks.row(index.row())
        before = self.hovered, self.pressable
        self.hovered = key_of(row) if row is not None else ""
        self.pressable = self._pressable(index, where)
        if (self.hovered, self.pressable) != before:
            hand = bool(self.pressable) or isinstance(row, More | HiddenOnes)
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _pressable(self, index: QModelIndex, where: QPointF) -> str:
        row = self.tasks.row(index.row())
        if not isinstance(row, Line):
            return ""
        shape = self.tasks.shaper.shape(row.task, self.row_width())
        inside = where - QPointF(self.visualRect(index).topLeft())
        if shape.button.box.contains(inside):
            return "button"
        return "link" if shape.link is not None and shape.link.box.contains(inside) else ""
