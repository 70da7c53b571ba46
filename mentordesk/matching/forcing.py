"""What it costs to force a pair that is not in the plan, in words, and who would have to move (R33).

The prices themselves are worked out in `prices`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.candidates import Candidate

_SHOWN = 0.05  # points from which one decimal shows something


@dataclass(frozen=True, slots=True)
class Move:
    """A pair that changes; None is no mentor."""

    mentee: ParticipationId
    before: ParticipationId | None
    after: ParticipationId | None
    words: Message


@dataclass(frozen=True, slots=True)
class Forced:
    """How much worse the whole plan becomes with this pair (below zero: better), and the moves, itself first."""

    mentee: ParticipationId
    mentor: ParticipationId
    score: float
    unmatched: int
    weak: int
    points: float
    moves: tuple[Move, ...]
    floor: float

    @property
    def words(self) -> tuple[Message, ...]:
        """The first level that changes, then how many pairs do."""
        changed = nmsg("{count} pair changes.", "{count} pairs change.", len(self.moves))
        return (self._price(), changed)

    def _price(self) -> Message:
        if self.unmatched > 0:
            return nmsg(
                "{count} more mentee would be without a mentor.",
                "{count} more mentees would be without a mentor.",
                self.unmatched,
            )
        if self.unmatched < 0:
            return nmsg(
                "{count} more mentee would have a mentor.",
                "{count} more mentees would have a mentor.",
                -self.unmatched,
            )
        if self.weak > 0:
            return nmsg(
                "{count} more pair would be under {floor} points.",
                "{count} more pairs would be under {floor} points.",
                self.weak,
                floor=round(self.floor),
            )
        if self.weak < 0:
            return nmsg(
                "{count} pair fewer would be under {floor} points.",
                "{count} pairs fewer would be under {floor} points.",
                -self.weak,
                floor=round(self.floor),
            )
        return _points(self.points)


def _points(points: float) -> Message:
    if points == 0:
        return msg("Costs nothing.")
    if 0 < points < _SHOWN:
        return msg("Costs less than a tenth of a point.")
    if points > 0:
        return msg("Costs {points} points.", points=points)
    if points > -_SHOWN:
        return msg("Gains less than a tenth of a point.")
    return msg("Gains {points} points.", points=-points)


def move(mentee: Candidate, before: Candidate | None, after: Candidate | None) -> Move:
    """A change of one mentee's mentor, with its sentence."""
    old, new = (None if mentor is None else mentor.id for mentor in (before, after))
    return Move(mentee.id, old, new, _moved(mentee, before, after))


def _moved(mentee: Candidate, before: Candidate | None, after: Candidate | None) -> Message:
    if after is None:
        was = before.name if before is not None else ""
        return msg("{mentee} loses {before} and is without a mentor.", mentee=mentee.name, before=was)
    if before is None:
        return msg("{mentee} gets {after}.", mentee=mentee.name, after=after.name)
    return msg("{mentee} moves from {before} to {after}.", mentee=mentee.name, before=before.name, after=after.name)


def moves(
    chain: Sequence[tuple[int, int, int]], mentees: Sequence[Candidate], mentors: Sequence[Candidate]
) -> tuple[Move, ...]:
    """A chain of `Prices` with the people in it."""
    return tuple(
        move(mentees[who], mentors[old] if old >= 0 else None, mentors[new] if new >= 0 else None)
        for who, old, new in chain
    )
