"""What the marks of the strip mean, under the list."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import say, tr
from ui.logbooks.strip import SIGN_NAMES, Sign, paint_sign
from ui.theme import Look, Space
from ui.widgets.frames import row
from ui.widgets.labels import label


class _Sample(QWidget):
    """One mark as it stands on a strip; None is a silence."""

    def __init__(self, look: Look, sign: Sign | None) -> None:
        super().__init__()
        self._look = look
        self._sign = sign
        self.setFixedSize(QSize(look.px(14), look.px(14)))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._sign is None:
            thick = self._look.px(3)
            painter.fillRect(QRectF(0, middle.y() - thick / 2, self.width(), thick), self._look.colour("warn"))
        else:
            paint_sign(painter, self._look, middle, self._sign)
        painter.end()


def legend(look: Look) -> QHBoxLayout:
    line = row(look, space=Space.WITHIN)
    entries: list[tuple[Sign | None, str]] = [(sign, say(name)) for sign, name in SIGN_NAMES.items()]
    for sign, words in (*entries, (None, tr("Longer than agreed, in days"))):
        line.addWidget(_Sample(look, sign))
        line.addWidget(label(words, "caption"))
        line.addSpacing(look.px(Space.BETWEEN))
    line.addStretch()
    return line
