"""The life of a pair's goal document: how far it has come, and its next step (R62)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from mentordesk.actions.goal_documents import agree_document, close_document, note_days, note_mid_seen
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.goal_life import DOCUMENT_STATE_NAMES, DocumentDays, DocumentState
from mentordesk.domain.ids import PairId
from mentordesk.queries.goals import GoalSheet
from ui.language import say, tr
from ui.logbooks.form_part import FormPart
from ui.logbooks.goals.fields import AGREED_ON, CLOSED_ON, MID_SEEN_ON, NEXT_REVIEW_ON, day_in
from ui.logbooks.goals.words import DOCUMENT_TONES, sheet_in_words
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label


class DocumentLife(QWidget):
    def __init__(self, part: FormPart) -> None:
        """`part`: where its form opens."""
        super().__init__()
        look = part.look
        self._part = part
        self._sheet: GoalSheet | None = None
        down = column(look, within=self)
        self._state = Chip(look, "")
        self._state.setObjectName("goalDocumentState")
        self._days = label("", "second", wrap=True)
        self._days.setObjectName("goalDocumentDays")
        down.addWidget(self._state)
        down.addWidget(self._days)
        deeds = Flow(look.px(Space.WITHIN))
        self._next = button("", self._go_on, name="documentGoesOn")
        self._anew = button(tr("Agreed anew"), self._agree, name="documentAnew")
        for each in (self._next, button(tr("Days …"), self._ask_days, name="documentDays"), self._anew):
            deeds.addWidget(each)
        down.addLayout(deeds)

    def tell(self, sheet: GoalSheet) -> None:
        self._sheet = sheet
        self._state.set(say(DOCUMENT_STATE_NAMES[sheet.state]), DOCUMENT_TONES[sheet.state])
        self._days.setText(sheet_in_words(sheet))
        self._days.setVisible(bool(self._days.text()))
        self._next.setText(_next_step(sheet.state))
        self._anew.setVisible(sheet.document.days.agreed_on is not None)

    def _ask_days(self) -> None:
        if self._sheet is None or not self._part.desk.may_change():
            return
        document = self._sheet.document
        days = document.days
        self._part.ask(
            tr("Days of the goal document"),
            (NEXT_REVIEW_ON, AGREED_ON, MID_SEEN_ON, CLOSED_ON),
            tr("Keep them so"),
            self._on_days,
            values={
                NEXT_REVIEW_ON.key: document.next_review_on,
                AGREED_ON.key: days.agreed_on,
                MID_SEEN_ON.key: days.mid_seen_on,
                CLOSED_ON.key: days.closed_on,
            },
            text=tr("The document itself is the pair’s, and is not kept here."),
            name="documentForm",
        )

    def _on_days(self, pair: PairId, values: Mapping[str, FieldValue]) -> None:
        today = self._part.desk.today
        days = DocumentDays(*(day_in(values, each.key) for each in (AGREED_ON, MID_SEEN_ON, CLOSED_ON)))
        review = day_in(values, NEXT_REVIEW_ON.key)
        self._part.keep(pair, lambda store: note_days(store, pair, days, review, today=today))

    def _go_on(self) -> None:
        """Today's step of the document: agreed, seen at mid-term, closed, open again."""
        pair, sheet, today = self._part.pair, self._sheet, self._part.desk.today
        if pair is None or sheet is None or not self._part.desk.may_change():
            return
        match sheet.state:
            case DocumentState.NONE | DocumentState.DRAFT:
                self._agree()
            case DocumentState.AGREED:
                self._part.desk.work.change(lambda store: note_mid_seen(store, pair, on=today, today=today))
            case DocumentState.MID_SEEN:
                self._part.desk.work.change(lambda store: close_document(store, pair, on=today, today=today))
            case DocumentState.CLOSED:
                self._part.desk.work.change(lambda store: close_document(store, pair, on=None, today=today))

    def _agree(self) -> None:
        pair, today = self._part.pair, self._part.desk.today
        if pair is not None and self._part.desk.may_change():
            self._part.desk.work.change(lambda store: agree_document(store, pair, on=today, today=today))


def _next_step(state: DocumentState) -> str:
    match state:
        case DocumentState.NONE | DocumentState.DRAFT:
            return tr("Agreed today")
        case DocumentState.AGREED:
            return tr("Seen at mid-term today")
        case DocumentState.MID_SEEN:
            return tr("Closed today")
        case DocumentState.CLOSED:
            return tr("Open again")
