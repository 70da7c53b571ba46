"""Another mentor who stands in for a time (R40): two days, a ranked list, and the same answers as for any pair."""

from __future__ import annotations

from mentordesk.actions.files import Store
from mentordesk.actions.matching import Consent, substitute
from mentordesk.domain.fields import DateField
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.pair_page import PairPage
from ui.desk import Desk
from ui.forms.form import Row
from ui.matching_board.pairs.mentor_step import MentorStep
from ui.matching_board.pairs.passing_form import who_decides
from ui.matching_board.pairs.steps_form import Told
from ui.matching_board.pairs.steps_offers import day_of

_FROM = DateField("from_on", msg("First day"))
_UNTIL = DateField("until_on", msg("Last day"))
_DOES = msg("Let the mentor stand in")


class SubstituteStep(MentorStep):
    def __init__(self, desk: Desk, page: PairPage) -> None:
        self._values: Told = {}
        fields = (Row(_FROM, required=True), Row(_UNTIL, required=True))
        first = msg("The pair stays the pair. It takes one of the substitute’s places meanwhile.")
        super().__init__(desk, page, PairStep.SUBSTITUTE, fields, _DOES, first)

    def _on_choice(self) -> None:
        self.leave_passing()
        if (chosen := self.choice.current) is not None:
            self.name_button(msg("Let {mentor} stand in", mentor=chosen.card.name))

    def _on_told(self, values: Told) -> None:
        self._values = values
        self._do(Consent(who_decides()))

    def _do(self, consent: Consent) -> None:
        chosen = self.chosen()
        if chosen is None:
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
