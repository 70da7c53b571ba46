"""How the cells of the matrix are painted: each kind of cell once, then as often as it is seen; frames over them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPixmap

from ui.icons import pixmap
from ui.matching_board.cards import Place
from ui.matching_board.matrix.cells import PLACES, CellPrices, Cells
from ui.matching_board.matrix.figures import priced, scored
from ui.matching_board.matrix.heat import Shade, shades
from ui.theme import Look

_MOST, _LEAST = 13, 8  # px at 100 %: size of the numbers; smaller ones are left out
_ROOMY = 20  # px at 100 %: width of a cell that has room for a symbol beside its number
_ASIDE = 4  # px at 100 %: as far a number steps aside for a symbol
_CORNER = 8  # px at 100 %: side of a corner that is filled
DASHES = (2, 1)
_FRAMED = [PLACES.index(place) for place in (Place.IN_PLAN, Place.LOCKED, Place.BEST)]
_HATCHED = {PLACES.index(place) for place in (Place.IMPOSSIBLE, Place.KEPT_APART)}
_SYMBOLS = {PLACES.index(Place.LOCKED): "lock", PLACES.index(Place.KEPT_APART): "prohibit"}
_BEST, _APART = PLACES.index(Place.BEST), PLACES.index(Place.KEPT_APART)
_KEPT = 6_000  # kinds of cells; there are some hundreds


class _Kind(NamedTuple):
    """Cells of one kind look alike, but for their frame."""

    place: int
    wished: bool
    blocking: bool
    text: str
    step: int


class Tiles:
    """The cells of one size, each kind painted once: a jump of a scroll bar shows thousands of them anew."""

    def __init__(self, look: Look, width: int, height: int, ratio: float) -> None:
        self.is_for = (width, height, ratio)
        self.look = look
        self.thick = max(2, look.px(2))
        self._width, self._height, self._ratio = width, height, ratio
        self._shades = shades(look)
        self._hatch = QBrush(look.colour("line"), Qt.BrushStyle.BDiagPattern)
        self._font = look.font()
        size = min(look.px(_MOST), int((width - 2) / 1.2), height - look.px(3))
        self._numbered = size >= look.px(_LEAST)
        self._font.setPixelSize(max(1, size))
        self._metrics = QFontMetrics(self._font)
        self.painted: dict[tuple[int, bool, bool, str, int], QPixmap] = {}  # by kind

    def add(self, kind: _Kind) -> QPixmap:
        """Paints one that is not among `painted`."""
        if len(self.painted) >= _KEPT:
            self.painted.clear()
        made = self.painted[kind] = self._paint(kind)
        return made

    def _paint(self, kind: _Kind) -> QPixmap:
        ratio = self._ratio
        made = QPixmap(round(self._width * ratio), round(self._height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(self.look.colour("surface"))
        painter = QPainter(made)
        painter.setFont(self._font)
        spot = QRect(0, 0, self._width - 1, self._height - 1)
        symbol = _SYMBOLS.get(kind.place, "star" if kind.wished else "")
        self._ground(painter, spot, kind, beside=bool(symbol))
        if symbol:
            self._symbol(painter, spot, symbol, kind)
        if kind.blocking:
            self._corner(painter, spot, kind)
        painter.end()
        return made

    def _ground(self, painter: QPainter, spot: QRect, kind: _Kind, *, beside: bool) -> None:
        """`beside`: a symbol comes into the corner, so the number makes room for it."""
        if kind.place in _HATCHED:
            painter.fillRect(spot, self.look.colour("canvas"))
            painter.fillRect(spot, self._hatch)
            return
        shade = self._shade(kind.step)
        painter.fillRect(spot, shade.ground)
        if self._numbered and kind.text:
            painter.setPen(shade.ink)
            x = spot.left() + (spot.width() - self._metrics.horizontalAdvance(kind.text)) / 2
            if beside and self._width >= self.look.px(_ROOMY):
                x = max(spot.left() + self.thick, x - self.look.px(_ASIDE))
            y = spot.top() + (spot.height() - self._metrics.height()) / 2 + self._metrics.ascent()
            painter.drawText(QPointF(x, y), kind.text)

    def _shade(self, step: int) -> Shade:
        if step >= 0:
            return self._shades[step]
        return Shade(self.look.colour("bad_soft"), self.look.colour("bad"))

    def _symbol(self, painter: QPainter, spot: QRect, name: str, kind: _Kind) -> None:
        """In the upper right corner; in a hatched cell in the middle."""
        hatched, look = kind.place in _HATCHED, self.look
        ink = look.colour("bad" if kind.place == _APART else "ink") if hatched else self._shade(kind.step).ink
        middle = hatched and name == "prohibit"
        if not middle and self._width < look.px(_ROOMY):
            side = look.px(3)  # there is no room for a drawing beside the number
            painter.fillRect(spot.right() - side, spot.top() + 1, side, side, ink)
            return
        side = min(look.px(14 if middle else 9), spot.height() - 1, spot.width() - 1)
        x = spot.center().x() - side // 2 if middle else spot.right() - side - self.thick + 1
        y = spot.center().y() - side // 2 if middle else spot.top() + self.thick - 1
        painter.drawPixmap(x, y, _symbol(name, ink.rgba(), side, self._ratio))

    def _corner(self, painter: QPainter, spot: QRect, kind: _Kind) -> None:
        """The lower left one is filled: the two would both rather have each other."""
        side = self.look.px(_CORNER if self._width >= self.look.px(_ROOMY) else _CORNER - 3)
        left, low = spot.left(), spot.bottom() + 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._shade(kind.step).ink)
        painter.drawPolygon([QPoint(left, low - side), QPoint(left + side, low), QPoint(left, low)])


class CellPainter:
    """Paints what is seen of a matrix; made anew for each turn."""

    def __init__(self, painter: QPainter, tiles: Tiles) -> None:
        self._painter = painter
        self._tiles = tiles
        self._look = tiles.look
        self._width, self._height, _ = tiles.is_for

    def cells(self, cells: Cells, prices: CellPrices | None, rows: range, columns: range, left: int, top: int) -> None:
        """`left` and `top`: where the first of them stands."""
        window = (slice(rows.start, rows.stop), slice(columns.start, columns.stop))
        texts, steps = scored(cells, window) if prices is None else priced(prices, window)
        places = cells.places[window]
        table = zip(
            places.tolist(), cells.wished[window].tolist(), cells.blocking[window].tolist(), texts, steps, strict=True
        )
        width, height, draw, painted = self._width, self._height, self._painter.drawPixmap, self._tiles.painted
        for down, row in enumerate(table):
            y = top + down * height
            for across, kind in enumerate(zip(*row, strict=True)):
                draw(left + across * width, y, painted.get(kind) or self._tiles.add(_Kind(*kind)))
        for down, across in np.argwhere(np.isin(places, _FRAMED)).tolist():
            x, y, place = left + across * width, top + down * height, places[down, across]
            style = Qt.PenStyle.DotLine if place == _BEST else Qt.PenStyle.SolidLine
            self.ring(QRect(x, y, width - 1, height - 1), self._look.colour("ink"), style, outside=1)

    def trial(self, marked: Mapping[tuple[int, int], bool], rows: range, columns: range, corner: QPoint) -> None:
        """Over the cells: which would come into the plan, and which would leave it."""
        for (row, column), comes in marked.items():
            if row in rows and column in columns:
                x = corner.x() + (column - columns.start) * self._width
                y = corner.y() + (row - rows.start) * self._height
                self._tried(QRect(x, y, self._width - 1, self._height - 1), comes=comes)

    def _tried(self, spot: QRect, *, comes: bool) -> None:
        """A dashed frame around those who come, those who go crossed out."""
        ink = self._look.colour("accent")
        if comes:
            self.ring(spot, self._look.colour("surface"), outside=1)
            self.ring(spot, ink, Qt.PenStyle.CustomDashLine, outside=1)
        else:
            crossed_out(self._painter, spot, ink, self._tiles.thick)

    def ring(self, spot: QRect, ink: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine, *, outside: int = 0) -> None:
        thick = self._tiles.thick
        pen = QPen(ink, thick, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
        if style is Qt.PenStyle.CustomDashLine:
            pen.setDashPattern(DASHES)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        half = thick / 2
        outer = QRectF(spot).adjusted(-outside, -outside, outside, outside)
        self._painter.drawRect(outer.adjusted(half, half, -half, -half))


def crossed_out(painter: QPainter, spot: QRect, ink: QColor, thick: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, thick))
    painter.drawLine(spot.bottomLeft(), spot.topRight())
    painter.restore()


@lru_cache(maxsize=128)
def _symbol(name: str, rgba: int, side: int, ratio: float) -> QPixmap:
    return pixmap(name, QColor.fromRgba(rgba), side, ratio)
