"""A new mentor for a mentee whose pair ends (R40): chosen from a ranked list, the effect on others seen, then done.

The effect is the deed itself, looked at and taken back (actions/matching/rematching.py): what is shown is what comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal

from mentordesk.actions.matching import Agreement, Consent, Rematched, RematchEffect, rematch, rematch_effect
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.pair_page import PairPage
from ui.desk import Desk
from ui.language import say
from ui.matching_board.pairs.mentor_step import MentorStep
from ui.matching_board.pairs.passing_form import who_decides
from ui.matching_board.pairs.steps_form import Told
from ui.matching_board.pairs.steps_offers import agreement_of, ending_fields

_LOOK = msg("Show what it does to the others")


class RematchStep(MentorStep):
    made = Signal(str)  # the new pair

    def __init__(self, desk: Desk, page: PairPage) -> None:
        self._seen: tuple[Agreement, ParticipationId] | None = None
        self._asked: tuple[Agreement, ParticipationId] | None = None
        first = msg("Nothing is changed until you have seen what it does to the others.")
        super().__init__(desk, page, PairStep.REMATCH, ending_fields(page), _LOOK, first)
        self.edited.connect(self._on_choice)

    def _on_choice(self) -> None:
        self._seen = None
        self.leave_passing()
        self.show_effect(())
        self.name_button(_LOOK)

    def _on_told(self, values: Told) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        asked = (agreement_of(values, new_mentor_wanted=True), chosen.id)
        if self._seen == asked:
            self._do(Consent(who_decides()))
            return
        self._asked = asked
        pair, today = self._page.row.id, self._page.today
        self._desk.work.ask(
            "rematch effect",
            lambda store: rematch_effect(store, pair, asked[0], mentor=asked[1], today=today),
            self._on_effect,
            self._on_refused,
        )

    def _on_effect(self, effect: RematchEffect) -> None:
        chosen = self.choice.current
        if chosen is None or self._asked is None or chosen.id != self._asked[1]:
            return
        self._seen = self._asked
        self.show_effect(tuple(effect_in_words(effect, self._page, chosen.id, chosen.card.name)))
        does = msg("End the pair and match with {mentor}", mentor=chosen.card.name)
        self.name_button(does)
        said = effect.said
        if said is not None and (said.warnings or said.open_criteria):
            self.does.hide()
            open_ones = [each.said() for each in said.open_criteria]
            self.passing.ask(said.warnings, open_ones, does=say(does), by=who_decides())

    def _do(self, consent: Consent) -> None:
        if self._seen is None:
            return
        agreement, mentor = self._seen
        pair, today = self._page.row.id, self._page.today
        self._desk.work.change(
            lambda store: rematch(store, pair, agreement, mentor=mentor, today=today, consent=consent),
            self._on_done,
            self._on_refused,
        )

    def _on_done(self, made: Rematched) -> None:
        self.done.emit()
        if made.new is not None:
            self.made.emit(made.new.pair)

    def _on_refused(self, no: Refused) -> None:
        """A mentor who filled up meanwhile, or a day that cannot be; in the form that is open."""
        if self.passing.isVisible():
            self.passing.refuse(no)
        elif self._seen is None and not no.details:
            self.refuse(no, "on")
        else:
            self.refuse(no)


def effect_in_words(effect: RematchEffect, page: PairPage, mentor: ParticipationId, name: str) -> Iterator[Message]:
    """What is cancelled and made, who has how many mentees then, and who else is touched."""
    yield msg("This is what happens")
    yield nmsg(
        "{count} meeting of {mentee} and {mentor} is cancelled.",
        "{count} meetings of {mentee} and {mentor} are cancelled.",
        len(effect.cancelled),
        mentee=page.row.mentee.name,
        mentor=page.row.mentor.name,
    )
    yield nmsg(
        "{count} meeting is planned for the new pair.",
        "{count} meetings are planned for the new pair.",
        effect.meetings,
    )
    yield msg("The new pair needs a contract of its own. What was printed for the old one stays in its history.")
    for who, called in ((page.mentor, page.row.mentor.name), (mentor, name)):
        if (places := effect.places.get(who)) is not None:
            yield nmsg(
                "{mentor} then has {taken} of {count} mentee.",
                "{mentor} then has {taken} of {count} mentees.",
                places.most,
                mentor=called,
                taken=places.taken,
            )
    if not effect.others:
        yield msg("Nobody else is touched: running pairs stay, and so does the plan for those without a mentor.")
        return
    yield msg("Running pairs stay. In the plan for those without a mentor this changes:")
    for move in effect.others:
        yield move.words
    before, after = len(effect.without_before), len(effect.without_after)
    if before != after:
        yield nmsg(
            "{count} mentee would be without a mentor in that plan; now {before}.",
            "{count} mentees would be without a mentor in that plan; now {before}.",
            after,
            before=before,
        )
