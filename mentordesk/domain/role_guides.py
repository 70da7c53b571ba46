"""What the guides for mentees and mentors say (R65): the mentee steers; the mentor listens and does not tell what is
right.

To add a point: a line under its heading with an id of its own that never changes, and its sentence in three
languages; the paper and its test follow. Figures, days and criteria are not here: they come with each programme.
"""

from __future__ import annotations

from dataclasses import replace

from mentordesk.domain.checklists import Point
from mentordesk.domain.logbook_pages import PROMISE
from mentordesk.domain.pairs import Side
from mentordesk.i18n.message import Message, msg

EXPECT = msg("What you can expect")
STEER = msg("You steer the conversations")
SEE_TO = msg("Your part")
BRING = msg("What you bring")
HELP = msg("How you help")
GAIN = msg("What you gain")
AT_FIRST = msg("Before the first conversation")
BETWEEN_YOU = msg("What stays between you")
IF_YOU_NEED = msg("If you need something")

_MENTEE, _MENTOR = (Side.MENTEE,), (Side.MENTOR,)


def _mentee(id_: str, heading: Message, sentence: Message) -> Point:
    return Point(f"mentee-{id_}", heading, sentence, _MENTEE)


def _mentor(id_: str, heading: Message, sentence: Message) -> Point:
    return Point(f"mentor-{id_}", heading, sentence, _MENTOR)


_KEPT = (
    Point("logbook-own", BETWEEN_YOU, msg("The logbook is the mentee’s. Nobody can ask to see it.")),
    Point(
        "kept-of-you",
        BETWEEN_YOU,
        msg(
            "The coordinator notes only that you met: date, length, form and place, and whether a topic was sent "
            "and a summary written."
        ),
    ),
    *(replace(point, heading=BETWEEN_YOU) for point in PROMISE if point.id == "sharing-is-a-choice"),
)
_IN_CONFIDENCE = Point(
    "in-confidence",
    BETWEEN_YOU,
    msg("What you say to each other stays between you. You agree on ground rules for it at the first meeting."),
)
_CHECKLIST = Point("reads-checklist", AT_FIRST, msg("Read the checklist for the first meeting."))
_TURN_TO = Point("turn-to", IF_YOU_NEED, msg("Questions, big or small, are welcome: ask the coordinator."))

