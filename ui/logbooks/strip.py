"""The dot strip of a pair: where each mark stands on its time axis, how it is painted, and the same in words.

What counts as a mark, a gap or too late is queries/logbooks.py; words and picture are made of the same row, so
that the table on F9 can never say something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.conversations import ConversationMark, Outcome
from mentordesk.queries.logbooks import Gap, PairStrip
from ui.language import ntr, spoken, tr
from ui.theme import Look, Size

_RADIUS = 4.5  # px at 100 %, of a mark
_LEAST = 3.0  # px at 100 %, where the strip is narrow
_ROOMY = 64  # as many marks' radii as the axis is long when they have their whole size
_EDGE = 8  # px at 100 %, from the strip's ends to the axis'


class Sign(Enum):
    HELD = auto()
    MOVED = auto()
    CANCELLED = auto()
    PLANNED = auto()


SIGN_NAMES: dict[Sign, Message] = {
    Sign.HELD: msg("Held"),
    Sign.MOVED: msg("Held on another day"),
    Sign.CANCELLED: msg("Cancelled"),
    Sign.PLANNED: msg("Planned"),
}
_SIGNS = {Outcome.HELD: Sign.HELD, Outcome.MOVED: Sign.MOVED, Outcome.CANCELLED: Sign.CANCELLED}


@dataclass(frozen=True, slots=True)
class Mark:
    day: date
    sign: Sign
    planned_on: date | None = None  # of a moved one


def marks(strip: PairStrip) -> tuple[Mark, ...]:
    """Every mark of the strip: first what was, then what is planned, each by day."""
    been = (Mark(each.day, _SIGNS[each.outcome], each.planned_on) for each in strip.conversations)
    return (*been, *(Mark(each.day, Sign.PLANNED) for each in strip.planned))


def days_of(strip: PairStrip, sign: Sign) -> str:
    """The days of one kind of mark, as a list in words; "" where there is none."""
    there = [mark for mark in marks(strip) if mark.sign is sign]
    before = [None, *(mark.day.year for mark in there)]
    return ", ".join(_day_of(mark, year) for mark, year in zip(there, before, strict=False))


def silences_of(strip: PairStrip) -> str:
    return ", ".join(_silence(gap) for gap in strip.gaps)


def strip_in_words(strip: PairStrip) -> str:
    """All that the strip shows, for who does not see it."""
    parts: list[tuple[str, str]] = [(spoken().say(name), days_of(strip, sign)) for sign, name in SIGN_NAMES.items()]
    parts.append((tr("Long silences"), silences_of(strip)))
    said = [tr("{name}: {days}", name=name, days=days) for name, days in parts if days]
    return "; ".join(said) if said else tr("No conversation yet")


def mark_in_words(mark: Mark) -> str:
    """What it is, and when."""
    return tr("{name}: {days}", name=SIGN_NAMES[mark.sign], days=_day_of(mark, None))


def spot_of(look: Look, box: QRectF, strip: PairStrip, mark: Mark) -> QPointF:
    """The middle of a mark of a strip that is painted into the box."""
    return QPointF(Axis(box, look, strip.begins_on, strip.ends_on).x(mark.day), box.center().y())


def paint_strip(
    painter: QPainter, look: Look, box: QRectF, strip: PairStrip, today: date, marked: Mark | None = None
) -> None:
    """The axis, the silences with their days, today's line, the marks on top of all, and the focus around one."""
    axis = Axis(box, look, strip.begins_on, strip.ends_on)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = box.center().y()
    painter.fillRect(QRectF(axis.left, middle - 0.5, axis.width, 1), look.colour("line"))
    if strip.begins_on <= today <= strip.ends_on:
        painter.fillRect(QRectF(axis.x(today) - 0.5, box.top(), look.px(1), box.height()), look.colour("accent"))
    free_from = box.left()
    for gap in strip.gaps:
        free_from = _paint_gap(painter, look, axis, middle, gap, free_from)
    radius = min(_RADIUS * look.zoom / 100, max(_LEAST * look.zoom / 100, axis.width / _ROOMY))
    for mark in marks(strip):
        paint_sign(painter, look, QPointF(axis.x(mark.day), middle), mark.sign, radius)
    if marked is not None:
        painter.setPen(QPen(look.colour("focus"), look.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = radius + look.px(3)
        painter.drawEllipse(QPointF(axis.x(marked.day), middle), around, around)
    painter.restore()


def paint_sign(painter: QPainter, look: Look, at: QPointF, sign: Sign, radius: float = 0.0) -> None:
    """One mark; told apart by shape, not by colour alone. `radius` in pixels; 0 is the usual one."""
    radius = radius or _RADIUS * look.zoom / 100
    thick = radius * 0.4
    ink, ground = look.colour("accent"), look.colour("surface")
    match sign:
        case Sign.HELD:
            painter.setPen(QPen(ground, thick / 3))
            painter.setBrush(ink)
            painter.drawEllipse(at, radius, radius)
        case Sign.MOVED:
            painter.setPen(QPen(ink, thick))
            painter.setBrush(ground)
            painter.drawEllipse(at, radius - thick / 2, radius - thick / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(at, radius * 0.32, radius * 0.32)
        case Sign.PLANNED:
            painter.setPen(QPen(look.colour("edge"), thick * 0.75))
            painter.setBrush(ground)
            painter.drawEllipse(at, radius - thick, radius - thick)
        case Sign.CANCELLED:
            arm = radius
            painter.fillRect(QRectF(at.x() - arm, at.y() - arm, 2 * arm, 2 * arm), ground)
            painter.setPen(QPen(look.colour("ink"), max(1.4, thick), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
            painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))


class Axis:
    """Days on a line from the pair's first to its last."""

    def __init__(self, box: QRectF, look: Look, first: date, last: date) -> None:
        edge = look.px(_EDGE)
        self.left = box.left() + edge
        self.width = max(1.0, box.width() - 2 * edge)
        self._first = first
        self._days = max(1, (last - first).days)

    def x(self, day: date) -> float:
        """A day outside of the axis stands at its end."""
        share = (day - self._first).days / self._days
        return self.left + self.width * min(1.0, max(0.0, share))


def _paint_gap(painter: QPainter, look: Look, axis: Axis, middle: float, gap: Gap, free_from: float) -> float:
    """The line, and its days over it where no other number stands; where the next number may begin."""
    first, last = axis.x(gap.first), axis.x(gap.last)
    painter.fillRect(QRectF(first, middle - look.px(1), last - first, look.px(3)), look.colour("warn"))
    font = look.font(Size.CAPTION, strong=True)
    metrics = QFontMetricsF(font)
    words = spoken().number(gap.days)
    width = metrics.horizontalAdvance(words)
    left = max(axis.left, (first + last - width) / 2)
    if left < free_from:
        return free_from
    painter.setFont(font)
    painter.setPen(look.colour("warn"))
    above = QRectF(left, middle - look.px(5) - metrics.height(), width + 1, metrics.height())
    painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), words)
    return left + width + look.px(4)


def _day_of(mark: Mark, year_before: int | None) -> str:
    """With its year only where that is another one than was said before."""
    day = _day(spoken(), mark.day, with_year=mark.day.year != year_before)
    if mark.sign is Sign.MOVED and mark.planned_on is not None:
        return tr("{day} (planned for {planned})", day=day, planned=_day(spoken(), mark.planned_on))
    return day


def _silence(gap: Gap) -> str:
    first, last = _day(spoken(), gap.first), _day(spoken(), gap.last, with_year=True)
    return ntr("{count} day ({first} to {last})", "{count} days ({first} to {last})", gap.days, first=first, last=last)


@lru_cache(maxsize=4_096)
def _day(catalog: Catalog, day: date, *, with_year: bool = False) -> str:
    """Kept: the same few hundred days stand on thousands of strips."""
    return catalog.date(day) if with_year else catalog.day_month(day)


def last_held(conversations: Sequence[ConversationMark]) -> date | None:
    return max(_held(conversations), default=None)


def _held(conversations: Iterable[ConversationMark]) -> Iterable[date]:
    return (each.day for each in conversations if each.outcome is not Outcome.CANCELLED)
