"""Another mentor who stands in for a time (R40): two days, a ranked list, and the same answers as for any pair."""

from __future__ import annotations

from PySide6.QtCore import Signal

from mentordesk.actions.files import Store
from mentordesk.actions.matching import Consent, substitute
from mentordesk.domain.fields import DateField
from mentordesk.domain.pair_steps import PairStep, step_fact
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.pair_page import PairPage
from ui.desk import Desk
from ui.forms.form import Row
from ui.matching_board.pairs.passing_form import PassingForm, who_decides
from ui.matching_board.pairs.short_list_mentors import MentorChoice
from ui.matching_board.pairs.short_list_ranking import Ranking, mentors_instead
from ui.matching_board.pairs.steps_form import StepForm, Told
from ui.matching_board.pairs.steps_offers import day_of

_FROM = DateField("from_on", msg("First day"))
_UNTIL = DateField("until_on", msg("Last day"))
_DOES = msg("Let the mentor stand in")
_HIGH = 380  # px at 100 %: the list of mentors


class SubstituteStep(StepForm):
    done = Signal()

    def __init__(self, desk: Desk, page: PairPage) -> None:
        fields = (Row(_FROM, required=True), Row(_UNTIL, required=True))
        title = step_fact(PairStep.SUBSTITUTE).title
        super().__init__(desk.look, title, fields, _DOES, today=page.today, name="substitute")
        self._desk = desk
        self._page = page
        self._values: Told = {}
        self.say_first((msg("The pair stays the pair. It takes one of the substitute’s places meanwhile."),))
        self.choice = MentorChoice(desk.look)
        self.choice.setFixedHeight(desk.look.px(_HIGH))
        self.passing = PassingForm(desk.look)
        self.add_before_button(self.choice)
        self.add_after_effect(self.passing)
        self.told.connect(self._on_told)
        self.choice.chosen.connect(lambda _: self._on_choice())
        self.choice.entered.connect(lambda _: self.submit())
        self.passing.consented.connect(self._do)
        self.passing.left.connect(self._leave_passing)

    def start(self) -> None:
        page = self._page
        self.begin({_FROM.key: page.today})
        programme, mentee, mentor = page.row.programme, page.mentee, page.mentor
        self._desk.work.ask(
            "substitute mentors",
            lambda store: mentors_instead(store, programme, mentee, mentor, page.today),
            self._on_ranking,
            self.refuse,
        )

    def _on_ranking(self, found: Ranking) -> None:
        self.choice.show_ranking(found)
        self._on_choice()

    def _on_choice(self) -> None:
        self._leave_passing()
        if (chosen := self.choice.current) is not None:
            self.name_button(msg("Let {mentor} stand in", mentor=chosen.card.name))

    def _on_told(self, values: Told) -> None:
        self._values = values
        self._do(Consent(who_decides()))

    def _do(self, consent: Consent) -> None:
        chosen = self.choice.current
        if chosen is None:
            self.refuse(Refused(msg("Choose a mentor in the list first.")))
            return
        pair, mentor, today = self._page.row.id, chosen.id, self._page.today
        first, last = day_of(self._values, _FROM.key), day_of(self._values, _UNTIL.key)

        def standing_in(store: Store) -> str:
            return substitute(store, pair, mentor=mentor, from_on=first, until_on=last, today=today, consent=consent)

        self._desk.work.change(standing_in, self._on_done, self._on_refused)

    def _on_done(self, _: str) -> None:
        self.done.emit()

    def _on_refused(self, no: Refused) -> None:
        chosen = self.choice.current
        if isinstance(no, NotYet) and chosen is not None and not self.passing.isVisible():
            said = {each.sentence for each in chosen.warnings}
            self.does.hide()
            open_ones = [each for each in no.details if each not in said]
            self.passing.ask(chosen.warnings, open_ones, does=self.does.accessibleName(), by=who_decides())
        elif self.passing.isVisible():
            self.passing.refuse(no)
        else:
            wrong = day_of(self._values, _UNTIL.key) < max(day_of(self._values, _FROM.key), self._page.today)
            self.refuse(no, _UNTIL.key if wrong else "")

    def _leave_passing(self) -> None:
        self.passing.hide()
        self.does.show()
