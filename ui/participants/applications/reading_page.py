"""One application to read: its letter, whose it is, how the requirements stand, and the line for a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.applications import ORIGIN_NAMES
from mentordesk.domain.criteria import STANDING_NAMES, Standing
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import STATUS_NAMES
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.applications import ApplicationDetail, application_of
from mentordesk.queries.participant import ParticipantDetail, participant
from mentordesk.queries.selection import CriterionRow
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.language import say, tr
from ui.participants.applications.reading_letter import ReadingLetter
from ui.participants.columns import STATUS_TONES
from ui.participants.panes import is_narrow
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import clear, column, frame, row, scrolling
from ui.widgets.labels import label, unaccelerated

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

DECISIONS: Mapping[int, Message] = {
    1: msg("Application complete"),
    2: msg("Invite to an interview"),
    3: msg("Select"),
    4: msg("Waiting list"),
    5: msg("Decline"),
}
"""By the key that does it while the letter has the focus."""
_TONES = {Standing.MET: ("good", "done"), Standing.NOT_MET: ("bad", "error"), Standing.UNKNOWN: ("plain", "question")}
_BESIDE = 340  # px at 100 %
_LEAST = 180


@dataclass(frozen=True, slots=True)
class Reading:
    application: ApplicationDetail
    participant: ParticipantDetail


def reading_of(store: Store, id_: ParticipationId, today: date) -> Reading:
    return Reading(application_of(store, id_), participant(store, id_, today=today))


class ReadingPage(QWidget):
    decided = Signal(int)
    reasoned = Signal()  # Enter beside the reason or the name
    next_wanted = Signal()
    previous_wanted = Signal()
    opened = Signal()
    export_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id: ParticipationId | None = None
        self.letter = ReadingLetter(desk.look)
        self.letter.decided.connect(self.decided)
        self.beside = QWidget()
        facts = column(desk.look, within=self.beside, space=Space.BETWEEN, edge=Space.AROUND)
        self._facts: QVBoxLayout = column(desk.look)
        facts.addLayout(self._facts)
        facts.addStretch(1)
        if is_narrow(desk):
            self._lay_one_below_the_other()
        else:
            self._lay_side_by_side()

    @property
    def reason(self) -> str:
        return self._reason.text().strip()

    @property
    def by(self) -> str:
        return self._by.text().strip()

    @property
    def writes_reason(self) -> bool:
        return QApplication.focusWidget() in (self._reason, self._by)

    def place(self, at: int, count: int) -> None:
        self._place.setText(tr("{number} of {count}", number=at, count=count))

    def show_one(self, shown: Reading) -> None:
        """The place in the letter stays while it is the same application."""
        found = shown.application
        fresh = found.id != self._id
        self._id = found.id
        self._name.setText(found.name)
        self._status.set(say(STATUS_NAMES[found.status]), STATUS_TONES[found.status])
        row_ = shown.participant.row
        self._about.setText(" · ".join(part for part in (row_.title, row_.unit, *_came(found)) if part))
        letter = found.letter or tr("No letter is written down here.")
        if fresh or letter != self.letter.toPlainText():
            self.letter.setPlainText(letter)
        if fresh:
            self.clear_reason()
            self.refuse(None)
            self._said.setText("")
        clear(self._facts)
        for criterion in shown.participant.criteria:
            self._facts.addWidget(self._criterion(criterion))
        for attached in found.attachments:
            self._facts.addWidget(label(tr("Attached: {file}", file=attached.name), "second", wrap=True))

    def clear_reason(self) -> None:
        self._reason.clear()

    def say_decided(self, number: int) -> None:
        self._said.setText(tr("Done: {what}", what=DECISIONS[number]))

    def refuse(self, no: Refused | None, *, decides: bool = False) -> None:
        """What is wrong; where a decision lacks its reason or its name, the line for it gets the focus."""
        if no is None:
            self._remark.set("", wrong=False)
            return
        self._said.setText("")
        self._remark.set("\n".join((say(no.message), *(say(each) for each in no.details))), wrong=True)
        if decides and not no.details:
            line = self._by if not self.by else self._reason
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_side_by_side(self) -> None:
        look = self._desk.look
        area = scrolling(self.beside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows scroll it
        area.setAccessibleName(tr("How the requirements stand"))
        card = frame("card")
        column(look, within=card, edge=1).addWidget(area)
        card.setFixedWidth(look.px(_BESIDE))
        across = row(look, space=Space.AROUND)
        across.addStretch(1)
        across.addWidget(self.letter, 40)  # up to its column; what is left over stands around
        across.addWidget(card, 0)
        across.addStretch(1)
        down = column(look, within=self, space=Space.AROUND)
        down.addWidget(self._head())
        down.addLayout(across, 1)
        down.addWidget(self._deciding())

    def _lay_one_below_the_other(self) -> None:
        """At large sizes the page scrolls, with as much of the letter as fits beside what decides."""
        look = self._desk.look
        inside = QWidget()
        down = column(look, within=inside, space=Space.AROUND)
        self.letter.setMinimumHeight(look.px(_LEAST))
        card = frame("card")
        column(look, within=card, edge=1).addWidget(self.beside)
        for widget in (self._head(), self.letter, self._deciding(), card):
            down.addWidget(widget)
        column(look, within=self).addWidget(scrolling(inside))

    def _head(self) -> QWidget:
        look = self._desk.look
        made = QWidget()
        flow = Flow(look.px(Space.BETWEEN), made)
        self._name = label("", "heading")
        self._name.setObjectName("readingName")
        self._status = Chip(look, "")
        self._status.setObjectName("readingStatus")
        self._place = label("", "second")
        self._place.setObjectName("readingPlace")
        self._about = label("", "second", wrap=True)
        self._about.setObjectName("readingAbout")
        back = button(
            tr("Previous"), self.previous_wanted.emit, name="readingBack", picture="left", look=look, keys="Ctrl+PgUp"
        )
        on = button(tr("Next"), self.next_wanted.emit, name="readingOn", picture="right", look=look, keys="Ctrl+PgDown")
        opens = button(tr("Show in the list"), self.opened.emit, name="readingOpen", kind="link")
        exports = button(
            tr("Export …"), self.export_wanted.emit, name="readingExport", kind="link", keys="Ctrl+Shift+E"
        )
        for widget in (self._name, self._status, back, self._place, on, opens, exports):
            flow.addWidget(_as_high_as_buttons(widget, back))
        around = QWidget()
        down = column(look, within=around, space=Space.WITHIN)
        down.addWidget(made)
        down.addWidget(self._about)
        return around

    def _deciding(self) -> QWidget:
        look = self._desk.look
        card = frame("card")
        down = column(look, within=card, space=Space.WITHIN, edge=Space.AROUND - 4)
        buttons = QWidget()
        flow = Flow(look.px(Space.BETWEEN), buttons)
        for number, title in DECISIONS.items():
            words = tr("{number}  {what}", number=number, what=title)
            made: QPushButton = button(
                unaccelerated(words), partial(self.decided.emit, number), name=f"readingDecide_{number}"
            )
            made.setAccessibleName(say(title))
            flow.addWidget(made)
        self._said = label("", "second")
        self._said.setObjectName("readingSaid")
        flow.addWidget(self._said)
        down.addWidget(buttons)
        down.addWidget(label(tr("The keys 1 to 5 decide while the letter has the focus."), "caption", wrap=True))
        lines = QWidget()
        written = Flow(look.px(Space.BETWEEN), lines)
        self._reason = self._line(tr("Reason for the decision"), "readingReason", 420)
        self._by = self._line(tr("Who decides"), "readingBy", 220)
        written.addWidget(self._reason)
        written.addWidget(self._by)
        down.addWidget(lines)
        self._remark = Remark(look)
        self._remark.setObjectName("readingRemark")
        down.addWidget(self._remark)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return card

    def _line(self, name: str, key: str, wide: int) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(key)
        made.setAccessibleName(name)
        made.setPlaceholderText(name)
        made.setMinimumWidth(self._desk.look.px(wide))
        made.returnPressed.connect(self.reasoned)
        made.setReadOnly(self._desk.file.read_only is not None)
        return made

    def _criterion(self, criterion: CriterionRow) -> QWidget:
        made = QWidget()
        lines = column(self._desk.look, within=made, space=Space.WITHIN)
        lines.addWidget(label(say(criterion.title), "strong", wrap=True))
        flow = Flow(self._desk.look.px(Space.BETWEEN))
        tone, picture = _TONES[criterion.standing]
        if criterion.exception is not None:
            flow.addWidget(Chip(self._desk.look, tr("exception"), "warn", "flag"))
        else:
            flow.addWidget(Chip(self._desk.look, say(STANDING_NAMES[criterion.standing]), tone, picture))
        lines.addLayout(flow)
        shows = criterion.exception.reason if criterion.exception is not None else say(criterion.evidence)
        lines.addWidget(label(shows, "second", wrap=True))
        return made


def _as_high_as_buttons(widget: QWidget, made: QPushButton) -> QWidget:
    """In the middle of a line of buttons."""
    if isinstance(widget, QPushButton):
        return widget
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    holder.setMinimumHeight(made.sizeHint().height())
    return holder


def _came(found: ApplicationDetail) -> tuple[str, ...]:
    """By which way, and on which day."""
    origin = "" if found.origin is None else say(ORIGIN_NAMES[found.origin])
    return origin, "" if found.received_on is None else tr("received {day}", day=found.received_on)