MENTEE_GUIDE = (
    _mentee(
        "gets-mentor", EXPECT, msg("An experienced mentor, who sets time aside and wants to see you grow as a leader.")
    ),
    _mentee(
        "reflects",
        EXPECT,
        msg("Somebody to think aloud with about challenges and dilemmas in everyday leadership."),
    ),
    _mentee(
        "is-not-told",
        EXPECT,
        msg("Questions, honest and generous feedback and somebody else’s experience, but no ready-made answers."),
    ),
    _mentee(
        "independent",
        EXPECT,
        msg("A mentor on whom you do not depend: neither your own manager nor anybody else who decides over you."),
    ),
    _mentee("wants-to-grow", STEER, msg("It begins with your own wish to develop.")),
    _mentee(
        "steers",
        STEER,
        msg(
            "You decide what the conversations are about: what is pressing now, and where you want to be in the long "
            "run."
        ),
    ),
    _mentee("difficult", STEER, msg("Bring what is difficult, too. That is often where a conversation helps most.")),
    _mentee("goals", STEER, msg("Set yourself a few goals, and look at them with your mentor along the way.")),
    _mentee(
        "respect",
        STEER,
        msg("You meet with respect, as equals: one has years of leading, the other has plans for what is to come."),
    ),
    _mentee("agrees-time", SEE_TO, msg("Arrange when you will meet, well ahead.")),
    _mentee("sends-topic", SEE_TO, msg("Choose the topic, and send it to your mentor in advance.")),
    _mentee("prepared", SEE_TO, msg("Come prepared, and keep to time.")),
    _mentee("writes", SEE_TO, msg("Write a short summary afterwards, and keep your logbook.")),
    _mentee("tries", SEE_TO, msg("Try out what you decided on, and tell your mentor how it went.")),
    _IN_CONFIDENCE,
    *_KEPT,
    _CHECKLIST,
    _mentee("first-topics", AT_FIRST, msg("Note what you want support with, and what you want to talk about first.")),
    _mentee("first-time", AT_FIRST, msg("Agree with your manager on when you can have the conversations.")),
    _TURN_TO,
    _mentee(
        "ending",
        IF_YOU_NEED,
        msg(
            "If the two of you do not suit each other, say so early. You then end it by agreement, nobody is to blame, "
            "and you can have another mentor."
        ),
    ),
    _mentee("material", IF_YOU_NEED, msg("You can ask for material or training on mentoring at any time.")),
)
MENTOR_GUIDE = (
    _mentor("experienced", BRING, msg("You have led for a long time, and want to help somebody else along.")),
    _mentor(
        "sounding-board",
        BRING,
        msg("Your experience is there to test ideas on: you advise and coach, and leave the steering to your mentee."),
    ),
    _mentor(
        "trust",
        BRING,
        msg("You inspire trust, you are credible, and you have an eye for what helps others learn."),
    ),
    _mentor(
        "independent",
        BRING,
        msg(
            "Neither of you depends on the other: you do not decide over your mentee. If that changes, tell the "
            "coordinator straight away."
        ),
    ),
    _mentor("listens", HELP, msg("Listen more than you speak, and ask so that your mentee can think further.")),
    _mentor("reflects", HELP, msg("Reflect together: what happened, what does it mean, and what may come of it?")),
    _mentor("feedback", HELP, msg("Be generous and honest with feedback. Say, too, what you see that works.")),
    _mentor(
        "does-not-tell",
        HELP,
        msg("Do not tell your mentee what is right. The answer that they find themselves is the one that lasts."),
    ),
    _mentor(
        "own-learning",
        HELP,
        msg("Support your mentee in learning independently, and in getting to know themselves as a leader."),
    ),
    _mentor("time", SEE_TO, msg("Set time aside, keep to what you agree, and begin and finish on time.")),
    _mentor("prepared", SEE_TO, msg("Read the topic that your mentee sends, and come prepared.")),
    _mentor("learning", GAIN, msg("You learn, too, and see your own leadership with new eyes.")),
    _mentor("meaning", GAIN, msg("It is meaningful to see somebody grow, and to see your experience put to use.")),
    _mentor("impulses", GAIN, msg("You get new impulses and ideas from somebody who sees things from another place.")),
    _IN_CONFIDENCE,
    *_KEPT,
    _CHECKLIST,
    _mentor(
        "first-gives", AT_FIRST, msg("Think about what you would like to give your mentee, and what you hope for.")
    ),
    _mentor(
        "first-time", AT_FIRST, msg("See to it that you have the time: agree on it with your workplace, if need be.")
    ),
    _TURN_TO,
    _mentor(
        "ending",
        IF_YOU_NEED,
        msg(
            "If the two of you do not suit each other, say so early. You then end it by agreement, nobody is to blame, "
            "and the mentee can have another mentor."
        ),
    ),
    _mentor(
        "material",
        IF_YOU_NEED,
        msg("Whether you are new as a mentor or want support along the way: ask for material or further training."),
    ),
)

# What only some programmes have, as their settings say.
TRAINING = _mentor(
    "training",
    SEE_TO,
    msg("Take part in the mentor training. There we make clear what we expect of each other."),
)
BOOK = _mentor("book", IF_YOU_NEED, msg("You are given a book on mentoring."))
NETWORK = _mentor(
    "network", SEE_TO, msg("Come to the mentor network, where mentors share experiences and support each other.")
)
PAIR_TALKS = Point(
    "pair-talks",
    SEE_TO,
    msg("Once a semester you both talk with the programme manager: about the goals, and how you work together."),
)
