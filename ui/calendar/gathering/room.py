"""A joint meeting's page, over the whole calendar until it is left with Esc: its head, and one of its parts.

The calendar's own keys rest meanwhile: they would act on what nobody sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mentordesk.actions.holding import note_held, note_prepared, take_back_held
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.gathering import Gathering, gathering
from ui.calendar.agenda_painter import NARROW_FROM
from ui.calendar.gathering.attendance import AttendancePart
from ui.calendar.gathering.part import GatheringPart, set_words
from ui.calendar.gathering.parts import PARTS, SUBJECTS, has_part, part_to_open
from ui.calendar.gathering.people import PeoplePart
from ui.calendar.gathering.printing import KitPrinting
from ui.calendar.gathering.writing import MeetingLetters
from ui.desk import Desk, NoticeKind
from ui.language import ptr, say, spoken, tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import clear, column, frame, row
from ui.widgets.labels import label, unaccelerated
from ui.widgets.page import PageCommand, shortcut

_PRINT = QKeySequence("Ctrl+P")


class GatheringRoom(QWidget):
    left = Signal()

    def __init__(self, desk: Desk, over: QWidget, keys: Iterable[str]) -> None:
        """`keys`: those of the calendar's own commands."""
        super().__init__(over)
        self.setObjectName("gatheringPage")
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self._over = over
        self._resting = frozenset(QKeySequence(each) for each in keys if each and each != "Ctrl+Return")
        self._meeting: MeetingId | None = None
        self._seen: Gathering | None = None
        self._came_from: QWidget | None = None
        self._covered: list[QWidget] = []
        self.printing = KitPrinting(desk, self)
        self.letters = MeetingLetters(desk, self)
        self._steps = self._made()
        self._is_made = False
        over.installEventFilter(self)
        desk.programme_chosen.connect(self.leave)
        desk.changes.touched.connect(self._on_touched)
        self.hide()

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        """Its head, then part for part: nobody sees them at first, and all at once would take too long."""
        return (partial(next, self._steps, None),) * (1 + len(PARTS))

    def commands(self) -> Sequence[PageCommand]:
        """What the palette offers while it is open."""
        held = self._seen is not None and self._seen.status is MeetingStatus.HELD
        return (
            *(
                PageCommand(title, f"{key}Part", partial(self.choose_part, at))
                for at, (key, title, part) in enumerate(PARTS)
                if self._seen is None or has_part(self._seen.kind, part)
            ),
            PageCommand(
                msg("Note as not held") if held else msg("Note as held"), "toggleHeld", self.toggle_held, "Ctrl+H"
            ),
            PageCommand(msg("Note as prepared, or not"), "togglePrepared", self.toggle_prepared),
            PageCommand(msg("Print the kit"), "printTheKit", self.print_kit, "Ctrl+P"),
            PageCommand(msg("Back to the calendar"), "backToCalendar", self.leave, "Esc"),
        )

    def open_meeting(self, meeting: MeetingId) -> None:
        """Shown when it is read; what is no joint meeting says so, and the calendar stays."""
        self._meeting = meeting
        self._desk.work.ask("gathering", lambda store: gathering(store, meeting), self._show, self._refused)

    def leave(self) -> None:
        self._meeting = None
        if self.isHidden():
            return
        self.hide()
        for part in self._covered:
            if isValid(part):
                part.setEnabled(True)
        self._covered = []
        self.left.emit()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_part(self, at: int) -> None:
        self._parts.setCurrentIndex(at)
        self._buttons[at].setChecked(True)
        self.current.enter()

    @property
    def current(self) -> GatheringPart:
        found = self._parts.currentWidget()
        assert isinstance(found, GatheringPart)
        return found

    def toggle_held(self) -> None:
        """Notes that it was held; or, where that is noted, takes it back."""
        if self._seen is None or not self._desk.may_change():
            return
        meeting, today = self._seen.meeting, self._desk.today
        if self._seen.status is MeetingStatus.HELD:
            self._desk.work.change(lambda store: take_back_held(store, meeting))
        else:
            self._desk.work.change(lambda store: note_held(store, meeting, today=today))

    def toggle_prepared(self) -> None:
        """Notes that all is ready, so that Today asks no more; or takes it back."""
        if self._seen is None or not self._desk.may_change():
            return
        meeting, on = self._seen.meeting, self._desk.today if self._seen.prepared_on is None else None
        self._desk.work.change(lambda store: note_prepared(store, meeting, on=on))

    def print_kit(self) -> None:
        if self._seen is not None and self._seen.kind.kit:
            self.printing.print_kit(self._seen.meeting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """The calendar's keys, and the way back, are taken here before anything else gets them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence(event.keyCombination())
            if keys in self._resting or keys in (QKeySequence("Alt+Left"), _PRINT):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape or QKeySequence(event.keyCombination()) == QKeySequence("Alt+Left"):
            self.leave()
        elif QKeySequence(event.keyCombination()) == _PRINT:
            self.print_kit()  # the calendar has the same key, and Qt would choose neither
        else:
            super().keyPressEvent(event)

    def _made(self) -> Iterator[None]:
        below = self._lay_out()
        yield
        group = QButtonGroup(self)
        self._choice = QWidget()
        choice = row(self._desk.look, space=Space.WITHIN, within=self._choice)
        below.addWidget(self._choice)
        below.addWidget(self._parts, 1)
        for at, (key, title, make) in enumerate(PARTS):
            made = button(say(title), partial(self.choose_part, at), name=f"{key}Choice", keys="Ctrl+PgDown")
            made.setText(unaccelerated(say(title)))
            made.setCheckable(True)
            made.setChecked(at == 0)
            group.addButton(made)
            self._buttons.append(made)
            choice.addWidget(made)
            part = make(self._desk)
            if isinstance(part, PeoplePart | AttendancePart):
                part.letters = self.letters
            part.alone.connect(self._bar.setHidden)
            part.alone.connect(self._choice.setHidden)
            self._parts.addWidget(part)
            if at + 1 < len(PARTS):
                yield
        choice.addStretch(1)
        self._is_made = True

    def _lay_out(self) -> QVBoxLayout:
        look = self._desk.look
        outer = column(look, within=self, space=Space.BETWEEN)
        outer.setSpacing(0)
        self._bar = frame("bar")
        head = column(look, within=self._bar, space=Space.WITHIN)
        head.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(12))
        back = button(tr("Calendar"), self.leave, name="leaveGathering", kind="link", picture="left", look=look)
        line = row(look)
        if look.zoom < NARROW_FROM:
            head.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            line.addWidget(back)
        self._title = label("", "title", wrap=True)
        self._title.setObjectName("gatheringTitle")
        line.addWidget(self._title, 1)
        self._chips = QHBoxLayout()
        line.addLayout(self._chips)
        narrow = look.zoom >= NARROW_FROM
        deeds: QLayout = Flow(look.px(Space.WITHIN)) if narrow else line
        self._prepared = button("", self.toggle_prepared, name="notePrepared")
        deeds.addWidget(self._prepared)
        self._held = button("", self.toggle_held, name="noteHeld", keys="Ctrl+H")
        deeds.addWidget(self._held)
        self._kit = button(tr("Print the kit"), self.print_kit, name="printKit", kind="main", keys="Ctrl+P")
        deeds.addWidget(self._kit)
        head.addLayout(line)
        if narrow:
            head.addLayout(deeds)
        self._when = label("", "second", wrap=True)
        self._when.setObjectName("gatheringWhen")
        head.addWidget(self._when)
        outer.addWidget(self._bar)
        below = column(look, space=Space.BETWEEN)
        below.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(16))
        outer.addLayout(below, 1)
        self._parts = QStackedWidget()
        self._buttons: list[QPushButton] = []
        shortcut(self, "Ctrl+H", self.toggle_held)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut(self, keys, partial(self._step_part, step))
        return below

    def _step_part(self, step: int) -> None:
        there = [at for at, made in enumerate(self._buttons) if not made.isHidden()]
        self.choose_part(there[(there.index(self._parts.currentIndex()) + step) % len(there)])

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        if self._meeting is not None and not self.isHidden() and subjects & SUBJECTS:
            self.open_meeting(self._meeting)

    def _refused(self, no: Refused) -> None:
        self._desk.tell(no.message, NoticeKind.NOTE)
        self.leave()

    def _show(self, seen: Gathering) -> None:
        if seen.meeting != self._meeting:
            return
        while not self._is_made:
            next(self._steps, None)
        self._seen = seen
        self._title.setText(say(seen.title))
        self.setAccessibleName(say(seen.title))
        days = [spoken().date(day.starts_at.date(), "long") for day in seen.days]
        self._when.setText(" · ".join(filter(None, [spoken().listed(days), seen.place, seen.programme.name])))
        held = seen.status is MeetingStatus.HELD
        words = tr("Note as not held") if held else tr("Note as held")
        set_words(self._held, words)
        set_words(self._prepared, tr("Not prepared yet") if seen.prepared_on is not None else tr("Note as prepared"))
        self._prepared.setVisible(
            seen.status is MeetingStatus.PLANNED and seen.days[0].starts_at.date() > self._desk.today
        )
        self._held.setVisible(seen.status is not MeetingStatus.CANCELLED)
        self._kit.setVisible(seen.kind.kit and seen.status is not MeetingStatus.CANCELLED)
        clear(self._chips)
        if seen.status is MeetingStatus.PLANNED and seen.prepared_on is not None:
            self._chips.addWidget(Chip(self._desk.look, ptr("a meeting", "Prepared"), "good"))
        if seen.status is not MeetingStatus.PLANNED:
            state = (ptr("a meeting", "Held"), "good") if held else (ptr("a meeting", "Cancelled"), "plain")
            self._chips.addWidget(Chip(self._desk.look, *state))
        for at in range(self._parts.count()):
            part = self._parts.widget(at)
            assert isinstance(part, GatheringPart)
            part.show_gathering(seen)
            self._buttons[at].setVisible(has_part(seen.kind, PARTS[at][2]))
        if self.isHidden():
            self._enter()

    def _enter(self) -> None:
        self.setGeometry(self._over.rect())
        focused = QApplication.focusWidget()
        self._came_from = focused if focused is not None and self._over.isAncestorOf(focused) else None
        self.show()
        self.raise_()
        for part in self._over.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if part is not self and not part.isWindow() and part.isEnabled():
                part.setEnabled(False)  # out of reach for keyboard and screen reader too
                self._covered.append(part)
        if self._seen is not None:
            self.choose_part(part_to_open(self._seen, self._desk.today))
