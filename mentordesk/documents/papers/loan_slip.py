"""The slip that somebody signs for what was lent: what, which copy, and by when it is back (R66)."""

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
    Said,
    Signature,
    Signatures,
    Slip,
    Table,
    Title,
)
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Sayable, msg, pmsg

LOAN_SLIP_TITLE = msg("Loan slip")
_BLANK_ROWS = 2  # to be filled in by hand


@dataclass(frozen=True, slots=True)
class LentLine:
    title: Sayable
    copy: str = ""
    handed_on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanSlipContent:
    """Without lines it is a slip to fill in by hand."""

    letterhead: Letterhead
    made_on: date
    party: Party
    role: Role
    lines: tuple[LentLine, ...] = ()
    coordinator: Contact | None = None


def loan_slip(content: LoanSlipContent) -> Document:
    """One page; the lower part is cut off and given back when everything is returned."""
    people = (content.party.name,) if content.party.name else ()
    return Document(LOAN_SLIP_TITLE, people, content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: LoanSlipContent) -> Iterator[Block]:
    yield Title(LOAN_SLIP_TITLE, content.party.name)
    coordinator = () if content.coordinator is None else (content.coordinator.fact(),)
    yield Facts((content.party.fact(content.role), *coordinator))
    yield Heading(msg("What is lent"))
    head: tuple[Said, ...] = (msg("Title"), pmsg("of a book", "Copy"), msg("Handed out on"), msg("Back by"))
    lines = tuple((line.title, line.copy, line.handed_on or "", line.due_on or "") for line in content.lines)
    yield Table(head, lines or (("", "", "", ""),) * _BLANK_ROWS, (0.4, 0.16, 0.22, 0.22))
    yield Paragraph(
        msg("I got this, and give it back by the day in the table. What is lost or damaged I tell the coordinator.")
    )
    yield Signatures((Signature(content.party.name, ROLE_NAMES[content.role]),))
    yield Slip(
        (
            Heading(msg("Given back")),
            Paragraph(msg("Everything in the table is back. The signed slip goes to whoever gave it back.")),
            Signatures((Signature("", msg("Received by")),)),
        )
    )
