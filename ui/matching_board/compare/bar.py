"""The points of one factor as a bar: filled as far as they reach, of the room its weight allows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Look

_HIGH = 8  # px at 100 %


class PointsBar(QWidget):
    """Says nothing to who listens: the number stands beside it."""

    def __init__(self, look: Look, points: float, most: float, *, missing: bool = False) -> None:
        super().__init__()
        self._look = look
        self._share = points / most if most else 0.0
        self._missing = missing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._look.px(60), self._look.px(_HIGH))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        look, radius = self._look, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("raised"))
        whole = QRectF(self.rect())
        painter.drawRoundedRect(whole, radius, radius)
        if self._share > 0:
            painter.setBrush(look.colour("edge" if self._missing else "accent"))
            whole.setWidth(max(whole.height(), whole.width() * self._share))
            painter.drawRoundedRect(whole, radius, radius)
        painter.end()
