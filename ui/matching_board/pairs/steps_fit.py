"""The fit question after the first and the third conversation (R41): asked, and each side's answer; never words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.matching import answer_fit, ask_fit, take_back_fit
from mentordesk.domain.fields import ChoiceField, Choices, YesNoField
from mentordesk.domain.pair_stages import ENDED
from mentordesk.domain.pairs import FIT_NAMES, FitValue, Side
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.conversations import Outcome
from mentordesk.queries.pair_life import FitRow
from mentordesk.queries.pair_page import PairPage
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.forms.form import Row
from ui.language import ptr, say, tr
from ui.matching_board.pairs.steps_form import StepForm, Told
from ui.matching_board.pairs.steps_offers import DAY, day_of
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import label

_TONES = {FitValue.GOOD: ("good", "done"), FitValue.DECIDING: ("warn", "clock"), FitValue.NOT_GOOD: ("bad", "warning")}
_VALUE = ChoiceField(
    "value", msg("How well the two fit"), choices=Choices(tuple((each, name, "") for each, name in FIT_NAMES.items()))
)
_TALK = YesNoField("wants_to_talk", msg("Wants to talk with the programme"))


class FitPart(QWidget):
    """Both questions with their four answers, and a small form for the one that is being noted."""

    changed = Signal()

    def __init__(self, desk: Desk, page: PairPage) -> None:
        super().__init__()
        self.setObjectName("fitPart")
        self._desk = desk
        self._page = page
        self._form: StepForm | None = None
        look = desk.look
        self._down: QVBoxLayout = column(look, within=self)
        self._lines = column(look)
        self._down.addLayout(self._lines)
        self._remark = Remark(look)
        self._down.addWidget(self._remark)
        self._form_room = column(look)
        self._down.addLayout(self._form_room)
        self.show_page(page)

    def show_page(self, page: PairPage) -> None:
        """A form that is open stays."""
        self._page = page
        clear(self._lines)
        for after in dict.fromkeys(each.after_meeting for each in page.fit):
            rows = [each for each in page.fit if each.after_meeting == after]
            self._question(after, rows)

    def _question(self, after: int, rows: list[FitRow]) -> None:
        page, asked = self._page, rows[0].asked_on
        held = sum(each.outcome is not Outcome.CANCELLED for each in page.conversations)
        head = row(self._desk.look)
        title = tr("After conversation {number}", number=after)
        head.addWidget(label(title, "second"), 1)
        if asked is not None:
            head.addWidget(label(tr("Asked {day}", day=asked), "caption"))
        elif page.stage not in ENDED and held >= after:
            asking = button(tr("Note that both are asked"), partial(self._ask, after), name=f"askFit{after}")
            asking.setAccessibleDescription(title)
            head.addWidget(asking)
        self._lines.addLayout(head)
        if held < after and all(each.value is None for each in rows):
            missing = tr("Not yet: conversations registered so far: {held}.", held=held)
            self._lines.addWidget(label(missing, "caption", wrap=True))
            return
        for each in rows:
            self._answer(each)

    def _answer(self, each: FitRow) -> None:
        page, look = self._page, self._desk.look
        name = page.row.mentee.name if each.side is Side.MENTEE else page.row.mentor.name
        line = row(look)
        line.addWidget(label(name, wrap=True), 1)
        key = f"{each.side.value}{each.after_meeting}"
        if each.value is None:
            line.addWidget(label(ptr("fit", "Not answered"), "second"))
        else:
            tone, picture = _TONES[each.value]
            line.addWidget(Chip(look, say(FIT_NAMES[each.value]), tone, picture))
            if each.wants_to_talk:
                line.addWidget(Chip(look, tr("wants to talk"), "warn", "interview"))
        if page.stage not in ENDED:
            words = tr("Note the answer") if each.value is None else tr("Change")
            noting = button(words, partial(self._open, each, name), name=f"answerFit_{key}", kind="quiet")
            noting.setAccessibleName(tr("Note how well the two fit, as {name} says", name=name))
            line.addWidget(noting)
        if each.value is not None:
            removing = button(tr("Remove"), partial(self._remove, each), name=f"removeFit_{key}", kind="quiet")
            removing.setAccessibleName(tr("Remove what {name} said of the fit", name=name))
            line.addWidget(removing)
        self._lines.addLayout(line)

    def _open(self, each: FitRow, name: str) -> None:
        if not self._desk.may_change():
            return
        self._close()
        title = msg("What {name} says after conversation {number}", name=name, number=each.after_meeting)
        fields = (Row(_VALUE, required=True), _TALK, DAY)
        form = StepForm(self._desk.look, title, fields, msg("Note the answer"), today=self._page.today, name="fit")
        form.say_first((msg("Three values and no words: what is behind them belongs to the two."),))
        form.told.connect(partial(self._note, each))
        form.given_up.connect(partial(self._give_up, f"answerFit_{each.side.value}{each.after_meeting}"))
        self._form = form
        self._form_room.addWidget(form)
        form.begin({"value": each.value, "wants_to_talk": each.wants_to_talk, "on": self._page.today})

    def _close(self) -> None:
        self._form = None
        clear(self._form_room)

    def _give_up(self, noting: str) -> None:
        self._close()
        if there := self.findChildren(QPushButton, noting):
            there[-1].setFocus(Qt.FocusReason.OtherFocusReason)  # the newest: those before it are on their way out

    def _note(self, each: FitRow, told: Told) -> None:
        pair, value = self._page.row.id, told["value"]
        assert isinstance(value, FitValue)
        talk, on = told["wants_to_talk"] is True, day_of(told)
        self._desk.work.change(
            lambda store: answer_fit(
                store,
                pair,
                side=each.side,
                after_meeting=each.after_meeting,
                value=value,
                wants_to_talk=talk,
                on=on,
            ),
            self._on_noted,
            self._on_refused,
        )

    def _on_noted(self, _: object) -> None:
        self._close()
        self.changed.emit()

    def _on_refused(self, no: Refused) -> None:
        if self._form is not None:
            self._form.refuse(no, "on")

    def _ask(self, after: int) -> None:
        pair, today = self._page.row.id, self._page.today
        self._change(lambda store: ask_fit(store, pair, after_meeting=after, on=today))

    def _remove(self, each: FitRow) -> None:
        pair = self._page.row.id
        self._change(lambda store: take_back_fit(store, pair, side=each.side, after_meeting=each.after_meeting))

    def _change(self, deed: Callable[[Store], None]) -> None:
        if self._desk.may_change():
            self._remark.set("", wrong=False)
            self._desk.work.change(deed, self._on_changed, self._refuse)

    def _on_changed(self, _: object) -> None:
        self.changed.emit()

    def _refuse(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)
