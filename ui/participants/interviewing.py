"""The part of the detail pane in which an interview is noted (R23): as a whole, by its button or when it is left.

What was refused stays as it was written until it is mended.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.actions.interviews import record_interview
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.interviews import InterviewForm, interview
from mentordesk.queries.participant import ParticipantDetail
from ui.desk import Desk, NoticeKind
from ui.language import tr
from ui.participants.interview_fields import InterviewFields
from ui.participants.part import Part
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row, scrolling
from ui.widgets.page import shortcut


class InterviewTab(Part):
    title: ClassVar[Message] = msg("Interview")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id: ParticipationId | None = None
        self._fields: InterviewFields | None = None
        self._unkept: dict[ParticipationId, InterviewFields] = {}
        look = desk.look
        lines = column(look, within=self)
        inside = QWidget()
        self._lines: QVBoxLayout = column(look, within=inside, edge=Space.AROUND)
        lines.addWidget(scrolling(inside), 1)
        foot = row(look)
        foot.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(12))
        foot.addWidget(
            button(tr("Note the interview"), self.note, name="noteInterview", kind="main", keys="Ctrl+Return")
        )
        foot.addStretch()
        lines.addLayout(foot)
        shortcut(self, "Ctrl+Return", self.note)

    def show_participant(self, shown: ParticipantDetail) -> None:
        id_ = self._id = shown.row.id
        self.desk.work.ask("interview", lambda store: interview(store, id_), self._take)

    def leave(self) -> None:
        if self._fields is not None and self._fields.touched and self.desk.file.read_only is None:
            self.note()

    def note(self) -> None:
        """Everything in the form, as one change; the first thing that is not right is marked instead."""
        fields, today = self._fields, self.desk.today
        if fields is None or not self.may_change():
            return
        id_ = fields.participation
        noted = fields.read()
        if noted is None:
            self._unkept[id_] = fields
            return
        self._unkept.pop(id_, None)
        fields.accept()
        self.desk.work.change(
            lambda store: record_interview(
                store,
                participation=id_,
                held_on=noted.held_on,
                interviewer=noted.interviewer,
                notes=noted.notes,
                ratings=noted.ratings,
                words=noted.words,
                wishes=noted.wishes,
                vetoes=noted.vetoes,
                today=today,
            ),
            refused=partial(self._on_refused, fields),
        )

    def _take(self, form: InterviewForm) -> None:
        if form.participation != self._id:
            return
        if self._fields is not None and self._fields.participation == form.participation:
            self._fields.show_form(form)
            return
        fields = self._unkept.get(form.participation)
        if fields is None:
            fields = InterviewFields(self.desk, form)
        self._put(fields)

    def _put(self, fields: InterviewFields) -> None:
        before = self._fields
        if before is not None:
            self._lines.removeWidget(before)
            before.hide()
            if before not in self._unkept.values():
                before.deleteLater()
        self._fields = fields
        self._lines.addWidget(fields)
        fields.show()

    def _on_refused(self, fields: InterviewFields, no: Refused) -> None:
        self._unkept[fields.participation] = fields
        fields.refuse(no.message)
        self.desk.tell(no.message, NoticeKind.WARNING)
