"""Decisions of this round with “Take back”, and whoever waits from an earlier one with “Bring in” (R36).

Of a round these are few: rows of widgets, the newest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentordesk.actions.files import user
from mentordesk.domain.refusals import Refused
from mentordesk.queries.no_match import NoMatch, Waiting
from ui.forms.editor import Remark
from ui.language import say, spoken, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.disc import Disc
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import label

_MOST = 60  # rows: more wait in the list of participants


class _Rows(QWidget):
    """A heading, rows, and a remark under them."""

    def __init__(self, look: Look, heading: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._down: QVBoxLayout = column(look, within=self, edge=Space.BETWEEN)
        self._down.addWidget(label(heading, "strong", wrap=True))
        self._rows = column(look)
        self._down.addLayout(self._rows)
        self._remark = Remark(look)
        self._down.addWidget(self._remark)

    def refuse(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)

    def _begin(self, nothing: str, rows: int) -> None:
        self._remark.set("", wrong=False)
        clear(self._rows)
        if not rows:
            self._rows.addWidget(label(nothing, "second", wrap=True))

    def _words(self, name: str, *lines: str) -> QVBoxLayout:
        words = column(self._look, space=Space.WITHIN)
        words.addWidget(label(name, "strong", wrap=True))
        for line in lines:
            words.addWidget(label(line, "second", wrap=True))
        return words


class DecidedList(_Rows):
    taken_back = Signal(str, str)  # mentee, by whom

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Decided in this round"), "decidedList")

    def show_rows(self, decided: Sequence[NoMatch]) -> None:
        self._begin(tr("No decision against matching anybody."), len(decided))
        for each in decided[:_MOST]:
            self._rows.addLayout(self._line(each))

    def _line(self, each: NoMatch) -> QHBoxLayout:
        line = row(self._look)
        line.addWidget(Disc(self._look, each.name), 0, Qt.AlignmentFlag.AlignTop)
        by = tr("{name}, {day}", name=each.decided_by, day=each.decided_on)
        line.addLayout(self._words(each.name, each.reason, by, *_taken_back(each)), 1)
        if each.stands:
            state = tr("waits") if each.waits else tr("does not wait")
            line.addWidget(Chip(self._look, state, "accent" if each.waits else "plain"), 0, Qt.AlignmentFlag.AlignTop)
            tip = tr("Let {name} be matched after all", name=each.name)
            back = button(
                tr("Take back"), partial(self._take_back, each.mentee), name=f"takeBack_{each.mentee}", tip=tip
            )
            back.setAccessibleName(tip)
            line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _take_back(self, mentee: str) -> None:
        self.taken_back.emit(mentee, user())


class WaitingList(_Rows):
    brought_in = Signal(object)  # tuple[PersonId, ...]

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Waiting since an earlier round; they come first"), "waitingList")
        self._boxes: dict[str, QCheckBox] = {}
        buttons = row(look)
        self._does: QPushButton = button(tr("Bring in from the waiting list"), self._bring_in, name="bringIn")
        buttons.addWidget(self._does)
        buttons.addStretch(1)
        self._down.addLayout(buttons)

    def show_rows(self, waiting: Sequence[Waiting]) -> None:
        """Those who are ticked stay so."""
        ticked = {person for person, box in self._boxes.items() if box.isChecked()}
        self._begin(tr("Nobody waits since an earlier round."), len(waiting))
        self._boxes = {}
        for each in waiting[:_MOST]:
            line = row(self._look)
            if each.joined is None:
                box = QCheckBox()
                box.setObjectName(f"wait_{each.person}")
                box.setAccessibleName(each.name)
                box.setChecked(each.person in ticked)
                self._boxes[each.person] = box
                line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
            since = tr("waits since {day}, {programme}", day=each.since, programme=each.programme_name)
            words = self._words(each.name, since)
            line.addLayout(words, 1)
            if each.joined is not None:
                line.addWidget(Chip(self._look, tr("takes part now"), "good"), 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addLayout(line)
        self._does.setVisible(bool(self._boxes))

    def _bring_in(self) -> None:
        chosen = tuple(person for person, box in self._boxes.items() if box.isChecked())
        if chosen:
            self.brought_in.emit(chosen)
        else:
            self._remark.set(tr("Tick at least one person on the list."), wrong=True)


def _taken_back(each: NoMatch) -> tuple[str, ...]:
    if each.taken_back_on is None:
        return ()
    return (tr("Taken back by {name}, {day}", name=each.taken_back_by or "", day=spoken().date(each.taken_back_on)),)
