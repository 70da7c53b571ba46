"""What all acts of the calendar share: whether one may, which item is meant, and what becomes of a form and a no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import NoSuchTime
from mentordesk.i18n.message import msg
from mentordesk.queries.agenda import AgendaRow
from ui.calendar.side import Side
from ui.calendar.views import CalendarViews
from ui.desk import Desk, NoticeAction, NoticeKind


class Acting(QObject):
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

    def use(self, side: Side) -> None:
        self._side = side

    def _one(self) -> AgendaRow | None:
        """The item that a key is meant for; with several selected it is not clear which."""
        if not self._desk.may_change():
            return None
        if len(self._views.selected_rows()) > 1:
            self._desk.tell(msg("Several items are selected. Choose the one that is meant."))
            return None
        return self._views.current_row()

    def _offer_next(self, taking: Callable[[datetime], None], no: Refused) -> None:
        """A time that the clock skips is refused with the next one, which a button takes (R56)."""
        if isinstance(no, NoSuchTime):
            take = NoticeAction(msg("Take {time}", time=no.next.time()), partial(taking, no.next))
            self._desk.tell(no.message, NoticeKind.WARNING, take)
        else:
            self._desk.work.refused.emit(no)

    def _added(self, number: str) -> None:
        self._leave_form()
        if self._goes_to is not None:
            self.arrived.emit(self._goes_to, number)

    def _leave_form(self) -> None:
        if self._side is not None and self._side.is_asking:
            self.finished.emit()
