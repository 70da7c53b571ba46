"""What whoever came to a joint meeting is asked afterwards (R53): statements on a scale, and open questions.

The ids stand for good: forms that come back are read by them.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.i18n.message import Message, msg


@dataclass(frozen=True, slots=True)
class FeedbackPoint:
    id: str
    text: Message


SCALE = (1, 2, 3, 4, 5)
SCALE_MEANS = msg("1 means “not at all”, 5 means “fully”.")
STATEMENTS: tuple[FeedbackPoint, ...] = (
    FeedbackPoint("worth", msg("The meeting was worth the time I gave it.")),
    FeedbackPoint("useful", msg("I take something with me that I will use at work.")),
    FeedbackPoint("content", msg("The topics fitted what I need as a leader now.")),
    FeedbackPoint("exchange", msg("There was enough room to talk with the others.")),
    FeedbackPoint("practical", msg("Information, place and times were well taken care of.")),
)
QUESTIONS: tuple[FeedbackPoint, ...] = (
    FeedbackPoint("best", msg("What did you get most out of?")),
    FeedbackPoint("change", msg("What should be done differently next time?")),
    FeedbackPoint("missed", msg("What did you miss?")),
)
