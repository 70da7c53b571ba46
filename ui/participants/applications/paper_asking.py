"""Asking several people for a paper by a day: an act of the bulk bar (R22)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentordesk.actions.papers import ask_for_paper
from mentordesk.domain.criteria import PAPER_NAMES, PaperKind
from mentordesk.domain.fields import ChoiceField, Choices, DateField
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from ui.desk import Desk, NoticeKind
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import ntr, say, tr
from ui.participants.bulk_acts import Around, BulkAct
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame
from ui.widgets.labels import label

_USUAL_DAYS = 14  # to answer in
_KIND = ChoiceField(
    "asked_paper", msg("Paper"), choices=Choices(tuple((kind, PAPER_NAMES[kind], "") for kind in PaperKind))
)
_BY = DateField("asked_by", msg("By the day"))


class PaperAsking(QWidget):
    left = Signal()

    def __init__(self, desk: Desk, ids: Sequence[ParticipationId]) -> None:
        super().__init__()
        self.setObjectName("paperAsking")
        self._desk = desk
        self._ids = tuple(ids)
        look = desk.look
        card = frame("card")
        around = column(look, within=self)
        around.addWidget(card)
        around.addStretch(1)
        down = column(look, within=card, edge=Space.AROUND)
        heading = ntr("Ask {count} participant for a paper", "Ask {count} participants for a paper", len(self._ids))
        down.addWidget(label(heading, "heading", wrap=True))
        about = tr("Past this day, a paper that has not come is not met. Whoever has given it is not asked.")
        down.addWidget(label(about, "second", wrap=True))
        rows = (Row(_KIND, required=True), Row(_BY, required=True))
        self._form = Form(look, rows, today=desk.today, name="paperAskingFields", edge=0)
        self._form.be_as_high_as_fields()
        self._form.show_values({_KIND.key: PaperKind.CONFIRMATION, _BY.key: desk.today + timedelta(_USUAL_DAYS)})
        self._form.submitted.connect(self._ask)
        down.addWidget(self._form)
        self._remark = Remark(look)
        down.addWidget(self._remark)
        flow = Flow(look.px(Space.BETWEEN))
        flow.addWidget(button(tr("Ask for it"), self._ask, name="askPaperNow", kind="main", keys="Ctrl+Return"))
        flow.addWidget(button(tr("Cancel"), self.left.emit, name="askPaperCancel", keys="Esc"))
        down.addLayout(flow)

    def enter(self) -> None:
        self._form.focus(_KIND.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        values, ids = self._form.values(), self._ids
        if values is None:
            return
        kind, by = values[_KIND.key], values[_BY.key]
        assert isinstance(kind, StrEnum)
        assert isinstance(by, date)
        paper = PaperKind(kind)
        self._desk.work.change(lambda store: ask_for_paper(store, ids, paper, by), self._asked, self._refused)

    def _asked(self, count: int) -> None:
        left_out = len(self._ids) - count
        if left_out:
            self._desk.tell(
                nmsg(
                    "{count} has given it or was asked before.", "{count} have given it or were asked before.", left_out
                )
            )
        self.left.emit()

    def _refused(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)


def _open(desk: Desk, ids: Sequence[ParticipationId], around: Around) -> None:
    if desk.file.read_only is not None:
        desk.tell(desk.file.read_only, NoticeKind.NOTE)
        return
    asking = PaperAsking(desk, ids)
    asking.left.connect(around.show_list)
    around.show_over(asking)
    asking.enter()


ASK_PAPER = BulkAct("bulkAskPaper", msg("Ask for a paper …"), _open)
