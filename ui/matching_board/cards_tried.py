"""What weights on trial would do, on the cards: to a mentee, and to each mentor as one mentee's candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentordesk.domain.ids import ParticipationId
from mentordesk.matching.candidates import Question
from mentordesk.matching.forcing import Move
from ui.language import tr
from ui.matching_board.bench_view import Moves
from ui.matching_board.cards import CandidateCard, MenteeCard


def tried_mentees(cards: Sequence[MenteeCard], moves: Moves, question: Question) -> tuple[MenteeCard, ...]:
    """The same cards; those of nobody who would move bear no mark."""
    words = [_of_mentee(moves.get(ParticipationId(card.id)), question) for card in cards]
    return tuple(replace(card, tried=tried) for card, tried in zip(cards, words, strict=True))


def tried_candidates(cards: Sequence[CandidateCard], move: Move | None) -> tuple[CandidateCard, ...]:
    """`move`: the mentee's."""
    return tuple(replace(card, tried=_of_candidate(card.id, move)) for card in cards)


def _of_mentee(move: Move | None, question: Question) -> str:
    if move is None:
        return ""
    if move.after is None:
        return tr("would be without a mentor")
    name = question.mentor(move.after).name
    return tr("would get {mentor}", mentor=name) if move.before is None else tr("would move to {mentor}", mentor=name)


def _of_candidate(mentor: str, move: Move | None) -> str:
    if move is None or mentor not in (move.before, move.after):
        return ""
    return tr("would come into the plan") if mentor == move.after else tr("would leave the plan")
