"""What the forms of this tab ask for: kinds of joint meetings, times of day, and the fields made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from mentordesk.domain.dates import shortened
from mentordesk.domain.fields import Cell, ChoiceField, Choices, DateField, FieldValue, TextField
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, pmsg

_TIME = re.compile(r"(\d{1,2})(?:[.: ]?(\d{2}))?")


class JointKind(StrEnum):
    """The kinds that are no pair's; a pair's meetings are laid out with the pair."""

    MENTOR_TRAINING = "mentor_training"
    START_UP = "start_up"
    MID_TERM = "mid_term"
    CLOSING = "closing"
    MENTOR_NETWORK = "mentor_network"
    TEAM_PLANNING = "team_planning"
    TEAM_FOLLOW_UP = "team_follow_up"
    INTERVIEW = "interview"


@dataclass(frozen=True)
class TimeField(TextField):
    """A time of day; its value is a text such as "09:00"."""

    length: int = 8

    def read(self, cell: Cell, text: str, today: date) -> str:
        found = _TIME.fullmatch(text.strip())
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
        if hour > 23 or minute > 59:
            raise Refused(msg("“{entry}” is not a time of day. Write it as 09:00.", entry=shortened(text)))
        return f"{hour:02}:{minute:02}"


KIND = ChoiceField(
    "kind", msg("Kind"), choices=Choices(tuple((kind, meeting_kind(kind.value).title, "") for kind in JointKind))
)
TITLE = TextField("title", msg("Title"))
DAY = DateField("day", msg("Day"))
FROM = TimeField("from", pmsg("time of day", "From"))
UNTIL = TimeField("until", pmsg("time of day", "To"))
PLACE = TextField("place", msg("Place"))


def time_of(value: FieldValue) -> time:
    """Of a TimeField's value."""
    return time.fromisoformat(str(value))
