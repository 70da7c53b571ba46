"""What a page draws, and where: each run of text with its place, whether it is read out, and how far strokes reach.

Told from the page's own content stream, so it is what a printer puts on the sheet and not what the program meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pikepdf

_ENTRY = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
_UNSEEN = 3  # text rendering mode
_UNIT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Box:
    """In points, from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def within(self, other: Box, slack: float = 0.5) -> bool:
        return (
            self.left >= other.left - slack
            and self.bottom >= other.bottom - slack
            and self.right <= other.right + slack
            and self.top <= other.top + slack
        )

    def meets(self, other: Box, slack: float = 0.7) -> bool:
        """They cover each other by more than `slack` points both ways."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.top, other.top) - max(self.bottom, other.bottom) > slack
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in a row; `mark` is the number of their marked content, None in an artifact."""

    text: str
    mark: int | None
    box: Box  # of the small letters' height; what hangs and what stands out is not in it
    seen: bool = True


@dataclass(slots=True)
class DrawnPage:
    runs: list[Run] = field(default_factory=list)
    strokes: list[Box] = field(default_factory=list)  # of each path's points
    fields: list[tuple[str, Box]] = field(default_factory=list)  # names of what can be typed in

    def text(self, mark: int | None) -> str:
        return "".join(run.text for run in self.runs if run.mark == mark)


@dataclass(frozen=True, slots=True)
class _Face:
    letters: dict[int, str]
    widths: list[float]
    first: int

    def width(self, code: int) -> float:
        return self.widths[code - self.first] / 1000


class _Pen:
    """The state of drawing; of transformations our pages need moves and scales only."""

    def __init__(self, faces: dict[str, _Face]) -> None:
        self._faces = faces
        self._matrix = _UNIT
        self._kept: list[tuple[float, ...]] = []
        self._marks: list[int | None] = []
        self._face: _Face | None = None
        self._size = self._leading = self._x = self._line_x = self._y = 0.0
        self._mode = 0
        self._points: list[tuple[float, float]] = []
        self.page = DrawnPage()

    def take(self, operator: str, operands: list) -> None:
        match operator:
            case "q":
                self._kept.append(self._matrix)
            case "Q":
                self._matrix = self._kept.pop()
            case "cm":
                self._matrix = _times(tuple(float(value) for value in operands), self._matrix)
            case "BMC":
                self._marks.append(None)
            case "BDC":
                self._marks.append(int(operands[1]["/MCID"]))
            case "EMC":
                self._marks.pop()
            case "m" | "l":
                self._points.append((float(operands[0]), float(operands[1])))
            case "re":
                left, bottom, width, height = (float(value) for value in operands)
                self._points += [(left, bottom), (left + width, bottom + height)]
            case "S" | "f" | "f*" | "B" | "b" | "s":
                self._stroke()
            case "n":
                self._points = []
            case _:
                self._write(operator, operands)

    def _write(self, operator: str, operands: list) -> None:
        match operator:
            case "Tf":
                self._face, self._size = self._faces[str(operands[0])], float(operands[1])
            case "TL":
                self._leading = float(operands[0])
            case "Tr":
                self._mode = int(operands[0])
            case "BT":
                self._x = self._line_x = self._y = 0.0
            case "Tm":
                assert [float(value) for value in operands[:4]] == [1, 0, 0, 1], "slanted text is not expected"
                self._x = self._line_x = float(operands[4])
                self._y = float(operands[5])
            case "Td":
                self._line_x += float(operands[0])
                self._x, self._y = self._line_x, self._y + float(operands[1])
            case "T*":
                self._x, self._y = self._line_x, self._y - self._leading
            case "Tj":
                self._say(bytes(operands[0]))
            case "TJ" | "'" | '"':
                raise AssertionError(f"{operator} is not expected of our papers")

    def _say(self, codes: bytes) -> None:
        assert self._marks, "text outside of all elements and artifacts"
        assert self._face is not None
        text = "".join(self._face.letters[code] for code in codes)
        shown = codes[: len(text.rstrip(" "))] if len(text) == len(codes) else codes
        width = self._size * sum(map(self._face.width, codes))
        to_last = self._size * sum(map(self._face.width, shown))
        left, bottom = self._at(self._x, self._y)
        right, top = self._at(self._x + to_last, self._y + 0.48 * self._size)
        self._x += width
        box = Box(left, bottom, right, top)
        self.page.runs.append(Run(text, self._marks[-1], box, self._mode != _UNSEEN))

    def _stroke(self) -> None:
        if self._points:
            points = [self._at(*point) for point in self._points]
            across, along = [x for x, _ in points], [y for _, y in points]
            self.page.strokes.append(Box(min(across), min(along), max(across), max(along)))
        self._points = []

    def _at(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._matrix
        return a * x + c * y + e, b * x + d * y + f

    def close(self) -> DrawnPage:
        assert not self._marks
        return self.page


def drawn(page: pikepdf.Page) -> DrawnPage:
    """What stands on the page; the values of fields are their own appearances and not in it."""
    pen = _Pen({name: _face(font) for name, font in page.Resources.get("/Font", {}).items()})
    for operands, operator in pikepdf.parse_content_stream(page):
        pen.take(str(operator), operands)
    told = pen.close()
    for annotation in page.get("/Annots", []):
        if annotation.Subtype == "/Widget":
            name = str(annotation.get("/T", "") or annotation.Parent.T)
            told.fields.append((name, Box(*(float(value) for value in annotation.Rect))))
    return told


def _face(font: pikepdf.Object) -> _Face:
    entries = _ENTRY.findall(font.ToUnicode.read_bytes())
    letters = {int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for code, letter in entries}
    return _Face(letters, [float(width) for width in font.Widths], int(font.FirstChar))


def _times(one: tuple[float, ...], two: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    g, h, i, j, k, l = two  # noqa: E741  # the letters of a matrix
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l)
