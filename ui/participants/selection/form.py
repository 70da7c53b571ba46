"""Where a decision is made on those who are selected in the list: reason, name, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPushButton, QWidget

from mentordesk.actions.selecting import MoreThanPlaces, NotSelectable
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import ParticipationStatus
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.language import ntr, ptr, say, tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame, row
from ui.widgets.labels import label, unaccelerated

_MOST_SHOWN = 4  # lines of what is open


class DecisionForm(QWidget):
    decided = Signal(object)  # ParticipationStatus
    anyway = Signal()  # more than there are places for
    excepted = Signal()  # for everybody who has something open
    left_out = Signal()  # those who have something open are no longer selected
    moved = Signal(int)  # on the waiting list: -1 earlier, 1 later
    letters_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("decisionForm")
        self._look = look = desk.look
        card = frame("card")
        column(look, within=self).addWidget(card)
        lines = column(look, within=card, edge=Space.AROUND)
        self._count = label("", "strong", wrap=True)
        self._count.setObjectName("decisionCount")
        lines.addWidget(self._count)
        typed = row(look, space=Space.AROUND)
        self._reason = self._line(typed, tr("Reason"), "reasonLine", 2)
        self._by = self._line(typed, tr("Who decides"), "decidedBy", 1)
        for written in (self._reason, self._by):
            written.setReadOnly(desk.file.read_only is not None)
        lines.addLayout(typed)
        self._remark = Remark(look)
        lines.addWidget(self._remark)
        self._open = QListWidget()
        self._open.setObjectName("decisionOpen")
        self._open.setAccessibleName(tr("What is open"))
        self._open.setWordWrap(True)
        self._open.hide()
        lines.addWidget(self._open)
        self._ways = self._ways_on()
        lines.addWidget(self._ways)
        lines.addWidget(self._acts())
        self.clear_refusal()

    @property
    def reason(self) -> str:
        return self._reason.text()

    @property
    def by(self) -> str:
        return self._by.text()

    def show_count(self, count: int, *, waiting: bool) -> None:
        """How many are selected in the list; `waiting`: it is one person, on the waiting list."""
        self._count.setText(
            ntr("{count} person selected in the list", "{count} people selected in the list", count)
            if count
            else tr("Select those to decide on in the list")
        )
        for made in self._deciding:
            made.setEnabled(bool(count))
        for made in self._moving:
            made.setVisible(waiting)

    def clear_refusal(self) -> None:
        self._remark.set("", wrong=False)
        self._open.hide()
        self._ways.hide()

    def forget_reason(self) -> None:
        """After a decision: the next one has its own."""
        self._reason.clear()
        self.clear_refusal()

    def refuse(self, no: Refused) -> None:
        self.clear_refusal()
        self._remark.set(say(no.message), wrong=True)
        open_ones = isinstance(no, NotSelectable)
        places = isinstance(no, MoreThanPlaces)
        if no.details:
            self._show_open([say(each) for each in no.details])
        self._anyway.setVisible(places)
        self._except.setVisible(open_ones)
        self._leave_out.setVisible(open_ones)
        self._ways.setVisible(open_ones or places)
        first: QWidget = self._leave_out if open_ones else self._anyway if places else self._missing_line()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _missing_line(self) -> QWidget:
        return self._reason if self._by.text().strip() else self._by

    def _show_open(self, said: Sequence[str]) -> None:
        self._open.clear()
        self._open.addItems(list(said))
        rows = min(len(said), _MOST_SHOWN) * self._open.sizeHintForRow(0)
        self._open.setFixedHeight(rows + self._look.px(6))
        self._open.show()

    def _line(self, into: QHBoxLayout, title: str, name: str, share: int) -> QLineEdit:
        lines = column(self._look, space=Space.WITHIN)
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(title)
        words = label(unaccelerated(title), "second")
        words.setBuddy(made)
        lines.addWidget(words)
        lines.addWidget(made)
        into.addLayout(lines, share)
        return made

    def _ways_on(self) -> QWidget:
        made = QWidget()
        flow = Flow(self._look.px(Space.BETWEEN), made)
        self._leave_out = button(tr("Leave these out"), self.left_out.emit, name="leaveOpenOut")
        self._except = button(tr("Make an exception for them"), self.excepted.emit, name="exceptOpen")
        self._anyway = button(tr("Select them anyway"), self.anyway.emit, name="selectAnyway")
        for each in (self._leave_out, self._except, self._anyway):
            flow.addWidget(each)
        flow.addWidget(button(tr("Turn back"), self.clear_refusal, name="turnBack", kind="quiet"))
        return made

    def _acts(self) -> QWidget:
        made = QWidget()
        flow = Flow(self._look.px(Space.BETWEEN), made)
        self._deciding: list[QPushButton] = []
        for status, title, name, kind in (
            (ParticipationStatus.SELECTED, ptr("decision", "Select"), "decideSelected", "main"),
            (ParticipationStatus.WAITING, tr("Put on the waiting list"), "decideWaiting", ""),
            (ParticipationStatus.DECLINED, tr("Decline"), "decideDeclined", ""),
        ):
            self._deciding.append(button(title, partial(self.decided.emit, status), name=name, kind=kind))
        letters = button(
            tr("Write letters …"),
            self.letters_wanted.emit,
            name="selectionLetters",
            picture="mail",
            look=self._look,
            keys="Ctrl+E",
        )
        self._moving = [
            button(tr("Earlier in line"), lambda: self.moved.emit(-1), name="waitEarlier", kind="quiet", keys="Alt+Up"),
            button(tr("Later in line"), lambda: self.moved.emit(1), name="waitLater", kind="quiet", keys="Alt+Down"),
        ]
        for each in (*self._deciding, letters, *self._moving):
            flow.addWidget(each)
        self._deciding.append(letters)
        return made
