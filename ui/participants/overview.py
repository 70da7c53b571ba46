"""The Fields of one participant as a form; each goes into the file when it is left."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget

from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.domain.fields import Field, FieldValue, Home
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.participant import ParticipantDetail
from mentordesk.queries.participants import editable_fields
from ui.desk import Desk, NoticeKind
from ui.forms.form import Form
from ui.participants.columns import lock_of
from ui.participants.part import Part
from ui.widgets.frames import column

_INTERVIEWS = frozenset({"needs", "offers", "wishes", "vetoes"})  # noted where they are asked for


class Overview(Part):
    title: ClassVar[Message] = msg("Overview")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._forms: dict[Role, Form] = {}
        self._stack = QStackedWidget()
        column(desk.look, within=self).addWidget(self._stack)
        self._id: ParticipationId | None = None

    def show_participant(self, shown: ParticipantDetail) -> None:
        form = self._form(shown.row.role)
        self._stack.setCurrentWidget(form)
        form.set_read_only(self.desk.file.read_only or lock_of(shown.row))
        form.show_values(shown.row.values, keep_typed=shown.row.id == self._id)
        self._id = shown.row.id

    def leave(self) -> None:
        form = self._stack.currentWidget()
        if isinstance(form, Form):
            form.leave()

    def _form(self, role: Role) -> Form:
        if role not in self._forms:
            form = Form(self.look, list(_fields(role)), today=self.desk.today, name=f"overview_{role.value}")
            form.committed.connect(self._on_committed)
            form.denied.connect(self._on_denied)
            self._forms[role] = form
            self._stack.addWidget(form)
        return self._forms[role]

    def _on_committed(self, key: str, value: FieldValue) -> None:
        if self._id is None:
            return
        edit, today = Edit(self._id, key, value), self.desk.today
        self.desk.work.change(
            lambda store: edit_participants(store, [edit], today=today), refused=partial(self._on_refused, edit)
        )

    def _on_refused(self, edit: Edit, no: Refused) -> None:
        form = self._stack.currentWidget()
        if self._id == edit.id and isinstance(form, Form):
            form.mark(edit.key, no.message)
        self.desk.tell(no.message, NoticeKind.WARNING)

    def _on_denied(self, reason: Message) -> None:
        self.desk.tell(reason, NoticeKind.NOTE)


def _fields(role: Role) -> Iterator[Field]:
    for field in editable_fields(None):
        if (
            field.home is Home.PERSON
            or field.key == "both_roles"
            or (field.home is Home.MENTOR and role is Role.MENTOR and field.key not in _INTERVIEWS)
        ):
            yield field
