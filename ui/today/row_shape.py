"""Where everything of a row stands: asked when it is measured, painted and clicked, so that the three agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.alerts import URGENCY_NAMES, Urgency
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.today import Hiding, TakenStep
from ui.language import ntr, say, spoken, tr
from ui.theme import Look, Size
from ui.today.leads import COUNT_DAYS
from ui.today.rows import Heading, HiddenOnes, Line, More, Row, Task
from ui.today.wrapping import Piece, Run, Wrapper
from ui.widgets.due_words import due

MARK_RECEIVED = msg("Mark as received")
_SIDE = 16  # pixels at 100 %, as all here
_TOP = 12
_DISC = 34
_GAP = 12
_BUTTON = 30
_BESIDE = 280  # narrower than this beside the button, the text takes the whole row
_LEAST_BUTTON = 132
_LINK = 24


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in a box."""

    text: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class Shape:
    """Relative to the row's own corner."""

    height: int
    beside: bool  # button and due stand beside the text, not under it
    lines: tuple[tuple[Piece, ...], ...]  # who and what
    rule: tuple[tuple[Piece, ...], ...]
    text_left: float
    text_top: float
    disc: QRectF
    button: Spot
    due: Spot
    link: Spot | None


class RowShaper:
    """For one look and language; shapes are kept until the width is another one."""

    def __init__(self, look: Look, day: date) -> None:
        self._look = look
        self._day = day
        self.body = Wrapper(look.font(), look.font(strong=True))
        self.small = Wrapper(look.font(Size.SMALL), look.font(Size.SMALL, strong=True))
        self._shapes: dict[str, Shape] = {}
        self._width = 0

    def height(self, row: Row, width: int) -> int:
        match row:
            case Heading():
                return self._look.px(44)
            case More() | HiddenOnes():
                return self._look.px(44)
            case Line(task):
                return self.shape(task, width).height

    def shape(self, task: Task, width: int) -> Shape:
        if width != self._width:
            self._shapes.clear()
            self._width = width
        found = self._shapes.get(task.key)
        if found is None:
            found = self._shapes[task.key] = self._shaped(task, width)
        return found

    def _shaped(self, task: Task, width: int) -> Shape:
        px = self._look.px
        action, late = say(task.action), self.due_words(task)
        button = self.body.width(action) + px(26)
        side = max(button, self.small.width(late, strong=True), px(_LEAST_BUTTON))
        left = px(_SIDE) + px(_DISC) + px(_GAP)
        room = width - left - px(_SIDE)
        beside = room - side - px(_SIDE) >= px(_BESIDE)
        text = room - side - px(_SIDE) if beside else room
        lines = self.body.lines(self._said(task), text)
        rule = self.small.lines(self._rule(task), text)
        top = float(px(_TOP))
        below = top + len(lines) * self.body.height + px(2) + len(rule) * self.small.height
        tall = px(_BUTTON)
        if beside:
            right = width - px(_SIDE)
            first = top + (self.small.height + px(6) if late else 0)
            due_box = QRectF(right - side, top, side, self.small.height)
            button_box = QRectF(right - button, first, button, tall)
        else:
            wide = min(button, text)
            button_box = QRectF(left, below + px(8), wide, tall)
            after = left + wide + px(_GAP)
            due_box = QRectF(after, below + px(8), max(0.0, left + text - after), tall)
            below = button_box.bottom()
            if late and self.small.width(late, strong=True) > due_box.width():
                due_box = QRectF(left, below + px(4), text, self.small.height)
                below = due_box.bottom()
        link = self._link(task, left, below)
        end = max(below, button_box.bottom(), top + px(_DISC), link.box.bottom() if link else 0)
        return Shape(
            round(end) + px(_TOP),
            beside,
            lines,
            rule,
            left,
            top,
            QRectF(px(_SIDE), top, px(_DISC), px(_DISC)),
            Spot(action, button_box),
            Spot(late, due_box),
            link,
        )

    def _link(self, task: Task, left: float, below: float) -> Spot | None:
        if task.paper is None:
            return None
        text = say(MARK_RECEIVED)
        px = self._look.px
        return Spot(text, QRectF(left, below + px(4), self.body.width(text, strong=True) + px(2), px(_LINK)))

    def _said(self, task: Task) -> list[Run]:
        name = task.entry.subject.name
        said = Run(say(task.entry.sentence), strong=not name)
        return [Run(name, strong=True), Run("·"), said] if name else [said]

    def _rule(self, task: Task) -> list[Run]:
        said = [Run(task.programme, strong=True), Run("·")] if task.programme else []
        said.append(Run(say(task.entry.rule) if task.hiding is None else say(hidden_words(task.hiding))))
        if task.entry.steps and task.hiding is None:
            said.append(Run(say(step_words(task.entry.steps[-1])), strong=True))
        return said

    def due_words(self, task: Task) -> str:
        """Nothing where the sentence says so already; the exact day is in the tip."""
        entry = task.entry
        quiet = entry.due is None or entry.alert in COUNT_DAYS or task.hiding is not None
        return "" if quiet or entry.due is None else say(due(entry.due, self._day))

    def due_tip(self, task: Task) -> str:
        return "" if task.entry.due is None else tr("Due: {day}", day=spoken().date(task.entry.due, "full"))


def heading_words(row: Heading) -> str:
    return say(URGENCY_NAMES[row.section])


def hidden_words(hiding: Hiding) -> Message:
    return msg("Hidden until {day}: {reason}", day=hiding.until, reason=hiding.reason)


def step_words(taken: TakenStep) -> Message:
    """What was done about it last."""
    day = taken.taken_on
    match taken.step:
        case LadderStep.REMINDED:
            return msg("Reminded on {day}.", day=day)
        case LadderStep.ASKED:
            return msg("Asked on {day} how it is going.", day=day)
        case LadderStep.TALKED:
            return msg("Talked with both on {day}.", day=day)
        case LadderStep.ENDING_DISCUSSED:
            return msg("Talked about ending the pair on {day}.", day=day)


def hidden_ones_words(row: HiddenOnes) -> str:
    if row.open:
        return tr("Hide them again")
    return ntr("{count} task can wait: show it", "{count} tasks can wait: show them", row.count)


def more_words(row: More) -> str:
    return tr("Show fewer") if row.open else ntr("Show all {count}", "Show all {count}", row.count)


SECTION_SIGNS: dict[Urgency, tuple[str, str]] = {
    Urgency.OVERDUE: ("warning", "bad"),
    Urgency.TODAY: ("today", "accent"),
    Urgency.THIS_WEEK: ("calendar", "ink_2"),
    Urgency.WAITING: ("clock", "ink_2"),
}
"""Section -> icon and its colour."""
GROUNDS = {"bad": "bad_soft", "accent": "soft", "ink_2": "raised"}
"""Colour of a sign -> the ground it stands on."""
