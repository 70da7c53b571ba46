"""The pieces a card is painted of: its ground, words, chip, bar of shares and dots of places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ui.icons import pixmap
from ui.matching_board.matrix.heat import shades
from ui.theme import Look, Size
from ui.widgets.chip import TONES

_LEAST_INK = 0.3  # of the last share in the bar
_TINTS = 3  # the hottest of the heat's steps on which a card's quieter words are read well
_CROSS = 0.18  # of its ink, for words are read through it
_DOTS = 6  # more places are told in words only


@dataclass(frozen=True, slots=True)
class State:
    """What a card's ground tells."""

    chosen: bool
    hovered: bool
    focused: bool
    refused: bool = False  # something is being dragged that cannot be dropped here
    fit: float | None = None  # points of 100 it would have here


class Brush:
    """A painter over one card, in our tokens; pixels are those at 100 %."""

    def __init__(self, painter: QPainter, look: Look, card: QRect) -> None:
        self.painter = painter
        self.look = look
        self.card = card
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def ground(self, state: State) -> None:
        look, painter = self.look, self.painter
        fill = "select" if state.chosen else "raised" if state.hovered else "surface"
        edge = "accent" if state.chosen else "line"
        if state.refused:
            fill, edge = "bad_soft", "bad"
        ground = look.colour(fill)
        if state.fit is not None and not state.refused:
            ground, edge = shades(look)[_tint(state.fit)].ground, "accent"
        radius = look.px(6)
        outline = QRectF(self.card).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(ground)
        painter.setPen(QPen(look.colour(edge), 1, Qt.PenStyle.DashLine if state.refused else Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(outline, radius, radius)
        if state.focused:
            thick = look.px(2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), thick))
            half = thick / 2
            painter.drawRoundedRect(QRectF(self.card).adjusted(half, half, -half, -half), radius, radius)

    def words(
        self,
        text: str,
        spot: QRect,
        *,
        size: Size = Size.BODY,
        strong: bool = False,
        ink: str = "ink",
        right: bool = False,
    ) -> None:
        """One line; what doesn't fit ends in an ellipsis, and the card's tip has all of it."""
        font = self.look.font(size, strong=strong)
        self.painter.setFont(font)
        self.painter.setPen(self.look.colour(ink))
        fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, spot.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(spot, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, fitting)

    def crossed(self) -> None:
        """Two thin lines from corner to corner: not here."""
        self.painter.setPen(QPen(self.look.colour("bad"), 1))
        inside = QRectF(self.card).adjusted(3, 3, -3, -3)
        self.painter.setOpacity(_CROSS)
        self.painter.drawLine(inside.topLeft(), inside.bottomRight())
        self.painter.drawLine(inside.bottomLeft(), inside.topRight())
        self.painter.setOpacity(1)

    def picture(self, name: str, spot: QRect, ink: str) -> None:
        side = min(spot.width(), spot.height())
        ratio = self.painter.device().devicePixelRatio()
        self.painter.drawPixmap(spot.topLeft(), pixmap(name, self.look.colour(ink), side, ratio))

    def chip(self, text: str, left: int, middle: int, tone: str, picture: str, most: int) -> None:
        look, painter = self.look, self.painter
        ink, ground, _ = TONES[tone]
        width, height = min(most, chip_width(look, text, picture)), look.px(22)
        spot = QRect(left, middle - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(QRectF(spot), height / 2, height / 2)
        start = look.px(10)
        if picture:
            side = look.px(14)
            self.picture(picture, QRect(left + look.px(8), middle - side // 2, side, side), ink)
            start += look.px(16)
        words = spot.adjusted(start, 0, -look.px(6), 0)
        self.words(text, words, size=Size.CAPTION, strong=True, ink=ink)

    def bar(self, shares: Sequence[float], spot: QRect) -> None:
        """The points of each factor side by side, of 100 all together; fainter the lighter the factor."""
        painter = self.painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("raised"))
        radius = spot.height() / 2
        painter.drawRoundedRect(QRectF(spot), radius, radius)
        filled = [share for share in shares if share > 0]
        if not filled:
            return
        gap = self.look.px(1)
        left = float(spot.left())
        for number, share in enumerate(filled):
            width = spot.width() * share / 100
            ink = QColor(self.look.colour("accent"))
            ink.setAlphaF(max(_LEAST_INK, 1 - number * 0.7 / max(1, len(filled) - 1)))
            painter.setBrush(ink)
            painter.drawRect(QRectF(left, spot.top(), max(1.0, width - gap), spot.height()))
            left += width

    def dots(self, taken: int, places: int, right: int, middle: int) -> int:
        """A dot for each place, filled where it is taken; tells where they begin."""
        if not 0 < places <= _DOTS:
            return right
        look, painter = self.look, self.painter
        radius, step = look.px(4), look.px(12)
        left = right - places * step + look.px(4)
        for number in range(places):
            painter.setPen(QPen(look.colour("ink_2"), max(1, look.px(1))))
            painter.setBrush(look.colour("ink_2") if number < taken else look.colour("surface"))
            painter.drawEllipse(QPointF(left + radius + number * step, middle), radius, radius)
        return left - look.px(8)


def chip_width(look: Look, text: str, picture: str) -> int:
    words = QFontMetrics(look.font(Size.CAPTION, strong=True)).horizontalAdvance(text)
    return words + look.px(36 if picture else 20)


def width_of(look: Look, text: str, size: Size = Size.BODY, *, strong: bool = False) -> int:
    return QFontMetrics(look.font(size, strong=strong)).horizontalAdvance(text)


def _tint(points: float) -> int:
    """Step of the heat; hardly any pair has less than 30 points or more than 90."""
    return max(0, min(_TINTS, int((points - 30) / 60 * (_TINTS + 1))))
