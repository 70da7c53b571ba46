"""The pages of the tabs, each made in turns of the event loop, so that the window is never held for long.

A page is built bare in a turn or a few, put in its place in the next, and shown in another; the ones not yet asked
for, and their hidden parts, are made ready while nobody does anything. Not here: which tabs she has been to, and where
the keyboard goes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.tabs import TABS, Tab, Turns
from ui.widgets.page import Page
from ui.widgets.stack import Stack

_READY_AFTER = 40  # ms between two steps that nobody waits for


class Pages(Stack):
    content_shown = Signal(Page)  # its rows are there
    brought = Signal(Page)  # it is in view

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._there: dict[str, Page] = {}
        self._begun: dict[str, Turns] = {}
        self._bare: dict[str, Page] = {}
        self._wanted = ""
        self._to_come: list[Callable[[], object]] = []
        self._paper = QWidget()  # while a page is on its way
        self._paper.setProperty("kind", "canvas")
        self.addWidget(self._paper)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._step)

    def bring(self, key: str) -> None:
        """Shows a page: at once if it was made before, else a few turns of the event loop later."""
        self._wanted = key
        if key in self._there:
            self._show(key)
        else:
            self.setCurrentWidget(self._paper)
        self._go_on()

    def page(self, key: str) -> Page:
        """The page of a tab, made now if it is not there yet."""
        while key not in self._there:
            self._advance(key)
        return self._there[key]

    def show_wanted(self) -> None:
        """Back to the page from whatever covered it."""
        self.bring(self._wanted)

    @property
    def is_making(self) -> bool:
        """Whether a turn of the making is still to come."""
        return self._turn.isActive()

    def _step(self) -> None:
        """One turn: the page waited for before the others."""
        key = self._wanted if self._wanted not in self._there else self._next_unmade()
        if self._is_awaited and self._wanted in self._there:
            self._show(self._wanted)
        elif not self._is_awaited and not self._desk.work.idle:
            pass  # the file's thread has something to say first
        elif key is not None:
            self._advance(key)
        elif self._to_come:
            self._to_come.pop(0)()
        self._go_on()

    def _go_on(self) -> None:
        if self._is_awaited:
            self._turn.start(0)
        elif self._to_come or self._next_unmade() is not None:
            self._turn.start(_READY_AFTER)

    @property
    def _is_awaited(self) -> bool:
        return self.currentWidget() is self._paper

    def _advance(self, key: str) -> None:
        if key in self._bare:
            page = self._there[key] = self._bare.pop(key)
            self.addWidget(page)
            self._to_come.extend(page.parts_to_come())
        else:
            self._begun.setdefault(key, _tab(key).build(self._desk))
            made = next(self._begun[key])
            if made is not None:
                self._bare[key] = made
                made.content_shown.connect(lambda: self.content_shown.emit(made))

    def _show(self, key: str) -> None:
        self.setCurrentWidget(self._there[key])
        self.brought.emit(self._there[key])

    def _next_unmade(self) -> str | None:
        return next((tab.key for tab in TABS if tab.key not in self._there), None)


def _tab(key: str) -> Tab:
    return next(tab for tab in TABS if tab.key == key)
