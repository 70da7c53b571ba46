"""The view of the selection (R24): everybody of one role beside each other, the places, and the decision underneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.actions.matching.making import CriteriaException
from mentordesk.actions.selecting import Decided, NotSelectable, decide, move_in_line
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.selecting import SelectionRow, SelectionTable, selection
from ui.desk import Desk
from ui.language import ntr, tr
from ui.participants.interviews.letters_page import LettersPage
from ui.participants.selection.columns import columns, lock_of
from ui.participants.selection.form import DecisionForm
from ui.participants.view_page import ViewPage
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.chip import Chip
from ui.widgets.empty_page import EmptyPage
from ui.widgets.frames import clear, column, row, scrolling
from ui.widgets.labels import label
from ui.widgets.page import PageCommand, shortcut


class SelectionView(ViewPage):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {
            *(Subject.PEOPLE, Subject.PARTICIPATIONS, Subject.PROGRAMMES, Subject.CRITERIA, Subject.INTERVIEWS),
            *(Subject.APPLICATIONS, Subject.UNITS),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("selectionView")
        self._shown: SelectionTable | None = None
        self._open_of: tuple[ParticipationId, ...] = ()
        self._letters: LettersPage | None = None
        self.table: RecordTable[SelectionRow] | None = None
        self.view: TableView | None = None
        self._pages = QStackedWidget()
        column(desk.look, within=self).addWidget(self._pages)
        within = QWidget()
        self._area = scrolling(within)
        self._pages.addWidget(self._area)
        lines = column(desk.look, within=within, space=Space.AROUND)
        lines.addWidget(self._head())
        self._holder = QWidget()
        self._holder.setMinimumHeight(desk.look.px(220))
        self._place: QVBoxLayout = column(desk.look, within=self._holder)
        lines.addWidget(self._holder, 1)
        self.form = DecisionForm(desk)
        lines.addWidget(self.form)
        self.form.decided.connect(self._decide)
        self.form.anyway.connect(lambda: self._decide(ParticipationStatus.SELECTED, over=True))
        self.form.excepted.connect(lambda: self._decide(ParticipationStatus.SELECTED, excepting=True))
        self.form.left_out.connect(self._leave_out)
        self.form.moved.connect(self._move)
        self.form.letters_wanted.connect(self._write_letters)
        shortcut(within, "Ctrl+E", self._write_letters)
        shortcut(self._holder, "Alt+Up", lambda: self._move(-1))
        shortcut(self._holder, "Alt+Down", lambda: self._move(1))

    def reload(self) -> None:
        programme, today, role = self.desk.programme_id, self.desk.today, self._role
        if programme is None:
            self._explain(
                tr("Choose one programme"),
                tr("Places and requirements are a programme's own. Choose it at the top of the window."),
            )
            return
        self.desk.work.ask("selection", lambda store: selection(store, programme, today=today, role=role), self._take)

    def please_show(self, number: str) -> bool:
        """Of a participation."""
        if self.view is None or self.table is None or self.table.rows.place(number) is None:
            return False
        self.view.select_ids([number])
        return True

    def enter(self) -> None:
        if self.view is None:
            self._roles.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.view.current_id() is None and self.table is not None and self.table.rows.shown:
            self.view.select_ids([self.table.rows.id_at(0)])
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return (self._roles, self._holder, self.form)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Select for the programme"), "commandSelect", self._decide_selected),
            PageCommand(msg("Write letters …"), "commandLetters", self._write_letters, "Ctrl+E"),
        )

    def close_topmost(self) -> bool:
        if self._letters is None:
            return False
        self._close_letters()
        return True

    @property
    def _role(self) -> Role:
        return Role(str(self._roles.currentData()))

    def _head(self) -> QWidget:
        look = self.desk.look
        made = QWidget()
        across = row(look, within=made, space=Space.AROUND)
        self._roles = QComboBox()
        self._roles.setObjectName("selectionRole")
        self._roles.setAccessibleName(tr("Who is selected"))
        self._roles.addItem(tr("Mentees"), Role.MENTEE.value)
        self._roles.addItem(tr("Mentors"), Role.MENTOR.value)
        self._roles.currentIndexChanged.connect(self.reload)
        self._seats = Chip(look, "", "plain")
        self._seats.setObjectName("selectionSeats")
        self._figures = label("", "second", wrap=True)
        self._figures.setObjectName("selectionFigures")
        across.addWidget(self._roles)
        across.addWidget(self._seats)
        across.addWidget(self._figures, 1)
        return made

    def _take(self, found: SelectionTable) -> None:
        if found.programme != self.desk.programme_id or found.role is not self._role:
            return
        before, self._shown = self._shown, found
        self._tell_seats(found)
        if not found.rows:
            self._explain(
                tr("Nobody to select from yet"),
                tr("Whoever applies, is suggested or is imported stands here, with each requirement in a word."),
            )
            return
        if self.table is None or before is None or (before.criteria, before.role) != (found.criteria, found.role):
            self._make_table(found)
        assert self.table is not None
        self.table.show(found.rows)
        self._on_selected(self._chosen)
        self.form.show()
        self.shown.emit()

    def _make_table(self, found: SelectionTable) -> None:
        clear(self._place)
        self.table = RecordTable(columns(found), lambda row: row.id, self, lock_of=lock_of)
        key = "selection" if found.role is Role.MENTEE else "selection_mentors"
        self.view = TableView(self.desk, self.table, tr("Selection"), tab="participants", key=key)
        self.view.setObjectName("selectionTable")
        self.view.selected.connect(self._on_selected)
        self.view.opened.connect(self.person_wanted)
        self._place.addWidget(self.view)

    def _explain(self, heading: str, text: str) -> None:
        clear(self._place)
        self.table = self.view = None
        self.form.hide()
        self._place.addWidget(EmptyPage(self.look, picture="participants", heading=heading, text=text))
        self.shown.emit()

    def _tell_seats(self, found: SelectionTable) -> None:
        seats = found.seats
        if seats.capacity is None:
            self._seats.set(
                ntr("{count} selected for the programme", "{count} selected for the programme", seats.taken), "accent"
            )
        else:
            tone = "bad" if seats.taken > seats.capacity else "good" if seats.taken == seats.capacity else "accent"
            self._seats.set(tr("{taken} of {capacity} selected", taken=seats.taken, capacity=seats.capacity), tone)
        waiting, declined = (
            found.counted(status) for status in (ParticipationStatus.WAITING, ParticipationStatus.DECLINED)
        )
        undecided = len(found.rows) - waiting - declined - found.counted(ParticipationStatus.SELECTED)
        self._figures.setText(
            tr(
                "{undecided} not decided · {waiting} on the waiting list · {declined} declined",
                undecided=undecided,
                waiting=waiting,
                declined=declined,
            )
        )

    @property
    def _chosen(self) -> tuple[str, ...]:
        return () if self.view is None else self.view.selected_ids()

    def _on_selected(self, ids: Sequence[str]) -> None:
        one = self._row(ids[0]) if len(ids) == 1 else None
        self.form.show_count(len(ids), waiting=one is not None and one.waiting_rank is not None)

    def _row(self, number: str) -> SelectionRow | None:
        rows = () if self._shown is None else self._shown.rows
        return next((row for row in rows if row.id == number), None)

    def _decide_selected(self) -> None:
        self._decide(ParticipationStatus.SELECTED)

    def _decide(self, status: ParticipationStatus, *, over: bool = False, excepting: bool = False) -> None:
        ids = tuple(ParticipationId(number) for number in self._chosen)
        if not ids or not self.desk.may_change():
            return
        reason, by, today = self.form.reason, self.form.by, self.desk.today
        exceptions = {id_: CriteriaException(reason, by) for id_ in self._open_of} if excepting else {}
        self.form.clear_refusal()
        self.desk.work.change(
            lambda store: decide(
                store,
                ids,
                status,
                reason=reason,
                by=by,
                today=today,
                exceptions=exceptions,
                over_capacity=over,
            ),
            self._on_decided,
            refused=self._on_refused,
        )

    def _on_decided(self, _: Decided) -> None:
        self._open_of = ()
        self.form.forget_reason()
        self.enter()

    def _on_refused(self, no: Refused) -> None:
        self._open_of = tuple(no.open_of) if isinstance(no, NotSelectable) else ()
        self.form.refuse(no)
        QTimer.singleShot(0, self._bring_refusal)  # once it has its place

    def _bring_refusal(self) -> None:
        found = QApplication.focusWidget()
        within = found is not None and self.form.isAncestorOf(found)
        shown = found if found is not None and within else self.form
        self._area.ensureWidgetVisible(shown, 0, self.look.px(48))  # with the sentence under it

    def _leave_out(self) -> None:
        """The others stay selected, and can be decided on."""
        if self.view is not None:
            self.view.select_ids([number for number in self._chosen if number not in self._open_of])
            self._open_of = ()
            self.form.clear_refusal()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, by: int) -> None:
        one = self._row(self._chosen[0]) if len(self._chosen) == 1 else None
        if one is None or one.waiting_rank is None or not self.desk.may_change():
            return
        id_, to, today = one.id, max(1, one.waiting_rank + by), self.desk.today
        self.desk.work.change(lambda store: move_in_line(store, id_, to=to, today=today))

    def _write_letters(self) -> None:
        ids = tuple(ParticipationId(number) for number in self._chosen)
        if not ids or self._letters is not None:
            return
        self._letters = LettersPage(self.desk, ids)
        self._letters.left.connect(self._close_letters)
        self._pages.addWidget(self._letters)
        self._pages.setCurrentWidget(self._letters)
        self._letters.enter()

    def _close_letters(self) -> None:
        if self._letters is not None:
            self._pages.removeWidget(self._letters)
            self._letters.deleteLater()
            self._letters = None
            self.enter()
