"""What stands in place of the bench where there is nobody to match, or more than can be weighed at once."""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.queries.board import Board
from ui.language import spoken, tr
from ui.matching_board.standing_by import who_is_missing

MOST = 1_000_000  # pairs: a thousand mentees and a thousand mentors, far more than one programme ever had


@dataclass(frozen=True, slots=True)
class Lesson:
    heading: str
    text: str


def lesson_before(found: Board) -> Lesson | None:
    """None where there is a bench to lay out."""
    mentees, mentors = found.question.shape
    if not found.pairs and not (mentees and mentors):
        return Lesson(
            who_is_missing(found),
            tr(
                "Matching compares what mentees need with what mentors offer. Take in both under Participants; "
                "what the interviews say feeds the score."
            ),
        )
    if mentees * mentors > MOST:
        return Lesson(
            tr("Too many to weigh at once"),
            tr(
                "{mentees} mentees and {mentors} mentors wait for a match. Set those who don't take part in this "
                "round to declined or withdrawn, or make a programme for each round.",
                mentees=spoken().number(mentees),
                mentors=spoken().number(mentors),
            ),
        )
    return None
