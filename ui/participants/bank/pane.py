"""One mentor of the bank: whether she stays, what she offers and when, into which programme, and her pairs so far."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mentordesk.domain.bank import Stay
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.mentor_fields import MENTOR_FIELDS
from mentordesk.domain.pairs import ENDING_NAMES, PAIR_STATUS_NAMES
from mentordesk.domain.people import STATUS_NAMES
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message
from mentordesk.queries.bank_list import BankRow, PairSoFar
from ui.desk import Desk, NoticeKind
from ui.forms.form import Form
from ui.language import say, tr
from ui.participants.bank.columns import standing, standing_tone, stay_in_words, value_of
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import clear, column, frame, row, scrolling
from ui.widgets.labels import label

_PAIRS = 20  # of one mentor; nobody has had more, and no pane shows more


class BankPane(QWidget):
    edited = Signal(str, str, object)  # person, Field's key, FieldValue
    asked = Signal()  # whether she stays, today
    stays = Signal()
    leaves = Signal()
    returns = Signal()
    taken = Signal()  # into the programme in view
    person_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("bankPane")
        self._desk = desk
        self._row: BankRow | None = None
        look = desk.look
        content = QWidget()
        down = column(look, within=content, space=Space.AROUND, edge=Space.AROUND)
        self._name = label("", "heading", wrap=True)
        self._name.setObjectName("bankName")
        down.addWidget(self._name)
        self._chips = row(look)
        down.addLayout(self._chips)
        self._stay = label("", wrap=True)
        self._stay.setObjectName("stayWords")
        down.addWidget(self._stay)
        self._buttons = QWidget()
        flow = Flow(look.px(Space.WITHIN), self._buttons)
        self._acts = self._made_acts()
        for made in self._acts.values():
            flow.addWidget(made)
        down.addWidget(self._buttons)
        self._form = Form(look, MENTOR_FIELDS, today=desk.today, name="bankForm", edge=0)
        self._form.be_as_high_as_fields()
        self._form.committed.connect(self._on_committed)
        self._form.denied.connect(self._on_denied)
        self._form.set_read_only(desk.file.read_only)
        down.addWidget(self._form)
        self._history = column(look, space=Space.WITHIN)
        down.addLayout(self._history)
        down.addStretch(1)
        card = frame("card")
        column(desk.look, within=card, edge=1).addWidget(scrolling(content))
        column(desk.look, within=self).addWidget(card)

    def show_mentor(self, found: BankRow | None) -> None:
        same = found is not None and self._row is not None and self._row.person == found.person
        if not same:
            self._form.leave()
        self._row = found
        self.setEnabled(found is not None)
        clear(self._chips)
        clear(self._history)
        if found is None:
            self._name.setText("")
            self._stay.setText("")
            return
        self._name.setText(found.name)
        self._chips.addWidget(Chip(self._desk.look, standing(found, self._desk.today), standing_tone(found)))
        self._chips.addStretch()
        self._stay.setText(stay_in_words(found))
        self._form.show_values({field.key: value_of(found, field.key) for field in MENTOR_FIELDS}, keep_typed=same)
        self._show_acts(found)
        self._show_history(found)

    def leave(self) -> None:
        """What is written and not kept yet goes into the file."""
        self._form.leave()

    def enter(self) -> None:
        first = next((made for made in self._acts.values() if not made.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, key: str, no: Refused) -> None:
        self._form.mark(key, no.message)

    def _made_acts(self) -> dict[str, QPushButton]:
        return {
            "ask": button(tr("Asked today whether they stay"), self.asked.emit, name="askToStay"),
            "stays": button(tr("Stays"), self.stays.emit, name="noteStays"),
            "leaves": button(tr("Leaves the bank"), self.leaves.emit, name="noteLeaves", kind="quiet"),
            "returns": button(tr("Take back into the bank"), self.returns.emit, name="returnToBank"),
            "take": button("", self.taken.emit, name="takeIntoProgramme"),
            "show": button(tr("Show in the list"), self._show_person, name="showPerson", kind="link"),
        }

    def _show_acts(self, found: BankRow) -> None:
        left, programme = found.stay is Stay.LEFT, self._desk.programme
        here = {each.id for each in found.programmes}
        self._acts["ask"].setVisible(not left and not found.restricted and found.stay is not Stay.ASKED)
        self._acts["stays"].setVisible(not left and not found.restricted)
        self._acts["leaves"].setVisible(not left)
        self._acts["returns"].setVisible(left and not found.restricted)
        takes = self._acts["take"]
        takes.setVisible(not left and not found.restricted and programme is not None and programme.id not in here)
        if programme is not None:
            words = tr("Suggest for {programme}", programme=programme.name)
            takes.setText(words.replace("&", "&&"))
            takes.setAccessibleName(words)
        self._acts["show"].setVisible(bool(found.programmes))

    def _show_history(self, found: BankRow) -> None:
        look = self._desk.look
        self._history.addWidget(label(tr("Programmes"), "strong", wrap=True))
        if not found.programmes:
            self._history.addWidget(label(tr("In no programme so far."), "second", wrap=True))
        for each in found.programmes:
            self._history.addWidget(label(f"{each.name}: {say(STATUS_NAMES[each.status])}", wrap=True))
        self._history.addSpacing(look.px(Space.AROUND))
        self._history.addWidget(label(tr("Pairs so far"), "strong", wrap=True))
        if not found.pairs:
            self._history.addWidget(label(tr("None so far."), "second", wrap=True))
        for pair in found.pairs[:_PAIRS]:
            self._history.addWidget(self._pair(pair))

    def _pair(self, pair: PairSoFar) -> QWidget:
        card = frame("card")
        lines = column(self._desk.look, within=card, space=Space.WITHIN, edge=Space.AROUND - 4)
        lines.addWidget(label(pair.mentee, "strong", wrap=True))
        lines.addWidget(label(_span(pair.programme, pair.approved_on, pair.ended_on), "second", wrap=True))
        became = say(PAIR_STATUS_NAMES[pair.status])
        if pair.ending is not None:
            became = tr("{status}: {reason}", status=became, reason=ENDING_NAMES[pair.ending])
        lines.addWidget(label(became, wrap=True))
        return card

    def _show_person(self) -> None:
        if self._row is not None:
            self.person_wanted.emit(self._row.person)

    def _on_committed(self, key: str, value: FieldValue) -> None:
        if self._row is not None:
            self.edited.emit(self._row.person, key, value)

    def _on_denied(self, reason: Message) -> None:
        self._desk.tell(reason, NoticeKind.NOTE)


def _span(programme: str, first: date, last: date | None) -> str:
    if last is None:
        return tr("{programme}, since {day}", programme=programme, day=first)
    return tr("{programme}, {first} to {last}", programme=programme, first=first, last=last)
