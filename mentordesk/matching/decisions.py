"""What the coordinator decided of a plan herself: who is locked together, who is kept apart (R33, R34).

The window asks here before it solves, and an action before it writes, so both come to the same. Keeping is an action.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mentordesk.domain.ids import ParticipationId
from mentordesk.matching.candidates import PairKey, Question


@dataclass(frozen=True, slots=True)
class Decisions:
    """A mentee is locked to one mentor at most, and nobody to whom she is kept apart from; each change keeps it so."""

    locked: frozenset[PairKey] = frozenset()
    apart: frozenset[PairKey] = frozenset()

    def lock(self, mentee: ParticipationId, mentor: ParticipationId) -> Decisions:
        """In place of the mentee's older lock; a lock of two who were kept apart brings them together."""
        pair = (mentee, mentor)
        others = frozenset(one for one in self.locked if one[0] != mentee)
        return Decisions(others | {pair}, self.apart - {pair})

    def unlock(self, mentee: ParticipationId, mentor: ParticipationId) -> Decisions:
        return Decisions(self.locked - {(mentee, mentor)}, self.apart)

    def keep_apart(self, mentee: ParticipationId, mentor: ParticipationId) -> Decisions:
        """Takes the lock of the two away."""
        pair = (mentee, mentor)
        return Decisions(self.locked - {pair}, self.apart | {pair})

    def allow_again(self, mentee: ParticipationId, mentor: ParticipationId) -> Decisions:
        return Decisions(self.locked, self.apart - {(mentee, mentor)})

    def as_seated(self, mentor_of: Mapping[ParticipationId, ParticipationId | None]) -> Decisions:
        """Without the locks that a plan could not keep, for one of the two is not in it."""
        held = frozenset(pair for pair in self.locked if mentor_of.get(pair[0]) == pair[1])
        return Decisions(held, self.apart)


def decisions_in(question: Question) -> Decisions:
    return Decisions(question.locked, question.apart)


def deciding(question: Question, decisions: Decisions) -> Question:
    """The same question under other decisions. Where only locks differ, a matrix made for the one serves the other."""
    return replace(question, locked=decisions.locked, apart=decisions.apart)
