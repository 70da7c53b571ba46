"""The pane beside the grid: one participant, her status, and all that is known of her, part by part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import ROLE_NAMES, STATUS_NAMES, ParticipationStatus
from mentordesk.domain.refusals import Refused
from mentordesk.queries.participant import ParticipantDetail, participant
from ui.desk import Desk
from ui.icons import icon
from ui.language import say, tr
from ui.participants.columns import STATUS_TONES
from ui.participants.overview import Overview
from ui.participants.part import PartPlace
from ui.participants.parts import PARTS
from ui.participants.privacy_part import PrivacyPart
from ui.participants.reading import History
from ui.theme import Size, Space
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import TONES, Chip
from ui.widgets.disc import Disc
from ui.widgets.empty_page import EmptyPage
from ui.widgets.frames import clear, column, frame, row
from ui.widgets.labels import label, unaccelerated

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

_OF_RESTRICTED = (Overview, History, PrivacyPart)  # to be seen while nothing may be done with somebody's data
_PAUSE = 60  # ms: while somebody runs through the list, only where they stop is asked for


class DetailPane(QWidget):
    closed = Signal()
    statuses_wanted = Signal(str, object, QPoint)  # id, its ParticipationStatus, where on the screen

    def __init__(self, desk: Desk, *, alone: bool) -> None:
        """`alone`: it fills the page, with a way back, instead of standing beside the grid."""
        super().__init__()
        self.setObjectName("detailPane")
        self._desk = desk
        self._alone = alone
        self._id: ParticipationId | None = None
        self._shown: ParticipantDetail | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self.reload)
        self._parts = tuple(PartPlace(desk, kind) for kind in PARTS)
        outer = column(desk.look, within=self)
        card = frame("card")
        outer.addWidget(card)
        self._stack = QStackedWidget()
        within = column(desk.look, within=card, edge=1)
        within.addWidget(self._stack)
        self._stack.addWidget(self._nobody())
        self._stack.addWidget(self._somebody())

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return [turn for part in self._parts for turn in part.turns()]

    def show_participant(self, id_: ParticipationId | None) -> None:
        """Whoever was shown before is left: what was written is kept."""
        if id_ == self._id:
            return
        self._leave()
        self._id = id_
        if id_ is None:
            self._shown = None
            self._stack.setCurrentIndex(0)
        else:
            self._wait.start()

    def reload(self) -> None:
        self._wait.stop()
        wanted, today = self._id, self._desk.today
        if wanted is not None:
            self._desk.work.ask("participant", lambda store: _asked(store, wanted, today), self._take, self._gone)

    def enter(self) -> None:
        """Gives the focus to the pane."""
        self._tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """The bar of tabs would take Alt+Left for Left."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # and goes on to the page around
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        self._leave()
        super().hideEvent(event)

    def _nobody(self) -> QWidget:
        return EmptyPage(self._desk.look, picture="person", heading=tr("Choose somebody in the list"))

    def _somebody(self) -> QWidget:
        look = self._desk.look
        made = QWidget()
        lines = column(look, within=made, space=Space.BETWEEN)
        self._head = row(look)
        self._head.setContentsMargins(look.px(16), look.px(12), look.px(12), look.px(4))
        lines.addLayout(self._head)
        self._build_head()
        self._tabs = QTabWidget()
        self._tabs.setObjectName("detailTabs")
        self._tabs.setAccessibleName(tr("What is known of this participant"))
        self._tabs.tabBar().setAccessibleName(tr("What is known of this participant"))
        self._tabs.tabBar().installEventFilter(self)
        self._tabs.tabBar().setExpanding(False)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.tabBar().setStyleSheet(
            f"QTabBar::scroller {{ width: {look.px(56)}px; }} QTabBar QToolButton {{ padding: 0; min-height: 0; }}"
        )
        for part in self._parts:
            self._tabs.addTab(part, unaccelerated(say(part.kind.title)))
        self._tabs.currentChanged.connect(self._on_tab)
        lines.addWidget(self._tabs, 1)
        return made

    def _build_head(self) -> None:
        look = self._desk.look
        if self._alone:
            back = button(tr("Back"), self.closed.emit, name="detailBack", picture="left", look=look, keys="Alt+Left")
            self._head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        self._disc_place: QHBoxLayout = row(look)
        self._head.addLayout(self._disc_place)
        names: QVBoxLayout = column(look, space=Space.WITHIN)
        self._name = label("", "heading", wrap=True)
        self._name.setObjectName("detailName")
        self._about = label("", "second", wrap=True)
        self._about.setObjectName("detailAbout")
        names.addWidget(self._name)
        names.addWidget(self._about)
        self._restricted = Chip(look, "")
        self._restricted.setObjectName("detailRestricted")
        self._restricted.hide()
        names.addWidget(self._restricted, 0, Qt.AlignmentFlag.AlignLeft)
        self._status = button("", self._offer_statuses, name="detailStatus")
        self._status.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the word
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        names.addWidget(self._status, 0, left)
        self._head.addLayout(names, 1)
        if not self._alone:
            close = icon_button(
                "close", tr("Hide the details"), self.closed.emit, name="closeDetail", look=look, keys="Space"
            )
            self._head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _take(self, shown: ParticipantDetail) -> None:
        if shown.row.id != self._id:
            return
        self._shown = shown
        row_ = shown.row
        clear(self._disc_place)
        self._disc_place.addWidget(Disc(self._desk.look, row_.name), 0, Qt.AlignmentFlag.AlignTop)
        self._name.setText(row_.name)
        about = (say(ROLE_NAMES[row_.role]), row_.title, row_.unit)
        self._about.setText(" · ".join(part for part in about if part))
        self._show_restriction(row_.restricted_on)
        self._show_status(row_.status)
        self._stack.setCurrentIndex(1)
        self._parts_show()

    def _show_restriction(self, day: date | None) -> None:
        """Of whoever is restricted only what changes nothing is to be seen, and how it is lifted."""
        self._restricted.setVisible(day is not None)
        self._status.setVisible(day is None)
        if day is not None:
            self._restricted.set(tr("Restricted since {day}", day=day), "warn", "lock")
        for at, part in enumerate(self._parts):
            self._tabs.setTabVisible(at, day is None or issubclass(part.kind, _OF_RESTRICTED))

    def _show_status(self, status: ParticipationStatus) -> None:
        look = self._desk.look
        word = say(STATUS_NAMES[status])
        self._status.setText(unaccelerated(word))
        self._status.setAccessibleName(tr("Status: {status}. Change it", status=word))
        ink, ground, _ = TONES[STATUS_TONES[status]]
        self._status.setIcon(icon("down", look.colour(ink), look.px(14)))
        self._status.setStyleSheet(
            f"QPushButton {{ background: {look.colour(ground).name()}; color: {look.colour(ink).name()};"
            f" border: 1px solid {look.colour(ground).name()}; border-radius: {look.px(11)}px; font-weight: 600;"
            f" font-size: {look.px(Size.SMALL)}px; padding: {look.px(1)}px {look.px(12)}px; }}"
            f" QPushButton:hover {{ border-color: {look.colour(ink).name()}; }}"
        )

    def _parts_show(self) -> None:
        """Only what is looked at is filled; the others are when somebody looks."""
        part = self._tabs.currentWidget()
        if isinstance(part, PartPlace) and self._shown is not None:
            part.get().show_participant(self._shown)

    def _on_tab(self, _: int) -> None:
        self._leave()
        self._parts_show()

    def _leave(self) -> None:
        for part in self._parts:
            if (made := part.if_there) is not None:
                made.leave()

    def _gone(self, _: Refused) -> None:
        """Somebody was taken out of the file while they were shown."""
        self._id = None
        self._shown = None
        self._stack.setCurrentIndex(0)

    def _offer_statuses(self) -> None:
        if self._shown is None:
            return
        where = self._status.mapToGlobal(QPoint(0, self._status.height()))
        self.statuses_wanted.emit(self._shown.row.id, self._shown.row.status, where)


def _asked(store: Store, wanted: ParticipationId, today: date) -> ParticipantDetail:
    return participant(store, wanted, today=today)
