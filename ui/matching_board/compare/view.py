"""One mentee and up to three mentors side by side: hindrances, price, and every factor with what it rests on."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ParticipationId
from ui.desk import Desk
from ui.language import tr
from ui.matching_board.bench import Bench
from ui.matching_board.bench_view import BenchView, Pair
from ui.matching_board.compare.choice import Choice, Compared, compared
from ui.matching_board.compare.columns import Columns, price_sentences
from ui.matching_board.deeds import Deed
from ui.matching_board.why import Why
from ui.matching_board.why_panel import spoken_words
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, row, scrolling
from ui.widgets.labels import label


class CompareView(BenchView):
    changed = Signal(object)  # Compared

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bench: Bench | None = None
        self._choice: Choice | None = None
        self._shown: Compared | None = None
        look = desk.look
        down = column(look, within=self)
        heading = row(look)
        self.title = label("", "heading", wrap=True)
        self.title.setObjectName("compareTitle")
        heading.addWidget(self.title, 1)
        self._anew = button(tr("Start anew"), self._forget, name="compareAnew", kind="quiet")
        heading.addWidget(self._anew, 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(heading)
        self._how = label("", "second", wrap=True)
        self._how.setObjectName("compareHow")
        down.addWidget(self._how)
        self._inside = QWidget()
        self._room = column(look, within=self._inside)
        self.area = scrolling(self._inside)
        self.area.setObjectName("compareTable")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows scroll it
        self.area.setAccessibleName(tr("Compare"))
        down.addWidget(self.area, 1)

    @property
    def pair(self) -> Pair | None:
        """The mentee with the first who is compared."""
        shown = self._shown
        return None if shown is None or not shown.whys else (shown.choice.mentee, shown.whys[0].mentor)

    @property
    def panes(self) -> Sequence[QWidget]:
        return (self.area,)

    @property
    def whys(self) -> Sequence[Why]:
        return () if self._shown is None else self._shown.whys

    def show_bench(self, bench: Bench) -> None:
        self._bench = bench
        if self._choice is None and bench.question.mentees:
            self._choice = Choice(bench.question.mentees[0].id)
        self._ask()

    def choose(self, mentee: ParticipationId, mentor: ParticipationId | None = None) -> None:
        """As long as nobody was added by hand; a comparison that was begun is kept."""
        if self._choice is None or (not self._choice.mentors and self._choice.mentee != mentee):
            self._choice = Choice(mentee)
            self._ask()

    def add(self, mentee: ParticipationId, mentor: ParticipationId) -> None:
        before = self._choice or Choice(mentee)
        self._choice = before.adding(mentee, mentor)
        self._ask()

    def _forget(self) -> None:
        if self._choice is not None:
            self._choice = Choice(self._choice.mentee)
            self._ask()
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        bench, choice = self._bench, self._choice
        if bench is None or choice is None:
            return
        if choice.mentee not in bench.question.row:  # she has left, or has a pair by now
            self._choice = choice = Choice(bench.question.mentees[0].id) if bench.question.mentees else None
        if choice is None:
            self._shown = None
            clear(self._room)
            return
        asked = choice
        self._desk.work.compute("matching compare", lambda _: compared(bench, asked), self._show)

    def _show(self, answer: Compared) -> None:
        if self._choice is None or answer.choice.mentee != self._choice.mentee or answer == self._shown:
            return
        had_focus = self._inside.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        position = self.area.verticalScrollBar().value()
        self._shown, self._choice = answer, answer.choice
        self.title.setText(tr("Mentors for {mentee}", mentee=answer.mentee_name))
        self._how.setText(
            tr("Add up to three mentors with Ctrl+Shift+C, from the candidates or the matrix.")
            if answer.chosen
            else tr("The plan’s mentor and those who come next. Ctrl+Shift+C on a mentor begins your own choice.")
        )
        self._anew.setVisible(answer.chosen)
        clear(self._room)
        self._inside.setUpdatesEnabled(False)  # until its rows have their heights, a turn later
        QTimer.singleShot(0, self._inside, functools.partial(self._inside.setUpdatesEnabled, True))
        self._room.addWidget(
            Columns(self._desk.look, answer.whys, self._want, self._take_out if answer.chosen else None)
        )
        self.area.setAccessibleDescription("\n".join(_spoken(answer)))
        self.area.verticalScrollBar().setValue(position)
        if had_focus:  # its button is gone
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(answer)

    def _want(self, deed: Deed, one: Why) -> None:
        self.wanted.emit(deed, one.mentee, one.mentor)

    def _take_out(self, one: Why) -> None:
        if self._choice is not None:
            self._choice = self._choice.without(one.mentor)
            self._ask()


def _spoken(answer: Compared) -> Iterator[str]:
    for one in answer.whys:
        yield one.mentor_name
        yield from price_sentences(one)
        yield from spoken_words(one)
