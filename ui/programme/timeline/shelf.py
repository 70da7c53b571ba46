"""Where the rows of the timeline lie one under the other, in pixels under its head."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ui.programme.timeline.painter import HEAD, LANE, PAIR, Placed
from ui.programme.timeline.rows import ChartRow
from ui.theme import Look


class Shelf:
    def __init__(self, look: Look, rows: Sequence[ChartRow]) -> None:
        self._rows, self._head = rows, look.px(HEAD)
        heights = (look.px(LANE if row.strip is None else PAIR) for row in rows)
        self._tops = [0, *accumulate(heights)]  # and the last one's bottom

    @property
    def height(self) -> int:
        """Of all, with the head."""
        return self._tops[-1] + self._head

    def place(self, row: int) -> tuple[int, int]:
        """Top and height."""
        return self._tops[row], self._tops[row + 1] - self._tops[row]

    def seen(self, scrolled: int, room: int) -> Iterator[Placed]:
        """The rows of which something is in sight, with their tops in the view."""
        first = max(0, bisect_right(self._tops, scrolled) - 1)
        for number in range(first, len(self._rows)):
            top, height = self.place(number)
            if top - scrolled + self._head > room:
                return
            yield Placed(self._rows[number], top - scrolled + self._head, height)
