"""The Fields of one participant as a form; each goes into the file when it is left."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QLineEdit, QStackedWidget

from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.actions.line_managers import set_line_manager
from mentordesk.domain.fields import Field, FieldValue, Home
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.participant import ParticipantDetail
from mentordesk.queries.participants import editable_fields
from mentordesk.queries.people_names import NamedPerson
from ui.desk import Desk, NoticeKind
from ui.forms.form import Form
from ui.participants.columns import lock_of
from ui.participants.part import Part
from ui.participants.people_completer import EverybodyCompletes
from ui.widgets.frames import column

_INTERVIEWS = frozenset({"needs", "offers", "wishes", "vetoes"})  # noted where they are asked for
_MANAGER = "line_manager"


class Overview(Part):
    title: ClassVar[Message] = msg("Overview")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._forms: dict[Role, Form] = {}
        self._stack = QStackedWidget()
        column(desk.look, within=self).addWidget(self._stack)
        self._id: ParticipationId | None = None
        self._person: PersonId | None = None
        self._role = Role.MENTEE

    def show_participant(self, shown: ParticipantDetail) -> None:
        self._role = shown.row.role
        form = self._form(self._role)
        self._stack.setCurrentWidget(form)
        form.set_read_only(self.desk.file.read_only or lock_of(shown.row))
        form.show_values(shown.row.values, keep_typed=shown.row.id == self._id)
        self._id, self._person = shown.row.id, shown.row.person

    def leave(self) -> None:
        form = self._stack.currentWidget()
        if isinstance(form, Form):
            form.leave()

    def _form(self, role: Role) -> Form:
        if role not in self._forms:
            form = Form(self.look, list(_fields(role)), today=self.desk.today, name=f"overview_{role.value}")
            form.committed.connect(self._on_committed)
            form.denied.connect(self._on_denied)
            self._let_choose_manager(form)
            self._forms[role] = form
            self._stack.addWidget(form)
        return self._forms[role]

    def focus_field(self, key: str) -> None:
        """The keyboard goes where this is written; nowhere where the form has no such field."""
        form = self._stack.currentWidget()
        if isinstance(form, Form) and any(field.key == key for field in _fields(self._role)):
            form.focus(key)

    def _let_choose_manager(self, form: Form) -> None:
        """Chosen while typing she is one person, whatever others are called; what is written else stays a text."""
        line = form.editor(_MANAGER).control
        assert isinstance(line, QLineEdit)
        EverybodyCompletes(self.desk, line, _MANAGER).chosen.connect(partial(self._on_manager, form))

    def _on_manager(self, form: Form, manager: NamedPerson) -> None:
        form.editor(_MANAGER).show_value(manager.name)
        shown, person = self._id, self._person
        if shown is not None and person is not None:
            self.desk.work.change(
                lambda store: set_line_manager(store, person, manager.person),
                refused=partial(self._on_refused, Edit(shown, _MANAGER, manager.name)),
            )

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
