"""Two pairs of hands that can use the window: one only clicks and types, the other has only the keyboard."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from ui.rail_tab import RAIL_TABS

LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier


class Hands(Protocol):
    def press(self, name: str) -> None: ...
    def go_to(self, tab: str) -> None: ...
    def write(self, name: str, text: str) -> None: ...
    def choose(self, view: str, row: int) -> None: ...
    def select(self, name: str, number: int) -> None: ...
    def pick(self, item: str) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...


def find(window: QWidget, name: str) -> QWidget:
    """The one of this name that can be seen; in a preview over the window too."""
    places = [window, *(one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window)]
    found = [one for place in places for one in place.findChildren(QWidget, name) if one.isVisible()]
    assert found, f"nobody sees “{name}”"
    return found[0]


def move_over(widget: QWidget, spot: QPoint, held: Qt.MouseButton = NO_BUTTON) -> None:
    """The mouse reaches a spot of this very widget.

    `QTest.mouseMove` moves the pointer of the whole screen, and a window that another test left there would get it.
    """
    where = QPointF(spot)
    on_screen = QPointF(widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, where, on_screen, NO_BUTTON, held, NONE))


def popup() -> QMenu:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu), "no menu is open"
    return shown


class Mouse:
    """Clicks where things are, and types into what it clicked."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def press(self, name: str) -> None:
        QTest.mouseClick(find(self._window, name), LEFT)

    def go_to(self, tab: str) -> None:
        self.press(f"tab_{tab}")

    def write(self, name: str, text: str) -> None:
        line = find(self._window, name)
        assert isinstance(line, (QLineEdit, QPlainTextEdit))
        QTest.mouseClick(line if isinstance(line, QLineEdit) else line.viewport(), LEFT)
        line.selectAll()
        QTest.keyClicks(line, text)

    def choose(self, view: str, row: int) -> None:
        shown = find(self._window, view)
        assert isinstance(shown, QAbstractItemView)
        index = shown.model().index(row, 0)
        shown.scrollTo(index)
        QTest.mouseClick(shown.viewport(), LEFT, NONE, _middle(shown, index))

    def select(self, name: str, number: int) -> None:
        """One of a drop-down list."""
        box = find(self._window, name)
        assert isinstance(box, QComboBox)
        QTest.mouseClick(box, LEFT)
        QTest.qWait(QApplication.doubleClickInterval() + 50)  # Qt takes a quick second click for the end of the first
        shown = box.view()
        QTest.mouseClick(shown.viewport(), LEFT, NONE, shown.visualRect(shown.model().index(number, 0)).center())

    def pick(self, item: str) -> None:
        menu = popup()
        action = next(one for one in menu.actions() if one.objectName() == item)
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())

    def undo(self) -> None:
        QTest.keyClick(self._window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redo(self) -> None:
        QTest.keyClick(self._window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)


class Keys:
    """Tab, arrows, Enter and the keys that stand in the menus; it has no mouse."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def press(self, name: str) -> None:
        self._tab_to(name)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    def go_to(self, tab: str) -> None:
        number = next(one.number for one in RAIL_TABS if one.key == tab)
        QTest.keyClick(self._window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)

    def write(self, name: str, text: str) -> None:
        self._tab_to(name)
        line = QApplication.focusWidget()
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(line, text)

    def choose(self, view: str, row: int) -> None:
        self._tab_to(view)
        shown = QApplication.focusWidget()
        assert isinstance(shown, QAbstractItemView)
        QTest.keyClick(shown, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        while shown.currentIndex().row() > row:
            QTest.keyClick(shown, Qt.Key.Key_Up)
        while shown.currentIndex().row() < row:
            before = shown.currentIndex().row()
            QTest.keyClick(shown, Qt.Key.Key_Down)
            assert shown.currentIndex().row() > before, f"“{view}” does not go down from row {before}"

    def select(self, name: str, number: int) -> None:
        self._tab_to(name)
        box = QApplication.focusWidget()
        assert isinstance(box, QComboBox)
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(number):
            QTest.keyClick(box, Qt.Key.Key_Down)

    def pick(self, item: str) -> None:
        menu = popup()
        for _ in range(len(menu.actions()) + 1):
            active = menu.activeAction()
            if active is not None and active.objectName() == item:
                QTest.keyClick(menu, Qt.Key.Key_Return)
                return
            QTest.keyClick(menu, Qt.Key.Key_Down)
        raise AssertionError(f"“{item}” is not in the menu")

    def undo(self) -> None:
        QTest.keyClick(self._window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redo(self) -> None:
        QTest.keyClick(self._window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    def _tab_to(self, name: str) -> None:
        wanted = find(self._window, name)
        top = wanted.window()
        for _ in range(300):
            focused = QApplication.focusWidget()
            if focused is wanted:
                return
            QTest.keyClick(focused if focused is not None and focused.window() is top else top, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to “{name}”")


def _middle(view: QAbstractItemView, index: QModelIndex) -> QPoint:
    rect = view.visualRect(index)
    return QPoint(min(rect.center().x(), view.viewport().width() - 4), rect.center().y())
