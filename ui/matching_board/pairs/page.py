"""The page of one pair (R42): who, where it stands, what can be done, and all that is known of it; Esc goes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mentordesk.actions.matching import end_substitute
from mentordesk.domain.ids import PairId
from mentordesk.domain.pair_stages import STAGE_NAMES, Stage
from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.queries.pair_page import PairPage, pair_page
from ui.desk import Desk, NoticeKind
from ui.language import say, tr
from ui.matching_board.pairs.page_facts import (
    card,
    conversations_card,
    due_card,
    goals_card,
    history_card,
    papers_card,
    pauses_card,
)
from ui.matching_board.pairs.page_steps import StepsCard
from ui.matching_board.pairs.steps_fit import FitPart
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.disc import Disc
from ui.widgets.frames import clear, column, row, scrolling
from ui.widgets.labels import label

_NARROW = 900  # px at 100 %: below it the facts stand under the steps
_SUBJECTS = frozenset(Subject) - {Subject.SETTINGS}
_TONES = {
    Stage.ACTIVE: ("good", "done"),
    Stage.ON_HOLD: ("warn", "clock"),
    Stage.COMPLETED: ("plain", "tick"),
    Stage.DISSOLVED: ("plain", "close"),
    Stage.DECLINED: ("plain", "close"),
}


class PairPageView(QWidget):
    left = Signal()
    pair_wanted = Signal(str)  # the one before or after this one, or the new one of a re-match
    mentor_wanted = Signal(str)  # a mentor for this mentee, whose pair has ended

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("pairPage")
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._pair: PairId | None = None
        self.page: PairPage | None = None
        self._fit: FitPart | None = None
        look = desk.look
        outer = column(look, within=self, edge=Space.AROUND)
        self._head: QVBoxLayout = column(look)
        outer.addLayout(self._head)
        self._inside = inside = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(0, 0, look.px(Space.BETWEEN), 0)
        self._across.setSpacing(look.px(Space.AROUND))
        self.steps = StepsCard(desk)
        doing = column(look, space=Space.AROUND)
        doing.addWidget(self.steps)
        self._fit_card, self._fit_room = card(look, tr("How well they fit"), "fitCard")
        doing.addWidget(self._fit_card)
        doing.addStretch(1)
        self._facts = column(look, space=Space.AROUND)
        knowing = column(look)
        knowing.addLayout(self._facts)
        knowing.addStretch(1)
        self._across.addLayout(doing, 3)
        self._across.addLayout(knowing, 2)
        self._area: QScrollArea = scrolling(inside)
        outer.addWidget(self._area, 1)
        self.steps.fit_wanted.connect(self._show_fit)
        self.steps.pair_made.connect(self.open_pair)
        self.steps.mentor_wanted.connect(self.mentor_wanted)
        self.steps.opened.connect(self._bring_into_view)
        desk.changes.touched.connect(self._on_touched)

    def open_pair(self, pair: str) -> None:
        """Shows this one from now on."""
        self._pair, self.page = PairId(pair), None
        self._area.verticalScrollBar().setValue(0)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        narrow = self.width() < self._desk.look.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self.steps.set_columns(1 if self.width() < self._desk.look.px(_NARROW * 2 // 3) else 2)

    def _ask(self) -> None:
        pair, today = self._pair, self._desk.today
        if pair is not None:
            self._desk.work.ask(
                "pair page", lambda store: pair_page(store, pair, today=today), self._on_page, self._on_unreadable
            )

    def _on_unreadable(self, no: Refused) -> None:
        """It was taken back by Undo."""
        self._pair = None
        self._desk.tell(no.message, NoticeKind.NOTE)
        self.left.emit()

    def _on_page(self, page: PairPage) -> None:
        first = self.page is None or self.page.row.id != page.row.id
        focused = QApplication.focusWidget()
        kept = "" if focused is None or not self.isAncestorOf(focused) else focused.objectName()
        where = self._area.verticalScrollBar().value()
        self.page = page
        self._show_head(page)
        self.steps.show_page(page)
        if first or self._fit is None:
            clear(self._fit_room)
            self._fit = FitPart(self._desk, page)
            self._fit_room.addWidget(label(tr("How well they fit"), "strong", wrap=True))
            self._fit_room.addWidget(self._fit)
        else:
            self._fit.show_page(page)
        self._show_facts(page)
        if not first:
            QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(where))
        if first or kept:
            self._focus(kept)

    def _focus(self, name: str) -> None:
        """Where it was before the reload; else on the next step."""
        there = self.findChildren(QWidget, name) if name else []
        if there and there[-1].isEnabled():
            there[-1].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        buttons = [each for each in self.steps.findChildren(QPushButton) if each.property("kind") == "main"]
        back = self.findChildren(QPushButton, "leavePair")
        if not self.steps.is_open:
            (buttons or back)[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self, page: PairPage) -> None:
        look = self._desk.look
        clear(self._head)
        line = row(look)
        back = button(tr("Back"), self.left.emit, name="leavePair", picture="left", look=look, keys="Esc")
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        for someone in (page.row.mentee, page.row.mentor):
            line.addWidget(Disc(look, someone.name), 0, Qt.AlignmentFlag.AlignTop)
        words = column(look, space=Space.WITHIN)
        names = tr("{mentee} and {mentor}", mentee=page.row.mentee.name, mentor=page.row.mentor.name)
        heading = label(names, "heading", wrap=True)
        heading.setObjectName("pairNames")
        words.addWidget(heading)
        posts = [", ".join(filter(None, (one.title, one.unit))) for one in (page.row.mentee, page.row.mentor)]
        words.addWidget(label(" · ".join([*filter(None, posts), page.programme]), "second", wrap=True))
        line.addLayout(words, 1)
        chip = Chip(look, say(STAGE_NAMES[page.stage]), *_TONES.get(page.stage, ("accent", "")))
        chip.setObjectName("pairStage")
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(line)
        self._head.addLayout(self._other_pairs(page))
        self.setAccessibleName(names)

    def _other_pairs(self, page: PairPage) -> QBoxLayout:
        line = row(self._desk.look)
        before, after = page.follows, page.followed_by
        if before is not None:
            words = tr("The mentee’s pair before this one")
            line.addWidget(button(words, lambda: self.pair_wanted.emit(before), name="pairBefore", kind="link"))
        if after is not None:
            words = tr("The mentee’s pair after this one")
            line.addWidget(button(words, lambda: self.pair_wanted.emit(after), name="pairAfter", kind="link"))
        line.addStretch(1)
        return line

    def _show_facts(self, page: PairPage) -> None:
        look = self._desk.look
        clear(self._facts)
        back = self._end_substitute if page.stands_in is not None else None
        for made in (
            conversations_card(look, page),
            due_card(look, page),
            papers_card(look, page),
            goals_card(look, page),
            pauses_card(look, page, back),
            history_card(look, page),
        ):
            self._facts.addWidget(made)

    def _end_substitute(self) -> None:
        pair, today, reason = self._pair, self._desk.today, self._desk.file.read_only
        if reason is not None:
            self._desk.tell(reason)
        elif pair is not None:
            self._desk.work.change(lambda store: end_substitute(store, pair, on=today))

    def _show_fit(self) -> None:
        self._bring_into_view(self._fit_card)
        buttons = self._fit_card.findChildren(QPushButton)
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_into_view(self, part: QWidget) -> None:
        """Once it has been laid out; its top first."""

        def scroll() -> None:
            if (laid_out := self._inside.layout()) is not None:
                laid_out.activate()
            top = part.mapTo(self._inside, part.rect().topLeft()).y()
            self._area.verticalScrollBar().setValue(max(0, top - self._desk.look.px(Space.AROUND)))

        QTimer.singleShot(0, part, scroll)

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        if self.isVisible() and subjects & _SUBJECTS:
            self._ask()
