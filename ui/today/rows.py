"""The rows of the list: headings of sections, tasks, and "show all" where a section is long. No Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mentordesk.domain.alerts import Urgency
from mentordesk.domain.criteria import PaperKind
from mentordesk.queries.today import SECTIONS, Entry
from ui.today.leads import LEADS, Way, way_of
from ui.today.overview import Overview

SHOWN = 20  # of a section, until somebody asks for all


@dataclass(frozen=True, slots=True)
class Task:
    """An entry with what can be done about it."""

    key: str  # the same over a reload
    entry: Entry
    way: Way
    picture: str
    programme: str  # its name, where several are in view
    paper: PaperKind | None = None  # can be marked as received at once


@dataclass(frozen=True, slots=True)
class Heading:
    section: Urgency
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """A task in the list; the first and the last of a section have the card's corners."""

    task: Task
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class More:
    section: Urgency
    count: int
    open: bool  # all are shown


Row = Heading | Line | More


def key_of(row: Row) -> str:
    match row:
        case Heading(section):
            return f"heading {section}"
        case More(section):
            return f"more {section}"
        case Line(task):
            return task.key


def tasks_of(overview: Overview) -> tuple[Task, ...]:
    several = len(overview.programmes) > 1
    keys = _keys(overview.today.entries)
    return tuple(
        Task(
            key,
            entry,
            way_of(entry),
            LEADS[entry.alert].picture,
            entry.programme if several else "",
            None if entry.subject.participation is None else _paper(overview, entry),
        )
        for key, entry in zip(keys, overview.today.entries, strict=True)
    )


def rows_of(tasks: Sequence[Task], opened: frozenset[Urgency]) -> tuple[Row, ...]:
    return tuple(row for section in SECTIONS for row in _section(section, tasks, section in opened))


def _section(section: Urgency, tasks: Sequence[Task], opened: bool) -> Iterator[Row]:
    theirs = [task for task in tasks if task.entry.section is section]
    if not theirs:
        return
    yield Heading(section, len(theirs))
    shown = theirs if opened or len(theirs) <= SHOWN else theirs[:SHOWN]
    for number, task in enumerate(shown, start=1):
        yield Line(task, number == 1, number == len(shown))
    if len(theirs) > SHOWN:
        yield More(section, len(theirs), opened)


def _paper(overview: Overview, entry: Entry) -> PaperKind | None:
    who = entry.subject.participation
    return overview.papers.get(who) if entry.alert == "papers" and who is not None else None


def _keys(entries: Iterable[Entry]) -> Iterator[str]:
    """An alert may come several times about one programme; those are counted."""
    seen: Counter[str] = Counter()
    for entry in entries:
        about = entry.subject
        key = "|".join((entry.alert, about.programme, about.pair or about.participation or about.meeting or ""))
        seen[key] += 1
        yield f"{key}|{seen[key]}"
