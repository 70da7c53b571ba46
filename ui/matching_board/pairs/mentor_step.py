"""What the steps that choose another mentor have in common: a day, a ranked list, and what is said against her."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from mentordesk.actions.matching import Consent
from mentordesk.domain.fields import Field
from mentordesk.domain.pair_steps import PairStep, step_fact
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable, msg
from mentordesk.queries.pair_page import PairPage
from ui.desk import Desk
from ui.forms.form import Row
from ui.matching_board.pairs.passing_form import PassingForm
from ui.matching_board.pairs.short_list_mentors import MentorChoice
from ui.matching_board.pairs.short_list_ranking import Ranked, Ranking, mentors_instead
from ui.matching_board.pairs.steps_form import StepForm, Told

_HIGH = 380  # px at 100 %: the list of mentors
_NOBODY = msg("Choose a mentor in the list first.")


class MentorStep(StepForm):
    """The first of its fields is the day it begins."""

    done = Signal()

    def __init__(
        self, desk: Desk, page: PairPage, step: PairStep, fields: Sequence[Field | Row], does: Sayable, first: Sayable
    ) -> None:
        """`first`: what is said above the fields."""
        super().__init__(desk.look, step_fact(step).title, fields, does, today=page.today, name=step.value)
        self._desk = desk
        self._page = page
        self.say_first((first,))
        self.choice = MentorChoice(desk.look)
        self.choice.setFixedHeight(desk.look.px(_HIGH))
        self.passing = PassingForm(desk.look)
        self.add_before_button(self.choice)
        self.add_after_effect(self.passing)
        self.told.connect(self._on_told)
        self.choice.chosen.connect(lambda _: self._on_choice())
        self.choice.entered.connect(lambda _: self.submit())
        self.passing.consented.connect(self._do)
        self.passing.left.connect(self._on_choice)

    def start(self) -> None:
        page = self._page
        self.begin({self.keys[0]: page.today})
        programme, mentee, mentor = page.row.programme, page.mentee, page.mentor
        self._desk.work.ask(
            f"{self.objectName()} mentors",
            lambda store: mentors_instead(store, programme, mentee, mentor, page.today),
            self._on_ranking,
            self.refuse,
        )

    def chosen(self) -> Ranked | None:
        """Or says that nobody is."""
        if self.choice.current is None:
            self.refuse(Refused(_NOBODY))
        return self.choice.current

    def leave_passing(self) -> None:
        self.passing.hide()
        self.does.show()

    def _on_ranking(self, found: Ranking) -> None:
        self.choice.show_ranking(found)
        self._on_choice()

    def _on_choice(self) -> None:
        """Somebody else is chosen, or what is said against her was left."""
        raise NotImplementedError

    def _on_told(self, values: Told) -> None:
        raise NotImplementedError

    def _do(self, consent: Consent) -> None:
        raise NotImplementedError
