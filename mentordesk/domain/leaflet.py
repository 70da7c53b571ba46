"""What the leaflet of a programme says of mentoring, whatever the programme (R65).

To add a point: a line under its heading with an id of its own that never changes, and its sentence in three
languages; the paper and its test follow. Purposes, goals, values, criteria, figures and days are the programme's
settings.
"""

from __future__ import annotations

from collections.abc import Mapping

from mentordesk.domain.checklists import Point
from mentordesk.domain.pairs import Side
from mentordesk.i18n.message import Message, msg

MENTORING = msg("What mentoring is")
AS_A_MENTEE = msg("For you as a mentee")
AS_A_MENTOR = msg("For you as a mentor")
MATCHING = msg("How two people find each other")
RUNNING = msg("How it works")
TAKING_PART = msg("How to take part")

_MENTEE, _MENTOR = (Side.MENTEE,), (Side.MENTOR,)

MENTORING_IS = (
    Point(
        "mentoring-trust",
        MENTORING,
        msg("Mentoring is a conversation over time between two people who trust each other."),
    ),
    Point(
        "mentoring-mutual",
        MENTORING,
        msg("Both give and both gain: one shares experience and knowledge, the other has goals and wants to grow."),
    ),
    Point(
        "mentoring-not-told",
        MENTORING,
        msg(
            "The mentor does not tell the mentee what is right, but listens, asks and gives feedback, so that the "
            "mentee thinks independently and gets to know themselves better."
        ),
    ),
    Point("mentoring-confidential", MENTORING, msg("What the two say to each other stays between them.")),
)
MENTEES = (
    Point(
        "mentee-somebody",
        AS_A_MENTEE,
        msg("You get an experienced leader to talk to about challenges and dilemmas of everyday leadership."),
        _MENTEE,
    ),
    Point(
        "mentee-steers",
        AS_A_MENTEE,
        msg("You choose the topics, prepare the conversations and keep a logbook of your own."),
        _MENTEE,
    ),
    Point("mentee-grows", AS_A_MENTEE, msg("You grow in your role, towards goals that you set yourself."), _MENTEE),
)
MENTORS = (
    Point("mentor-experience", AS_A_MENTOR, msg("Your experience and knowledge are put to use."), _MENTOR),
    Point(
        "mentor-gains",
        AS_A_MENTOR,
        msg("You learn, too: it is meaningful to see somebody grow, and it gives new impulses and ideas."),
        _MENTOR,
    ),
    Point(
        "mentor-support",
        AS_A_MENTOR,
        msg("You are not alone in the role: you get support, and material or further training when you ask for it."),
        _MENTOR,
    ),
)
FRAME = Point(
    "frame",
    RUNNING,
    msg("We provide the frame: a bank of mentors, documents that help you along, and somebody you can always ask."),
)
MATCHED = (
    Point("matching-independent", MATCHING, msg("A mentor is never somebody on whom the mentee depends.")),
    Point(
        "matching-never", MATCHING, msg("Age, gender and origin never count, and no one is matched against their will.")
    ),
    Point(
        "matching-ending",
        MATCHING,
        msg("If two people do not suit each other, they end it by agreement, and the mentee can have another mentor."),
    ),
)
LEAFLET_POINTS = (*MENTORING_IS, *MENTEES, *MENTORS, FRAME, *MATCHED)

FACTORS: Mapping[str, Message] = {
    "background": msg("professional background"),
    "experience": msg("experience as a leader"),
    "focus": msg("what the mentee wants to develop and the mentor can offer"),
    "personality": msg("personality"),
    "chemistry": msg("chemistry"),
    "other_area": msg("whether the two come from different areas"),
    "wishes": msg("your own wishes"),
    "practical": msg("time, place and language"),
}
"""By the keys of the soft factors, as they stand in a sentence: what is looked at when people are matched (R31)."""
