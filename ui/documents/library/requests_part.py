"""What mentors and mentees asked for, material or training, and what they were answered (R66)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from mentordesk.actions.requests import answer, ask, ask_again, remove_request
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import RequestId
from mentordesk.i18n.message import msg
from mentordesk.queries.library import Library, Reader, RequestRow
from ui.desk import Desk, NoticeKind
from ui.documents.library.part import Part
from ui.documents.library.words import (
    ANSWER,
    ANSWERED_ON,
    ASKED_ON,
    REQUESTS,
    WANTED,
    Asking,
    asked_by,
    day_of,
)
from ui.forms.form import Row
from ui.language import ntr, tr
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.page import shortcut


class RequestsPart(Part[RequestRow]):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, REQUESTS, msg("Requests"), key="requests", table="requestTable", form="requestForm")
        self._readers: tuple[Reader, ...] = ()
        self.list.opened.connect(self._answer)
        self.list.deleted.connect(self._remove)
        answer_it = button(tr("Answer …"), self._answer_current, name="answerRequest", kind="main", keys="Ctrl+Return")
        self._back = button(tr("Take the answer back"), self._ask_again, name="reopenRequest")
        empty = EmptyPage(
            desk.look,
            picture="question",
            heading=tr("Nobody has asked for anything"),
            text=tr("What mentors and mentees ask for, material or training, stands on Today until it is answered."),
            ways_on=(WayOn(tr("Note a request …"), self.add, "firstRequest"),),
        )
        new = button(tr("Note a request …"), self.add, name="addRequest", keys="Ctrl+N")
        self.furnish((new, answer_it, self._back), (answer_it, self._back), empty)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self.shown, keys, self._answer_current)

    def number_of(self, each: RequestRow) -> str:
        return each.id

    def show_library(self, found: Library) -> None:
        self._readers = found.readers
        waiting = sum(request.answered_on is None for request in found.requests)
        self.words.setText(
            ntr("{count} request waits for an answer.", "{count} requests wait for an answer.", waiting)
            if waiting
            else tr("No request waits for an answer. One that does stands on Today until it has one.")
        )
        self.show_rows(found.requests, anything=bool(found.requests))

    def _mark(self) -> None:
        """Only an answer can be taken back."""
        super()._mark()
        request = self.current
        self._back.setEnabled(request is not None and request.answered_on is not None)

    def add(self) -> None:
        if self.programme is None or not self.desk.may_change():
            return
        if not self._readers:
            self.desk.tell(msg("Nobody takes part in the programme yet."), NoticeKind.NOTE)
            return
        fields = (Row(Asking(self._readers).field, required=True), Row(WANTED, required=True), ASKED_ON)
        form = self.ask(tr("A request for material or training"), fields, tr("Note the request"))
        form.submitted.connect(self._on_new)
        form.begin({ASKED_ON.key: self.desk.today})

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        form, who, wanted = self.form, asked_by(values), str(values[WANTED.key])
        on = day_of(values, ASKED_ON, self.desk.today)
        if form is not None:
            self.desk.work.change(lambda store: ask(store, who, wanted, on=on), self.added, form.refuse)

    def _answer_current(self) -> None:
        self._answer(self.list.current_id() or "")

    def _answer(self, number: str) -> None:
        request = self.rows.get(number)
        if request is None or not self.desk.may_change():
            return
        fields = (Row(ANSWER, required=True), ANSWERED_ON)
        form = self.ask(tr("The answer to {name}", name=request.name), fields, tr("Keep the answer"), request.wanted)
        form.submitted.connect(partial(self._on_answer, request.id))
        form.begin({ANSWER.key: request.answer or None, ANSWERED_ON.key: request.answered_on or self.desk.today})

    def _on_answer(self, request: RequestId, values: Mapping[str, FieldValue]) -> None:
        form, words = self.form, str(values[ANSWER.key])
        on = day_of(values, ANSWERED_ON, self.desk.today)
        if form is not None:
            self.desk.work.change(lambda store: answer(store, request, words, on=on), self.done, form.refuse)

    def _ask_again(self) -> None:
        request = self.current
        if request is not None and request.answered_on is not None and self.desk.may_change():
            number = request.id
            self.desk.work.change(lambda store: ask_again(store, number))

    def _remove(self, numbers: Sequence[str]) -> None:
        if numbers and self.desk.may_change():
            request = RequestId(numbers[0])
            self.desk.work.change(lambda store: remove_request(store, request), self.done)
