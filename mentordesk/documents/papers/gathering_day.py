"""Papers about a joint meeting's days: its programme, the invitation, and the list for following up (R53, R54)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from mentordesk.documents.blocks import (
    Block,
    Checklist,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Said,
    Table,
    Title,
    Together,
)
from mentordesk.documents.papers.gathering_lists import Occasion
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Listed, Message, Sayable, msg

PROGRAMME_TITLE = msg("Programme of the meeting")
INVITATION_TITLE = msg("Invitation")
FOLLOW_UP_TITLE = msg("Follow-up list")
_BOX = "☐"
_BLANK = "–"  # an empty cell would be room to write in
_MOST_ITEMS = 12  # or the invitation would not stay one page


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    starts_at: datetime
    ends_at: datetime
    title: Sayable
    room: str = ""
    note: str = ""
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeContent:
    """`items` of each of the occasion's days, in order; what lies free between two of them is a break."""

    occasion: Occasion
    items: tuple[tuple[ProgrammeItem, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationContent:
    occasion: Occasion
    name: str
    place: Said = ""  # said even where nobody sets out: a digital meeting says that it is
    reply_by: date
    sender: str
    what_for: Sayable | None = None
    items: tuple[tuple[ProgrammeItem, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    name: str
    unit: str
    role: Role | None
    days: tuple[date, ...]
    followed_up_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpContent:
    occasion: Occasion
    people: tuple[Absent, ...]
    by: str = ""  # who follows up: whoever leads the programme; "" leaves room for a name


def gathering_programme(content: ProgrammeContent) -> Document:
    """Times, items, rooms and speakers, day by day, with the breaks."""
    return _document(PROGRAMME_TITLE, (), content.occasion, tuple(_programme(content)))


def gathering_invitation(content: InvitationContent) -> Document:
    """One page for one person."""
    return _document(INVITATION_TITLE, (content.name,), content.occasion, tuple(_invited(content)))


def follow_up_list(content: FollowUpContent) -> Document:
    """Who was absent, with boxes to tick and room for who does it; no reason has a place on it."""
    return _document(FOLLOW_UP_TITLE, (), content.occasion, tuple(_followed(content)))


def _document(title: Message, people: tuple[str, ...], occasion: Occasion, blocks: tuple[Block, ...]) -> Document:
    return Document(title, people, occasion.letterhead, occasion.made_on, blocks)


def _programme(content: ProgrammeContent) -> Iterator[Block]:
    occasion = content.occasion
    yield Title(occasion.title, occasion.span)
    if occasion.place:
        yield Facts((Fact(msg("Place"), (occasion.place,)),))
    for number, (times, items) in enumerate(zip(occasion.days, content.items, strict=True), start=1):
        heading: Said = times.day
        if len(occasion.days) > 1:
            heading = msg("Day {number} of {count}: {day}", number=number, count=len(occasion.days), day=times.day)
        if items:
            rows = tuple(_rows(items))
            table = Table((msg("Time"), msg("Item"), msg("Speaker"), msg("Room")), rows, (0.2, 0.38, 0.22, 0.2))
            yield Together((Heading(heading), table))
        else:
            yield Together((Heading(heading), Paragraph(times.words)))


def _rows(items: tuple[ProgrammeItem, ...]) -> Iterator[tuple[Said, ...]]:
    ended: datetime | None = None
    for item in items:
        if ended is not None and item.starts_at > ended:
            yield _span(ended, item.starts_at), msg("Break"), _BLANK, _BLANK
        title: Said = item.title
        if item.note:
            title = msg("{item} ({note})", item=item.title, note=item.note)
        yield (
            _span(item.starts_at, item.ends_at),
            title,
            ", ".join(item.speakers) or _BLANK,
            item.room or _BLANK,
        )
        ended = item.ends_at


def _span(first: datetime, last: datetime) -> Message:
    return msg("{from_time} to {to_time}", from_time=first.time(), to_time=last.time())


def _invited(content: InvitationContent) -> Iterator[Block]:
    occasion = content.occasion
    yield Title(INVITATION_TITLE, content.name)
    yield Paragraph(
        msg(
            "You are invited to “{meeting}” in {programme}.",
            meeting=occasion.title,
            programme=occasion.letterhead.programme,
        )
    )
    if content.what_for is not None:
        yield Paragraph(content.what_for)
    days: list[Said] = [msg("{day}, {times}", day=times.day, times=times.words) for times in occasion.days]
    facts = [Fact(msg("When"), tuple(days))]
    if content.place:
        facts.append(Fact(msg("Where"), (content.place,)))
    facts.append(Fact(msg("Answer by"), (content.reply_by,)))
    yield Facts(tuple(facts))
    titles = tuple(item.title for items in content.items for item in items)
    if 0 < len(titles) <= _MOST_ITEMS:
        yield Heading(msg("From the programme"))
        yield Paragraph(msg("{items}.", items=Listed(titles)))
    yield Heading(msg("Your answer"))
    yield Checklist((msg("I am coming"), msg("I may come"), msg("I cannot come")))
    yield Paragraph(
        msg("You can answer in your calendar, by e-mail, or by handing this sheet in. You need not say why."),
        quiet=True,
    )
    yield Together((Paragraph(msg("Kind regards")), Paragraph(content.sender)))


def _followed(content: FollowUpContent) -> Iterator[Block]:
    yield Title(FOLLOW_UP_TITLE, content.occasion.title)
    yield Paragraph(content.occasion.span, quiet=True)
    yield Paragraph(
        msg("Whoever was absent hears from the team. No reason is asked for, and none is written down."), leads=True
    )
    head = (msg("Name"), msg("Role"), msg("Absent"), msg("Who follows up"), msg("Done"))
    yield Table(head, tuple(_absent(person, content.by) for person in content.people), (0.27, 0.14, 0.19, 0.22, 0.18))


def _absent(person: Absent, by: str) -> tuple[Said, ...]:
    done: Said = _BOX if person.followed_up_on is None else msg("{day}", day=person.followed_up_on)
    role = msg("Guest") if person.role is None else ROLE_NAMES[person.role]
    days = Listed(tuple(msg("{day}", day=day) for day in person.days))
    return person.name, role, msg("{days}", days=days), by, done
