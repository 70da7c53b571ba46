"""The guide to the conversations: a booklet for every pair of a programme (R63). The sheet of a pair that has boxes
to tick is conversation_sheet.py's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Title,
    Together,
)
from mentordesk.documents.papers.parties import Contact
from mentordesk.documents.papers.running import Running, conversation_facts, under_headings
from mentordesk.domain.meeting_guide import PARTS, Part
from mentordesk.i18n.message import Message, msg

MEETING_GUIDE_TITLE = msg("Guide to your conversations")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingGuideContent:
    letterhead: Letterhead
    made_on: date
    running: Running
    coordinator: Contact | None = None


def meeting_guide(content: MeetingGuideContent) -> Document:
    """What holds every time comes first; then what three of the conversations ask for beside it."""
    return Document(MEETING_GUIDE_TITLE, (), content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: MeetingGuideContent) -> Iterator[Block]:
    yield Title(MEETING_GUIDE_TITLE, msg("for mentee and mentor"))
    yield Paragraph(
        msg("The conversations are your own. The guide is there to help, and has no final answers: use what is useful.")
    )
    if facts := tuple(conversation_facts(content.running)):
        yield Facts(facts)
    every, *others = PARTS
    yield from _part(every, msg("This holds for the first, the third and the last conversation, too."))
    for part in others:
        yield Together(tuple(_part(part)))
    if content.coordinator:
        yield Together((Heading(msg("Whom you can ask")), Facts((content.coordinator.fact(),))))


def _part(part: Part, note: Message | None = None) -> Iterator[Block]:
    yield Heading(part.title)
    yield Paragraph(part.why.sentence)
    if note is not None:
        yield Paragraph(note, quiet=True)
    yield from under_headings(part.points, 3)
