"""What is difficult, who sees to it and what is done next, until it is closed (R4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from mentordesk.actions.files import Store
from mentordesk.actions.issues import close_issue, edit_issue, hand_over, open_issue, reopen_issue
from mentordesk.domain.fields import TEXT_LENGTH, DateField, FieldValue, TextField
from mentordesk.domain.ids import IssueId, ParticipationId, ProgrammeId
from mentordesk.i18n.message import msg
from mentordesk.queries.issues import IssueRow, issues
from mentordesk.queries.team import TeamMember, team
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import ntr, ptr, tr
from ui.programme.list_part import ListPart
from ui.tables.columns import Column, day_column
from ui.widgets.buttons import button
from ui.widgets.labels import unaccelerated
from ui.widgets.page import shortcut

_TITLE = Row(TextField("issueTitle", msg("What is difficult")), required=True)
_STEP = TextField("issueStep", msg("Next step"), length=TEXT_LENGTH)
_ON = DateField("issueOn", msg("By when"))


def _state(issue: IssueRow) -> str:
    return ptr("issue", "Open") if issue.closed_on is None else tr("Closed on {day}", day=issue.closed_on)


COLUMNS: tuple[Column[IssueRow], ...] = (
    Column(key="title", title=msg("Issue"), text=lambda issue: issue.title, width=240),
    Column(key="owner", title=msg("Owner"), text=lambda issue: issue.owner_name, width=150),
    Column(key="step", title=msg("Next step"), text=lambda issue: issue.next_step, width=240),
    day_column("on", msg("By when"), lambda issue: issue.next_on),
    day_column("opened", msg("Opened"), lambda issue: issue.opened_on),
    Column(key="state", title=msg("State"), text=_state, width=170),
)


class IssuesPart(ListPart[IssueRow]):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, COLUMNS, msg("Issues of the team"), key="issues", table="issueTable", form="issueForm")
        self._members: tuple[TeamMember, ...] = ()
        self._with_closed = False
        self.list.opened.connect(self._open)
        self.list.menu_wanted.connect(self._offer)
        self._switch = button(tr("Closed ones too"), self._toggle_closed, name="closedIssues")
        self._switch.setCheckable(True)
        self.lay_out(
            button(tr("Open an issue …"), self.add, name="openIssue", kind="main", keys="Ctrl+N"),
            button(tr("Hand over …"), self._offer_owners, name="handOverIssue"),
            button(tr("Close or open again"), self._close, name="closeIssue", keys="Ctrl+Return"),
            self._switch,
        )
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self.shown, keys, self._close)

    def number_of(self, each: IssueRow) -> str:
        return each.id

    def reload(self, programme: ProgrammeId) -> None:
        self.turn_to(programme)
        closed = self._with_closed
        self.desk.work.ask(
            "programme issues",
            lambda store: (programme, issues(store, programme, closed=closed), team(store, programme)),
            self._show,
            self.refused.emit,
        )

    def add(self) -> None:
        if self.programme is not None and self.desk.may_change():
            form = self.ask(tr("Open an issue"), (_TITLE,), tr("Open it"))
            form.submitted.connect(self._on_new)
            form.begin({})

    def stand_on(self, issue: IssueId) -> None:
        if issue:
            self.list.select_ids((issue,))

    def _show(self, found: tuple[ProgrammeId, tuple[IssueRow, ...], tuple[TeamMember, ...]]) -> None:
        programme, rows, self._members = found
        if programme != self.programme:
            return
        open_ones = sum(issue.closed_on is None for issue in rows)
        self.words.setText(
            ntr("{count} open issue.", "{count} open issues.", open_ones)
            if open_ones
            else tr(
                "No issue is open. What is difficult in a pair or in the programme is kept here until it is solved."
            )
        )
        self.show_rows(rows)
        self.told.emit()

    def _open(self, number: str) -> None:
        issue = self.rows.get(number)
        if issue is not None and self.desk.may_change():
            form = self.ask(issue.title, (_TITLE, _STEP, _ON), tr("Keep it so"), issue.owner_name)
            form.submitted.connect(partial(self._on_edited, issue.id))
            form.begin({"issueTitle": issue.title, _STEP.key: issue.next_step, _ON.key: issue.next_on})

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        programme, form, title = self.programme, self.form, str(values["issueTitle"])
        if programme is not None and form is not None:
            self.desk.work.change(
                lambda store: open_issue(store, programme=programme, title=title), self.added, form.refuse
            )

    def _on_edited(self, issue: IssueId, values: Mapping[str, FieldValue]) -> None:
        form, title, step = self.form, str(values["issueTitle"]), str(values[_STEP.key] or "")
        on = values[_ON.key]
        day = on if isinstance(on, date) else None
        if form is not None:
            self.desk.work.change(
                lambda store: edit_issue(store, issue, title=title, step=step, on=day), self.done, form.refuse
            )

    def _close(self) -> None:
        issue, today = self.current, self.desk.today
        if issue is None or not self.desk.may_change():
            return
        number = issue.id
        if issue.closed_on is None:
            self.desk.work.change(lambda store: close_issue(store, number, on=today))
        else:
            self.desk.work.change(lambda store: reopen_issue(store, number))

    def _toggle_closed(self) -> None:
        self._with_closed = self._switch.isChecked()
        if self.programme is not None:
            self.reload(self.programme)

    def _offer_owners(self) -> None:
        self._offer((), self.list.viewport().mapToGlobal(QPoint(0, 0)))

    def _offer(self, _ids: tuple[str, ...], where: QPoint) -> None:
        """Who can take the issue on: whoever runs the programme."""
        issue = self.current
        if issue is None or not self.desk.may_change():
            return
        menu = QMenu(self)
        menu.setObjectName("issueOwners")
        for member in self._members:
            menu.addAction(unaccelerated(member.name)).triggered.connect(partial(self._hand, issue.id, member.id))
        if not self._members:
            menu.addAction(tr("Nobody runs the programme yet: add them under People.")).setEnabled(False)
        elif issue.owner is not None:
            menu.addAction(tr("Nobody for now")).triggered.connect(partial(self._hand, issue.id, None))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _hand(self, issue: IssueId, to: ParticipationId | None, _checked: bool = False) -> None:
        def handed(store: Store) -> None:
            hand_over(store, issue, to)

        self.desk.work.change(handed)
