"""What shades, frames and symbols of the matrix mean, in one line over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import pixmap
from ui.language import spoken, tr
from ui.matching_board.matrix.heat import shades
from ui.theme import Look, Size
from ui.widgets.labels import set_tip

_STEP, _SIDE, _GAP = 14, 14, 14  # px at 100 %


class Legend(QWidget):
    """Signs that find no room are left out, the last first; the tip has them all."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("matrixLegend")
        self._look = look
        self._ends = ("", "")
        self._priced = False
        self._signs = (
            ("dear", tr("someone left out, or a weak pair more")),
            ("frame", tr("in the plan")),
            ("lock", tr("locked")),
            ("star", tr("wished for")),
            ("hatch", tr("not possible")),
            ("prohibit", tr("kept apart")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_ends(self, low: str, high: str, *, priced: bool) -> None:
        """What the coldest and the hottest shade stand for; `priced`: they are prices."""
        self._ends, self._priced = (low, high), priced
        set_tip(self, " · ".join(words for _, words in self._shown))
        self.update()

    @property
    def _shown(self) -> Sequence[tuple[str, str]]:
        return self._signs if self._priced else self._signs[1:]

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._look.px(400), self._look.px(28))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font(Size.CAPTION)
        painter.setFont(font)
        left = self._heat(painter, QFontMetrics(font)) + look.px(_GAP)
        for sign, words in self._shown:
            width = look.px(_SIDE + 6) + QFontMetrics(font).horizontalAdvance(words)
            if left + width > self.width():
                break
            self._sign(painter, sign, left)
            painter.setPen(look.colour("ink_2"))
            self._write(painter, left + look.px(_SIDE + 6), words)
            left += width + look.px(_GAP)
        painter.end()

    def _heat(self, painter: QPainter, metrics: QFontMetrics) -> int:
        look, left, step = self._look, 0, self._look.px(_STEP)
        painter.setPen(look.colour("ink_2"))
        low, high = self._ends
        self._write(painter, left, low)
        left += metrics.horizontalAdvance(low) + look.px(6)
        for shade in shades(look):
            painter.fillRect(QRect(left, (self.height() - step) // 2, step, step), shade.ground)
            left += step
        left += look.px(6)
        self._write(painter, left, high)
        return left + metrics.horizontalAdvance(high)

    def _write(self, painter: QPainter, left: int, words: str) -> None:
        spot = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _sign(self, painter: QPainter, sign: str, left: int) -> None:
        look, side = self._look, self._look.px(_SIDE)
        spot = QRect(left, (self.height() - side) // 2, side, side)
        if sign == "frame":
            painter.setPen(QPen(look.colour("ink"), max(2, look.px(2))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(spot.adjusted(1, 1, -1, -1))
        elif sign == "dear":
            painter.fillRect(spot, look.colour("bad_soft"))
            painter.setPen(look.colour("bad"))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, "!")
        elif sign == "hatch":
            painter.fillRect(spot, QBrush(look.colour("ink_2"), Qt.BrushStyle.BDiagPattern))
        else:
            ink = look.colour("bad" if sign == "prohibit" else "ink")
            painter.drawPixmap(QPoint(spot.left(), spot.top()), pixmap(sign, ink, side, self.devicePixelRatioF()))


def points_span(low: float, high: float) -> tuple[str, str]:
    """The legend's two ends for points."""
    return spoken().number(low), tr("{points} points", points=round(high))
