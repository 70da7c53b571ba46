"""What the user does to the dates: each act asks in the side pane what it must know, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

from mentordesk.domain.fields import FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.domain.time_field import time_of
from mentordesk.domain.wall_clock import NoSuchTime
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.agenda import AgendaRow, MeetingRow
from ui.ask import FileKind
from ui.calendar import doing
from ui.calendar.acting import Acting
from ui.calendar.items import number_of
from ui.calendar.views import CalendarViews
from ui.desk import Desk, NoticeKind
from ui.language import spoken, tr

_WEEK = timedelta(7)


class CalendarActs(Acting):
    """Moving, stretching, copying, cancelling, saving; what is made anew is making.py's."""

    def __init__(self, desk: Desk, views: CalendarViews) -> None:
        super().__init__(desk, views)
        self._saved_in = ""

    def move_by(self, number: str, days: int) -> None:
        row = self._one()
        if row is not None:
            self._move(row, row.day + timedelta(days), None)

    def drop(self, number: str, day: date) -> None:
        row = self._views.row(number)
        if row is not None and row.day != day and self._desk.may_change():
            self._move(row, day, None)

    def lay(self, number: str, starts: datetime, ends: datetime) -> None:
        """A meeting of a grid of hours is to begin and end then."""
        row = self._views.row(number)
        if isinstance(row, MeetingRow) and self._desk.may_change():
            self._row, self._goes_to = row, starts.date()
            self._desk.work.change(
                lambda store: doing.lay_at(store, row, starts, ends),
                self._moved,
                partial(self._not_laid, row, starts, ends),
            )

    def say_that_it_has_no_hour(self) -> None:
        self._desk.tell(msg("A conversation is a date here, without an hour. Ctrl+M moves it and sets its hour."))

    def copy_on(self) -> None:
        """To the same weekday of the next week."""
        row = self._one()
        if row is not None:
            self._copy(row, row.day + _WEEK, None)

    def offer_move(self) -> None:
        row = self._one()
        if row is not None and self._side is not None:
            self._row = row
            self._side.offer_move(row).submitted.connect(self._move_as_written)
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

    def _move(
        self, row: AgendaRow, day: date, start: time | None, refused: Callable[[Refused], None] | None = None
    ) -> None:
        self._row, self._goes_to = row, day
        take = partial(self._offer_next, lambda there: self._move(row, there.date(), there.time()))
        self._desk.work.change(lambda store: doing.move_to(store, row, day, start), self._moved, refused or take)

    def _not_laid(self, row: MeetingRow, starts: datetime, ends: datetime, no: Refused) -> None:
        """The meeting keeps its length where it was moved; where its end was drawn, the end alone goes on."""

        def take(there: datetime) -> None:
            moved = isinstance(no, NoSuchTime) and no.wall == starts
            self.lay(number_of(row), there if moved else starts, ends + (there - starts) if moved else there)

        self._offer_next(take, no)

    def _copy(self, row: AgendaRow, day: date, start: time | None) -> None:
        self._goes_to = day
        take = partial(self._offer_next, lambda there: self._copy(row, there.date(), there.time()))
        self._desk.work.change(lambda store: doing.copy_to(store, row, day, start), self._added, take)

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
