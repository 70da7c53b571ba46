"""What stands beside the list: whose details are shown, and how they are opened, peeked at and left by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from mentordesk.domain.ids import ParticipationId
from ui.desk import Desk
from ui.participants.detail import DetailPane
from ui.participants.grid import Grid
from ui.participants.panes import Panes, is_narrow


class Showing(QObject):
    def __init__(self, desk: Desk, grid: Grid, detail: DetailPane, panes: Panes) -> None:
        super().__init__(panes)
        self._desk = desk
        self._grid = grid
        self._detail = detail
        self._panes = panes
        grid.view.current_changed.connect(self._on_current)
        grid.view.opened.connect(self._on_opened)
        grid.view.peeked.connect(self._on_peeked)
        detail.closed.connect(self.close)
        panes.left.connect(self.leave_what_covers)

    def open(self, number: str) -> None:
        """The details of this participation, with the keyboard in them."""
        if number != self._grid.view.current_id():
            self._grid.view.select_ids([number])
        self._detail.show_participant(ParticipationId(number))
        self._panes.show_beside(self._detail)
        self._detail.enter()

    def toggle(self) -> None:
        number = self._grid.view.current_id()
        if is_narrow(self._desk) and number is not None:
            self.open(number)
        elif self._panes.side.isVisible():
            self._panes.hide_side()
        else:
            self._panes.show_beside(self._detail)

    def close(self) -> None:
        self._panes.hide_side()
        self._grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_what_covers(self) -> None:
        """Back to the list from a page over it, or from the details where they fill the page."""
        if self._panes.is_covered:
            self._panes.show_list()
            self._grid.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close()

    def show_instead(self) -> None:
        """The details again, in place of what was beside the list."""
        self._panes.show_beside(self._detail)
        if is_narrow(self._desk):
            self._panes.hide_side()
        self._grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, number: str | None) -> None:
        self._detail.show_participant(None if number is None else ParticipationId(number))

    def _on_opened(self, number: str) -> None:
        if not self._grid.is_entering:
            self.open(number)

    def _on_peeked(self, _: str) -> None:
        self.toggle()
