"""Information on personal data for whoever takes part (GDPR 13, 14): what is kept, why, who sees it, and rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Said,
    Table,
    Title,
    Together,
)
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.logbooks import KEPT
from mentordesk.domain.personal_data import (
    AT_HOME,
    CONSENT,
    LEGAL_BASIS,
    NEVER_KEPT,
    NO_MACHINE,
    OPEN,
    RESEARCH,
    RIGHTS,
    SOURCES,
    WHO_SEES,
    DataGroup,
)
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.privacy_notice import PrivacyNotice
from mentordesk.i18n.message import Sayable, msg, nmsg

PERSONAL_DATA_TITLE = msg("Information on personal data")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDataContent:
    """`groups` with the highest class that a column of theirs is of; `ask` is the programme's own sentence on whom."""

    letterhead: Letterhead
    made_on: date
    notice: PrivacyNotice
    legal_form: LegalForm
    groups: tuple[tuple[DataGroup, PrivacyClass], ...]
    ends_on: date
    authority: Sayable
    ask: Sayable | str = ""


def personal_data(content: PersonalDataContent) -> Document:
    """For everybody who applies or takes part, so nobody is named in it."""
    return Document(PERSONAL_DATA_TITLE, (), content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: PersonalDataContent) -> Iterator[Block]:
    yield Title(PERSONAL_DATA_TITLE, content.letterhead.programme)
    yield Paragraph(
        msg("Whoever applies to the programme or takes part in it can read here what is kept of them, and why.")
    )
    facts = tuple(_responsible(content))
    if facts:
        yield Together((Heading(msg("Who answers for them")), Facts(facts)))
    yield Together((Heading(msg("On what ground")), Paragraph(LEGAL_BASIS[content.legal_form]), Paragraph(CONSENT)))
    yield Heading(msg("What is kept, and who sees it"))
    yield Paragraph(OPEN, leads=True)
    head: tuple[Said, ...] = (msg("What"), msg("In detail"), msg("For what"))
    for seen, sentence in WHO_SEES.items():
        rows = tuple((group.title, group.what, group.why) for group, highest in content.groups if highest is seen)
        if rows:
            yield Heading(sentence, level=3)
            yield Table(head, rows, (0.19, 0.49, 0.32), named_rows=True)
    yield Heading(msg("What is kept of a conversation"))
    yield Paragraph(NEVER_KEPT, leads=True)
    yield Bullets(tuple(fact.title for fact in KEPT))
    yield from _section(msg("Where it comes from"), Bullets(SOURCES))
    yield from _section(msg("Where it lies, and who decides"), Paragraph(AT_HOME), Paragraph(NO_MACHINE))
    yield from _section(msg("For how long"), *_how_long(content))
    yield from _section(msg("What you can ask for"), Bullets(RIGHTS), *_whom(content))
    yield from _section(msg("Research"), Paragraph(RESEARCH))


def _responsible(content: PersonalDataContent) -> Iterator[Fact]:
    notice = content.notice
    for title, text in (
        (msg("Responsible"), notice.controller or content.letterhead.owner),
        (msg("Contact"), notice.contact),
        (msg("Data protection officer"), notice.officer),
    ):
        if text:
            yield Fact(title, (text,))


def _section(title: Said, *blocks: Block) -> Sequence[Block]:
    return (Together((Heading(title), blocks[0])), *blocks[1:])


def _how_long(content: PersonalDataContent) -> Iterator[Block]:
    yield Paragraph(
        nmsg(
            "Until {count} month after the programme ends on {day}. Then it is erased, or kept without names.",
            "Until {count} months after the programme ends on {day}. Then it is erased, or kept without names.",
            content.notice.retention_months,
            day=content.ends_on,
        )
    )
    yield Paragraph(msg("Whoever stays in the mentor bank is asked every year whether they want to stay in it."))


def _whom(content: PersonalDataContent) -> Iterator[Block]:
    if content.ask:
        yield Paragraph(content.ask)
    yield Paragraph(
        msg("You can also complain to the data protection authority: {authority}.", authority=content.authority)
    )
