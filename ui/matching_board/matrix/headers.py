"""The names on both sides of the matrix: mentees in a column that stays, mentors slanted over theirs."""

from __future__ import annotations

from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme import Look

_SLANT = 58  # degrees upwards
_DOWN = 168  # px at 100 %: width of the mentees' names
_LEAST, _MOST, _MOST_LOW = 9, 13, 11  # px at 100 %: size of the names
_HIGH = 80  # px at 100 %: less is little room for the mentors' names


class Names(QHeaderView):
    """What both sides have in common; the current and the pointed row or column stand out."""

    def __init__(self, look: Look, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._look = look
        self._marked = (-1, -1)
        self._most = _MOST
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mark(self, current: int, pointed: int) -> None:
        if (current, pointed) != self._marked:
            self._marked = (current, pointed)
            self.viewport().update()

    def name(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")

    def dress(self, painter: QPainter, section: int) -> QFontMetrics:
        """Font and ink of a name."""
        look = self._look
        current, pointed = self._marked
        font = look.font(strong=section == current)
        font.setPixelSize(max(look.px(_LEAST), min(look.px(self._most), self.defaultSectionSize() - look.px(3))))
        painter.setFont(font)
        painter.setPen(look.colour("ink" if section in (current, pointed) else "ink_2"))
        return QFontMetrics(font)

    def visible(self, rect: QRect) -> range:
        across = self.orientation() is Qt.Orientation.Horizontal
        first = max(0, self.visualIndexAt(rect.left() if across else rect.top()))
        last = self.visualIndexAt(rect.right() if across else rect.bottom())
        return range(first, (self.count() if last < 0 else last + 1))


class NamesDown(Names):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Qt.Orientation.Vertical, parent)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._look.px(_DOWN), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        look, height = self._look, self.defaultSectionSize()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look.colour("surface"))
        for section in self.visible(event.rect()):
            spot = QRect(look.px(8), self.sectionViewportPosition(section), self.width() - look.px(16), height)
            metrics = self.dress(painter, section)
            name = metrics.elidedText(self.name(section), Qt.TextElideMode.ElideRight, spot.width())
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
        painter.end()


class NamesAcross(Names):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Qt.Orientation.Horizontal, parent)
        self._height = 104

    def set_height(self, height: int) -> None:
        """In pixels at 100 %."""
        if height != self._height:
            self._height = height
            self._most = _MOST if height >= _HIGH else _MOST_LOW
            self.setFixedHeight(self._look.px(height))

    @property
    def reach(self) -> int:
        """How far the longest name leans over the columns after its own, in pixels."""
        return round(self.height() / sin(radians(_SLANT)) * cos(radians(_SLANT)))

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(0, self._look.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """All of what can be seen: a slanted name begins over one column and ends over others."""
        look, width, height = self._look, self.defaultSectionSize(), self.height()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), look.colour("surface"))
        for section in self.visible(self.viewport().rect().adjusted(-self.reach, 0, 0, 0)):
            left = self.sectionViewportPosition(section) + width / 2
            metrics = self.dress(painter, section)
            room = min(height / sin(radians(_SLANT)), (self.width() - left) / cos(radians(_SLANT))) - metrics.height()
            name = metrics.elidedText(self.name(section), Qt.TextElideMode.ElideRight, int(room))
            painter.save()
            painter.translate(QPointF(left, height - look.px(4)))
            painter.rotate(-_SLANT)
            painter.drawText(QPointF(0, metrics.ascent() / 2 - look.px(1)), name)
            painter.restore()
        painter.end()
