"""Moving an item by hand: the keys that both views know, and what a drag carries. The file is not touched here."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme import Look, Size

_CARRIED = "application/x-mentordesk-calendar-item"
_WEEK = 7
_EARLIER = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_LATER = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_LONGEST = 40  # letters under the mouse


def days_asked(event: QKeyEvent) -> int:
    """Alt and an arrow: a day earlier or later, with Shift a week; 0 for any other key."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    if held not in (alt, alt | shift):
        return 0
    length = _WEEK if held & shift else 1
    if event.key() in _EARLIER:
        return -length
    return length if event.key() in _LATER else 0


def carrying(number: str) -> QMimeData:
    """`number`: of items.number_of."""
    made = QMimeData()
    made.setData(_CARRIED, number.encode())
    return made


def carried(load: QMimeData) -> str:
    """The item's number; "" where something else is dragged."""
    return bytes(load.data(_CARRIED).data()).decode()


def drag(view: QWidget, look: Look, number: str, title: str) -> None:
    """Ends when the item is let go; whoever it was dropped on tells what comes of it."""
    load = QDrag(view)
    load.setMimeData(carrying(number))
    load.setPixmap(_ticket(look, title, view.devicePixelRatioF()))
    load.setHotSpot(QPoint(look.px(12), look.px(14)))
    load.exec(Qt.DropAction.MoveAction)


def _ticket(look: Look, title: str, ratio: float) -> QPixmap:
    font = look.font(Size.SMALL, strong=True)
    words = QFontMetrics(font).elidedText(title[:_LONGEST], Qt.TextElideMode.ElideRight, look.px(220))
    wide, high = QFontMetrics(font).horizontalAdvance(words) + look.px(24), look.px(28)
    picture = QPixmap(round(wide * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(look.colour("select"))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(look.colour("ink"))
    painter.drawText(look.px(12), 0, wide, high, Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
    return picture
