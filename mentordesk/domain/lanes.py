"""The lanes of a programme's timeline, declared once (R52, ux 5.2): which meetings and deadlines lie in which.

To add one: a line in LANES, its title in three languages. A kind of meeting lies in exactly one lane; a deadline that
no lane names lies in the one of surveys and reports. The pairs' own rows are no lanes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.ids import MeetingId
from mentordesk.domain.meetings import CONVERSATIONS
from mentordesk.i18n.message import Message, Sayable, msg


@dataclass(frozen=True, slots=True)
class LaneKind:
    key: str
    title: Message
    kinds: tuple[str, ...] = ()  # of meetings
    deadlines: tuple[str, ...] = ()  # keys of the templates' entries


@dataclass(frozen=True, slots=True)
class Bar:
    """What lies in a lane from its first to its last day: a meeting, a deadline, or several meetings as one span."""

    first: date
    last: date
    title: Sayable
    meeting: MeetingId | None = None
    deadline: str | None = None
    over: bool = False  # held or done
    conflicts: tuple[Message, ...] = ()

    @property
    def number(self) -> str:
        """Unique in the timeline; "" where several meetings are one bar."""
        return f"d:{self.deadline}" if self.deadline else self.meeting or ""

    @property
    def movable(self) -> bool:
        return bool(self.number) and not self.over


@dataclass(frozen=True, slots=True)
class Lane:
    key: str
    title: Message
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class FreeStretch:
    """Days in a row that are kept free for one reason; week-ends alone are none."""

    first: date
    last: date
    why: Sayable


@dataclass(frozen=True, slots=True)
class WeekCount:
    """The conversations of all pairs in one week."""

    monday: date
    held: int
    planned: int


CONVERSATION_LANE = "conversations"
"""The one that shows how many there are a week, not each of them."""
_ELSE = "surveys"
_ASKED_OR_TOLD = ("survey_before", "survey_mid", "survey_after", "survey_later", "owners_report")
LANES = (
    LaneKind("recruitment", msg("Recruitment"), deadlines=("applications",)),
    LaneKind("selection", msg("Selection"), ("interview",), ("confirmations",)),
    LaneKind("matching", msg("Matching"), deadlines=("contracts",)),
    LaneKind("gatherings", msg("Gatherings"), ("mentor_training", "start_up", "mid_term", "closing")),
    LaneKind("network", msg("Mentor network"), ("mentor_network",)),
    LaneKind("talks", msg("Pair talks"), ("pair_talk",)),
    LaneKind(CONVERSATION_LANE, msg("Conversations"), CONVERSATIONS),
    LaneKind("team", msg("Team meetings"), ("team_planning", "team_follow_up")),
    LaneKind(_ELSE, msg("Surveys and reports"), deadlines=_ASKED_OR_TOLD),
)


def lane_of_kind(kind: str) -> str:
    """Raises KeyError for a key that is no kind of meeting."""
    for lane in LANES:
        if kind in lane.kinds:
            return lane.key
    raise KeyError(kind)


def lane_of_deadline(key: str) -> str:
    """By the key of the template's entry."""
    return next((lane.key for lane in LANES if key in lane.deadlines), _ELSE)
