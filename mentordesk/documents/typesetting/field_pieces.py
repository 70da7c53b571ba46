"""What a field looks like on the page: a frame to write in, a box to tick, the box of one answer.

How fields stand among labels and in tables: entries.py. What they are in the file: form_fields.py.
"""

from __future__ import annotations

from mentordesk.documents.typesetting import page
from mentordesk.documents.typesetting.breaking import broken
from mentordesk.documents.typesetting.form_fields import Answer as Answer
from mentordesk.documents.typesetting.form_fields import Asked as Asked
from mentordesk.documents.typesetting.form_fields import FormCanvas, Shown
from mentordesk.documents.typesetting.lines import PITCH, Box
from mentordesk.documents.typesetting.page import Style
from mentordesk.documents.typesetting.pieces import Piece, Text
from mentordesk.documents.typesetting.tagged import Element, TaggedCanvas
from mentordesk.domain.forms import AnswerKind

INSET = 4.0  # points, from a field's frame to what stands in it


class Lines:
    """What stands in a field, broken to its width."""

    def __init__(self, value: str, style: Style, width: float) -> None:
        self.value, self.style = value, style
        self.lines = broken(value, style, width) if value else []

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading


class TextBox(Piece):
    """A frame to write in; what is known already stands in it."""

    below = 5.0

    def __init__(self, lines: Lines, tall: float, asked: Asked, element: Element | None, *, framed: bool) -> None:
        """Without an element there is nothing in it, and it is for a pen."""
        self._lines, self._tall, self._asked, self._element, self._framed = lines, tall, asked, element, framed
        if not framed:
            self.below = 0.0

    def height(self, width: float) -> float:
        return self._tall

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        if self._framed:
            _frame(canvas, left, top, width, self._tall)
        many = self._asked.field.kind is AnswerKind.LINES or len(self._lines.lines) > 1
        inset = INSET if many else (self._tall - self._lines.style.leading) / 2
        if self._element is None:
            if many and self._framed:
                _rules(canvas, left, top, width, self._tall)
            return
        if not isinstance(canvas, FormCanvas):
            words = Text(self._lines.value, self._lines.style, self._element)
            words.draw(canvas, left + INSET, top - inset, width - 2 * INSET)
            return
        box = (left, top - self._tall, left + width, top)
        shown = Shown(self._lines.lines, self._lines.style, INSET, inset)
        canvas.text_field(self._element, box, self._asked, self._lines.value, shown, many=many)


class TickBox(Piece):
    """A box that is ticked on screen, where Box is ticked with a pen."""

    def __init__(self, style: Style, element: Element, asked: Asked, ticked: bool) -> None:
        self.above, self.below = style.above, style.below
        self._style, self._element, self._asked, self._ticked = style, element, asked, ticked

    def height(self, width: float) -> float:
        return self._style.leading

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        assert isinstance(canvas, FormCanvas), "a field is for the edition that has fields"
        canvas.tick_field(self._element, _square(left, top, self._style), self._asked, ticked=self._ticked)


class AnswerBox(Piece):
    """The box of one answer out of several."""

    def __init__(self, style: Style, element: Element, asked: Asked, answer: Answer) -> None:
        self.above, self.below = style.above, style.below
        self._style, self._element, self._asked, self._answer = style, element, asked, answer

    def height(self, width: float) -> float:
        return self._style.leading

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        assert isinstance(canvas, FormCanvas), "a field is for the edition that has fields"
        canvas.answer_field(self._element, _square(left, top, self._style), self._asked, self._answer)


def _square(left: float, top: float, style: Style) -> tuple[float, float, float, float]:
    middle, half = top - style.leading / 2, Box.SIDE / 2
    return left + 0.5, middle - half, left + 0.5 + Box.SIDE, middle + half


def _frame(canvas: TaggedCanvas, left: float, top: float, width: float, tall: float) -> None:
    with canvas.artifact():
        canvas.setStrokeColorRGB(*page.PEN_LINE)
        canvas.setLineWidth(0.6)
        canvas.setDash()
        canvas.rect(left, top - tall, width, tall)


def _rules(canvas: TaggedCanvas, left: float, top: float, width: float, tall: float) -> None:
    """Faint lines in a high frame, to write on straight."""
    with canvas.artifact():
        canvas.setStrokeColorRGB(*page.HAIRLINE)
        canvas.setLineWidth(0.4)
        for number in range(1, int(tall // PITCH) + 1):
            at = top - number * PITCH
            if at > top - tall + 4:
                canvas.line(left + INSET, at, left + width - INSET, at)
