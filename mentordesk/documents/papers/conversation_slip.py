"""The slip on a pair's conversations, the one page that is sent to the coordinator instead of the logbook (R60)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Columns,
    Document,
    Entries,
    Entry,
    EntryTable,
    Facts,
    Heading,
    Letterhead,
    OneAnswer,
    Paragraph,
    Title,
    Together,
)
from mentordesk.documents.papers.kept_table import HEAD, NUMBER, kept_cells, row_field
from mentordesk.documents.papers.parties import Contact, Party, pair_paper
from mentordesk.domain.conversation_slip import CONVERSATION_SLIP, MOST_ROWS, SHARED_FIELDS, SHARED_ON, SLIP_PROMISE
from mentordesk.domain.form_answers import SIGNATURE
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.logbook_pages import WHOSE_IT_IS
from mentordesk.domain.people import Role
from mentordesk.i18n.message import msg

SLIP_TITLE = msg("Conversation slip")
_TOPIC, _SHARE_TOPIC, _, _SHARE_CHECK_OUT = (field.label for field in SHARED_FIELDS)
_SHARED_HEAD = (
    _TOPIC,
    _SHARE_TOPIC,
    msg("Worth meeting again: yes"),
    msg("Worth meeting again: no"),
    _SHARE_CHECK_OUT,
)
_KEPT_SHARES = (0.035, 0.085, 0.065, 0.065, 0.06, 0.115, 0.07, 0.095)
_SHARES = (*_KEPT_SHARES, 0.15, 0.06, 0.07, 0.07, 0.06)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationSlipContent:
    """The pair, and to whom the slip is sent."""

    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date
    coordinator: Contact | None = None
    stamp: Stamp | None = None


def conversation_slip(content: ConversationSlipContent) -> Document:
    """The slip as blocks, one broad page."""
    return replace(pair_paper(SLIP_TITLE, content, _blocks(content), content.stamp), landscape=True)


def _blocks(content: ConversationSlipContent) -> Iterator[Block]:
    mentee, mentor = content.mentee.name, content.mentor.name
    named = msg("for {mentee} and {mentor}", mentee=mentee, mentor=mentor) if mentee and mentor else ""
    yield Title(SLIP_TITLE, named)
    pair = () if named else (content.mentee.fact(Role.MENTEE), content.mentor.fact(Role.MENTOR))
    to = (content.coordinator.fact(),) if content.coordinator else ()
    promise = Heading(WHOSE_IT_IS), Bullets(tuple(point.sentence for point in SLIP_PROMISE))
    if facts := (*pair, *to):
        yield Columns(promise, (Facts(facts),))
    else:
        yield from promise
    yield Together(tuple(_conversations()))


def _conversations() -> Iterator[Block]:
    yield Heading(msg("Our conversations"))
    yield Paragraph(
        msg(
            "The last five columns are for the mentee, and only if she or he wants to share. What is not ticked there "
            "is not read."
        ),
        leads=True,
    )
    head = (NUMBER, *HEAD, *_SHARED_HEAD)
    yield EntryTable(head, tuple(_row(number) for number in range(1, MOST_ROWS + 1)), _SHARES, named_rows=True)
    yield Entries((Entry(SHARED_ON), Entry(SIGNATURE, label=msg("The mentee’s signature"))), across=2)


def _row(number: int) -> tuple[str | Entry | OneAnswer, ...]:
    topic, share_topic, worth, share_check_out = (row_field(CONVERSATION_SLIP, number, each) for each in SHARED_FIELDS)
    return (
        str(number),
        *kept_cells(CONVERSATION_SLIP, number),
        Entry(topic),
        Entry(share_topic),
        *(OneAnswer(worth, option.key) for option in worth.options),
        Entry(share_check_out),
    )
