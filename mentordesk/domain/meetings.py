"""Meeting kinds, declared once (R50): default length, who takes part, what is on the agenda.

To add one: a line in KINDS, its sentences in three languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.people import Role
from mentordesk.i18n.message import Message, msg


class MeetingStatus(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Attendance(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"  # without a reason: none is kept


@dataclass(frozen=True, slots=True)
class MeetingKind:
    key: str
    title: Message
    minutes: int  # of one day
    audience: tuple[Role, ...]
    agenda: tuple[Message, ...] = ()
    of_a_pair: bool = False


_PAIR = (Role.MENTEE, Role.MENTOR)
_TEAM = (Role.MANAGER, Role.TEAM)
_EVERY_CONVERSATION = (
    msg("Look back at the last conversation and check in"),
    msg("The topic that the mentee has chosen"),
    msg("Conclusions and next steps"),
    msg("Check out: was it worth the time, and is it worth meeting again?"),
)
KINDS = (
    MeetingKind(
        "conversation_first",
        msg("First conversation"),
        60,
        _PAIR,
        (
            msg("Agree on where and how often you meet"),
            msg("Both tell of their background and experience"),
            msg("Take stock of the mentee's needs"),
            msg("Choose which areas come first"),
            msg("Agree on your ground rules"),
        ),
        of_a_pair=True,
    ),
    MeetingKind("conversation", msg("Conversation"), 60, _PAIR, _EVERY_CONVERSATION, of_a_pair=True),
    MeetingKind(
        "conversation_third",
        msg("Third conversation, with a look at the collaboration"),
        60,
        _PAIR,
        (*_EVERY_CONVERSATION, msg("What has been good so far, and what needs to develop?")),
        of_a_pair=True,
    ),
    MeetingKind(
        "conversation_last",
        msg("Last conversation"),
        60,
        _PAIR,
        (
            msg("Evaluate the collaboration"),
            msg("Both sum up what they have learned"),
            msg("Talk about whether to keep in touch"),
        ),
        of_a_pair=True,
    ),
    MeetingKind("interview", msg("Interview"), 45, (Role.MANAGER,)),
    MeetingKind("mentor_training", msg("Mentor training"), 420, (Role.MENTOR,)),
    MeetingKind("start_up", msg("Start-up meeting"), 420, _PAIR),
    MeetingKind("mid_term", msg("Mid-term meeting"), 420, _PAIR),
    MeetingKind("closing", msg("Closing meeting"), 420, _PAIR),
    MeetingKind("mentor_network", msg("Mentor network"), 420, (Role.MENTOR,)),
    MeetingKind("pair_talk", msg("Pair talk with the programme manager"), 45, (*_PAIR, Role.MANAGER), of_a_pair=True),
    MeetingKind("team_planning", msg("Planning meeting of the team"), 60, _TEAM),
    MeetingKind("team_follow_up", msg("Follow-up meeting of the team"), 60, _TEAM),
)
CONVERSATIONS = ("conversation_first", "conversation", "conversation_third", "conversation_last")


def meeting_kind(key: str) -> MeetingKind:
    """Raises KeyError for a key that is no kind."""
    for kind in KINDS:
        if kind.key == key:
            return kind
    raise KeyError(key)
