"""The frame of a tab: a bar with its title, facts and main button, and under it what it shows.

A page asks for its rows when it is seen for the first time, and again when something it shows has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message
from ui.desk import Desk
from ui.language import say, tr
from ui.theme import Space
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import column, frame, row
from ui.widgets.labels import label

_SKELETON_AFTER = 200  # ms: quick answers never flicker


@dataclass(frozen=True, slots=True)
class PageCommand:
    """Something this page can do: it stands in the palette and the page's menu, and has its keys."""

    title: Message
    name: str  # the action's object name
    run: Callable[[], object]
    keys: str = ""


class Page(QWidget):
    """A tab. Subclasses set `subjects`, build into `self.content`, and answer `reload` and `please_show`."""

    subjects: ClassVar[frozenset[Subject]] = frozenset()
    content_shown = Signal()  # its rows are there

    def __init__(self, desk: Desk, title: Message) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look
        self.setProperty("kind", "canvas")
        self._stale = True
        look = desk.look
        outer = column(look, within=self, space=Space.WITHIN)
        outer.setSpacing(0)
        bar = frame("bar")
        self.header = row(look, within=bar)
        self.header.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(12))
        heading = label(say(title), "title")
        heading.setObjectName("pageTitle")
        self.header.addWidget(heading)
        self.facts = row(look)  # chips and a line of figures
        self.header.addLayout(self.facts)
        self.header.addStretch(1)
        self.tools = row(look)  # at most five
        self.header.addLayout(self.tools)
        outer.addWidget(bar)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack, 1)
        self.content = QWidget()
        self._stack.addWidget(self.content)
        self._other: QWidget | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_SKELETON_AFTER)
        self._waiting.timeout.connect(self._show_waiting)
        desk.changes.touched.connect(self._on_touched)
        desk.programme_chosen.connect(self._on_programme)

    def reload(self) -> None:
        """Asks the desk's work for everything the page shows."""
        raise NotImplementedError

    def please_show(self, subject: Subject, number: str) -> None:
        """Brings one thing into view; another tab asked for it."""

    def commands(self) -> Sequence[PageCommand]:
        return ()

    @property
    def content_or_other(self) -> QWidget:
        """What is shown under the bar: the content, or what stands in its place."""
        return self._stack

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through on this page."""
        return (self.content_or_other,)

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        """What makes the parts nobody sees at first, one after the other; each does nothing where it is made already.

        They are called in idle turns once every page is there; a part that is wanted sooner is made by being used.
        """
        return ()

    def show_content(self) -> None:
        self._waiting.stop()
        self._stack.setCurrentIndex(0)
        before, self._other = self._other, None
        self._drop(before)
        self.content_shown.emit()

    def show_empty(self, picture: str, heading: str, text: str = "", *ways_on: WayOn) -> None:
        """In place of the content: nothing there yet, nothing fits the filter, or an error in words."""
        self._waiting.stop()
        self._show_other(EmptyPage(self.look, picture=picture, heading=heading, text=text, ways_on=ways_on))

    def show_refusal(self, no: Refused) -> None:
        """The page's rows could not be read."""
        self.show_empty(
            "error",
            tr("This page cannot be shown"),
            say(no.message),
            WayOn(tr("Try again"), self.reload_now, "tryAgain"),
        )

    def reload_now(self) -> None:
        self._stale = False
        if self._stack.currentIndex() != 0:
            self._waiting.start()
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        super().showEvent(event)
        if self._stale:
            self._waiting.start()
            self.reload_now()

    def _show_waiting(self) -> None:
        self._show_other(EmptyPage(self.look, picture="clock", heading=tr("Reading the file …")))

    def _show_other(self, other: QWidget) -> None:
        before, self._other = self._other, other
        self._stack.addWidget(other)
        self._stack.setCurrentWidget(other)
        self._drop(before)  # after it: a page that goes while it has the keyboard hands it to whatever comes next
        self.content_shown.emit()

    def _drop(self, other: QWidget | None) -> None:
        if other is not None:
            self._stack.removeWidget(other)
            other.deleteLater()

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        if subjects & self.subjects:
            self._become_stale()

    def _on_programme(self) -> None:
        self._become_stale()

    def _become_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self.reload_now()


def shortcut(page: QWidget, keys: str, run: Callable[[], object]) -> QShortcut:
    """Keys that hold while the focus is somewhere on `page`."""
    made = QShortcut(QKeySequence(keys), page)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(run)
    return made
