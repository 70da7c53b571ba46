"""To which programmes somebody was referred, what came of it, and the form in which another referral is noted (R20)."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.actions.referrals import note_outcome, refer, take_back_referral
from mentordesk.domain.fields import NAME_LENGTH, DateField, TextField
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.recruiting import REFERRAL_OUTCOME_NAMES, ReferralOutcome
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.notices import ReferralRow
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import clear, column, frame
from ui.widgets.labels import label, unaccelerated

_TO = TextField("referred_to", msg("To the programme"), length=NAME_LENGTH)
_ON = DateField("referred_on", msg("Referred on"))
_BY = TextField("referred_by", msg("Referred by"), length=NAME_LENGTH)


class Referrals(QWidget):
    """What is typed stays while the same participant is shown anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("referrals")
        self._desk = desk
        self._id: ParticipationId | None = None
        self._usual = ""
        self._rows: tuple[ReferralRow, ...] | None = None
        self._form: Form | None = None  # made when somebody is referred: most never are
        look = desk.look
        down = column(look, within=self)
        down.addWidget(label(tr("Referred to another programme"), "strong", wrap=True))
        self._lines = column(look)
        down.addLayout(self._lines)
        self._room = column(look)
        down.addLayout(self._room)
        self._remark = Remark(look)
        down.addWidget(self._remark)
        self._add = button(tr("Note a referral …"), self._open, name="referralAdd")
        down.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_referrals(self, id_: ParticipationId, rows: tuple[ReferralRow, ...], usual: str) -> None:
        """`usual`: the programme that people are referred to from here."""
        if id_ != self._id:
            self._close()
        if (id_, rows) != (self._id, self._rows):
            clear(self._lines)
            if not rows:
                self._lines.addWidget(label(tr("To none."), "second", wrap=True))
            for number, row in enumerate(rows):
                self._lines.addWidget(self._card(number, row))
        self._id, self._rows, self._usual = id_, rows, usual

    def _card(self, number: int, row: ReferralRow) -> QWidget:
        card = frame("card")
        card.setObjectName(f"referral{number}")
        lines = column(self._desk.look, within=card, space=Space.WITHIN, edge=Space.AROUND - 4)
        lines.addWidget(label(row.to_programme, "strong", wrap=True))
        by = tr("{day}, by {name}", day=row.on, name=row.by) if row.by else tr("{day}", day=row.on)
        lines.addWidget(label(by, "second", wrap=True))
        flow = Flow(self._desk.look.px(Space.BETWEEN))
        if row.outcome is not None and row.outcome_on is not None:
            words = tr("{outcome}, {day}", outcome=REFERRAL_OUTCOME_NAMES[row.outcome], day=row.outcome_on)
            lines.addWidget(label(words, wrap=True))
        else:
            for outcome in ReferralOutcome:
                words = unaccelerated(say(REFERRAL_OUTCOME_NAMES[outcome]))
                name = f"referral_{outcome.value}{number}"
                flow.addWidget(button(words, partial(self._note, row.id, outcome), name=name))
        back = button(tr("Take back"), partial(self._take_back, row.id), name=f"takeBackReferral{number}", kind="link")
        back.setAccessibleName(tr("Take back the referral to {programme}", programme=row.to_programme))
        flow.addWidget(back)
        lines.addLayout(flow)
        return card

    def _open(self) -> None:
        if not self._desk.may_change():
            return
        look = self._desk.look
        self._form = Form(
            look,
            (Row(_TO, required=True), Row(_ON, required=True), Row(_BY)),
            today=self._desk.today,
            name="referralFields",
            edge=0,
        )
        self._form.be_as_high_as_fields()
        self._form.show_values({_TO.key: self._usual or None, _ON.key: self._desk.today})
        self._form.submitted.connect(self._refer)
        self._room.addWidget(self._form)
        flow = Flow(look.px(Space.BETWEEN))
        now = button(tr("Note the referral"), self._refer, name="referralNow", kind="main", keys="Ctrl+Return")
        flow.addWidget(now)
        flow.addWidget(button(tr("Not now"), self._leave, name="referralNotNow", kind="quiet"))
        self._room.addLayout(flow)
        self._add.hide()
        self._form.focus(_TO.key)

    def _refer(self) -> None:
        id_, form = self._id, self._form
        values = None if form is None else form.values()
        if id_ is None or values is None or not self._desk.may_change():
            return
        to, on, by = str(values[_TO.key]), values[_ON.key], str(values[_BY.key] or "")
        assert isinstance(on, date)
        self._desk.work.change(lambda store: refer(store, id_, to=to, on=on, by=by), self._referred, self._refused)

    def _note(self, referral: str, outcome: ReferralOutcome) -> None:
        today = self._desk.today
        if self._desk.may_change():
            self._desk.work.change(lambda store: note_outcome(store, referral, outcome, on=today), None, self._refused)

    def _take_back(self, referral: str) -> None:
        if self._desk.may_change():
            self._desk.work.change(lambda store: take_back_referral(store, referral), None, self._refused)

    def _referred(self, _: str) -> None:
        self._leave()

    def _refused(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)

    def _leave(self) -> None:
        self._close()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._form = None
        clear(self._room)
        self._remark.set("", wrong=False)
        self._add.show()
