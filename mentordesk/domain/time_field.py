"""A time of day as people write it in a form: 9, 9.30, 0930 or 09:30."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from mentordesk.domain.dates import shortened
from mentordesk.domain.fields import Cell, FieldValue, TextField
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg

_CLOCK = re.compile(r"(\d{1,2})(?:[.: ]?(\d{2}))?")


@dataclass(frozen=True)
class TimeField(TextField):
    """Its value is a text such as "09:00"; `time_of` makes a time of it."""

    length: int = 8

    def read(self, cell: Cell, text: str, today: date) -> str:
        found = _CLOCK.fullmatch(text.strip())
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
        if hour > 23 or minute > 59:
            raise Refused(msg("“{entry}” is not a time of day. Write it as 09:00.", entry=shortened(text)))
        return f"{hour:02}:{minute:02}"


def time_of(value: FieldValue) -> time:
    """Of a TimeField's value."""
    return time.fromisoformat(str(value))
