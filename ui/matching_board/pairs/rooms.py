"""What lies over the whole matching page until it is left: a pair's page, the short list, and “no match”.

Each is made when it is first opened. The page's own keys rest meanwhile: they would act on what nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.subjects import Subject
from ui.desk import Desk
from ui.matching_board.pairs.no_match import NoMatchPanel
from ui.matching_board.pairs.page import PairPageView
from ui.matching_board.pairs.short_list import ShortList


class PairRooms(QStackedWidget):
    left = Signal()

    def __init__(self, desk: Desk, over: QWidget, keys: Iterable[str]) -> None:
        """`keys`: those of the page's own commands."""
        super().__init__(over)
        self.setObjectName("pairRooms")
        self.setProperty("kind", "canvas")
        self.setAutoFillBackground(True)
        self._desk = desk
        self._over = over
        self._resting = frozenset(QKeySequence(each) for each in keys if each) | {QKeySequence("Ctrl+Enter")}
        self._pair_page: PairPageView | None = None
        self._short_list: ShortList | None = None
        self._no_match: NoMatchPanel | None = None
        self._came_from: QWidget | None = None  # what had the focus in the page
        self._covered: list[QWidget] = []  # parts of the page that Tab must not reach meanwhile
        over.installEventFilter(self)
        desk.programme_chosen.connect(self.leave)
        self.hide()

    def open_found(self, subject: Subject, number: str) -> bool:
        """What was asked for from outside the page, if it is a pair; else the page itself comes into view."""
        if subject is Subject.PAIRS and number:
            self.open_pair(number)
            return True
        self.leave()
        return False

    def open_pair(self, pair: str) -> None:
        if self._pair_page is None:
            self._pair_page = PairPageView(self._desk)
            self._pair_page.left.connect(self.leave)
            self._pair_page.pair_wanted.connect(self.open_pair)
            self._pair_page.mentor_wanted.connect(self.open_short_list)
            self.addWidget(self._pair_page)
        self._enter(self._pair_page)
        self._pair_page.open_pair(pair)

    def open_short_list(self, mentee: str = "") -> None:
        """For this mentee; else for whoever comes first."""
        if self._short_list is None:
            self._short_list = ShortList(self._desk)
            self._short_list.left.connect(self.leave)
            self.addWidget(self._short_list)
        self._enter(self._short_list)
        self._short_list.open_for(ParticipationId(mentee) if mentee else None)

    def open_no_match(self, mentee: str = "") -> None:
        """As `open_short_list`."""
        if self._no_match is None:
            self._no_match = NoMatchPanel(self._desk)
            self._no_match.left.connect(self.leave)
            self.addWidget(self._no_match)
        self._enter(self._no_match)
        self._no_match.open_for(ParticipationId(mentee) if mentee else None)

    def leave(self) -> None:
        if not self.isHidden():
            self.hide()
            for part in self._covered:
                part.setEnabled(True)
            self._covered = []
            self.left.emit()
            came_from, self._came_from = self._came_from, None
            if came_from is not None and isValid(came_from) and came_from.isVisible():
                came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """The page's keys are taken here before its shortcuts get them."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and QKeySequence(event.keyCombination()) in self._resting
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """While a room is not read yet, nothing in it has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _enter(self, room: QWidget) -> None:
        self.setGeometry(self._over.rect())
        focused = QApplication.focusWidget()
        if self.isHidden():
            self._came_from = focused if focused is not None and self._over.isAncestorOf(focused) else None
        self.setCurrentWidget(room)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._cover()

    def _cover(self) -> None:
        """What lies below is out of reach for keyboard and screen reader too."""
        straight = Qt.FindChildOption.FindDirectChildrenOnly
        for part in self._over.findChildren(QWidget, options=straight):
            if part is not self and not part.isWindow() and part.isEnabled():
                part.setEnabled(False)
                self._covered.append(part)
