"""The first-meeting checklist: what two people ask each other before they begin, and what they then decide (R66b).

To add a point: a line under its heading with an id of its own that never changes, and its sentence in three
languages; the paper and its test follow. The wording is ours, the order that of the programmes.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.domain.pairs import Side
from mentordesk.i18n.message import Message, msg

BOTH = (Side.MENTEE, Side.MENTOR)


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence on a paper for participants; `asks` are those who have something to answer or to do."""

    id: str
    heading: Message
    sentence: Message
    asks: tuple[Side, ...] = BOTH


BACKGROUND = msg("Background")
OUR_ROLES = msg("Our roles")
HOW_WE_MEET = msg("How we meet, and our contract")

FIRST_MEETING = (
    Point("life", BACKGROUND, msg("Who are you? Describe your background, and what fills your life today.")),
    Point(
        "working-life",
        BACKGROUND,
        msg("What is your working day like: the tasks, the people, what is yours to decide?"),
    ),
    Point("strengths", BACKGROUND, msg("What are you good at, and where would you like to grow?")),
    Point("values", BACKGROUND, msg("Which values mean most to you, at work and otherwise?")),
    Point("direction", BACKGROUND, msg("Where do you stand now as a leader, and where do you want to go?")),
    Point("mentee-hopes", OUR_ROLES, msg("To the mentee: what do you hope your mentor can give you?"), (Side.MENTEE,)),
    Point("mentor-gives", OUR_ROLES, msg("To the mentor: what would you like to give your mentee?"), (Side.MENTOR,)),
    Point("contributions", OUR_ROLES, msg("What can each of you bring to the conversations?")),
    Point(
        "ground-rules",
        HOW_WE_MEET,
        msg("Agree on your ground rules, such as confidentiality, and write them into the contract."),
    ),
)
QUESTIONS = FIRST_MEETING[:-1]
GROUND_RULES_ITEM = FIRST_MEETING[-1]

DECISIONS = msg("What you decide at the first meeting")

FIRST_MEETING_DECISIONS = (
    Point("decide-background", DECISIONS, msg("We have told each other about our background and experience.")),
    Point("decide-meetings", DECISIONS, msg("We have decided where and how often we meet.")),
    Point("decide-needs", DECISIONS, msg("We have taken stock of what the mentee needs.")),
    Point("decide-areas", DECISIONS, msg("We have chosen the areas that come first.")),
)
