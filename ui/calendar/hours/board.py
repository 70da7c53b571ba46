"""Day and week as a painted board: what it holds, which slot and item are current, and what is in sight of it.

Keys and mouse are grid.py's.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from mentordesk.domain.slots import SLOT, minutes_down, slot_of
from mentordesk.queries.agenda import AgendaRow, MeetingRow
from ui.calendar.hours.columns import Column, Grid, grid_of, has_hours
from ui.calendar.hours.dragging import Drag
from ui.calendar.hours.painter import HourPainter, Places
from ui.calendar.hours.words import dragged_to, place_in_words
from ui.calendar.items import number_of
from ui.calendar.reading import Shown
from ui.theme import Look

_FIRST_SEEN = time(8)


class HourBoard(QAbstractScrollArea):
    """One slot, or the strip of dates, is current; of the items there one is chosen, if there is any."""

    current_changed = Signal()
    opened = Signal()  # the chosen item
    moved = Signal(str, int)  # an item's number, days
    laid = Signal(str, object, object)  # its number; from when to when it is to last, by the wall clock
    not_here = Signal()  # an hour was asked of what has none
    begun = Signal(str)  # a new meeting in the current slot, with what was typed of its title
    day_wanted = Signal(date)  # a key led out of the period

    def __init__(self, look: Look, today: date, *, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._look, self._today = look, today
        self._grid = Grid()
        self._day, self._slot = today, _FIRST_SEEN
        self._in_dates = False
        self._chosen: str | None = None
        self._spoken_day: date | None = None
        self._drag: Drag | None = None
        self._was_seen = False
        self.verticalScrollBar().setSingleStep(look.px(24))

    def show_period(self, shown: Shown, *, week_end: bool = True) -> None:
        """The current day, slot and item stay where they still are; an item that moved is followed."""
        days = [shown.period.first + timedelta(at) for at in range((shown.period.last - shown.period.first).days + 1)]
        self._grid = grid_of(days, shown.by_day, shown.holidays, shown.zone, week_end=week_end)
        found = None if self._chosen is None else self._grid.place_of(self._chosen)
        if found is not None:
            self._stand_on(found[0], found[1])
        elif self._grid.column_of(self._day) is None:
            seen = [each.day for each in self._grid.columns]
            self._day = self._today if self._today in seen else seen[0]
            self._chosen = None
        self._choose(self._chosen)
        self._measure()
        if not self._was_seen:
            self._was_seen = True
            self.verticalScrollBar().setValue(self._places().y(_FIRST_SEEN.hour * 60) - self._places().head)
        self._tell(aloud=False)

    def choose(self, number: str) -> bool:
        """Makes an item the chosen one; False where the grid does not hold it."""
        found = self._grid.place_of(number)
        if found is not None:
            self._stand_on(found[0], found[1])
            self._go()
        return found is not None

    def choose_day(self, day: date) -> None:
        if self._grid.column_of(day) is not None:
            self._day = day
            self._choose(None)
            self._go()

    def current_day(self) -> date:
        return self._day

    def current_slot(self) -> datetime | None:
        """None in the strip of dates."""
        return None if self._in_dates else datetime.combine(self._day, self._slot)

    def current_number(self) -> str | None:
        return self._chosen

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        port, places = self.viewport(), self._places()
        painter = QPainter(port)
        painter.fillRect(port.rect(), self._look.colour("surface"))
        if not self._grid.columns:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        of_hours = HourPainter(self._look, painter, places, self._today)
        painter.setClipRect(0, places.head, port.width(), port.height() - places.head)
        of_hours.hours()
        for at, column in enumerate(self._grid.columns):
            for placed in column.placed:
                if places.item(at, placed).intersects(port.rect()):
                    of_hours.item(at, placed, chosen=number_of(placed.row) == self._chosen)
        if self.hasFocus() and not self._in_dates:
            of_hours.ring(self._current_box(places))
        if self._drag is not None and self._drag.begun:
            self._paint_ghost(of_hours, places, self._drag)
        painter.setClipping(False)
        of_hours.head()
        of_hours.separators(port.height())
        if self.hasFocus() and self._in_dates:
            of_hours.ring(self._current_box(places))

    def _paint_ghost(self, of_hours: HourPainter, places: Places, drag: Drag) -> None:
        at = self._grid.column_of(drag.starts.date())
        if at is not None:
            left, wide = places.column(at)
            begin, end = (minutes_down(self._grid.hours, each, each.date()) for each in (drag.starts, drag.ends))
            box = QRect(left + 3, places.y(begin), wide - 6, places.y(end) - places.y(begin))
            of_hours.ghost(box, dragged_to(drag.starts, drag.ends, self._grid.columns[at].holiday))

    def _current_box(self, places: Places) -> QRect:
        at = self._column_number()
        column = self._grid.columns[at]
        for placed in column.placed:
            if number_of(placed.row) == self._chosen:
                return places.item(at, placed)
        if not self._in_dates:
            return places.slot(at, self._slot)
        numbers = [number_of(row) for row in column.dates]
        if self._chosen in numbers:
            return places.date_line(at, min(numbers.index(self._chosen), places.lines - 1))
        left, wide = places.column(at)
        return QRect(left, 0, wide, places.head)

    def _places(self) -> Places:
        return Places(self._look, self._grid, self.viewport().width(), self.verticalScrollBar().value())

    def _measure(self) -> None:
        places = self._places()
        room = self.viewport().height() - places.head
        self.verticalScrollBar().setRange(0, max(0, places.tall - room))
        self.verticalScrollBar().setPageStep(max(1, room))
        self.viewport().update()

    def _column_number(self) -> int:
        return self._grid.column_of(self._day) or 0

    @property
    def _column(self) -> Column:
        return self._grid.columns[self._column_number()]

    def _under(self, spot: QPoint) -> tuple[int | None, AgendaRow | None]:
        places = self._places()
        at = places.column_at(spot.x()) if self._grid.columns else None
        if at is None:
            return None, None
        column = self._grid.columns[at]
        if spot.y() < places.head:
            shown = column.dates[: places.lines]
            return at, next((row for n, row in enumerate(shown) if places.date_line(at, n).contains(spot)), None)
        return at, next((each.row for each in reversed(column.placed) if places.item(at, each).contains(spot)), None)

    def _stand_on(self, at: int, row: AgendaRow) -> None:
        self._day, self._chosen = self._grid.columns[at].day, number_of(row)
        self._in_dates = not has_hours(row)
        if isinstance(row, MeetingRow) and not self._in_dates:
            begins = slot_of(row.starts_at.time())
            until = datetime.combine(self._day, self._slot)
            if not row.starts_at - SLOT < until < row.ends_at:
                self._slot = begins

    def _choose(self, number: str | None) -> None:
        """The given item, else the first one where the keyboard stands."""
        if not self._grid.columns:
            self._chosen = None
            return
        there = self._column.dates if self._in_dates else self._column.at(self._slot)
        numbers = [number_of(row) for row in there]
        every = [number_of(row) for row in self._column.rows]
        self._chosen = number if number in every else numbers[0] if numbers else None

    def _go(self) -> None:
        """The current place comes into sight, and is told of."""
        if not self._in_dates and self._grid.columns:
            places, bar = self._places(), self.verticalScrollBar()
            box = places.slot(self._column_number(), self._slot)
            if box.top() < places.head:
                bar.setValue(bar.value() - (places.head - box.top()))
            elif box.bottom() > self.viewport().height():
                bar.setValue(bar.value() + box.bottom() - self.viewport().height() + 1)
        self.viewport().update()
        self._tell(aloud=True)

    def _tell(self, *, aloud: bool) -> None:
        if not self._grid.columns:
            return
        found = None if self._chosen is None else self._grid.place_of(self._chosen)
        words = place_in_words(
            self._column,
            None if self._in_dates else self._slot,
            None if found is None else found[1],
            new_day=self._day != self._spoken_day or not aloud,
        )
        self._spoken_day = self._day
        self.setAccessibleDescription(words)
        if aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.current_changed.emit()
