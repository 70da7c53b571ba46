"""A state in a word: an icon, a word and a colour, never the colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import pixmap
from ui.theme import Look, Size

TONES = {
    "good": ("good", "good_soft", "done"),
    "warn": ("warn", "warn_soft", "warning"),
    "bad": ("bad", "bad_soft", "error"),
    "accent": ("accent", "soft", "note"),
    "plain": ("ink_2", "raised", ""),
}
"""Tone -> token of the word, token of the ground, icon unless another one is named."""


class Chip(QWidget):
    def __init__(self, look: Look, text: str, tone: str = "plain", picture: str | None = None) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set(text, tone, picture)

    def set(self, text: str, tone: str = "plain", picture: str | None = None) -> None:
        self._text = text
        self._ink, self._ground, own = TONES[tone]
        self._picture = own if picture is None else picture
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        words = QFontMetrics(self._look.font(Size.CAPTION, strong=True)).horizontalAdvance(self._text)
        return QSize(words + self._look.px(20) + self._icon_width, self._look.px(22))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return self.sizeHint()

    @property
    def _icon_width(self) -> int:
        return self._look.px(18) if self._picture else 0

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(self._ground))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        left = look.px(10)
        if self._picture:
            side = look.px(14)
            picture = pixmap(self._picture, look.colour(self._ink), side, self.devicePixelRatioF())
            painter.drawPixmap(left - look.px(2), (self.height() - side) // 2, picture)
        painter.setPen(look.colour(self._ink))
        painter.setFont(look.font(Size.CAPTION, strong=True))
        words = self.rect().adjusted(left + self._icon_width - look.px(2), 0, -look.px(6), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)
        painter.end()
