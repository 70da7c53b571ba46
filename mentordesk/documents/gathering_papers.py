"""Papers of a joint meeting that are handed out: the certificate of each who came, and the feedback form (R53)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Question,
    Questions,
    Said,
    Signature,
    Signatures,
    Table,
    Title,
    Writing,
)
from mentordesk.documents.gathering_lists import Occasion, Times
from mentordesk.domain.feedback import QUESTIONS, SCALE, SCALE_MEANS, STATEMENTS
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import msg

CERTIFICATE_TITLE = msg("Certificate")
FEEDBACK_TITLE = msg("Feedback form")
_BOX = "☐"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateContent:
    """`attended` are the days on which the person was noted as present, at least one."""

    occasion: Occasion
    name: str
    unit: str = ""
    attended: tuple[Times, ...]
    signer: str = ""  # who leads the programme; "" leaves room for a name


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackContent:
    occasion: Occasion


def certificate(content: CertificateContent) -> Document:
    """One page that names the days that were attended, however many the meeting had."""
    occasion = content.occasion
    blocks = tuple(_certified(content))
    return Document(CERTIFICATE_TITLE, (content.name,), occasion.letterhead, occasion.made_on, blocks)


def feedback_form(content: FeedbackContent) -> Document:
    """Without a name: whoever fills it in says what she thinks."""
    occasion = content.occasion
    return Document(FEEDBACK_TITLE, (), occasion.letterhead, occasion.made_on, tuple(_asked(content)))


def _certified(content: CertificateContent) -> Iterator[Block]:
    occasion = content.occasion
    yield Title(CERTIFICATE_TITLE, content.name)
    if content.unit:
        yield Paragraph(content.unit, quiet=True)
    yield Paragraph(
        msg(
            "{name} has taken part in “{meeting}” of {programme}.",
            name=content.name,
            meeting=occasion.title,
            programme=occasion.letterhead.programme,
        )
    )
    yield Heading(msg("Days attended"))
    yield Bullets(tuple(msg("{day}, {times}", day=times.day, times=times.words) for times in content.attended))
    if occasion.place:
        yield Paragraph(msg("Place: {place}", place=occasion.place))
    yield Signatures((Signature(content.signer, ROLE_NAMES[Role.MANAGER]),))


def _asked(content: FeedbackContent) -> Iterator[Block]:
    yield Title(FEEDBACK_TITLE, content.occasion.title)
    yield Paragraph(content.occasion.span, quiet=True)
    yield Paragraph(
        msg("Your answers help make the next meeting better. Write no names, neither your own nor anybody else's.")
    )
    yield Heading(msg("How far do you agree?"))
    yield Paragraph(SCALE_MEANS, quiet=True, leads=True)
    head: tuple[Said, ...] = (msg("Statement"), *map(str, SCALE))
    rows: tuple[tuple[Said, ...], ...] = tuple((statement.text, *(_BOX,) * len(SCALE)) for statement in STATEMENTS)
    yield Table(head, rows, (0.7, *(0.3 / len(SCALE),) * len(SCALE)), named_rows=True)
    yield Heading(msg("In your own words"))
    yield Questions(tuple(Question(question.text, Writing(3)) for question in QUESTIONS))
