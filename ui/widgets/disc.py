"""A person's initials in a circle of a soft colour that stays hers; decoration, never meaning."""

from __future__ import annotations

import zlib

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import LIGHT, Look, Size


def initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)).upper()


def disc_colour(look: Look, name: str) -> QColor:
    hue = zlib.crc32(name.encode()) % 360
    return QColor.fromHsl(hue, 70, 215) if look.tokens is LIGHT else QColor.fromHsl(hue, 60, 70)


def paint_disc(painter: QPainter, look: Look, name: str, x: float, y: float, side: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(disc_colour(look, name))
    circle = QRectF(x, y, side, side)
    painter.drawEllipse(circle)
    painter.setPen(look.colour("ink"))
    painter.setFont(look.font(Size.CAPTION, strong=True))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


class Disc(QWidget):
    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self.setFixedSize(look.px(34), look.px(34))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        painter = QPainter(self)
        paint_disc(painter, self._look, self._name, 1, 1, self.width() - 2)
        painter.end()
