"""The Calendar tab (ux.md 5.5): every date of a programme, moved by key, drag or form, and saved for other calendars.

The views are views.py's, the pane beside them side.py's, the keys commands.py's; what is done to the file is
doing.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import MeetingId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.agenda import MeetingRow
from mentordesk.queries.agenda_days import first_day
from ui.calendar.acts import CalendarActs
from ui.calendar.agenda_painter import NARROW_FROM
from ui.calendar.commands import commands_of
from ui.calendar.controls import PeriodBar
from ui.calendar.details import ItemActions
from ui.calendar.filter_line import FilterLine
from ui.calendar.gathering.room import GatheringRoom
from ui.calendar.items import is_joint, number_of
from ui.calendar.laying import beside_each_other
from ui.calendar.making import CalendarMaking
from ui.calendar.month_beside import MonthBeside
from ui.calendar.period import Period, title_of
from ui.calendar.printing import PeriodPrinting
from ui.calendar.reading import Reading, Shown, Wanted, read
from ui.calendar.reading_files.reader import CalendarFiles
from ui.calendar.side import Side
from ui.calendar.view_parts import AGENDA, DAY, SEMESTER, TABLE, WEEK, entry_of
from ui.calendar.views import CalendarViews
from ui.desk import IN_ONE_LINE, OWN_PAGE, Desk
from ui.language import tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.empty_page import WayOn
from ui.widgets.labels import label
from ui.widgets.page import Page, PageCommand, shortcut

_FRIDAY = 4
_OF_VIEWS = ("Del", "Ctrl+Return")  # a form has these for itself


class CalendarPage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {Subject.MEETINGS, Subject.PROGRAMMES, Subject.PAIRS, Subject.PEOPLE, Subject.PARTICIPATIONS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Calendar"))
        self.setObjectName("calendarPage")
        self._narrow = desk.look.zoom >= NARROW_FROM
        self._period: Period | None = None
        self._shown: Shown | None = None
        self._target: tuple[date | None, str | None] = (None, None)
        self._filling = False  # with what was read: what is current then is not told piece by piece
        self._title = label("", "strong")
        self._title.setObjectName("period")
        self.facts.addSpacing(desk.look.px(Space.BETWEEN))
        self.facts.addWidget(self._title)
        self._bar = PeriodBar(desk.look, step=self._step, today=self.show_today, view=self._switch_to)
        self._line = FilterLine(desk.look)
        self._views = CalendarViews(desk)
        self._acts = CalendarActs(desk, self._views)
        self._making = CalendarMaking(desk, self._views)
        acts = self._acts
        on_item = ItemActions(
            acts.offer_move, acts.cancel, acts.offer_save, self.open_meeting, self._making.offer_series, acts.copy_on
        )
        self._side = Side(desk, on_item, narrow=self._narrow)
        self._beside = MonthBeside(desk, self._side.month, self._wanted)
        self._printing = PeriodPrinting(desk, self)
        self._acts.use(self._side)
        self._making.use(self._side)
        self._lay_out()
        self.files = CalendarFiles(desk, self)
        self.room = GatheringRoom(desk, self, [each.keys for each in self._own_commands()])
        self._listen()
        self._bar.mark(AGENDA)

    def reload(self) -> None:
        wanted = self._wanted()
        self.desk.work.ask("calendar", lambda store: read(store, wanted), self._show, self.show_refusal)

    def please_show(self, subject: Subject, number: str) -> None:
        """A meeting, by its id; with OWN_PAGE before it its page, too; IN_ONE_LINE: the line to write a new one in."""
        meeting = MeetingId(number.removeprefix(OWN_PAGE))
        self.room.leave()
        if number == IN_ONE_LINE:
            self._making.offer_quick()
            return
        if number.startswith(OWN_PAGE):
            self.room.open_meeting(meeting)
        self.desk.work.ask("calendar day", lambda store: (meeting, first_day(store, meeting)), self._show_meeting)

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return (*self._views.parts_to_come(), *self.room.parts_to_come())

    def panes(self) -> Sequence[QWidget]:
        if not self.room.isHidden():
            return (self.room,)
        return (self._views, self._side)

    def commands(self) -> Sequence[PageCommand]:
        return self._own_commands() if self.room.isHidden() else self.room.commands()

    def _own_commands(self) -> Sequence[PageCommand]:
        return (*commands_of(self, self._acts, self._making), *self.files.commands())

    def _wanted(self) -> Wanted:
        views, entry = self._views, entry_of(self._views.view)
        return Wanted(
            *(self.desk.programme_id, self._period, entry.span, self._line.marks, views.reading, self.desk.today),
            *(self._line.person, self._target[0] or views.current_day()),
        )

    def _lay_out(self) -> None:
        look = self.look
        self._line.stand_with(self._bar, self.tools)
        self.tools.addWidget(button(tr("New meeting"), self._making.offer_new, name="new", kind="main", keys="Ctrl+N"))
        self._panes = beside_each_other(look, self.content, self._line, self._views, self._side, narrow=self._narrow)

    def _listen(self) -> None:
        told = self._views.signals
        told.current_changed.connect(self._show_current)
        told.opened.connect(self._open)
        told.day_opened.connect(self._open_day)
        told.moved.connect(self._acts.move_by)
        told.dropped.connect(self._acts.drop)
        told.laid.connect(self._acts.lay)
        told.not_here.connect(self._acts.say_that_it_has_no_hour)
        told.begun.connect(self._making.offer_new)
        told.beyond.connect(self._go_beyond)
        told.day_wanted.connect(self._go)
        told.week_end_wanted.connect(partial(self._set_week_end, shown=True))
        told.deleted.connect(self._acts.cancel)
        told.all_wanted.connect(self._line.show_everything)
        self._line.changed.connect(self.reload_now)
        self._line.left_down.connect(self._views.enter)
        self._line.week_end_toggled.connect(lambda: self._set_week_end(shown=not self._views.week_end))
        self._side.closed.connect(self._close_side)
        self._side.month.taken.connect(self._go)
        for doing in (self._acts, self._making):
            doing.arrived.connect(self._go)
            doing.side_wanted.connect(self._show_side)
            doing.finished.connect(self._close_side)
        for command in self._own_commands():
            if command.keys:
                shortcut(self._views if command.keys in _OF_VIEWS else self, command.keys, command.run)

    def _show(self, shown: Shown) -> None:
        if self._period is None and shown.bounds is not None:
            self._target = (max(self.desk.today, shown.period.first), None)
        self._shown, self._period = shown, shown.period
        self._title.setText(title_of(shown.period))
        if shown.bounds is None and not self._side.is_asking:
            self._show_first_run()
            return
        self.show_content()
        self._refill()

    def _refill(self) -> None:
        if self._shown is None:
            return
        shown = self._shown
        self._beside.show_period(shown, self._target[0])
        self._filling = True
        self._views.show_period(shown)
        target, self._target = self._target, (None, None)
        if target != (None, None):
            self._views.focus_on(*target)
        self._show_week_end()
        self._filling = False
        self._show_current()

    def _show_first_run(self) -> None:
        ways = (
            () if self.desk.programme is None else (WayOn(tr("New meeting"), self._making.offer_new, "firstMeeting"),)
        )
        text = tr("Make them from the programme template, or press Ctrl+N.")
        self.show_empty("calendar", tr("No dates"), text, *ways)

    def _show_current(self) -> None:
        if not self._filling:
            self._side.details.show_row(self._views.current_row(), self._views.day_in_words())
            self._beside.go_along(self._views.current_day())

    def _show_meeting(self, found: tuple[MeetingId, date | None]) -> None:
        meeting, day = found
        if day is not None:
            self._go(day, f"{meeting}:1")

    def _go(self, day: date, number: str | None = None) -> None:
        """Brings a day, and an item on it, into view."""
        self._target = (day, number or None)
        wanted, now = entry_of(self._views.view).span.around(day), self._period
        if now is None or (now.months, now.days) != (wanted.months, wanted.days) or day not in now:
            self._period = wanted
        self.reload_now()

    def _step(self, steps: int) -> None:
        if self._period is not None:
            self._period = self._period.moved(steps)
            self._target = (self._period.first, None)
            self.reload_now()

    def _go_beyond(self, step: int) -> None:
        """An arrow past the end of the agenda: on into the next period, if there are dates on that side at all."""
        if self._period is None or self._shown is None or self._shown.bounds is None:
            return
        earliest, latest = self._shown.bounds
        if (latest > self._period.last) if step > 0 else (earliest < self._period.first):
            self._period = self._period.moved(step)
            self._target = (self._period.first if step > 0 else self._period.last, None)
            self.reload_now()

    def show_today(self) -> None:
        self._go(self.desk.today)

    def set_view(self, key: str) -> None:
        day = self._views.current_day() or (self._period.first if self._period else self.desk.today)
        current = self._views.current_row()
        self._bar.mark(key)
        self._views.view, self._views.as_table = key, False
        self._go(day, None if current is None else number_of(current))
        self._views.enter()

    def _switch_to(self, key: str) -> None:
        if key != TABLE:
            self.set_view(key)
        elif not self._views.as_table:
            self.toggle_table()

    def toggle_table(self) -> None:
        """F9 leads there and back."""
        self._views.as_table = not self._views.as_table
        self._bar.mark(TABLE if self._views.as_table else self._views.view)
        if entry_of(self._views.view).reading is Reading.MARKS:
            self.reload_now()  # the table needs the rows
        else:
            self._refill()
        self._views.enter()

    def search(self) -> None:
        """Ctrl+F: whose dates are looked at."""
        self._line.enter_person()

    def print(self) -> None:
        self._printing.print_dates(self._wanted())

    def _set_week_end(self, *, shown: bool) -> None:
        self._views.set_week_end(shown=shown)
        self._show_week_end()

    def _show_week_end(self) -> None:
        views = self._views
        of_week = views.view == WEEK and not views.as_table
        hidden = 0
        if of_week and self._shown is not None:
            hidden = sum(row.day.weekday() > _FRIDAY for row in self._shown.seen)
        self._line.show_week_end(wanted=of_week, shown=views.week_end, hidden=hidden)

    def _open(self) -> None:
        """The keyboard goes to what can be done with the item."""
        self._show_side()
        self._side.enter()

    def open_meeting(self) -> None:
        row = self._views.current_row()
        if isinstance(row, MeetingRow) and is_joint(row):
            self.room.open_meeting(row.meeting)
        else:
            self.desk.tell(msg("Choose a joint meeting: it has a page of its own."))

    def _show_side(self) -> None:
        self.show_content()
        if self._panes is not None:
            self._line.hide()
            self._panes.setCurrentWidget(self._side)

    def _open_day(self, day: date) -> None:
        self.set_view(DAY if self._views.view == SEMESTER else AGENDA)
        self._go(day)

    def _close_side(self) -> None:
        self._side.drop_form()
        if self._panes is not None:
            self._line.show()
            self._panes.setCurrentWidget(self._views)
        if self._shown is not None and self._shown.bounds is None:
            self._show_first_run()
        self._views.enter()
