"""The way in (ux.md 5.1): three steps to the first pairs, ticked as they are done; gone when there are pairs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg
from ui.icons import pixmap
from ui.language import say, spoken, tr
from ui.theme import Look, Size, Space
from ui.today.overview import Overview
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import label

_BRIEF_FROM = 150  # per cent: from here steps that are done leave their room to the tasks


@dataclass(frozen=True, slots=True)
class Step:
    title: Message
    why: Message
    action: Message
    leads_to: Subject
    done: bool


def steps_of(overview: Overview) -> tuple[Step, ...]:
    return (
        Step(
            msg("Make a programme"),
            msg("A template lays out its meetings and deadlines from the day it starts."),
            msg("Choose a template"),
            Subject.PROGRAMMES,
            bool(overview.programmes),
        ),
        Step(
            msg("Bring in people"),
            msg("From a spreadsheet, or one by one: mentees and mentors."),
            msg("Open the participants"),
            Subject.PARTICIPATIONS,
            overview.people,
        ),
        Step(
            msg("Find pairs"),
            msg("The best plan for all, with its reasons; you decide and approve."),
            msg("Open the matching"),
            Subject.SCENARIOS,
            overview.matched,
        ),
    )


class StepsCard(QFrame):
    wanted = Signal(object)  # Subject

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("steps")
        self._look = look
        self._down = column(look, within=self, space=Space.AROUND, edge=Space.AROUND)
        if look.zoom >= _BRIEF_FROM:
            self._down.setSpacing(look.px(Space.WITHIN))
        self.hide()

    def show_steps(self, overview: Overview) -> None:
        """The focus stays on a step's button if it has one still."""
        focused = self.focusWidget()
        name = focused.objectName() if self.isAncestorOf(focused) and focused.hasFocus() else ""
        clear(self._down)
        steps = steps_of(overview)
        self.setVisible(not all(step.done for step in steps))
        if self.isHidden():
            return
        brief = self._look.zoom >= _BRIEF_FROM
        kind = "strong" if brief else "heading"
        self._down.addWidget(label(tr("Three steps to the first pairs"), kind, wrap=True))
        first_open = next(number for number, step in enumerate(steps) if not step.done)
        for number, step in enumerate(steps):
            if not (brief and step.done):
                self._down.addLayout(self._step(number, step, main=number == first_open))
        button_before = self.findChild(QWidget, name) if name else None
        if button_before is not None:
            button_before.setFocus()

    def _step(self, number: int, step: Step, *, main: bool) -> QHBoxLayout:
        across = row(self._look, space=Space.AROUND)
        beside = Qt.AlignmentFlag.AlignVCenter if step.done else Qt.AlignmentFlag.AlignTop
        across.addWidget(Mark(self._look, number + 1, done=step.done), 0, beside)
        words = column(self._look, space=Space.WITHIN)
        words.setSpacing(self._look.px(2))
        words.addWidget(label(say(step.title), "strong", wrap=True))
        if not step.done:
            words.addWidget(label(say(step.why), "second", wrap=True))
        across.addLayout(words, 1)
        if step.done:
            across.addWidget(Chip(self._look, tr("Done"), "good"))
        else:
            across.addWidget(
                button(
                    say(step.action),
                    lambda: self.wanted.emit(step.leads_to),
                    name=f"step{number + 1}",
                    kind="main" if main else "",
                )
            )
        return across


class Mark(QWidget):
    """A step's number in a circle, or a tick once it is done."""

    def __init__(self, look: Look, number: int, *, done: bool) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._done = done
        self.setFixedSize(look.px(34), look.px(34))
        self.setAccessibleName(tr("Done") if done else spoken().number(number))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("good_soft" if self._done else "soft"))
        circle = QRectF(self.rect())
        painter.drawEllipse(circle)
        if self._done:
            side = look.px(18)
            drawn = pixmap("tick", look.colour("good"), side, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)
        else:
            painter.setPen(look.colour("accent"))
            painter.setFont(look.font(Size.BODY, strong=True))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, spoken().number(self._number))
        painter.end()
