"""A part of the library: a list with its buttons and a form beside it, and what stands there while it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from mentordesk.i18n.message import Message
from ui.desk import Desk
from ui.list_part import ListPart
from ui.tables.columns import Column
from ui.widgets.empty_page import EmptyPage

T = TypeVar("T")


class Part(ListPart[T]):
    """`show_rows` shows the empty page where there is nothing; buttons of `needs_row` can be pressed on a row only."""

    def __init__(
        self, desk: Desk, columns: Sequence[Column[T]], title: Message, *, key: str, table: str, form: str
    ) -> None:
        super().__init__(desk, columns, title, tab="documents", key=key, table=table, form=form)
        self._buttons: tuple[QPushButton, ...] = ()
        self._of_a_row: tuple[QPushButton, ...] = ()
        self._empty: EmptyPage | None = None
        self.list.current_changed.connect(lambda _: self._mark())

    def furnish(self, buttons: Sequence[QPushButton], needs_row: Sequence[QPushButton], empty: EmptyPage) -> None:
        self._buttons, self._of_a_row, self._empty = tuple(buttons), tuple(needs_row), empty
        self.lay_out(*buttons).addWidget(empty, 1)
        empty.hide()

    def show_rows(self, rows: Sequence[T], *, anything: bool = True) -> None:
        """`anything`: whether there is something at all, shown or not."""
        super().show_rows(rows)
        empty, stood_there = not anything, self._holds_focus
        for each in (self.words, self.list, *self._buttons):
            each.setVisible(not empty)
        if self._empty is not None:
            self._empty.setVisible(empty)
        self._mark()
        if stood_there and not empty:
            self.enter()

    def enter(self) -> None:
        way_on = self._empty.findChild(QPushButton) if self.is_empty and self._empty is not None else None
        if way_on is None:
            super().enter()
        else:
            way_on.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _holds_focus(self) -> bool:
        """Whether the keyboard is on the empty page, and would be nowhere when that goes."""
        stands = QApplication.focusWidget()
        return self._empty is not None and stands is not None and self._empty.isAncestorOf(stands)

    @property
    def is_empty(self) -> bool:
        return self._empty is not None and not self._empty.isHidden()

    def _mark(self) -> None:
        for each in self._of_a_row:
            each.setEnabled(self.current is not None)
