"""Meeting kinds, declared once (R50): default length, who takes part, agenda, papers, whether attendance is taken.

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


class InviteAnswer(StrEnum):
    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class MeetingKind:
    key: str
    title: Message
    minutes: int  # of one day
    audience: tuple[Role, ...]
    agenda: tuple[Message, ...] = ()
    of_a_pair: bool = False
    papers: tuple[str, ...] = ()  # keys of the DocumentKinds that are printed for it
    attendance: bool = False  # by person and day (R54)
    kit: bool = False  # its papers are one print job (R53)
    script: str = ""  # the key of its script (R63); "": it has none
    what_for: Message | None = None  # as the invitation says it, where the name does not say it all


_PAIR = (Role.MENTEE, Role.MENTOR)
_TEAM = (Role.MANAGER, Role.TEAM)
_CONVERSATION_PAPERS = ("conversation-sheet",)
_GATHERING_PAPERS = (
    "gathering-programme",
    "gathering-invitation",
    "participant-list",
    "badges",
    "attendance-sheet",
    "group-list",
    "feedback-form",
    "certificate",
    "follow-up-list",
)
_MENTORS_PAPERS = (
    "gathering-programme",
    "gathering-invitation",
    "participant-list",
    "attendance-sheet",
    "feedback-form",
    "follow-up-list",
)
_EVERY_CONVERSATION = (
    msg("Look back at the last conversation and check in"),
    msg("The topic that the mentee has chosen"),
    msg("Conclusions and next steps"),
    msg("Check out: was it worth the time, and is it worth meeting again?"),
)


_WELCOME = msg("Welcome, and the aims of the day")
_SUMMING_UP = msg("Summing up, and feedback on the day")


def _gathering(
    key: str,
    title: Message,
    audience: tuple[Role, ...],
    papers: tuple[str, ...],
    *agenda: Message,
    what_for: Message | None = None,
) -> MeetingKind:
    return MeetingKind(key, title, 420, audience, agenda, papers=papers, attendance=True, kit=True, what_for=what_for)


KINDS = (
    MeetingKind(
        "conversation_first",
        msg("First conversation"),
        60,
        _PAIR,
        (
            msg("Agree on where and how often you meet"),
            msg("Both describe their background and experience"),
            msg("Take stock of the mentee's needs"),
            msg("Choose which areas come first"),
            msg("Agree on your ground rules"),
        ),
        of_a_pair=True,
        papers=("first-meeting-checklist", *_CONVERSATION_PAPERS),
        script="first",
    ),
    MeetingKind(
        "conversation",
        msg("Conversation"),
        60,
        _PAIR,
        _EVERY_CONVERSATION,
        of_a_pair=True,
        papers=_CONVERSATION_PAPERS,
        script="every",
    ),
    MeetingKind(
        "conversation_third",
        msg("Third conversation, with a look at the collaboration"),
        60,
        _PAIR,
        (*_EVERY_CONVERSATION, msg("What has been good so far, and what needs to develop?")),
        of_a_pair=True,
        papers=_CONVERSATION_PAPERS,
        script="third",
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
        papers=_CONVERSATION_PAPERS,
        script="last",
    ),
    MeetingKind("interview", msg("Interview"), 45, (Role.MANAGER,)),
    _gathering(
        "mentor_training",
        msg("Mentor training"),
        (Role.MENTOR,),
        _MENTORS_PAPERS,
        _WELCOME,
        msg("What a mentor does, and what a mentor leaves to others"),
        msg("Listening, asking and giving feedback: practice in threes"),
        msg("Confidentiality, and where it ends"),
        msg("What mentors and programme expect of each other"),
        _SUMMING_UP,
        what_for=msg(
            "Before the conversations begin, we go through what the role of a mentor asks, and what we expect of each "
            "other."
        ),
    ),
    _gathering(
        "start_up",
        msg("Start-up meeting"),
        _PAIR,
        _GATHERING_PAPERS,
        msg("Welcome, and the aims of the programme"),
        msg("Getting to know each other"),
        msg("Mentor and mentee: who does what"),
        msg("Confidentiality and ground rules"),
        msg("To lead others: lecture and talk"),
        msg("The pairs meet: the first conversation"),
        msg("Goals, logbook and the months ahead"),
        _SUMMING_UP,
    ),
    _gathering(
        "mid_term",
        msg("Mid-term meeting"),
        _PAIR,
        _GATHERING_PAPERS,
        _WELCOME,
        msg("Half-way: what has worked, and what has not"),
        msg("To lead others: lecture and talk"),
        msg("Mentees and mentors by themselves: experiences in groups"),
        msg("The pairs look at their goals"),
        _SUMMING_UP,
    ),
    _gathering(
        "closing",
        msg("Closing meeting"),
        _PAIR,
        _GATHERING_PAPERS,
        _WELCOME,
        msg("What we have learned: experiences in groups"),
        msg("To lead others: lecture and talk"),
        msg("The pairs sum up and look ahead"),
        msg("Evaluation of the programme"),
        msg("Certificates and farewell"),
    ),
    _gathering(
        "mentor_network",
        msg("Mentor network"),
        (Role.MENTOR,),
        _MENTORS_PAPERS,
        _WELCOME,
        msg("Experiences since the last time, without names"),
        msg("A topic in depth"),
        _SUMMING_UP,
        what_for=msg(
            "The mentors meet to share experiences without names, to go deeper into a topic of their role, and to "
            "support each other."
        ),
    ),
    MeetingKind(
        "pair_talk",
        msg("Pair talk with the programme manager"),
        45,
        (*_PAIR, Role.MANAGER),
        of_a_pair=True,
        papers=("talk-sheet",),
    ),
    MeetingKind(
        "team_planning",
        msg("Planning meeting of the team"),
        60,
        _TEAM,
        (msg("Dates and places"), msg("Who does what"), msg("What must be ready by the next meeting")),
        papers=("team-agenda",),
    ),
    MeetingKind(
        "team_follow_up",
        msg("Follow-up meeting of the team"),
        60,
        _TEAM,
        (msg("Tasks since the last time"), msg("How the pairs are doing"), msg("Open issues and next steps")),
        papers=("team-agenda",),
    ),
)
CONVERSATIONS = ("conversation_first", "conversation", "conversation_third", "conversation_last")


def meeting_kind(key: str) -> MeetingKind:
    """Raises KeyError for a key that is no kind."""
    for kind in KINDS:
        if kind.key == key:
            return kind
    raise KeyError(key)
