"""Walks over everything that is seen: what has no name, what cannot be left by keys, what is cut off."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QToolButton, QWidget

from ui.widgets.chip import Chip

ROUNDING = 2  # pixels: fonts are measured in fractions


def shown(root: QWidget) -> Iterator[QWidget]:
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and not widget.size().isEmpty():
            yield widget


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.objectName()}” in {type(widget.parentWidget()).__name__}"


def unnamed(root: QWidget) -> list[str]:
    """Widgets that take the focus and of which a screen reader would say nothing."""
    found = []
    for widget in shown(root):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isWindow():
            continue
        if widget.focusProxy() is not None or not widget.isEnabled():
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken or not spoken.text(QAccessible.Text.Name).strip():
            found.append(described(widget))
    return found


def round_by_tab(window: QWidget, most: int = 400) -> list[QWidget]:
    """Everything that Tab reaches, until it is where it began; a trap gives a list that ends in itself."""
    begun = QApplication.focusWidget()
    been: list[QWidget] = []
    for _ in range(most):
        focused = QApplication.focusWidget()
        QTest.keyClick(focused if focused is not None else window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is begun:
            return been
        if been and now is been[-1]:
            raise AssertionError(f"Tab does not leave {described(now)}")
        if now in been:
            if been.index(now) == 0:
                return been
            raise AssertionError(f"Tab goes round without {described(begun) if begun else 'where it began'}")
        been.append(now)
    raise AssertionError("Tab finds no end")


def cut(root: QWidget) -> list[str]:
    """Texts that do not fit into their widget, and widgets that do not fit into what is around them."""
    found = []
    for widget in shown(root):
        if isinstance(widget, QLabel) and widget.text() and not widget.pixmap():
            if not _label_fits(widget):
                found.append(f"{described(widget)}: “{widget.text()}” needs more room than {widget.size().toTuple()}")
        elif isinstance(widget, (QAbstractButton, Chip)):
            wanted = widget.minimumSizeHint() if isinstance(widget, QToolButton) else widget.sizeHint()
            if widget.width() + ROUNDING < wanted.width() and _says_something(widget):
                found.append(f"{described(widget)}: needs {wanted.width()} of {widget.width()} pixels")
        if isinstance(widget, (QLabel, QAbstractButton, Chip)) and (around := _clipping(widget)) is not None:
            found.append(f"{described(widget)}: sticks out of {described(around)}")
    return found


def _says_something(widget: QWidget) -> bool:
    return bool(widget.text() if isinstance(widget, QAbstractButton) else True)


def _label_fits(widget: QLabel) -> bool:
    room = widget.contentsRect()
    if widget.wordWrap():
        needed = widget.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 100_000), int(Qt.TextFlag.TextWordWrap | widget.alignment()), widget.text()
        )
        return needed.height() <= room.height() + ROUNDING and needed.width() <= room.width() + ROUNDING
    lines = widget.text().split("\n")
    return max(widget.fontMetrics().horizontalAdvance(line) for line in lines) <= room.width() + ROUNDING


def _clipping(widget: QWidget) -> QWidget | None:
    """What cuts it off; what can be scrolled to is not cut."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            bar = around.parentWidget().horizontalScrollBar()
            sideways = widget.mapTo(around, QPoint(0, 0)).x() + widget.width() - around.width()
            return around if sideways > ROUNDING and not bar.isVisible() else None
        place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
        if not around.rect().adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING).contains(place):
            return around
        around = around.parentWidget()
    return None
