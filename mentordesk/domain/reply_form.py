"""The reply sheet in which mentees tell that they met (R60, R61): its columns are all that may be told in it.

A column that is none of these has the whole sheet refused, so that a pasted logbook cannot slip in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.fields import (
    ChoiceField,
    Choices,
    DateField,
    Field,
    NameField,
    NumberField,
    TextField,
    YesNoField,
)
from mentordesk.domain.privacy import TOPIC_LENGTH
from mentordesk.domain.programmes import MODE_NAMES, Mode
from mentordesk.i18n.message import msg

MENTEE = NameField("mentee", msg("Mentee"))
HELD_ON = DateField("held_on", msg("Date"))
MINUTES = NumberField("minutes", msg("Length in minutes"), low=1, high=1440)
MODE = ChoiceField("mode", msg("Form"), choices=Choices(tuple((mode, name, "") for mode, name in MODE_NAMES.items())))
TOPIC_SENT = YesNoField("topic_sent", msg("Topic sent in advance"))
SUMMARY_WRITTEN = YesNoField("summary_written", msg("Summary written"))
TOPIC = TextField("topic", msg("Topic, if the mentee shares it"), length=TOPIC_LENGTH)
REPLY_FIELDS: tuple[Field, ...] = (MENTEE, HELD_ON, MINUTES, MODE, TOPIC_SENT, SUMMARY_WRITTEN, TOPIC)
"""In the order of the sheet."""


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """One conversation as the sheet tells it."""

    number: int  # of the row in the file
    mentee: str
    held_on: date
    minutes: int | None
    mode: Mode | None
    topic_sent: bool
    summary_written: bool
    topic: str  # "" where the mentee shares none
