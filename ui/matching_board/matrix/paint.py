"""How the cells of the matrix are painted: shade, number, frame, hatching and symbols of those that are seen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPixmap, QStaticText

from ui.icons import pixmap
from ui.language import spoken
from ui.matching_board.cards import Place
from ui.matching_board.matrix.cells import PLACES, CellPrices, Cells
from ui.matching_board.matrix.heat import Shade, shades, step_of
from ui.theme import Look

_MOST, _LEAST = 13, 8  # px at 100 %: size of the numbers; smaller ones are left out
_ROOMY = 20  # px at 100 %: width of a cell that has room for a symbol beside its number
_ASIDE = 4  # px at 100 %: as far a number steps aside for a symbol
_PLANNED = {Place.IN_PLAN, Place.LOCKED}
_DEAR = 10.0  # points from which a price is as cold as can be
_SYMBOLS = {Place.LOCKED: "lock", Place.KEPT_APART: "prohibit"}


class CellPainter:
    """Paints cells of one size; made anew for each turn."""

    def __init__(self, painter: QPainter, look: Look, width: int, height: int) -> None:
        self._painter = painter
        self._look = look
        self._width, self._height = width, height
        self._shades = shades(look)
        self._hatch = QBrush(look.colour("line"), Qt.BrushStyle.BDiagPattern)
        font = look.font()
        size = min(look.px(_MOST), int((width - 2) / 1.2), height - look.px(3))
        self._numbered = size >= look.px(_LEAST)
        font.setPixelSize(max(1, size))
        painter.setFont(font)
        self._metrics = QFontMetrics(font)
        self._texts: dict[str, tuple[QStaticText, float]] = {}
        self._ratio = painter.device().devicePixelRatio()
        self._thick = max(2, look.px(2))

    def cells(self, cells: Cells, prices: CellPrices | None, rows: range, columns: range, left: int, top: int) -> None:
        """`left` and `top`: where the first of them stands."""
        window = (slice(rows.start, rows.stop), slice(columns.start, columns.stop))
        places, wished = cells.places[window].tolist(), cells.wished[window].tolist()
        looks = _priced(prices, window) if prices is not None else _scored(cells, window)
        framed: list[tuple[QRect, Place]] = []
        for down, (kinds, wishes, row) in enumerate(zip(places, wished, looks, strict=True)):
            y = top + down * self._height
            for across, (kind, wish, (text, step)) in enumerate(zip(kinds, wishes, row, strict=True)):
                spot = QRect(left + across * self._width, y, self._width - 1, self._height - 1)
                place = PLACES[kind]
                self._cell(spot, place, text, step, beside=bool(wish) or place in _SYMBOLS)
                if place in _PLANNED or place is Place.BEST:
                    framed.append((spot, place))
                if wish or place in _SYMBOLS:
                    self._symbol(spot, _SYMBOLS.get(place, "star"), step, place)
        for spot, place in framed:
            self._frame(spot, place)

    def _cell(self, spot: QRect, place: Place, text: str, step: int, *, beside: bool) -> None:
        """`beside`: a symbol comes into the corner, so the number makes room for it."""
        painter = self._painter
        if place in (Place.IMPOSSIBLE, Place.KEPT_APART):
            painter.fillRect(spot, self._look.colour("canvas"))
            painter.fillRect(spot, self._hatch)
            return
        shade = self._shade(step)
        painter.fillRect(spot, shade.ground)
        if self._numbered and text:
            painter.setPen(shade.ink)
            static, width = self._text(text)
            x = spot.left() + (spot.width() - width) / 2
            if beside and self._width >= self._look.px(_ROOMY):
                x = max(spot.left() + self._thick, x - self._look.px(_ASIDE))
            y = spot.top() + (spot.height() - self._metrics.height()) / 2
            painter.drawStaticText(QPointF(x, y), static)

    def _shade(self, step: int) -> Shade:
        if step >= 0:
            return self._shades[step]
        look = self._look
        return Shade(look.colour("bad_soft"), look.colour("bad"))

    def _text(self, text: str) -> tuple[QStaticText, float]:
        found = self._texts.get(text)
        if found is None:
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(font=self._painter.font())
            found = self._texts[text] = (static, self._metrics.horizontalAdvance(text))
        return found

    def _symbol(self, spot: QRect, name: str, step: int, place: Place) -> None:
        """In the corner; in a hatched cell in the middle."""
        hatched = place in (Place.IMPOSSIBLE, Place.KEPT_APART)
        ink = self._look.colour("bad" if place is Place.KEPT_APART else "ink") if hatched else self._shade(step).ink
        middle = hatched and name == "prohibit"
        if not middle and self._width < self._look.px(_ROOMY):
            side = self._look.px(3)  # there is no room for a drawing beside the number
            self._painter.fillRect(spot.right() - side, spot.top() + 1, side, side, ink)
            return
        side = min(self._look.px(14 if middle else 9), spot.height() - 1, spot.width() - 1)
        x = spot.center().x() - side // 2 if middle else spot.right() - side - self._thick + 1
        y = spot.center().y() - side // 2 if middle else spot.top() + self._thick - 1
        self._painter.drawPixmap(x, y, _symbol(name, ink.rgba(), side, self._ratio))

    def _frame(self, spot: QRect, place: Place) -> None:
        style = Qt.PenStyle.DotLine if place is Place.BEST else Qt.PenStyle.SolidLine
        self.ring(spot, self._look.colour("ink"), style, outside=1)

    def ring(self, spot: QRect, ink: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine, *, outside: int = 0) -> None:
        thick = self._thick
        self._painter.setPen(QPen(ink, thick, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        half = thick / 2
        outer = QRectF(spot).adjusted(-outside, -outside, outside, outside)
        self._painter.drawRect(outer.adjusted(half, half, -half, -half))


@lru_cache(maxsize=128)
def _symbol(name: str, rgba: int, side: int, ratio: float) -> QPixmap:
    return pixmap(name, QColor.fromRgba(rgba), side, ratio)


def _scored(cells: Cells, window: tuple[slice, slice]) -> list[list[tuple[str, int]]]:
    """Each cell's number and step of heat."""
    low, high = cells.span
    wide = max(1.0, high - low)
    return [
        [(str(round(score)), step_of((score - low) / wide)) for score in row] for row in cells.scores[window].tolist()
    ]


def _priced(prices: CellPrices, window: tuple[slice, slice]) -> list[list[tuple[str, int]]]:
    """The cheaper the hotter; what leaves somebody out or makes a pair weak stands out, step -1."""
    table = zip(
        prices.unmatched[window].tolist(),
        prices.weak[window].tolist(),
        prices.points[window].tolist(),
        prices.known[window].tolist(),
        strict=True,
    )
    return [[_price(*cell) for cell in zip(*row, strict=True)] for row in table]


def _price(unmatched: int, weak: int, points: float, known: bool) -> tuple[str, int]:
    if not known:
        return "", 0
    if unmatched > 0 or (unmatched == 0 and weak > 0):
        return "!", -1
    if unmatched < 0 or weak < 0:
        return "+", step_of(1)
    return spoken().number(points, 1 if 0 < abs(points) < 1 else 0), step_of(1 - points / _DEAR)
