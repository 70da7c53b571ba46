"""An expected "no": a sentence that says what is wrong and what to do. Anything else that is raised is a fault."""

from __future__ import annotations

from mentordesk.i18n.message import Message, Sayable


class Refused(Exception):
    """What was asked for cannot be done; nothing was changed (design D17)."""

    def __init__(self, message: Message, *details: Sayable) -> None:
        super().__init__(message.text)
        self.message = message
        self.details = details  # further lines, such as all that stands in the way of an approval


class UnusableInput(Refused):
    """A file is not what it must be: not a MentorDesk file, damaged, newer, not a spreadsheet."""


class Unprintable(Refused):
    """One paper holds a letter that the typeface lacks; the others can still be printed."""


class FileInUse(Refused):
    """Another process holds the file."""


class NotYet(Refused):
    """Something must be answered first; what it is stands in the details."""
