"""What the forms of this tab ask for: kinds of meetings, and the fields made of them."""

from __future__ import annotations

from enum import StrEnum

from mentordesk.domain.fields import ChoiceField, Choices, DateField, NumberField, TextField
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.time_field import TimeField
from mentordesk.i18n.message import msg, pmsg


class PlannedKind(StrEnum):
    """The kinds that are added by hand; which of a pair's conversations one is, the file knows."""

    CONVERSATION = "conversation"
    PAIR_TALK = "pair_talk"
    MENTOR_TRAINING = "mentor_training"
    START_UP = "start_up"
    MID_TERM = "mid_term"
    CLOSING = "closing"
    MENTOR_NETWORK = "mentor_network"
    TEAM_PLANNING = "team_planning"
    TEAM_FOLLOW_UP = "team_follow_up"
    INTERVIEW = "interview"


KIND = ChoiceField(
    "kind", msg("Kind"), choices=Choices(tuple((kind, meeting_kind(kind.value).title, "") for kind in PlannedKind))
)
PAIR = TextField("pair", msg("Pair"))
TITLE = TextField("title", msg("Title"))
DAY = DateField("day", msg("Day"))
FROM = TimeField("from", pmsg("time of day", "From"))
UNTIL = TimeField("until", pmsg("time of day", "To"))
PLACE = TextField("place", msg("Place"))
WEEKS = NumberField("weeks", msg("Weeks between them"), low=1, high=52)
LAST = DateField("last", msg("Last day"))
