"""Whom the coordinator compares for one mentee: up to three mentors she chose, or the first three of the list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentordesk.domain.ids import ParticipationId
from ui.matching_board.bench import Bench
from ui.matching_board.cards import Place, candidate_cards
from ui.matching_board.why import Why, why

MOST = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """Without `mentors` nobody was chosen yet: then her own and those who come next are compared."""

    mentee: ParticipationId
    mentors: tuple[ParticipationId, ...] = ()

    def adding(self, mentee: ParticipationId, mentor: ParticipationId) -> Choice:
        """Another mentee begins anew; a fourth mentor takes the place of the one who was added first."""
        if mentee != self.mentee:
            return Choice(mentee, (mentor,))
        others = tuple(one for one in self.mentors if one != mentor)
        return replace(self, mentors=(*others, mentor)[-MOST:])

    def without(self, mentor: ParticipationId) -> Choice:
        return replace(self, mentors=tuple(one for one in self.mentors if one != mentor))


@dataclass(frozen=True, slots=True)
class Compared:
    """`chosen`: by the coordinator, not by the plan."""

    choice: Choice
    mentee_name: str
    chosen: bool
    whys: tuple[Why, ...]


def compared(bench: Bench, choice: Choice) -> Compared:
    """Those who have left meanwhile are passed over. Raises KeyError if the mentee has."""
    there = tuple(one for one in choice.mentors if one in bench.question.column)
    mentors = there or _first(bench, choice.mentee)
    whys = tuple(why(bench, choice.mentee, mentor) for mentor in mentors)
    return Compared(replace(choice, mentors=there), bench.question.mentee(choice.mentee).name, bool(there), whys)


def _first(bench: Bench, mentee: ParticipationId) -> tuple[ParticipationId, ...]:
    """In whole-plan terms, as the list of candidates has them."""
    cards = candidate_cards(bench, mentee)
    return tuple(ParticipationId(card.id) for card in cards if card.place is not Place.IMPOSSIBLE)[:MOST]
