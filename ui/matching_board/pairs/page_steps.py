"""What can be done with a pair now, and for all else why not; the form of the step that is being taken stands below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout

from mentordesk.actions.matching import want_new_mentor
from mentordesk.domain.pair_stages import ENDED, Stage
from mentordesk.domain.pair_steps import PairStep, Possible
from mentordesk.queries.pair_page import PairPage
from ui.desk import Desk
from ui.language import say, tr
from ui.matching_board.pairs.rematch_step import RematchStep
from ui.matching_board.pairs.steps_offers import OFFERS
from ui.matching_board.pairs.steps_plain import HoldStep, PlainStep
from ui.matching_board.pairs.steps_substitute import SubstituteStep
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, frame, row
from ui.widgets.labels import label

_MAIN = {
    Stage.PROPOSAL: PairStep.ASK,
    Stage.ASKED: PairStep.ACCEPT,
    Stage.ACCEPTED_BY_ONE: PairStep.ACCEPT,
    Stage.AGREED: PairStep.SIGN,
    Stage.SIGNED: PairStep.BEGIN,
    Stage.ACTIVE: PairStep.AGREE,
    Stage.ON_HOLD: PairStep.RESUME,
}
_Step = PlainStep | HoldStep | SubstituteStep | RematchStep


class StepsCard(QFrame):
    fit_wanted = Signal()
    pair_made = Signal(str)
    mentor_wanted = Signal(str)  # for this mentee
    opened = Signal(object)  # the form, to be brought into view

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("stepsCard")
        self._desk = desk
        self._page: PairPage | None = None
        self._open: _Step | None = None
        self._taken: PairStep | None = None
        self._columns = 2
        look = desk.look
        down: QVBoxLayout = column(look, within=self, edge=Space.AROUND)
        self._heading = label("", "strong", wrap=True)
        down.addWidget(self._heading)
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(Space.BETWEEN))
        down.addLayout(self._grid)
        self._room = column(look)
        down.addLayout(self._room)
        self._not_now = column(look, space=Space.WITHIN)
        down.addLayout(self._not_now)

    @property
    def is_open(self) -> bool:
        return self._open is not None

    def show_page(self, page: PairPage) -> None:
        """A form that is open stays, unless its step cannot be taken any more or another pair is shown."""
        other = self._page is None or self._page.row.id != page.row.id
        self._page = page
        can = {each.step for each in page.can_do if each.why_not is None}
        if other or self._taken not in can:
            self.close_form()
        self._lay_out()

    def set_columns(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def take(self, step: PairStep) -> None:
        """Opens its form; the fit question has a card of its own."""
        page, reason = self._page, self._desk.file.read_only
        if page is None:
            return
        if reason is not None:
            self._desk.tell(reason)
            return
        if step is PairStep.FIT:
            self.fit_wanted.emit()
            return
        self.close_form()
        made = self._form(step, page)
        made.done.connect(self.close_form)
        made.given_up.connect(self._give_up)
        self._open, self._taken = made, step
        self._room.addWidget(made)
        self._lay_out()
        made.grew.connect(self.opened)
        made.start()
        self.opened.emit(made)

    def close_form(self) -> None:
        self._open = self._taken = None
        clear(self._room)
        self._lay_out()

    def _give_up(self) -> None:
        step = self._taken
        self.close_form()
        there = [] if step is None else self.findChildren(QPushButton, f"step_{step.value}")
        if there:
            newest = there[-1]  # those before it are on their way out
            newest.show()  # its layout would only show it later, and what is hidden takes no focus
            newest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self, step: PairStep, page: PairPage) -> _Step:
        if step in OFFERS:
            return PlainStep(self._desk, page, step)
        if step is PairStep.HOLD:
            return HoldStep(self._desk, page)
        if step is PairStep.SUBSTITUTE:
            return SubstituteStep(self._desk, page)
        made = RematchStep(self._desk, page)
        made.made.connect(self.pair_made)
        return made

    def _lay_out(self) -> None:
        page = self._page
        if page is None:
            return
        clear(self._grid)
        clear(self._not_now)
        ended = page.stage in ENDED
        self._heading.setText(tr("The pair has ended, and its history stays") if ended else tr("What can be done now"))
        self.setAccessibleName(self._heading.text())
        if ended:
            self._offer_after_the_end(page)
            return
        main = _MAIN.get(page.stage)
        can = sorted((each for each in page.can_do if each.why_not is None), key=lambda each: each.step is not main)
        for at, each in enumerate(can):
            kind = "main" if each.step is main and self._open is None else ""  # one main button a page
            made = button(say(each.title), partial(self.take, each.step), name=f"step_{each.step.value}", kind=kind)
            self._grid.addWidget(made, at // self._columns, at % self._columns)
            self._grid.setColumnStretch(at % self._columns, 1)
        self._say_why_not([each for each in page.can_do if each.why_not is not None])

    def _say_why_not(self, others: Sequence[Possible]) -> None:
        if not others:
            return
        look: Look = self._desk.look
        self._not_now.addWidget(frame("hairline"))
        self._not_now.addWidget(label(tr("Not possible now"), "second"))
        for each in others:
            assert each.why_not is not None
            line = row(look)
            for words, share in ((each.title, 2), (each.why_not, 3)):
                line.addWidget(label(say(words), "caption", wrap=True), share, Qt.AlignmentFlag.AlignTop)
            self._not_now.addLayout(line)

    def _offer_after_the_end(self, page: PairPage) -> None:
        """Of a pair that ended by agreement: whether a new mentor is wanted, and the way to one."""
        if page.stage is not Stage.DISSOLVED or page.ended is None or page.followed_by is not None:
            return
        pair, wanted = page.row.id, page.ended.new_mentor_wanted is True

        def turn() -> None:
            if (reason := self._desk.file.read_only) is not None:
                self._desk.tell(reason)
            else:
                self._desk.work.change(lambda store: want_new_mentor(store, pair, wanted=not wanted))

        if wanted:
            find = partial(self.mentor_wanted.emit, page.mentee)
            self._grid.addWidget(button(tr("Find a new mentor"), find, name="findNewMentor", kind="main"), 0, 0)
        words = tr("No new mentor is wanted") if wanted else tr("A new mentor is wanted after all")
        self._grid.addWidget(button(words, turn, name="turnWanted"), 0, 1 if wanted else 0)
