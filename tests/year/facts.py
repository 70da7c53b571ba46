"""What has happened in a simulated programme, as its own notebook has it: plain values, nothing of the product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass
class Rest:
    """`back` is the day on which the two met again; `until` the one they had agreed on."""

    begins: date
    until: date | None = None
    back: date | None = None


@dataclass
class Held:
    day: date
    topic_sent: bool = True
    summary_written: bool = True


@dataclass
class Planned:
    """A meeting of a pair in the calendar."""

    kind: str
    day: date
    status: str  # planned, held or cancelled
    registered: bool = False  # the logbook has it


@dataclass
class FitSaid:
    side: str
    after: int
    on: date
    value: str
    wants_to_talk: bool = False


@dataclass
class Goal:
    number: int
    due: date
    open: bool = True


@dataclass
class PairFacts:
    id: str
    mentee: str
    mentor: str
    approved: date
    signed: date | None = None
    ended: date | None = None
    dissolved: bool = False
    new_mentor_wanted: bool = False
    rhythm: int | None = None
    rests: list[Rest] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    planned: list[Planned] = field(default_factory=list)
    fit: list[FitSaid] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)


@dataclass
class Joint:
    """A meeting of the programme."""

    id: str
    kind: str
    setting: str
    title: str
    days: tuple[date, ...]
    status: str
    noted: bool = False
    absent: set[str] = field(default_factory=set)  # who has not been followed up


@dataclass
class DueDay:
    id: str
    title: str
    day: date
    done: date | None = None


@dataclass
class Task:
    """A task of the team's, or an issue by the day of its next step."""

    id: str
    text: str
    day: date
    open: bool = True


@dataclass
class Facts:
    """`template` is the template's file as it is written."""

    template: Mapping[str, object]
    starts: date
    ends: date
    windows: tuple[tuple[date, date, date, date], ...] = ()  # of a semester: its days, and those of its talks
    semesters: tuple[tuple[date, date], ...] = ()
    pairs: list[PairFacts] = field(default_factory=list)
    joint: list[Joint] = field(default_factory=list)
    deadlines: list[DueDay] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    issues: list[Task] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)  # of participations, in the order of their coming
    without_book: set[str] = field(default_factory=set)  # mentors, by participation
    without_unit: set[str] = field(default_factory=set)  # by participation
    ask_on: dict[str, date] = field(default_factory=dict)  # the day on which each mentor is asked whether she stays


@dataclass(frozen=True)
class Expected:
    """One entry of the start page, by its figures; the sentence is the product's own."""

    alert: str
    about: str
    urgency: str
    figures: tuple[tuple[str, object], ...]
    rule: tuple[tuple[str, object], ...]
    due: date | None
