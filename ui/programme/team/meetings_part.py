"""The team's planning and follow-up meetings: planned, prepared from what is open, noted with decisions and tasks (R4).

They lie in the calendar as all meetings do, and are moved and cancelled there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from mentordesk.actions.files import Store
from mentordesk.actions.meetings import add_meeting
from mentordesk.actions.team_meetings import NewTask, note
from mentordesk.actions.team_tasks import add_task
from mentordesk.documents.declared.team_kinds import TEAM_AGENDA
from mentordesk.documents.papers.team_agenda import TeamAgendaContent
from mentordesk.domain.fields import (
    ChoiceField,
    Choices,
    DateField,
    Field,
    FieldValue,
    NumberField,
    TextField,
    YesNoField,
)
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus, meeting_kind
from mentordesk.domain.subjects import Subject
from mentordesk.domain.time_field import TimeField, time_of
from mentordesk.i18n.message import msg
from mentordesk.queries.issues import IssueRow, issues
from mentordesk.queries.team import TeamMember, team
from mentordesk.queries.team_agenda import team_agenda
from mentordesk.queries.team_meetings import TEAM_KINDS, TeamMeeting, team_meetings, team_tasks
from ui.desk import Desk, NoticeKind
from ui.forms.beside import NARROW_FROM
from ui.forms.form import Row
from ui.language import ptr, say, spoken, tr
from ui.programme.list_part import ListPart
from ui.programme.team.meeting_words import ahead, details_of, standing
from ui.programme.team.owners import Owners
from ui.programme.team.tasks_part import task_fields, told_task
from ui.tables.columns import Column, day_column
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, frame, scrolling
from ui.widgets.labels import label
from ui.widgets.one_paper import OnePaper
from ui.widgets.page import shortcut

_LONGEST = 4_000
_USUAL_START, _MINUTES = "09:00", 60
_DETAILS = 180  # px at 100 %

TeamKind: type[StrEnum] = StrEnum("TeamKind", {key.upper(): key for key in TEAM_KINDS})  # type: ignore[misc]  # derived
_KIND = ChoiceField(
    "meetingKind", msg("Kind"), choices=Choices(tuple((kind, meeting_kind(kind.value).title, "") for kind in TeamKind))
)
_DAY = DateField("meetingDay", msg("Day"))
_START = TimeField("meetingStart", msg("Begins at"))
_LENGTH = NumberField("meetingMinutes", msg("Minutes"), low=1, high=720)
_PLACE = TextField("meetingPlace", msg("Place"))
_NEW = (*(Row(field, required=True) for field in (_KIND, _DAY, _START, _LENGTH)), Row(_PLACE))
_DECISIONS = TextField("decisions", msg("What was decided, one to a line"), length=_LONGEST, lines=True)
_HELD = YesNoField("meetingHeld", msg("It was held"))


def _state(meeting: TeamMeeting) -> str:
    return ptr("a meeting", "Held") if meeting.status is MeetingStatus.HELD else ptr("a meeting", "Planned")


def _tasks(meeting: TeamMeeting) -> str:
    if not meeting.tasks:
        return ""
    done = sum(task.done_on is not None for task in meeting.tasks)
    return tr("{part} of {whole} done", part=done, whole=len(meeting.tasks))


COLUMNS: tuple[Column[TeamMeeting], ...] = (
    day_column("day", msg("Day"), lambda meeting: meeting.starts_at.date(), width=130),
    Column(key="meeting", title=msg("Meeting"), text=lambda meeting: say(meeting.title), width=250),
    Column(key="state", title=msg("State"), text=_state, width=100),
    Column(key="decisions", title=msg("What was decided"), text=lambda each: " · ".join(each.decisions), width=300),
    Column(key="tasks", title=msg("Tasks"), text=_tasks, width=130),
)


@dataclass(frozen=True, slots=True)
class _Read:
    programme: ProgrammeId
    meetings: tuple[TeamMeeting, ...]
    members: tuple[TeamMember, ...]
    issues: tuple[IssueRow, ...]
    open_tasks: int


def _read(store: Store, programme: ProgrammeId) -> _Read:
    return _Read(
        programme,
        team_meetings(store, programme),
        team(store, programme),
        issues(store, programme),
        len(team_tasks(store, programme)),
    )


class MeetingsPart(ListPart[TeamMeeting]):
    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, COLUMNS, msg("Meetings of the team"), key="meetings", table="meetingTable", form="meetingForm"
        )
        self._found: _Read | None = None
        self.paper = OnePaper(desk, self)
        self.list.opened.connect(self._note)
        self.list.selectionModel().currentRowChanged.connect(self._describe)
        down = self.lay_out(
            button(tr("Plan a meeting …"), self.add, name="planMeeting", kind="main", keys="Ctrl+N"),
            button(tr("Decisions …"), self._note_current, name="noteMeeting", keys="Enter"),
            button(tr("Add a task …"), self._add_task, name="meetingTask", keys="Ctrl+Shift+A"),
            button(tr("Print the agenda …"), self.print_paper, name="printAgenda", keys="Ctrl+P"),
            button(tr("Open in the calendar"), self._to_calendar, name="meetingInCalendar"),
        )
        self._details = label("", wrap=True)
        self._details.setObjectName("meetingDetails")
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop)
        region = scrolling(self._details)
        region.setAccessibleName(tr("What was decided, or what is on the agenda"))
        card = frame("card")
        column(desk.look, within=card, edge=Space.BETWEEN).addWidget(region)
        card.setFixedHeight(desk.look.px(_DETAILS if desk.look.zoom < NARROW_FROM else _DETAILS // 2))
        down.addWidget(card)
        shortcut(self.shown, "Ctrl+Shift+A", self._add_task)

    def number_of(self, each: TeamMeeting) -> str:
        return each.id

    def reload(self, programme: ProgrammeId) -> None:
        self.turn_to(programme)
        self.desk.work.ask(
            "programme team meetings", lambda store: _read(store, programme), self._show, self.refused.emit
        )

    def add(self) -> None:
        """Ctrl+N: a meeting to come, at the usual hour."""
        if self.programme is not None and self.desk.may_change():
            form = self.ask(tr("Plan a meeting of the team"), _NEW, tr("Plan it"))
            form.submitted.connect(self._on_new)
            in_a_week = self.desk.today + timedelta(7)
            form.begin(
                {
                    _KIND.key: next(iter(TeamKind)),
                    _DAY.key: in_a_week,
                    _START.key: _USUAL_START,
                    _LENGTH.key: _MINUTES,
                }
            )

    def print_paper(self) -> bool:
        """The agenda of the meeting on which one stands: the open issues and tasks, with room to write."""
        meeting = self.current
        if meeting is None:
            self.desk.tell(msg("Choose a meeting of the team first."), NoticeKind.NOTE)
            return True
        self.desk.work.ask(
            "team agenda",
            partial(_agenda, meeting=meeting.id, day=self.desk.today),
            self._print,
            self.refused.emit,
        )
        return True

    def _print(self, content: TeamAgendaContent) -> None:
        self.paper.print(TEAM_AGENDA, lambda: content)

    def _show(self, found: _Read) -> None:
        if found.programme != self.programme:
            return
        self._found = found
        self.words.setText(" ".join(standing(found.meetings, self.desk.today)))
        if self.list.current_id() is None and found.meetings:
            self.show_rows(found.meetings)
            first = next(iter(ahead(found.meetings, self.desk.today)), found.meetings[-1])
            self.list.select_ids((first.id,))
        self.show_rows(found.meetings)
        self._describe()
        self.told.emit()

    def _describe(self, *_: object) -> None:
        meeting, found = self.current, self._found
        if meeting is not None and found is not None:
            self._details.setText(details_of(meeting, found.issues, found.open_tasks))
        else:
            self._details.setText("")

    def _note_current(self) -> None:
        if (meeting := self.current) is not None:
            self._note(meeting.id)

    def _note(self, number: str) -> None:
        """Decisions as they stand, one to a line; a task may come with them."""
        meeting = self.rows.get(number)
        if meeting is None or self._found is None or not self.desk.may_change():
            return
        ask_held = meeting.status is MeetingStatus.PLANNED and meeting.starts_at.date() <= self.desk.today
        fields: tuple[Field | Row, ...] = (
            _DECISIONS,
            *((Row(_HELD, required=True),) if ask_held else ()),
            *task_fields(Owners(self._found.members), required=False),
        )
        text = tr(
            "The meeting of {day}. Names of a pair do not belong here: what is difficult between two people is an "
            "issue.",
            day=spoken().date(meeting.starts_at.date(), "full"),
        )
        form = self.ask(say(meeting.title), fields, tr("Keep it so"), text)
        form.submitted.connect(partial(self._on_noted, meeting.id))
        form.begin({_DECISIONS.key: "\n".join(meeting.decisions), **({_HELD.key: True} if ask_held else {})})
        written = form.form.editor(_DECISIONS.key).control
        if isinstance(written, QPlainTextEdit):
            written.moveCursor(QTextCursor.MoveOperation.End)  # one writes on below what stands there

    def _on_noted(self, meeting: MeetingId, values: Mapping[str, FieldValue]) -> None:
        form, decisions, held = self.form, str(values[_DECISIONS.key] or "").splitlines(), bool(values.get(_HELD.key))
        text, owner, due = told_task(values)
        tasks = (NewTask(text, owner, due),) if text or owner or due else ()
        if form is not None:
            self.desk.work.change(
                lambda store: note(store, meeting, decisions, tasks, held=held), self.done, form.refuse
            )

    def _add_task(self) -> None:
        meeting = self.current
        if meeting is not None and self._found is not None and self.desk.may_change():
            fields = task_fields(Owners(self._found.members))
            form = self.ask(tr("A task of the team"), fields, tr("Add the task"), say(meeting.title))
            form.submitted.connect(partial(self._on_task, meeting.id))
            form.begin({})

    def _on_task(self, meeting: MeetingId, values: Mapping[str, FieldValue]) -> None:
        programme, form = self.programme, self.form
        text, owner, due = told_task(values)
        if programme is not None and form is not None:
            self.desk.work.change(
                lambda store: add_task(store, programme=programme, text=text, due_on=due, owner=owner, meeting=meeting),
                self.done,
                form.refuse,
            )

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        programme, form, kind, day = self.programme, self.form, str(values[_KIND.key]), values[_DAY.key]
        start, minutes, place = time_of(values[_START.key]), int(str(values[_LENGTH.key])), values[_PLACE.key]
        if programme is None or form is None or not isinstance(day, date):
            return
        end = (datetime.combine(day, start) + timedelta(minutes=minutes)).time()
        self.desk.work.change(
            lambda store: add_meeting(
                store,
                programme=programme,
                kind=kind,
                title="",
                day=day,
                start=start,
                end=end,
                place=str(place or ""),
            ),
            self.added,
            form.refuse,
        )

    def _to_calendar(self) -> None:
        if (meeting := self.current) is not None:
            self.desk.please_show(Subject.MEETINGS, meeting.id)


def _agenda(store: Store, *, meeting: MeetingId, day: date) -> TeamAgendaContent:
    return team_agenda(store, meeting, made_on=day)
