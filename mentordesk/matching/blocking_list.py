"""The blocking pairs of a plan by name, the strongest first, and each in words (R33).

Worth knowing and nothing wrong: a plan that is best for all together has some nearly always. Which pairs they are is
worked out in `blocking`, what each side likes in `likings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Listed, Message, msg
from mentordesk.matching.blocking import blocking_pairs
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.levels import Whole
from mentordesk.matching.likings import likings
from mentordesk.matching.scores import Matrix


@dataclass(frozen=True, slots=True)
class BlockingPair:
    """Two who would both rather have each other; a gain is how many points each likes the other more than what the
    plan gives them, the mentor than the mentee they like least. Nobody at all is liked with no points."""

    mentee: ParticipationId
    mentor: ParticipationId
    mentee_gain: float
    mentor_gain: float
    mentee_has: ParticipationId | None
    mentor_has: tuple[ParticipationId, ...]  # empty while a place is free
    rather: Message
    now: Message  # what each has

    @property
    def strength(self) -> float:
        """As much as the one who gains less."""
        return min(self.mentee_gain, self.mentor_gain)

    @property
    def words(self) -> tuple[Message, Message]:
        return self.rather, self.now


def blocking_list(
    question: Question, numbers: Matrix, mentor_of: Mapping[ParticipationId, ParticipationId]
) -> tuple[BlockingPair, ...]:
    """Those of a plan, the strongest first; none of a plan without a pair, for it gives nobody anything.

    Whoever is not in the question any more counts as no mentor.
    """
    seats = np.full(len(question.mentees), -1, dtype=np.int64)
    for mentee, mentor in mentor_of.items():
        if mentee in question.row:
            seats[question.row[mentee]] = question.column.get(mentor, -1)
    if not (seats >= 0).any():
        return ()
    found = tuple(_found(question, numbers, seats))
    return tuple(
        sorted(found, key=lambda one: (-one.strength, -one.mentee_gain - one.mentor_gain, one.mentee, one.mentor))
    )


def _found(question: Question, numbers: Matrix, seats: Whole) -> Iterator[BlockingPair]:
    liked = likings(question, numbers)
    mask = blocking_pairs(liked.of_mentees, liked.of_mentors, numbers.allowed, numbers.capacity, seats)
    for row, column in np.argwhere(mask).tolist():
        mentee, mentor, seat = question.mentees[row], question.mentors[column], int(seats[row])
        own = None if seat < 0 else question.mentors[seat]
        sitting = np.flatnonzero(seats == column)
        has_room = len(sitting) < numbers.capacity[column]
        theirs = () if has_room else tuple(question.mentees[at] for at in sitting.tolist())
        has = 0.0 if own is None else liked.of_mentees[row, seat]
        least = 0.0 if has_room else liked.of_mentors[sitting, column].min()
        yield BlockingPair(
            mentee.id,
            mentor.id,
            round(float(liked.of_mentees[row, column] - has), 2),
            round(float(liked.of_mentors[row, column] - least), 2),
            None if own is None else own.id,
            tuple(one.id for one in theirs),
            msg(
                "{mentee} and {mentor} would both rather have each other than what the plan gives them.",
                mentee=mentee.name,
                mentor=mentor.name,
            ),
            _now(mentee, mentor, own, theirs),
        )


def _now(mentee: Candidate, mentor: Candidate, own: Candidate | None, theirs: tuple[Candidate, ...]) -> Message:
    """`theirs`: the mentor's mentees; none while a place is free."""
    one, other, others = mentee.name, mentor.name, Listed(tuple(each.name for each in theirs))
    if own is None and not theirs:
        return msg("{mentee} has no mentor, and {mentor} has a place free.", mentee=one, mentor=other)
    if own is None:
        return msg("{mentee} has no mentor, and {mentor} has {others}.", mentee=one, mentor=other, others=others)
    if not theirs:
        return msg("{mentee} has {own}, and {mentor} has a place free.", mentee=one, own=own.name, mentor=other)
    return msg("{mentee} has {own}, and {mentor} has {others}.", mentee=one, own=own.name, mentor=other, others=others)
