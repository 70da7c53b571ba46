"""Breaking text into lines, fast enough for thousands of rows: words are measured once and remembered.

The same lines are measured and painted, so that nothing painted is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

_LONGEST = 600  # letters of one run: no row grows without end
_REMEMBERED = 20_000  # words


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one weight."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """What is painted in one go, so far from the line's beginning."""

    text: str
    strong: bool
    left: float


class Wrapper:
    """One size of type in its two weights."""

    def __init__(self, plain: QFont, strong: QFont) -> None:
        self.fonts = {False: plain, True: strong}
        self._metrics = {weight: QFontMetricsF(font) for weight, font in self.fonts.items()}
        self._widths: dict[tuple[str, bool], float] = {}
        self.height = self._metrics[False].lineSpacing()
        self.ascent = self._metrics[False].ascent()

    def width(self, text: str, *, strong: bool = False) -> float:
        found = self._widths.get((text, strong))
        if found is None:
            if len(self._widths) > _REMEMBERED:
                self._widths.clear()
            found = self._widths[text, strong] = self._metrics[strong].horizontalAdvance(text)
        return found

    def lines(self, runs: Sequence[Run], width: float) -> tuple[tuple[Piece, ...], ...]:
        """White space of any kind is one blank; a word that is wider than a line is broken within."""
        lines: list[list[tuple[str, bool]]] = [[]]
        used = 0.0
        for word, strong in self._words(runs, width):
            wide = self.width(word, strong=strong)
            blank = self.width(" ", strong=strong) if lines[-1] else 0.0
            if lines[-1] and used + blank + wide > width:
                lines.append([])
                used = blank = 0.0
            lines[-1].append((word, strong))
            used += blank + wide
        return tuple(self._placed(line) for line in lines if line)

    def _words(self, runs: Sequence[Run], width: float) -> Iterable[tuple[str, bool]]:
        for run in runs:
            text = run.text if len(run.text) <= _LONGEST else run.text[:_LONGEST] + "…"
            for word in text.split():
                rest = word
                while len(rest) > 1 and self.width(rest, strong=run.strong) > width:
                    fits = self._fitting(rest, run.strong, width)
                    yield rest[:fits], run.strong
                    rest = rest[fits:]
                yield rest, run.strong

    def _fitting(self, word: str, strong: bool, width: float) -> int:
        """How many letters of the word fit; at least one."""
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._metrics[strong].horizontalAdvance(word[:middle]) <= width:
                low = middle
            else:
                high = middle - 1
        return low

    def _placed(self, line: Sequence[tuple[str, bool]]) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        left = 0.0
        for word, strong in line:
            if pieces and pieces[-1].strong is strong:
                pieces[-1] = Piece(f"{pieces[-1].text} {word}", strong, pieces[-1].left)
                left += self.width(" ", strong=strong) + self.width(word, strong=strong)
                continue
            left += self.width(" ", strong=strong) if pieces else 0.0
            pieces.append(Piece(word, strong, left))
            left += self.width(word, strong=strong)
        return tuple(pieces)
