"""The mark of where the keyboard is: one ring over a window, around what has the focus in it (WCAG 2.4.7, 2.4.13)."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ui.theme import Look

_GAP = 2  # pixels at 100 % between the widget and the ring
_THICK = 2
_RADIUS = 8
_CHANGES_THE_PLACE = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.DynamicPropertyChange,  # of ownFocus
}


class FocusRing(QWidget):
    """Goes along when the widget moves, is scrolled or hidden; never in the way of mouse, keys or screen readers.

    A widget that shows its focus all by itself says so by the property `ownFocus`, and gets no ring: lists and
    tables whose current item bears the mark; without a current one they are ringed as any other. One ring for a
    window: a dialog needs its own.
    """

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self.setObjectName("focusRing")
        self._window = window
        self._look = look
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._whole = QRect()  # the ring in the window's coordinates, more than what is seen of it
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._on_focus(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        kind = event.type()
        if kind in _CHANGES_THE_PLACE:
            if kind == QEvent.Type.ParentChange:
                self._watch()
            self._place()
        return False

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        thick = self._look.px(_THICK)
        half = thick / 2
        radius = self._look.px(_RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        painter.setPen(QPen(self._look.colour("focus"), thick))
        painter.drawRoundedRect(QRectF(self._whole).adjusted(half, half, -half, -half), radius, radius)
        painter.end()

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        in_here = now is not None and now.window() is self._window
        self._target = now if in_here else None
        self._watch()
        self._place()

    def _watch(self) -> None:
        """The widget and all it lies in: each of them may move or hide it."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        above: QWidget | None = self._target
        while above is not None and above is not self._window:
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()
        if self._target is not None:
            self._window.installEventFilter(self)
            self._watched.append(self._window)

    def _place(self) -> None:
        target = self._target
        if target is None or not shiboken6.isValid(target) or not self._window.isAncestorOf(target):
            self.hide()
            return
        if target.property("ownFocus"):
            self.hide()
            return
        room = self._look.px(_GAP) + self._look.px(_THICK)
        spot = _spot(target, self._window)
        # At the window's edge there is no outside: the ring comes in rather than lose a side.
        whole = spot.adjusted(-room, -room, room, room) & self._window.rect()
        seen = whole & _window_through_scrolling(target, self._window, spot, room)
        if seen.isEmpty() or not target.isVisibleTo(self._window):
            self.hide()
            return
        if whole != self._whole:
            self._whole = whole
            self.update()
        self.setGeometry(seen)
        self.raise_()
        self.show()


def _spot(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _window_through_scrolling(target: QWidget, window: QWidget, spot: QRect, room: int) -> QRect:
    """What the scroll areas around leave of the ring: nothing on a side where they cut the widget itself."""
    seen = window.rect()
    inside = target.parentWidget()
    while inside is not None and inside is not window:
        area = inside.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is inside:
            port = _spot(inside, window)
            if not port.intersects(spot):
                return QRect()
            seen &= port.adjusted(
                -room if spot.left() >= port.left() else 0,
                -room if spot.top() >= port.top() else 0,
                room if spot.right() <= port.right() else 0,
                room if spot.bottom() <= port.bottom() else 0,
            )
        inside = area
    return seen
