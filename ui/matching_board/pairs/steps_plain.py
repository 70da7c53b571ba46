"""Steps of a pair's life that are a form and an action, and the time on hold with its effect shown first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from mentordesk.actions.files import Store
from mentordesk.actions.matching import Consent, hold, hold_effect
from mentordesk.domain.fields import ChoiceField, Choices, DateField
from mentordesk.domain.holds import DUE_NAMES, Due, Resettled
from mentordesk.domain.pair_steps import PairStep, step_fact
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.pair_page import PairPage
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import say
from ui.matching_board.pairs.passing_form import PassingForm, who_decides
from ui.matching_board.pairs.steps_form import StepForm, Told
from ui.matching_board.pairs.steps_offers import OFFERS, day_of


class PlainStep(StepForm):
    """One of OFFERS; criteria that are open before the start are excepted in it (R22)."""

    done = Signal()

    def __init__(self, desk: Desk, page: PairPage, step: PairStep) -> None:
        self._offer = OFFERS[step](page)
        fields, does = self._offer.fields, self._offer.does
        super().__init__(desk.look, step_fact(step).title, fields, does, today=page.today, name=step.value)
        self._desk = desk
        self._page = page
        self._values: Told = {}
        self.say_first(self._offer.hints)
        self.passing = PassingForm(desk.look)
        self.add_after_effect(self.passing)
        self.told.connect(self._on_told)
        self.passing.consented.connect(self._on_consent)
        self.passing.left.connect(self._leave_passing)

    def start(self) -> None:
        self.begin({"on": self._page.today, **self._offer.known})

    def _on_told(self, values: Told) -> None:
        self._values = values
        self._desk.work.change(self._offer.deed(values), self._on_done, self._on_refused)

    def _on_consent(self, consent: Consent) -> None:
        excepting = self._offer.excepting
        if excepting is not None and consent.exception is not None:
            deed = excepting(self._values, consent.exception)
            self._desk.work.change(deed, self._on_done, self.passing.refuse)

    def _on_done(self, _: object) -> None:
        self.done.emit()

    def _on_refused(self, no: Refused) -> None:
        if isinstance(no, NotYet) and self._offer.excepting is not None:
            self.does.hide()
            self.passing.ask((), no.details, does=say(self._offer.does), by=who_decides())
        else:
            self.refuse(no, "on")

    def _leave_passing(self) -> None:
        self.does.show()
        self.does.setFocus()


_DUE = Choices(tuple((due, name, "") for due, name in DUE_NAMES.items()))
_FROM = DateField("from_on", msg("On hold from"))
_UNTIL = DateField("until_on", msg("They mean to go on"))
_FIELDS = (
    Row(_FROM, required=True),
    Row(_UNTIL, hint=msg("Leave it empty if nobody knows yet.")),
    Row(ChoiceField("due", msg("Meetings in that time"), choices=_DUE), required=True),
)
_LOOK = msg("Show what it does to the meetings")
_HOLD = msg("Put on hold")


class HoldStep(StepForm):
    """The button first shows what would become of the meetings, then does exactly that."""

    done = Signal()

    def __init__(self, desk: Desk, page: PairPage) -> None:
        title = step_fact(PairStep.HOLD).title
        super().__init__(desk.look, title, _FIELDS, _LOOK, today=page.today, name="hold")
        self._desk = desk
        self._page = page
        self._seen: Told | None = None
        self._values: Told = {}
        self.told.connect(self._on_told)
        self.edited.connect(self._unsee)

    def start(self) -> None:
        self.begin({_FROM.key: self._page.today, "due": Due.MOVES})

    def _unsee(self) -> None:
        self._seen = None
        self.show_effect(())
        self.name_button(_LOOK)

    def _on_told(self, values: Told) -> None:
        pair, first, back, due = self._page.row.id, day_of(values, _FROM.key), values[_UNTIL.key], values["due"]
        assert isinstance(due, Due)
        until = back if isinstance(back, date) else None
        self._values = values
        if self._seen == values:
            self._desk.work.change(
                lambda store: hold(store, pair, from_on=first, until_on=until, due=due), self._on_done, self._on_refused
            )
        elif until is None:
            self._show_seen((_LATER[due],))
        else:

            def asking(store: Store) -> tuple[Resettled, ...]:
                return hold_effect(store, pair, from_on=first, until_on=until, due=due)

            self._desk.work.ask("hold effect", asking, self._on_effect, self._on_refused)

    def _on_effect(self, changed: tuple[Resettled, ...]) -> None:
        self._show_seen(resettled_in_words(changed))

    def _show_seen(self, sentences: Sequence[Message]) -> None:
        self._seen = self._values
        self.show_effect(sentences)
        self.name_button(_HOLD)

    def _on_done(self, _: object) -> None:
        self.done.emit()

    def _on_refused(self, no: Refused) -> None:
        """An end before the beginning concerns the end; all else the beginning."""
        first, back = self._values[_FROM.key], self._values[_UNTIL.key]
        wrong_end = isinstance(first, date) and isinstance(back, date) and back <= first
        self.refuse(no, _UNTIL.key if wrong_end else _FROM.key)


_LATER = {
    Due.MOVES: msg("No meeting changes now. When the two go on, the meetings of that time move."),
    Due.RESTS: msg("No meeting changes now. When the two go on, the meetings of that time are cancelled."),
}


def resettled_in_words(changed: Sequence[Resettled]) -> tuple[Message, ...]:
    if not changed:
        return (msg("No meeting lies in that time. Nothing moves and nothing is cancelled."),)
    return (nmsg("{count} meeting changes:", "{count} meetings change:", len(changed)), *map(_resettled, changed))


def _resettled(one: Resettled) -> Message:
    if one.after is None:
        return msg("{before} is cancelled", before=one.before)
    return msg("{before} moves to {after}", before=one.before, after=one.after)
