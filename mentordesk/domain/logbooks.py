"""What may be remembered of a conversation (R60), to the letter. The content belongs to the pair.

Without a consent row only `privacy.KEPT_OF_A_CONVERSATION` is kept; a topic or a shared text hangs on a
dated consent of the mentee that can be revoked, and goes with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.privacy import KEPT_OF_A_CONVERSATION
from mentordesk.i18n.message import Message, msg, pmsg


class ConsentItem(StrEnum):
    TOPIC = "topic"
    SUMMARY = "summary"
    CHECK_OUT = "check_out"  # the signal of two values
    GOAL = "goal"
    MEASURE = "measure"  # how the mentee sees that a goal is reached


CONSENT_NAMES: dict[ConsentItem, Message] = {
    ConsentItem.TOPIC: pmsg("shared", "the topic"),
    ConsentItem.SUMMARY: pmsg("shared", "the summary"),
    ConsentItem.CHECK_OUT: pmsg("shared", "the answer at check-out"),
    ConsentItem.GOAL: pmsg("shared", "the words of a goal"),
    ConsentItem.MEASURE: pmsg("shared", "how a goal is measured"),
}
OF_A_CONVERSATION = (ConsentItem.TOPIC, ConsentItem.SUMMARY, ConsentItem.CHECK_OUT)
WHO_SEES_IT = msg("Seen by the coordinator alone, until the mentee takes it back. It is in no list and no report.")
"""Of whatever was shared; said wherever it is written and wherever it is shown."""


@dataclass(frozen=True, slots=True)
class KeptFact:
    """One thing that the coordinator's file holds of every conversation, named as participants read it."""

    column: str
    title: Message


KEPT = (
    KeptFact("held_on", msg("the date of the conversation, and that it was held")),
    KeptFact("minutes", msg("how long it lasted")),
    KeptFact("mode", msg("whether it was digital or in person")),
    KeptFact("place", msg("where it was held")),
    KeptFact("topic_sent", msg("that a topic was sent in advance, not which one")),
    KeptFact("summary_written", msg("that a summary was written, not what it says")),
    KeptFact(
        "worth_meeting_again",
        msg("the mentee's yes or no at check-out on whether it is worth meeting again, if the mentee shares it"),
    ),
)
assert tuple(fact.column for fact in KEPT) == KEPT_OF_A_CONVERSATION
