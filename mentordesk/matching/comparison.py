"""What changed from one plan to another, mentee by mentee, so that a board can mark it. Prices are in `prices`."""

from __future__ import annotations

from mentordesk.domain.ids import ParticipationId
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.forcing import Move, move
from mentordesk.matching.scenario import MentorOf


def changes(question: Question, before: MentorOf, after: MentorOf) -> tuple[Move, ...]:
    """A move for each mentee of the question whose mentor differs, in their order.

    A mentor who is no longer in the question counts as none.
    """
    found: list[Move] = []
    for mentee in question.mentees:
        old, new = (_mentor(question, plan, mentee.id) for plan in (before, after))
        if (old and old.id) != (new and new.id):
            found.append(move(mentee, old, new))
    return tuple(found)


def _mentor(question: Question, plan: MentorOf, mentee: ParticipationId) -> Candidate | None:
    mentor = plan.get(mentee)
    return question.mentor(mentor) if mentor is not None and mentor in question.column else None
