"""Two parts of the detail pane that are mostly read: pairs and what comes, and what was changed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.pairs import PAIR_STATUS_NAMES, RUNNING
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.participant import PairOfOne, ParticipantDetail
from ui.desk import Desk
from ui.language import say, tr
from ui.participants.dependences import DependenceList
from ui.participants.part import Part
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, column, frame, row, scrolling
from ui.widgets.labels import label

_MEETINGS = 8  # the next ones; the calendar has them all


class _Reading(Part):
    """A column of lines that scrolls; it takes the focus, so that arrows scroll it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        inside = QWidget()
        self._down: QVBoxLayout = column(desk.look, within=inside, space=Space.GROUPS, edge=Space.AROUND)
        self._lines: QVBoxLayout = column(desk.look, space=Space.AROUND)
        self._down.addLayout(self._lines)
        area = scrolling(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(say(self.title))
        column(desk.look, within=self).addWidget(area)

    def _heading(self, text: str) -> None:
        self._lines.addWidget(label(text, "strong", wrap=True))

    def _nothing(self, text: str) -> None:
        self._lines.addWidget(label(text, "second", wrap=True))

    def _line(self, text: str, beside: str) -> None:
        lines = column(self.look, space=Space.WITHIN)
        lines.addWidget(label(text, wrap=True))
        lines.addWidget(label(beside, "second", wrap=True))
        self._lines.addLayout(lines)


class PairsAndMeetings(_Reading):
    title: ClassVar[Message] = msg("Pair")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._dependences = DependenceList(desk)
        self._down.addWidget(self._dependences)
        self._down.addStretch(1)

    def show_participant(self, shown: ParticipantDetail) -> None:
        self._dependences.show_participant(shown.row.id)
        clear(self._lines)
        self._heading(tr("Pairs"))
        if not shown.pairs:
            self._nothing(tr("Not in a pair yet. Pairs are made in Matching."))
        for number, pair in enumerate(shown.pairs):
            self._add_pair(number, pair)
        self._heading(tr("Line of management"))
        self._nothing(" → ".join(shown.line_managers) or tr("Nobody is noted as line manager."))
        self._heading(tr("Meetings to come"))
        if not shown.meetings:
            self._nothing(tr("None is planned."))
        for meeting in shown.meetings[:_MEETINGS]:
            when = tr("{day} at {time}", day=meeting.starts_at.date(), time=meeting.starts_at.time())
            self._line(say(meeting.title), when)
        if len(shown.meetings) > _MEETINGS:
            self._nothing(tr("The calendar shows all {count}.", count=len(shown.meetings)))

    def _add_pair(self, number: int, pair: PairOfOne) -> None:
        card = frame("card")
        lines = column(self.look, within=card, edge=Space.AROUND - 4)
        lines.addWidget(label(pair.name, "strong", wrap=True))
        state = row(self.look)
        state.addWidget(Chip(self.look, say(PAIR_STATUS_NAMES[pair.status]), _tone(pair)))
        state.addStretch()
        lines.addLayout(state)
        if pair.ended_on is None:
            lines.addWidget(label(tr("Approved on {day}", day=pair.approved_on), "second", wrap=True))
        else:
            ended = tr("Approved on {day}, ended on {end}", day=pair.approved_on, end=pair.ended_on)
            lines.addWidget(label(ended, "second", wrap=True))
        if pair.same_line is not None:
            line = label(tr("Same line: {reason}", reason=pair.same_line), "wrong", wrap=True)
            line.setObjectName(f"pairLine{number}")
            lines.addWidget(line)
        show = button(
            tr("Show the pair"),
            lambda: self.desk.please_show(Subject.PAIRS, pair.id),
            name=f"showPair{number}",
            kind="link",
        )
        lines.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addWidget(card)


class History(_Reading):
    title: ClassVar[Message] = msg("History")

    def show_participant(self, shown: ParticipantDetail) -> None:
        clear(self._lines)
        for change in shown.changes:
            at = change.at.astimezone()
            when = tr("{day} at {time}", day=at.date(), time=at.time())
            self._line(say(change.what), tr("{when}, {who}", when=when, who=change.who))
        if not shown.changes:
            self._nothing(tr("Nothing was changed yet."))
        self._lines.addStretch(1)


def _tone(pair: PairOfOne) -> str:
    return "good" if pair.status in RUNNING else "plain"
