"""How it stands: the next joint meeting with its head count, and each programme's figures (R68), in words and bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentordesk.i18n.message import Message, msg
from mentordesk.queries.today import ProgrammeCounts
from ui.language import ntr, say, spoken, tr
from ui.theme import Look, Space
from ui.today.overview import Ahead, Overview
from ui.today.phases import phase
from ui.widgets.buttons import button
from ui.widgets.due_words import when
from ui.widgets.frames import clear, column, frame, row
from ui.widgets.labels import label, set_tip


@dataclass(frozen=True, slots=True)
class Figure:
    """So many of so many; `whole` 0: there is nothing to compare with yet."""

    title: Message
    part: int
    whole: int


def figures_of(counts: ProgrammeCounts) -> tuple[Figure, ...]:
    return (
        Figure(msg("Mentees selected"), counts.selected, counts.applied),
        Figure(msg("Mentees matched"), counts.matched, counts.selected),
        Figure(msg("Pairs active"), counts.active, counts.matched),
        Figure(
            msg("Conversations held, of those expected by now"),
            counts.conversations_held,
            counts.conversations_expected,
        ),
    )


class Bar(QWidget):
    """A share as a thin line; the words beside it say the same."""

    def __init__(self, look: Look, share: float) -> None:
        super().__init__()
        self._look = look
        self._share = min(1.0, max(0.0, share))
        self.setFixedHeight(look.px(6))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = whole.height() / 2
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("raised"))
        painter.drawRoundedRect(whole, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        if self._share:
            part = QRectF(self.rect())
            part.setWidth(max(part.height(), part.width() * self._share))
            painter.drawRoundedRect(part, radius, radius)
        painter.end()


class Standing(QWidget):
    meeting_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("standing")
        self._look = look
        down = column(look, within=self, space=Space.AROUND)
        self._meeting = QVBoxLayout()
        self._programmes = column(look, space=Space.AROUND)
        down.addLayout(self._meeting)
        down.addLayout(self._programmes)
        down.addStretch(1)

    def show_overview(self, overview: Overview) -> None:
        clear(self._programmes)
        several = len(overview.programmes) > 1  # one programme says its phase in the header
        phases = {one.id: one for one in overview.programmes}
        for counts in overview.today.counts:
            programme = phases.get(counts.programme)
            at = phase(programme, overview.today.day, matched=bool(counts.matched)) if programme and several else None
            self._programmes.addWidget(self._programme(counts, at))

    def show_ahead(self, ahead: Ahead) -> None:
        clear(self._meeting)
        if ahead.meeting is not None:
            self._meeting.addWidget(self._next_meeting(ahead))

    def _next_meeting(self, ahead: Ahead) -> QFrame:
        look, meeting = self._look, ahead.meeting
        assert meeting is not None
        card = frame("card")
        card.setObjectName("nextMeeting")
        down = column(look, within=card, space=Space.WITHIN, edge=Space.AROUND)
        down.addWidget(label(tr("Next joint meeting"), "second"))
        down.addWidget(label(say(meeting.title), "strong", wrap=True))
        away = tr("{day}, {when}", day=spoken().date(meeting.day, "long"), when=when(meeting.day, ahead.day))
        day = label(away, wrap=True)
        set_tip(day, spoken().date(meeting.day, "full"))
        down.addWidget(day)
        for line in filter(None, (meeting.place, _heads(ahead))):
            down.addWidget(label(line, "second", wrap=True))
        link = button(tr("Open in the calendar"), lambda: self.meeting_wanted.emit(meeting.meeting), name="openMeeting")
        across = row(look)
        across.setContentsMargins(0, look.px(Space.BETWEEN), 0, 0)
        across.addWidget(link)
        across.addStretch(1)
        down.addLayout(across)
        return card

    def _programme(self, counts: ProgrammeCounts, at: Message | None) -> QFrame:
        look = self._look
        card = frame("card")
        card.setObjectName("programmeStanding")
        down = column(look, within=card, space=Space.WITHIN, edge=Space.AROUND)
        down.addWidget(label(counts.name, "strong", wrap=True))
        if at is not None:
            down.addWidget(label(say(at), "second", wrap=True))
        applied = ntr("{count} mentee has applied", "{count} mentees have applied", counts.applied)
        down.addWidget(label(applied, "second", wrap=True))
        for figure in figures_of(counts):
            down.addSpacing(look.px(Space.BETWEEN))
            self._add_figure(down, figure)
        for line in _further(counts):
            down.addSpacing(look.px(Space.WITHIN))
            down.addWidget(label(line, "second", wrap=True))
        return card

    def _add_figure(self, down: QVBoxLayout, figure: Figure) -> None:
        across = row(self._look)
        across.addWidget(label(say(figure.title), "second", wrap=True), 1)
        share = tr("{part} of {whole}", part=figure.part, whole=figure.whole)
        across.addWidget(label(share if figure.whole else spoken().number(figure.part), "strong"))
        down.addLayout(across)
        bar = Bar(self._look, figure.part / figure.whole if figure.whole else 0.0)
        bar.setAccessibleName(tr("{figure}: {share}", figure=figure.title, share=share))
        down.addWidget(bar)


def _heads(ahead: Ahead) -> str:
    """Nothing where nobody takes part yet."""
    mentees = ntr("{count} mentee", "{count} mentees", ahead.mentees)
    mentors = ntr("{count} mentor", "{count} mentors", ahead.mentors)
    match bool(ahead.mentees), bool(ahead.mentors):
        case True, True:
            return tr("{mentees} and {mentors} expected", mentees=mentees, mentors=mentors)
        case True, False:
            return tr("{people} expected", people=mentees)
        case False, True:
            return tr("{people} expected", people=mentors)
    return ""


def _further(counts: ProgrammeCounts) -> Iterator[str]:
    if counts.papers_missing:
        yield ntr("{count} paper is missing", "{count} papers are missing", counts.papers_missing)
    if counts.too_early:
        yield ntr("Too early to tell of {count} pair", "Too early to tell of {count} pairs", counts.too_early)
