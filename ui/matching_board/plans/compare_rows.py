"""A comparison of plans with all mentees, those alike too; made beside the window, from plans read at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message
from mentordesk.matching.scores import Matrix, matrix
from mentordesk.queries.comparison import Comparison, KeptPlan, SeatCompared, compare
from mentordesk.queries.comparison_in_words import in_words
from ui.language import spoken, tr

NOBODY = SeatCompared(None, "", None)


@dataclass(frozen=True, slots=True)
class MenteeCompared:
    """A seat for each plan; `differs` where they are not all with the same mentor."""

    mentee: ParticipationId
    name: str
    seats: tuple[SeatCompared, ...]
    differs: bool

    def text(self, plan: int) -> str:
        """With whom she is in that plan, and the points."""
        seat = self.seats[plan]
        if seat.mentor is None or seat.score is None:
            return tr("nobody")
        return tr("{mentor} · {points}", mentor=seat.name, points=round(seat.score))

    def tone(self, plan: int) -> str | None:
        """A mark where it is not as in the first plan."""
        seat = self.seats[plan]
        if seat.mentor is None:
            return "warn"
        return "accent" if seat.mentor != self.seats[0].mentor else None


@dataclass(frozen=True, slots=True)
class Compared:
    comparison: Comparison
    words: tuple[Message, ...]
    mentees: tuple[MenteeCompared, ...]  # by name

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(plan.name for plan in self.comparison.plans)

    @property
    def differing(self) -> tuple[MenteeCompared, ...]:
        return tuple(row for row in self.mentees if row.differs)


def compare_all(plans: Sequence[KeptPlan]) -> Compared:
    found = compare(plans)
    differing = {row.mentee: row.seats for row in found.differing}
    numbers = [matrix(plan.question) for plan in plans]
    rows = [
        MenteeCompared(
            mentee.id,
            mentee.name,
            differing[mentee.id] if mentee.id in differing else _alike(plans, numbers, mentee.id),
            mentee.id in differing,
        )
        for mentee in plans[0].question.mentees
    ]
    rows.sort(key=lambda row: spoken().sort_key(row.name))
    return Compared(found, in_words(found), tuple(rows))


def _alike(plans: Sequence[KeptPlan], numbers: Sequence[Matrix], mentee: ParticipationId) -> tuple[SeatCompared, ...]:
    """The same mentor in all, with the points of each plan's own weights."""
    return tuple(_seat(plan, planes, mentee) for plan, planes in zip(plans, numbers, strict=True))


def _seat(plan: KeptPlan, numbers: Matrix, mentee: ParticipationId) -> SeatCompared:
    mentor_of: Mapping[ParticipationId, ParticipationId] = plan.mentor_of
    if mentee not in mentor_of:
        return NOBODY
    mentor, question = mentor_of[mentee], plan.question
    score = float(numbers.scores[question.row[mentee], question.column[mentor]])
    return SeatCompared(mentor, question.mentor(mentor).name, score)
