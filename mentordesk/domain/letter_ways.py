"""How a letter left the program (R80); it sends none itself, so the day of sending is ticked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from mentordesk.i18n.message import Message, msg


class LetterWay(StrEnum):
    DRAFT = "draft"  # an .eml file that the mail program sends
    PAPER = "paper"
    COPIED = "copied"  # to the clipboard
    MAILTO = "mailto"


LETTER_WAY_NAMES: Mapping[LetterWay, Message] = {
    LetterWay.DRAFT: msg("as a draft"),
    LetterWay.PAPER: msg("on paper"),
    LetterWay.COPIED: msg("copied"),
    LetterWay.MAILTO: msg("in the mail program"),
}
