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
    Said,
    Signature,
    Signatures,
    Title,
)
from mentordesk.documents.papers.gathering_lists import Occasion, Times
from mentordesk.documents.papers.survey_blocks import questions, statements
from mentordesk.domain.feedback import FEEDBACK, FEEDBACK_FORM
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.domain.surveys import SCALE_MEANS
from mentordesk.i18n.message import msg

CERTIFICATE_TITLE = msg("Certificate")
FEEDBACK_TITLE = msg("Feedback form")


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateContent:
    """`attended` are the days on which the person was noted as present, at least one; `sentence` is the programme's
    own, with name and meeting in it."""

    occasion: Occasion
    name: str
    sentence: Said
    unit: str = ""
    attended: tuple[Times, ...]
    signer: str = ""  # who leads the programme; "" leaves room for a name


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackContent:
    occasion: Occasion
    stamp: Stamp | None = None


def certificate(content: CertificateContent) -> Document:
    """One page that names the days that were attended, however many the meeting had."""
    occasion = content.occasion
    blocks = tuple(_certified(content))
    return Document(CERTIFICATE_TITLE, (content.name,), occasion.letterhead, occasion.made_on, blocks)


def feedback_form(content: FeedbackContent) -> Document:
    """Without a name: whoever fills it in says what she thinks."""
    occasion = content.occasion
    return Document(
        FEEDBACK_TITLE, (), occasion.letterhead, occasion.made_on, tuple(_asked(content)), stamp=content.stamp
    )


def _certified(content: CertificateContent) -> Iterator[Block]:
    occasion = content.occasion
    yield Title(CERTIFICATE_TITLE, content.name)
    if content.unit:
        yield Paragraph(content.unit, quiet=True)
    yield Paragraph(content.sentence)
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
    yield statements(FEEDBACK.statements, FEEDBACK_FORM)
    yield Heading(msg("In your own words"))
    yield questions(FEEDBACK.questions, FEEDBACK_FORM)
