"""Plans side by side on paper: how good each is, what sets them apart, who differs, and what each floor costs.

The figures and sentences come in with the content; nothing is compared here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import Block, Bullets, Document, Heading, Letterhead, Paragraph, Said, Table, Title
from mentordesk.documents.papers.pair_list import PROPOSAL
from mentordesk.domain.scenarios import said
from mentordesk.i18n.message import Listed, Message, msg

COMPARISON_TITLE = msg("Plans compared")
MOST_PLANS = 6
"""More columns than that are too narrow to read."""

_FIRST = 0.28  # of the width, for what a row is about


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanColumn:
    """A plan as a column; `own` is by its own weights, `common` by the programme's. Points are 0 to 100 a pair."""

    name: str
    unmatched: int
    weak: int
    worst: float | None
    total: float
    common_weak: int
    common_worst: float | None
    common_total: float
    notes: str = ""
    lowest: tuple[Message, ...] = ()  # its lowest pairs
    floor: tuple[Message, ...] = ()  # what its floor costs and buys


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """A setting, or a mentee: what it says in each plan."""

    title: Said
    cells: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonContent:
    letterhead: Letterhead
    made_on: date
    plans: tuple[PlanColumn, ...]
    words: tuple[Message, ...]
    settings: tuple[ComparedRow, ...] = ()
    mentees: tuple[ComparedRow, ...] = ()


def plan_comparison(content: ComparisonContent) -> Document:
    """The comparison as blocks."""
    names = tuple(plan.name for plan in content.plans)
    return Document(COMPARISON_TITLE, names, content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: ComparisonContent) -> Iterator[Block]:
    names = tuple(said(plan.name) for plan in content.plans)
    yield Title(COMPARISON_TITLE, msg("{plans} side by side", plans=Listed(names)))
    yield Paragraph(PROPOSAL)
    yield Bullets(content.words)
    yield Heading(msg("How good each plan is"))
    yield _table(content, msg("Measure"), tuple(_levels(content.plans)))
    if content.settings:
        yield Heading(msg("What is set differently"))
        yield _table(content, msg("Setting"), content.settings)
    if content.mentees:
        yield Heading(msg("Who is with whom"))
        yield Paragraph(msg("Mentees who are with the same mentor in all plans are left out."), quiet=True, leads=True)
        yield _table(content, msg("Mentee"), content.mentees)
    for plan in content.plans:
        yield from _of_one(plan)


def _levels(plans: tuple[PlanColumn, ...]) -> Iterator[ComparedRow]:
    yield _row(msg("Mentees without a mentor"), [str(plan.unmatched) for plan in plans])
    yield _row(msg("Pairs under the floor"), [str(plan.weak) for plan in plans])
    yield _row(msg("Lowest pair"), [_points(plan.worst) for plan in plans])
    yield _row(msg("Points in all"), [_points(plan.total) for plan in plans])
    alike = all(
        (plan.weak, plan.worst, plan.total) == (plan.common_weak, plan.common_worst, plan.common_total)
        for plan in plans
    )
    if alike:
        return
    yield _row(msg("By the programme’s weights: pairs under its floor"), [str(plan.common_weak) for plan in plans])
    yield _row(msg("By the programme’s weights: lowest pair"), [_points(plan.common_worst) for plan in plans])
    yield _row(msg("By the programme’s weights: points in all"), [_points(plan.common_total) for plan in plans])


def _points(points: float | None) -> Said:
    return "–" if points is None else msg("{points} points", points=points)


def _row(title: Said, cells: list[Said] | list[str]) -> ComparedRow:
    return ComparedRow(title=title, cells=tuple(cells))


def _table(content: ComparisonContent, first: Said, rows: tuple[ComparedRow, ...]) -> Table:
    share = (1 - _FIRST) / len(content.plans)
    head = (first, *(said(plan.name) for plan in content.plans))
    cells = tuple((row.title, *row.cells) for row in rows)
    return Table(head, cells, (_FIRST, *(share,) * len(content.plans)), named_rows=True)


def _of_one(plan: PlanColumn) -> Iterator[Block]:
    yield Heading(msg("Plan {name}", name=plan.name))
    if plan.notes:
        yield Paragraph(plan.notes, quiet=True)
    if plan.lowest:
        yield Paragraph(msg("The lowest pairs:"), leads=True)
        yield Bullets(plan.lowest)
    yield Bullets(plan.floor)
