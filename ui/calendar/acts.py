"""What the user does to the dates: each act asks in the side pane what it must know, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Signal

from mentordesk.domain.fields import FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.agenda import AgendaRow, MeetingRow
from ui.ask import FileKind
from ui.calendar import doing
from ui.calendar.fields import time_of
from ui.calendar.items import number_of
from ui.calendar.side import Side
from ui.calendar.views import CalendarViews
from ui.desk import Desk, NoticeKind
from ui.language import spoken, tr

_MORNING = time(9)


class CalendarActs(QObject):
    arrived = Signal(date, str)  # an item came to lie on a day
    side_wanted = Signal()  # a form stands in the side pane
    finished = Signal()  # and is done with

    def __init__(self, desk: Desk, views: CalendarViews) -> None:
        super().__init__(views)
        self._desk = desk
        self._views = views
        self._side: Side | None = None
        self._row: AgendaRow | None = None  # the one that a form or a change is about
        self._goes_to: date | None = None
        self._saved_in = ""

    def use(self, side: Side) -> None:
        self._side = side

    def move_by(self, number: str, days: int) -> None:
        row = self._one()
        if row is not None:
            self._move(row, row.day + timedelta(days), None)

    def drop(self, number: str, day: date) -> None:
        row = self._views.row(number)
        if row is not None and row.day != day and self._may_change():
            self._move(row, day, None)

    def offer_move(self) -> None:
        row = self._one()
        if row is not None and self._side is not None:
            self._row = row
            self._side.offer_move(row).submitted.connect(self._move_as_written)
            self.side_wanted.emit()

    def offer_new(self) -> None:
        if self._side is None or not self._may_change():
            return
        if self._desk.programme_id is None:
            self._desk.tell(msg("Choose a programme first: every meeting belongs to one."))
            return
        day = self._views.current_day() or self._desk.today
        self._side.offer_new(datetime.combine(day, _MORNING)).submitted.connect(self._add)
        self.side_wanted.emit()

    def offer_go_to(self) -> None:
        if self._side is not None:
            self._side.offer_go_to().submitted.connect(self._go_to)
            self.side_wanted.emit()

    def offer_save(self) -> None:
        if self._side is None:
            return
        rows = self._views.selected_rows()
        meetings = {row.meeting for row in rows if isinstance(row, MeetingRow)}
        if not meetings:
            self._desk.tell(msg("Select at least one meeting. Deadlines do not go into calendar files."))
            return
        deadlines = sum(not isinstance(row, MeetingRow) for row in rows)
        self._side.offer_save(len(meetings), deadlines).submitted.connect(self._save)
        self.side_wanted.emit()

    def cancel(self) -> None:
        row = self._one()
        if row is not None:
            self._desk.work.change(lambda store: doing.cancel(store, row))

    def _may_change(self) -> bool:
        reason = self._desk.file.read_only
        if reason is not None:
            self._desk.tell(reason, NoticeKind.NOTE)
        return reason is None

    def _one(self) -> AgendaRow | None:
        """The item that a key is meant for; with several selected it is not clear which."""
        if not self._may_change():
            return None
        if len(self._views.selected_rows()) > 1:
            self._desk.tell(msg("Several items are selected. Choose the one that is meant."))
            return None
        return self._views.current_row()

    def _move(
        self, row: AgendaRow, day: date, start: time | None, refused: Callable[[Refused], None] | None = None
    ) -> None:
        self._row, self._goes_to = row, day
        self._desk.work.change(lambda store: doing.move_to(store, row, day, start), self._moved, refused)

    def _move_as_written(self, values: Mapping[str, FieldValue]) -> None:
        day = values["day"]
        if self._row is None or not isinstance(day, date):
            return
        begin = values.get("from")
        self._move(self._row, day, None if begin is None else time_of(begin), self._not_moved)

    def _moved(self, _: None) -> None:
        self._leave_form()
        if self._row is not None and self._goes_to is not None:
            self.arrived.emit(self._goes_to, number_of(self._row))

    def _not_moved(self, no: Refused) -> None:
        if self._side is not None and self._side.form is not None:
            self._side.form.refuse(no, "day")

    def _add(self, values: Mapping[str, FieldValue]) -> None:
        programme, day = self._desk.programme_id, values["day"]
        if programme is None or not isinstance(day, date):
            return
        if str(values["until"]) <= str(values["from"]):
            self._not_added(Refused(msg("The meeting ends before it begins. Choose a later end.")), "until")
            return
        self._goes_to = day
        self._desk.work.change(lambda store: doing.add(store, programme, values), self._added, self._not_added)

    def _added(self, number: str) -> None:
        self._leave_form()
        if self._goes_to is not None:
            self.arrived.emit(self._goes_to, number)

    def _not_added(self, no: Refused, key: str = "from") -> None:
        if self._side is not None and self._side.form is not None:
            self._side.form.refuse(no, key)

    def _go_to(self, values: Mapping[str, FieldValue]) -> None:
        day = values["day"]
        self._leave_form()
        if isinstance(day, date):
            self.arrived.emit(day, "")

    def _save(self, _: Mapping[str, FieldValue]) -> None:
        form = None if self._side is None else self._side.form
        meetings = tuple(
            dict.fromkeys(row.meeting for row in self._views.selected_rows() if isinstance(row, MeetingRow))
        )
        if form is None or not meetings:
            return
        suggested = tr("Meetings {day}", day=self._desk.today.isoformat()) + doing.ENDING
        path = self._desk.ask.save_file(tr("Save as .ics"), suggested, FileKind(tr("Calendar files"), (doing.ENDING,)))
        if path is None:
            return
        if path.suffix.lower() != doing.ENDING:
            path = path.with_name(path.name + doing.ENDING)
        self._saved_in = str(path)
        with_names, catalog = form.checked, spoken()
        self._desk.work.ask(
            "calendar file",
            lambda store: doing.save_calendar(store, meetings, path, catalog, with_names=with_names),
            self._saved,
        )

    def _saved(self, entries: int) -> None:
        self._leave_form()
        path = self._saved_in
        said = nmsg("{count} entry saved in {path}.", "{count} entries saved in {path}.", entries, path=path)
        self._desk.tell(said, NoticeKind.DONE)

    def _leave_form(self) -> None:
        if self._side is not None and self._side.form is not None:
            self.finished.emit()
