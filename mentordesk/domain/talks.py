"""What is noted of a talk between a pair and the programme manager (R64): three questions, and no words.

A challenge becomes an issue of the team's (R4), an experience that both let be used is kept by itself.
"""

from __future__ import annotations

from enum import StrEnum

from mentordesk.domain.pairs import FitValue
from mentordesk.domain.programmes import MeetingSetting, ProgrammeSettings, Timing
from mentordesk.i18n.message import Message, msg, pmsg

PAIR_TALK = "pair_talk"  # the kind of meeting


class TalkGoals(StrEnum):
    """How the goals stand."""

    ON_COURSE = "on_course"
    ADJUSTED = "adjusted"
    NOT_SET = "not_set"
    NOT_DISCUSSED = "not_discussed"


class TalkChallenges(StrEnum):
    NONE = "none"
    FOUND = "found"
    SOLVED = "solved"


TALK_GOALS_NAMES: dict[TalkGoals, Message] = {
    TalkGoals.ON_COURSE: msg("The goals are on course"),
    TalkGoals.ADJUSTED: msg("The goals were adjusted"),
    TalkGoals.NOT_SET: msg("No goals are set yet"),
    TalkGoals.NOT_DISCUSSED: msg("The goals were not discussed"),
}
COLLABORATION_NAMES: dict[FitValue, Message] = {  # how well two fit is another question than how they work together
    FitValue.GOOD: pmsg("collaboration", "It works well"),
    FitValue.DECIDING: pmsg("collaboration", "It is too early to say"),
    FitValue.NOT_GOOD: pmsg("collaboration", "It does not work well"),
}
TALK_CHALLENGES_NAMES: dict[TalkChallenges, Message] = {
    TalkChallenges.NONE: msg("No challenges"),
    TalkChallenges.FOUND: msg("Challenges were found"),
    TalkChallenges.SOLVED: msg("Earlier challenges are solved"),
}


def asked_talk(settings: ProgrammeSettings) -> MeetingSetting | None:
    """None where the programme asks for no talks."""
    each_semester = (each for each in settings.meetings if each.timing is Timing.PAIR_EACH_SEMESTER)
    return next(each_semester, None)
