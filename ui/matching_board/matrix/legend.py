"""What shades, frames and symbols of the matrix mean: in one line, or in two where one is too short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import pixmap
from ui.language import spoken, tr
from ui.matching_board.matrix.heat import shades
from ui.matching_board.matrix.paint import DASHES, crossed_out
from ui.theme import Look, Size
from ui.widgets.labels import set_tip

_STEP, _SIDE, _GAP, _LINE = 14, 14, 14, 17  # px at 100 %

_LINES = 2


class Legend(QWidget):
    """Signs that find no room are left out, the last first; the tip has them all."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("matrixLegend")
        self._look = look
        self._ends = ("", "")
        self._left_out: frozenset[str] = frozenset()
        self._signs = (
            ("comes", tr("would come into the plan")),
            ("goes", tr("would leave the plan")),
            ("dear", tr("someone left out, or a weak pair more")),
            ("frame", tr("in the plan")),
            ("corner", tr("rather each other")),
            ("lock", tr("locked")),
            ("star", tr("wished for")),
            ("hatch", tr("not possible")),
            ("prohibit", tr("kept apart")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_ends(self, low: str, high: str, *, priced: bool) -> None:
        """What the coldest and the hottest shade stand for; `priced`: they are prices."""
        self._ends = (low, high)
        self._show("dear", shown=priced)

    def show_blocking(self, shown: bool) -> None:
        """Whether any two would rather have each other."""
        self._show("corner", shown=shown)

    def show_trial(self, shown: bool) -> None:
        """Whether other weights are tried."""
        self._show("comes", "goes", shown=shown)

    def _show(self, *signs: str, shown: bool) -> None:
        self._left_out = self._left_out - set(signs) if shown else self._left_out | set(signs)
        set_tip(self, self.words)
        self.update()

    @property
    def words(self) -> str:
        """Of all signs that can be seen now."""
        return " · ".join(words for _, words in self._shown)

    @property
    def _shown(self) -> Sequence[tuple[str, str]]:
        return [(sign, words) for sign, words in self._signs if sign not in self._left_out]

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._look.px(400), self._look.px(_LINE) * _LINES)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font(Size.CAPTION)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        placed = list(self._placed(metrics))
        line = self.height() // (_LINES if any(down for *_, down in placed) else 1)
        self._heat(painter, metrics, line)
        for sign, words, left, down in placed:
            top = down * line
            self._sign(painter, sign, QPoint(left, top + (line - look.px(_SIDE)) // 2))
            painter.setPen(look.colour("ink_2"))
            self._write(painter, QRect(left + look.px(_SIDE + 6), top, self.width(), line), words)
        painter.end()

    def _placed(self, metrics: QFontMetrics) -> Iterator[tuple[str, str, int, int]]:
        """Each sign that finds room, its words, and where it begins, in which line."""
        look, down = self._look, 0
        left = self._heat_width(metrics) + look.px(_GAP)
        for sign, words in self._shown:
            width = look.px(_SIDE + 6) + metrics.horizontalAdvance(words)
            if left + width > self.width():
                left, down = 0, down + 1
                if down == _LINES or width > self.width():
                    return
            yield sign, words, left, down
            left += width + look.px(_GAP)

    def _heat_width(self, metrics: QFontMetrics) -> int:
        ends = sum(map(metrics.horizontalAdvance, self._ends))
        return ends + len(shades(self._look)) * self._look.px(_STEP) + 2 * self._look.px(6)

    def _heat(self, painter: QPainter, metrics: QFontMetrics, line: int) -> None:
        look, left, step = self._look, 0, self._look.px(_STEP)
        painter.setPen(look.colour("ink_2"))
        low, high = self._ends
        self._write(painter, QRect(left, 0, self.width(), line), low)
        left += metrics.horizontalAdvance(low) + look.px(6)
        for shade in shades(look):
            painter.fillRect(QRect(left, (line - step) // 2, step, step), shade.ground)
            left += step
        left += look.px(6)
        self._write(painter, QRect(left, 0, self.width(), line), high)

    def _write(self, painter: QPainter, spot: QRect, words: str) -> None:
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _sign(self, painter: QPainter, sign: str, corner: QPoint) -> None:
        look, side = self._look, self._look.px(_SIDE)
        spot = QRect(corner.x(), corner.y(), side, side)
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
        elif sign == "corner":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ink_2"))
            painter.drawPolygon([spot.topLeft(), spot.bottomRight(), spot.bottomLeft()])
        elif sign == "comes":
            pen = QPen(look.colour("accent"), max(2, look.px(2)))
            pen.setDashPattern(DASHES)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(spot.adjusted(1, 1, -1, -1))
        elif sign == "goes":
            self._sign(painter, "frame", corner)
            crossed_out(painter, spot, look.colour("accent"), max(2, look.px(2)))
        else:
            ink = look.colour("bad" if sign == "prohibit" else "ink")
            painter.drawPixmap(corner, pixmap(sign, ink, side, self.devicePixelRatioF()))


def points_span(low: float, high: float) -> tuple[str, str]:
    """The legend's two ends for points."""
    return spoken().number(low), tr("{points} points", points=round(high))
