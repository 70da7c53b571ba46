"""The rows of the list: headings, tasks, "show all" where a section is long, and what can wait. No Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mentordesk.domain.alerts import Urgency
from mentordesk.domain.criteria import PaperKind
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.today import SECTIONS, Entry, Hiding
from ui.today.leads import LEADS, ShownAgain, Way, way_of
from ui.today.overview import Overview

SHOW_AGAIN = msg("Show again")
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
    hiding: Hiding | None = None  # until when it can wait, and why

    @property
    def action(self) -> Message:
        """What its button says."""
        return self.entry.action if self.hiding is None else SHOW_AGAIN


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


@dataclass(frozen=True, slots=True)
class HiddenOnes:
    """The last line: how many tasks can wait; it opens and closes their list."""

    count: int
    open: bool


Row = Heading | Line | More | HiddenOnes


def key_of(row: Row) -> str:
    match row:
        case Heading(section):
            return f"heading {section}"
        case More(section):
            return f"more {section}"
        case HiddenOnes():
            return "hidden"
        case Line(task):
            return task.key


def tasks_of(overview: Overview) -> tuple[Task, ...]:
    several = len(overview.programmes) > 1
    put_off = {id(each.entry): each.hiding for each in overview.today.hidden}
    entries = (*overview.today.entries, *(each.entry for each in overview.today.hidden))
    return tuple(
        Task(
            key,
            entry,
            way_of(entry) if hiding is None else ShownAgain(hiding.id),
            LEADS[entry.alert].picture,
            entry.programme if several else "",
            None if entry.subject.participation is None or hiding is not None else _paper(overview, entry),
            hiding,
        )
        for key, entry in zip(_keys(entries), entries, strict=True)
        for hiding in (put_off.get(id(entry)),)
    )


def rows_of(tasks: Sequence[Task], opened: frozenset[Urgency], *, with_hidden: bool = False) -> tuple[Row, ...]:
    """`with_hidden`: what can wait is listed too, under the line that counts it."""
    due = [task for task in tasks if task.hiding is None]
    rows = [row for section in SECTIONS for row in _section(section, due, section in opened)]
    hidden = [task for task in tasks if task.hiding is not None]
    if hidden:
        rows.append(HiddenOnes(len(hidden), with_hidden))
    if with_hidden:
        rows += [Line(task, number == 1, number == len(hidden)) for number, task in enumerate(hidden, start=1)]
    return tuple(rows)


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
        key = "|".join((entry.alert, about.programme, about.about))
        seen[key] += 1
        yield f"{key}|{seen[key]}"
