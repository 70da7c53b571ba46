"""The form of a decision not to match a mentee: who, why in one line, whether she waits, and who decides (R36)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from ui.forms.choosing import DropDown
from ui.forms.editor import Remark
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import dress, label, unaccelerated


@dataclass(frozen=True, slots=True)
class Decision:
    mentee: ParticipationId
    reason: str
    by: str
    waits: bool


class NoMatchForm(QWidget):
    """Enter decides; what is written stays when it is refused."""

    decided = Signal(object)  # Decision

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("noMatchForm")
        self._look = look
        down: QVBoxLayout = column(look, within=self, edge=Space.BETWEEN)
        down.addWidget(label(tr("Decide that a mentee gets no mentor now"), "strong", wrap=True))
        self.mentees = DropDown(look)
        self.mentees.setObjectName("noMatchMentee")
        self._mentee_remark = self._stack(down, tr("Mentee"), self.mentees)
        self.reason = QLineEdit()
        self.reason.setObjectName("noMatchReason")
        self._reason_remark = self._stack(down, tr("Reason, in one line"), self.reason)
        self.by = QLineEdit()
        self.by.setObjectName("noMatchBy")
        self._by_remark = self._stack(down, tr("Who decides"), self.by)
        words = tr("Waits for the next round, and comes first in it")
        self.waits = QCheckBox(unaccelerated(words))
        self.waits.setAccessibleName(words)
        self.waits.setObjectName("noMatchWaits")
        self.waits.setChecked(True)
        down.addWidget(self.waits)
        buttons = row(look)
        self._does = button(tr("Decide: no match"), self.decide, name="decideNoMatch", kind="main")
        buttons.addWidget(self._does)
        buttons.addStretch(1)
        down.addLayout(buttons)

    def begin(self, by: str) -> None:
        if not self.by.text():
            self.by.setText(by)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_mentees(self, names: Sequence[tuple[ParticipationId, str]], wanted: ParticipationId | None) -> None:
        """Whoever was chosen stays so, as long as she has no mentor."""
        chosen = wanted or self.mentees.currentData()
        with QSignalBlocker(self.mentees):
            self.mentees.clear()
            for mentee, name in names:
                self.mentees.addItem(name, mentee)
            self.mentees.setCurrentIndex(max(0, self.mentees.findData(chosen)))
        self._does.setEnabled(bool(names))
        self._mentee_remark.set("" if names else tr("Every mentee has a mentor, or was decided on."), wrong=False)

    def empty(self) -> None:
        self.reason.clear()

    def refuse(self, no: Refused) -> None:
        """The fields say themselves what they lack; what an action refuses is about the mentee."""
        self._mentee_remark.set(say(no.message), wrong=True)
        self.mentees.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide(self) -> None:
        mentee = self.mentees.currentData()
        self._mentee_remark.set("", wrong=False)
        wrong = []
        for line, remark, why in (
            (self.reason, self._reason_remark, tr("Write the reason in one line.")),
            (self.by, self._by_remark, tr("Write the name of whoever decides.")),
        ):
            is_empty = not line.text().strip()
            remark.set(why if is_empty else "", wrong=is_empty)
            dress(line, "wrong", is_empty)
            wrong += [line] if is_empty else []
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif mentee is not None:
            told = Decision(ParticipationId(mentee), self.reason.text(), self.by.text(), self.waits.isChecked())
            self.decided.emit(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.decide()
        else:
            super().keyPressEvent(event)

    def _stack(self, down: QVBoxLayout, title: str, control: QWidget) -> Remark:
        words = label(title, "second")
        words.setBuddy(control)
        control.setAccessibleName(title)
        remark = Remark(self._look)
        stacked = column(self._look, space=Space.WITHIN)
        for part in (words, control, remark):
            stacked.addWidget(part)
        down.addLayout(stacked)
        return remark
