"""The Calendar tab (ux.md 5.5): every date of a programme, moved by key, drag or form, and saved for other calendars.

The views are views.py's, the pane beside them side.py's; what is done to the file is doing.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from mentordesk.domain.ids import MeetingId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.agenda import MeetingRow, first_day
from ui.calendar.acts import CalendarActs
from ui.calendar.agenda_painter import NARROW_FROM
from ui.calendar.controls import KindFilter, PeriodBar
from ui.calendar.details import ItemActions
from ui.calendar.gathering.room import GatheringRoom
from ui.calendar.items import is_joint, number_of
from ui.calendar.period import AGENDA_MONTHS, Period, title_of
from ui.calendar.reading import Shown, Wanted, read
from ui.calendar.side import Side
from ui.calendar.views import AGENDA, MONTH, TABLE, CalendarViews
from ui.desk import OWN_PAGE, Desk
from ui.language import tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.empty_page import WayOn
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.page import Page, PageCommand, shortcut

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
        self._title = label("", "strong")
        self._title.setObjectName("period")
        self.facts.addSpacing(desk.look.px(Space.BETWEEN))
        self.facts.addWidget(self._title)
        self._bar = PeriodBar(desk.look, step=self._step, today=self._show_today, view=self._switch_to)
        self._kinds = KindFilter(desk.look)
        self._views = CalendarViews(desk)
        self._acts = CalendarActs(desk, self._views)
        acts = ItemActions(self._acts.offer_move, self._acts.cancel, self._acts.offer_save, self._open_meeting)
        self._side = Side(desk, acts, narrow=self._narrow)
        self._acts.use(self._side)
        self._lay_out()
        self.room = GatheringRoom(desk, self, [each.keys for each in self._own_commands()])
        self._listen()
        self._bar.mark(AGENDA)

    def reload(self) -> None:
        month = self._views.view == MONTH
        months = 1 if month else AGENDA_MONTHS
        marks, today = self._kinds.marks, self.desk.today
        wanted = Wanted(self.desk.programme_id, self._period, months, marks, month, today)
        self.desk.work.ask("calendar", lambda store: read(store, wanted), self._show, self.show_refusal)

    def please_show(self, subject: Subject, number: str) -> None:
        """A meeting, by its id; with OWN_PAGE before it its page, too."""
        meeting = MeetingId(number.removeprefix(OWN_PAGE))
        self.room.leave()
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
        return (
            PageCommand(msg("New meeting"), "newMeeting", self._acts.offer_new, "Ctrl+N"),
            PageCommand(msg("Show today"), "showToday", self._show_today, "Ctrl+T"),
            PageCommand(msg("Go to a date …"), "goToDate", self._acts.offer_go_to, "Ctrl+G"),
            PageCommand(msg("Show the agenda"), "showAgenda", lambda: self._set_view(AGENDA), "Ctrl+1"),
            PageCommand(msg("Show the month"), "showMonth", lambda: self._set_view(MONTH), "Ctrl+3"),
            PageCommand(msg("Show as a table"), "showTable", self._toggle_table, "F9"),
            PageCommand(msg("Open the meeting"), "openMeeting", self._open_meeting, "Ctrl+Return"),
            PageCommand(msg("Move to …"), "moveItem", self._acts.offer_move, "Ctrl+M"),
            PageCommand(msg("Cancel the meeting"), "cancelItem", self._acts.cancel, "Del"),
            PageCommand(msg("Save as .ics …"), "saveItems", self._acts.offer_save, "Ctrl+Shift+E"),
        )

    def _lay_out(self) -> None:
        look = self.look
        outer = column(look, within=self.content, space=Space.BETWEEN)
        outer.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(16))
        self._line = QWidget()
        line = row(look, within=self._line)
        if self._narrow:
            line.addWidget(self._bar)
        else:
            self.tools.addWidget(self._bar)
        line.addWidget(self._kinds, 1)
        export = button(tr("Save as .ics …"), self._acts.offer_save, name="export", kind="quiet", keys="Ctrl+Shift+E")
        line.addWidget(export)
        self.tools.addWidget(button(tr("New meeting"), self._acts.offer_new, name="new", kind="main", keys="Ctrl+N"))
        outer.addWidget(self._line)
        if self._narrow:
            self._panes = QStackedWidget()
            self._panes.addWidget(self._views)
            self._panes.addWidget(self._side)
            outer.addWidget(self._panes, 1)
        else:
            panes = row(look, space=Space.AROUND)
            panes.addWidget(self._views, 1)
            panes.addWidget(self._side)
            outer.addLayout(panes, 1)

    def _listen(self) -> None:
        views = self._views
        views.current_changed.connect(self._show_current)
        views.opened.connect(self._open)
        views.day_opened.connect(self._open_day)
        views.moved.connect(self._acts.move_by)
        views.dropped.connect(self._acts.drop)
        views.beyond.connect(self._go_beyond)
        views.day_wanted.connect(self._go)
        views.deleted.connect(self._acts.cancel)
        views.all_wanted.connect(self._kinds.show_all)
        self._kinds.changed.connect(self.reload_now)
        self._side.closed.connect(self._close_side)
        self._acts.arrived.connect(self._arrive)
        self._acts.side_wanted.connect(self._show_side)
        self._acts.finished.connect(self._close_side)
        for command in self._own_commands():
            shortcut(self._views if command.keys in _OF_VIEWS else self, command.keys, command.run)

    def _show(self, shown: Shown) -> None:
        if self._period is None and shown.bounds is not None:
            self._target = (max(self.desk.today, shown.period.first), None)
        self._shown, self._period = shown, shown.period
        self._title.setText(title_of(shown.period))
        if shown.bounds is None and self._side.form is None:
            self._show_first_run()
            return
        self.show_content()
        self._refill()

    def _refill(self) -> None:
        if self._shown is None:
            return
        self._views.show_period(self._shown)
        target, self._target = self._target, (None, None)
        if target != (None, None):
            self._views.focus_on(*target)
        self._show_current()

    def _show_first_run(self) -> None:
        ways = () if self.desk.programme is None else (WayOn(tr("New meeting"), self._acts.offer_new, "firstMeeting"),)
        text = tr("Make them from the programme template, or press Ctrl+N.")
        self.show_empty("calendar", tr("No dates"), text, *ways)

    def _show_current(self) -> None:
        self._side.details.show_row(self._views.current_row())

    def _show_meeting(self, found: tuple[MeetingId, date | None]) -> None:
        meeting, day = found
        if day is not None:
            self._go(day, f"{meeting}:1")

    def _go(self, day: date, number: str | None = None) -> None:
        """Brings a day, and an item on it, into view."""
        self._target = (day, number)
        months = 1 if self._views.view == MONTH else AGENDA_MONTHS
        if self._period is None or self._period.months != months or day not in self._period:
            self._period = Period.around(day, months)
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

    def _show_today(self) -> None:
        self._go(self.desk.today)

    def _set_view(self, key: str) -> None:
        day = self._views.current_day() or (self._period.first if self._period else self.desk.today)
        current = self._views.current_row()
        self._bar.mark(key)
        self._views.view, self._views.as_table = key, False
        self._go(day, None if current is None else number_of(current))
        self._views.enter()

    def _switch_to(self, key: str) -> None:
        if key != TABLE:
            self._set_view(key)
        elif not self._views.as_table:
            self._toggle_table()

    def _toggle_table(self) -> None:
        """F9 leads there and back."""
        self._views.as_table = not self._views.as_table
        self._bar.mark(TABLE if self._views.as_table else self._views.view)
        self._refill()
        self._views.enter()

    def _arrive(self, day: date, number: str) -> None:
        self._go(day, number or None)

    def _open(self) -> None:
        """The keyboard goes to what can be done with the item."""
        self._show_side()
        buttons = self._side.details.findChildren(QPushButton) or self._side.findChildren(QPushButton)
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_meeting(self) -> None:
        row = self._views.current_row()
        if isinstance(row, MeetingRow) and is_joint(row):
            self.room.open_meeting(row.meeting)
        else:
            self.desk.tell(msg("Choose a joint meeting: it has a page of its own."))

    def _show_side(self) -> None:
        self.show_content()
        if self._narrow:
            self._line.hide()
            self._panes.setCurrentWidget(self._side)

    def _open_day(self, day: date) -> None:
        self._set_view(AGENDA)
        self._go(day)

    def _close_side(self) -> None:
        self._side.drop_form()
        if self._narrow:
            self._line.show()
            self._panes.setCurrentWidget(self._views)
        if self._shown is not None and self._shown.bounds is None:
            self._show_first_run()
        self._views.enter()
