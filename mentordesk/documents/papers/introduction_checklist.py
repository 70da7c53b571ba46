"""The introduction checklist of a new manager: what is to be done, and the offer of a mentor among it (R20)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Checklist,
    Columns,
    Document,
    Fact,
    Facts,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Said,
    Table,
    Title,
    Together,
)
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.documents.papers.running import Running, conversation_facts
from mentordesk.domain.introduction_paper import LATER_ON, NEED_LATER, THE_OFFER, THE_OFFER_SAYS
from mentordesk.domain.leaflet import MENTORING, MENTORING_IS
from mentordesk.domain.recruiting import OFFER_ANSWER_NAMES, OfferAnswer
from mentordesk.i18n.message import Sayable, msg

INTRODUCTION_TITLE = msg("Introduction checklist for new managers")
_NOBODY = Party("")
_OPEN, _DONE = "☐", "☑"
_SPARE = 5  # rows for what this workplace adds


@dataclass(frozen=True, slots=True)
class IntroductionLine:
    title: Sayable
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionContent:
    """Without a name it is for any new manager; what is not known yet is left open for a pen."""

    letterhead: Letterhead
    made_on: date
    items: tuple[IntroductionLine, ...]
    running: Running
    party: Party = _NOBODY
    takes_office_on: date | None = None
    appointing_manager: str = ""
    offered_on: date | None = None
    answer: OfferAnswer | None = None
    answered_on: date | None = None
    regional_programme: str = ""
    coordinator: Contact | None = None


def introduction_checklist(content: IntroductionContent) -> Document:
    """What is to be done, and on the back the offer of a mentor."""
    people = (content.party.name,) if content.party.name else ()
    return Document(INTRODUCTION_TITLE, people, content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: IntroductionContent) -> Iterator[Block]:
    yield Title(INTRODUCTION_TITLE, content.party.name)
    yield Facts(tuple(_facts(content)))
    yield Heading(msg("What is to be done"))
    head = (msg("Done"), msg("What"), msg("Day"), msg("By whom"))
    rows = (*map(_row, content.items), *((_OPEN, "", "", ""),) * _SPARE)
    yield Table(head, rows, (0.09, 0.53, 0.16, 0.22))
    yield PageBreak()  # what comes now is for the appointing manager, too
    yield Heading(THE_OFFER)
    yield Bullets(tuple(point.sentence for point in THE_OFFER_SAYS))
    yield Heading(MENTORING)
    yield Bullets(tuple(point.sentence for point in MENTORING_IS))
    yield Facts((*conversation_facts(content.running), *_asked(content)))
    later = tuple(_later(content))
    if content.answer is None:
        boxes = (Heading(msg("The answer")), Checklist(tuple(OFFER_ANSWER_NAMES.values())))
        yield Columns(boxes, later)
    else:
        yield Together(later)


def _facts(content: IntroductionContent) -> Iterator[Fact]:
    lines = tuple(line for line in (content.party.title, content.party.unit) if line)
    yield Fact(msg("New manager"), lines or tuple(filter(None, (content.party.name,))))
    yield Fact(msg("Takes office on"), _known(content.takes_office_on))
    yield Fact(msg("Appointing manager"), (content.appointing_manager,) if content.appointing_manager else ())
    if content.coordinator:
        yield content.coordinator.fact()


def _row(item: IntroductionLine) -> tuple[Said, ...]:
    if item.done_on is None:
        return _OPEN, item.title, "", ""
    return _DONE, item.title, msg("{day}", day=item.done_on), ""


def _asked(content: IntroductionContent) -> Iterator[Fact]:
    yield Fact(msg("Mentor offered on"), _known(content.offered_on))
    if content.answer is None:
        yield Fact(msg("Answered on"), ())
    else:
        yield Fact(msg("Answer"), (OFFER_ANSWER_NAMES[content.answer], *_known(content.answered_on)))


def _later(content: IntroductionContent) -> Iterator[Block]:
    yield Heading(LATER_ON)
    yield Paragraph(NEED_LATER.sentence)
    if content.regional_programme:
        yield Paragraph(
            msg(
                "For managers with more years of experience there is also {programme}.",
                programme=content.regional_programme,
            )
        )


def _known(day: date | None) -> tuple[Said, ...]:
    return () if day is None else (day,)
