"""Lists for a joint meeting: who takes part, who is there on each day, which group, and badges to cut out (R53).

Names, units and roles stand on them, and nothing else about anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from mentordesk.documents.blocks import (
    Block,
    Cards,
    Days,
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
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Message, Sayable, msg, nmsg

PARTICIPANT_LIST_TITLE = msg("Participants of the meeting")
ATTENDANCE_TITLE = msg("Attendance sheet")
GROUPS_TITLE = msg("Groups")
BADGES_TITLE = msg("Name badges")
_GUEST = msg("Guest")
_BLANK = "–"  # an empty cell would be room to write in
_SPARE = 3  # rows on the attendance sheet for whoever comes unannounced


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who takes part; without a role a guest."""

    name: str
    unit: str = ""
    role: Role | None = None

    @property
    def role_name(self) -> Message:
        return _GUEST if self.role is None else ROLE_NAMES[self.role]


@dataclass(frozen=True, slots=True)
class Times:
    """Of one day of the meeting, by the clock on the wall."""

    starts_at: datetime
    ends_at: datetime

    @property
    def day(self) -> date:
        return self.starts_at.date()

    @property
    def words(self) -> Message:
        return msg("{from_time} to {to_time}", from_time=self.starts_at.time(), to_time=self.ends_at.time())


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What all papers of one joint meeting share."""

    letterhead: Letterhead
    made_on: date
    title: Sayable
    days: tuple[Times, ...]
    place: str = ""

    @property
    def span(self) -> Days:
        return Days(self.days[0].day, self.days[-1].day)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleContent:
    """For the participant list, the attendance sheet and the badges."""

    occasion: Occasion
    people: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class ListedGroup:
    name: Said
    people: tuple[Listed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsContent:
    occasion: Occasion
    groups: tuple[ListedGroup, ...]


def participant_list(content: PeopleContent) -> Document:
    """Everybody once, with unit and role."""
    return _document(PARTICIPANT_LIST_TITLE, content.occasion, tuple(_participants(content)))


def attendance_sheet(content: PeopleContent) -> Document:
    """A sheet for each day, with room to sign."""
    return _document(ATTENDANCE_TITLE, content.occasion, tuple(_sheets(content)))


def group_list(content: GroupsContent) -> Document:
    """All groups, none of them cut by the end of a page."""
    return _document(GROUPS_TITLE, content.occasion, tuple(_groups(content)))


def badges(content: PeopleContent) -> Document:
    """Ten on the first page, twelve on each after it."""
    return _document(BADGES_TITLE, content.occasion, tuple(_badges(content)))


def _document(title: Message, occasion: Occasion, blocks: tuple[Block, ...]) -> Document:
    return Document(title, (), occasion.letterhead, occasion.made_on, blocks)


def _participants(content: PeopleContent) -> Iterator[Block]:
    occasion = content.occasion
    yield Title(occasion.title, occasion.span)
    yield Paragraph(nmsg("{count} participant", "{count} participants", len(content.people)), quiet=True, leads=True)
    rows = tuple((person.name, person.unit or _BLANK, person.role_name) for person in content.people)
    yield Table((msg("Name"), msg("Unit"), msg("Role")), rows, (0.4, 0.42, 0.18), named_rows=True)


def _sheets(content: PeopleContent) -> Iterator[Block]:
    occasion = content.occasion
    spare = ("", "", "")
    rows = (*((person.name, person.unit or _BLANK, "") for person in content.people), *(spare,) * _SPARE)
    for number, times in enumerate(occasion.days, start=1):
        if number == 1:
            yield Title(occasion.title, ATTENDANCE_TITLE)
        else:
            yield PageBreak()
        yield Heading(msg("Day {number} of {count}: {day}", number=number, count=len(occasion.days), day=times.day))
        facts = [Fact(msg("Time"), (times.words,))]
        if occasion.place:
            facts.append(Fact(msg("Place"), (occasion.place,)))
        yield Facts(tuple(facts))
        yield Table((msg("Name"), msg("Unit"), msg("Signature")), rows, (0.34, 0.32, 0.34))


def _groups(content: GroupsContent) -> Iterator[Block]:
    yield Title(content.occasion.title, GROUPS_TITLE)
    for group in content.groups:
        rows = tuple((person.name, person.unit or _BLANK, person.role_name) for person in group.people)
        head = (msg("Name"), msg("Unit"), msg("Role"))
        yield Together((Heading(group.name), Table(head, rows, (0.4, 0.42, 0.18), named_rows=True)))


def _badges(content: PeopleContent) -> Iterator[Block]:
    yield Title(content.occasion.title, BADGES_TITLE)
    cards: tuple[tuple[Said, ...], ...] = tuple(
        tuple(line for line in (person.name, person.unit, person.role_name) if line) for person in content.people
    )
    yield Cards(cards, across=2, height=118)
