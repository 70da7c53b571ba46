"""Who runs the programme, and what each of them sees to (R3)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mentordesk.actions.team import set_responsibility, take_into_team, take_out_of_team
from mentordesk.domain.fields import ChoiceField, Choices, Field, FieldValue, TextField
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.people import PERSON_FIELDS, ROLE_NAMES, Role
from mentordesk.i18n.message import msg
from mentordesk.queries.team import RUNNING_ROLES, TeamMember, team
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import say, tr
from ui.programme.list_part import ListPart
from ui.tables.columns import Column
from ui.widgets.buttons import button

_PERSON = {field.key: field for field in PERSON_FIELDS}
_ROLE = ChoiceField("teamRole", msg("Role"), choices=Choices(tuple((r, ROLE_NAMES[r], "") for r in RUNNING_ROLES)))
_SEES_TO = TextField("responsibility", msg("Sees to"))
_NAMING = ("given_name", "family_name", "email")
_NEW: tuple[Field | Row, ...] = (
    Row(_PERSON["given_name"], required=True),
    _PERSON["family_name"],
    Row(_PERSON["email"], hint=msg("Somebody who is in the file is found by the address.")),
    Row(_ROLE, required=True),
    _SEES_TO,
)
COLUMNS: tuple[Column[TeamMember], ...] = (
    Column(key="name", title=msg("Name"), text=lambda member: member.name, width=210, disc=True),
    Column(
        key="role",
        title=msg("Role"),
        text=lambda member: say(ROLE_NAMES[member.role]),
        sort=lambda member: RUNNING_ROLES.index(member.role),
        width=180,
    ),
    Column(key="responsibility", title=msg("Sees to"), text=lambda member: member.responsibility, width=220),
    Column(key="email", title=msg("E-mail"), text=lambda member: member.email, width=220),
    Column(key="phone", title=msg("Phone"), text=lambda member: member.phone, width=110),
)


class PeoplePart(ListPart[TeamMember]):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, COLUMNS, msg("Who runs the programme"), key="team", table="teamTable", form="memberForm")
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self._take_out)
        self.lay_out(button(tr("Add somebody …"), self.add, name="addMember", kind="main", keys="Ctrl+N"))

    def number_of(self, each: TeamMember) -> str:
        return each.id

    def reload(self, programme: ProgrammeId) -> None:
        self.turn_to(programme)
        self.desk.work.ask(
            "programme team", lambda store: (programme, team(store, programme)), self._show, self.refused.emit
        )

    def add(self) -> None:
        if self.programme is not None and self.desk.may_change():
            form = self.ask(tr("Somebody who runs the programme"), _NEW, tr("Add to the team"))
            form.submitted.connect(self._on_new)
            form.begin({_ROLE.key: Role.TEAM})

    def _show(self, found: tuple[ProgrammeId, tuple[TeamMember, ...]]) -> None:
        programme, members = found
        if programme != self.programme:
            return
        self.words.setText(
            tr("The programme manager reports to the owner.")
            if members
            else tr("Nobody is noted yet. Add the owner and the programme manager first.")
        )
        self.show_rows(members)
        self.told.emit()

    def _open(self, number: str) -> None:
        member = self.rows.get(number)
        if member is not None and self.desk.may_change():
            form = self.ask(member.name, (_SEES_TO,), tr("Keep it so"), say(ROLE_NAMES[member.role]))
            form.submitted.connect(partial(self._on_responsibility, member.id))
            form.begin({_SEES_TO.key: member.responsibility})

    def _take_out(self, numbers: tuple[str, ...]) -> None:
        if numbers and self.desk.may_change():
            member = ParticipationId(numbers[0])
            self.desk.work.change(lambda store: take_out_of_team(store, member), self.done)

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        programme, form, today = self.programme, self.form, self.desk.today
        role, sees_to = Role(str(values[_ROLE.key])), str(values[_SEES_TO.key] or "")
        told = {key: values[key] for key in _NAMING}
        if programme is not None and form is not None:
            self.desk.work.change(
                lambda store: take_into_team(
                    store, programme=programme, role=role, values=told, responsibility=sees_to, today=today
                ),
                self.added,
                form.refuse,
            )

    def _on_responsibility(self, member: ParticipationId, values: Mapping[str, FieldValue]) -> None:
        form, sees_to = self.form, str(values[_SEES_TO.key] or "")
        if form is not None:
            self.desk.work.change(lambda store: set_responsibility(store, member, sees_to), self.done, form.refuse)
