"""The notice of a new manager in her application: what is known, the offer of a mentor, and what was answered (R20)."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from mentordesk.actions.notices import note_answer, note_offer
from mentordesk.domain.fields import TEXT_LENGTH, DateField, TextField
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.recruiting import OFFER_ANSWER_NAMES, OfferAnswer
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.notices import NoticeRow
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame
from ui.widgets.labels import label, unaccelerated

_ON = DateField("offer_on", msg("On the day"))
_REASON = TextField("offer_reason", msg("What the appointing manager said"), length=TEXT_LENGTH)


class NoticeCard(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("newManagerNotice")
        self._desk = desk
        self._id: ParticipationId | None = None
        look = desk.look
        card = frame("card")
        column(look, within=self).addWidget(card)
        down = column(look, within=card, edge=Space.AROUND - 4)
        down.addWidget(label(tr("New manager"), "strong"))
        self._known = label("", wrap=True)
        self._known.setObjectName("noticeKnown")
        down.addWidget(self._known)
        self._asking = QWidget()
        asking = column(look, within=self._asking)
        self._form = Form(look, (Row(_ON, required=True), Row(_REASON)), today=desk.today, name="offerFields", edge=0)
        self._form.be_as_high_as_fields()
        asking.addWidget(self._form)
        self._remark = Remark(look)
        asking.addWidget(self._remark)
        flow = Flow(look.px(Space.BETWEEN))
        self._offer = button(tr("A mentor was offered"), self._note_offer, name="noticeOffered")
        flow.addWidget(self._offer)
        for answer in OfferAnswer:
            words = unaccelerated(say(OFFER_ANSWER_NAMES[answer]))
            flow.addWidget(button(words, partial(self._note_answer, answer), name=f"noticeAnswer_{answer.value}"))
        asking.addLayout(flow)
        down.addWidget(self._asking)

    def show_notice(self, id_: ParticipationId, notice: NoticeRow) -> None:
        if id_ != self._id:
            self._form.show_values({_ON.key: self._desk.today})
            self._remark.set("", wrong=False)
        self._id = id_
        self._known.setText("\n".join(_lines(notice)))
        self._asking.setVisible(notice.answer is None)
        self._offer.setVisible(notice.offered_on is None)
        self._form.set_read_only(self._desk.file.read_only)

    def _note_offer(self) -> None:
        if (told := self._told()) is not None:
            id_, on, _ = told
            self._desk.work.change(lambda store: note_offer(store, id_, on=on), self._noted, self._refused)

    def _note_answer(self, answer: OfferAnswer) -> None:
        if (told := self._told()) is not None:
            id_, on, reason = told
            why = reason or say(OFFER_ANSWER_NAMES[answer])
            self._desk.work.change(
                lambda store: note_answer(store, id_, answer, on=on, reason=why), self._noted, self._refused
            )

    def _told(self) -> tuple[ParticipationId, date, str] | None:
        id_, values = self._id, self._form.values()
        if id_ is None or values is None or not self._desk.may_change():
            return None
        on, reason = values[_ON.key], values[_REASON.key]
        assert isinstance(on, date)
        return id_, on, str(reason or "")

    def _noted(self, _: None) -> None:
        self._remark.set("", wrong=False)
        self._form.show_values({_ON.key: self._desk.today})

    def _refused(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)


def _lines(notice: NoticeRow) -> list[str]:
    found = [tr("Known since {day}", day=notice.known_on)]
    if notice.takes_office_on is not None:
        found.append(tr("Takes office on {day}", day=notice.takes_office_on))
    if notice.appointing_manager:
        found.append(tr("Appointed by {name}", name=notice.appointing_manager))
    if notice.offered_on is None:
        found.append(tr("No mentor has been offered yet"))
    else:
        found.append(tr("A mentor was offered on {day}", day=notice.offered_on))
    if notice.answer is not None and notice.answered_on is not None:
        answer = OFFER_ANSWER_NAMES[notice.answer]
        found.append(tr("Answered on {day}: {answer}", day=notice.answered_on, answer=answer))
    return found
