"""A table over pages: one element, its head repeated but read out once, its rows whole."""

from __future__ import annotations

from collections.abc import Sequence

from mentordesk.documents.typesetting.lines import Rule
from mentordesk.documents.typesetting.pieces import Across, Halves, Piece
from mentordesk.documents.typesetting.tagged import TaggedCanvas

_PADDING = 4.0  # over and under a row's text


class Table(Piece):
    """Rows under a head, hairlines between them."""

    above = below = 6.0

    def __init__(
        self,
        head: Across,
        rows: Sequence[Across],
        *,
        lowest: float = 0.0,
        continued: bool = False,
        padding: float = _PADDING,
    ) -> None:
        """`lowest` is the least height of a row's text, for cells to write in; `padding` is over and under it."""
        self.head, self.rows, self.lowest, self.continued = head, tuple(rows), lowest, continued
        self.padding = padding

    def height(self, width: float) -> float:
        return self._row_height(self.head, width) + sum(self._row_height(row, width) for row in self.rows)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        if self.continued:
            with canvas.artifact():
                self.head.draw(canvas, left, top - self.padding, width)
        else:
            self.head.draw(canvas, left, top - self.padding, width)
        top -= self._row_height(self.head, width)
        for row in self.rows:
            Rule(0).draw(canvas, left, top, width)
            row.draw(canvas, left, top - self.padding, width)
            top -= self._row_height(row, width)
        Rule(0).draw(canvas, left, top, width)

    def split(self, width: float, room: float) -> Halves:
        room -= self._row_height(self.head, width)
        for i, row in enumerate(self.rows):
            height = self._row_height(row, width)
            if height > room:
                return self._cut(i, width, room)
            room -= height
        return self, None

    def _cut(self, i: int, width: float, room: float) -> Halves:
        if i:
            return self._part(self.rows[:i], self.continued), self._part(self.rows[i:], continued=True)
        head, tail = self.rows[0].split(width, room - 2 * self.padding)
        if not (isinstance(head, Across) and isinstance(tail, Across)):
            return None, self
        rest = (tail, *self.rows[1:])
        return self._part((head,), self.continued), self._part(rest, continued=True)

    def _part(self, rows: Sequence[Across], continued: bool) -> Table:
        return Table(self.head, rows, lowest=self.lowest, continued=continued, padding=self.padding)

    def aired(self, air: float) -> Table:
        return Table(self.head, self.rows, lowest=self.lowest, padding=air * _PADDING)

    def _row_height(self, row: Across, width: float) -> float:
        least = 0.0 if row is self.head else self.lowest
        return max(row.height(width), least) + 2 * self.padding
