"""The pairs of a plan on paper, for the team that decides; what is approved and what is a proposal is said on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import Block, Document, Letterhead, Paragraph, Said, Table, Title
from mentordesk.i18n.message import Message, msg, nmsg

PAIR_LIST_TITLE = msg("Pair list")
PROPOSAL = msg("A proposal for those who decide. Nobody in it has been told.")
_SHARES = (0.34, 0.34, 0.12, 0.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPair:
    """A line of the list; no mentor: an empty seat. Points are 0 to 100."""

    mentee: str
    mentee_unit: str = ""
    mentor: str = ""
    mentor_unit: str = ""
    points: float | None = None
    weak: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PairListContent:
    letterhead: Letterhead
    plan: str
    made_on: date
    pairs: tuple[ListedPair, ...]
    notes: str = ""
    approved_on: date | None = None


def pair_list(content: PairListContent) -> Document:
    """The list as blocks."""
    return Document(PAIR_LIST_TITLE, (content.plan,), content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: PairListContent) -> Iterator[Block]:
    yield Title(PAIR_LIST_TITLE, msg("plan {name}", name=content.plan))
    yield Paragraph(_standing(content))
    if content.notes:
        yield Paragraph(content.notes, quiet=True)
    yield Paragraph(_summary(content), leads=True)
    head = (msg("Mentee"), msg("Mentor"), msg("Points"), msg("Remark"))
    yield Table(head, tuple(_row(pair) for pair in content.pairs), _SHARES, named_rows=True)


def _standing(content: PairListContent) -> Message:
    if content.approved_on is None:
        return PROPOSAL
    return msg("Approved on {day}.", day=content.approved_on)


def _summary(content: PairListContent) -> Message:
    matched = sum(bool(pair.mentor) for pair in content.pairs)
    return nmsg(
        "{matched} of {count} mentee has a mentor.",
        "{matched} of {count} mentees have a mentor.",
        len(content.pairs),
        matched=matched,
    )


def _row(pair: ListedPair) -> tuple[Said, ...]:
    points = "–" if pair.points is None else str(round(pair.points))
    return (_person(pair.mentee, pair.mentee_unit), _person(pair.mentor, pair.mentor_unit) or "–", points, _note(pair))


def _person(name: str, unit: str) -> str:
    return ", ".join(filter(None, (name, unit)))


def _note(pair: ListedPair) -> Said:
    """An empty cell is room to write in."""
    if not pair.mentor:
        return msg("no mentor yet")
    match pair.weak, pair.locked:
        case True, True:
            return msg("locked, and under the floor")
        case True, False:
            return msg("under the floor")
        case False, True:
            return msg("locked")
        case _:
            return ""
