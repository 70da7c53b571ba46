"""The answer: entries in sections, and counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.alerts import Urgency
from mentordesk.domain.ids import (
    IssueId,
    LibraryItemId,
    MeetingId,
    PairId,
    ParticipationId,
    ProgrammeId,
    RequestId,
    TaskId,
)
from mentordesk.i18n.message import Message
from mentordesk.queries.today.dealt_with import Hiding, TakenStep

SECTIONS = (Urgency.OVERDUE, Urgency.TODAY, Urgency.THIS_WEEK, Urgency.WAITING)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what an entry is about; `name` is empty where it is the programme as a whole."""

    programme: ProgrammeId
    name: str = ""
    pair: PairId | None = None
    participation: ParticipationId | None = None
    meeting: MeetingId | None = None
    deadline: str | None = None
    task: TaskId | None = None
    issue: IssueId | None = None
    item: LibraryItemId | None = None
    request: RequestId | None = None
    key: str = ""  # of the criterion or the setting, where it is one of the programme's own

    @property
    def about(self) -> str:
        """The id or key by which the file knows what was done about it; "" is the programme as a whole."""
        known = (self.pair, self.participation, self.meeting, self.deadline, self.task, self.issue)
        return next(filter(None, (*known, self.item, self.request)), self.key)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do."""

    section: Urgency
    programme: str
    subject: Subject
    alert: str  # the Alert's key
    sentence: Message
    rule: Message
    action: Message
    due: date | None
    step: LadderStep | None = None  # that is to be taken next, where there is a ladder
    steps: tuple[TakenStep, ...] = ()  # taken about it, the newest last


@dataclass(frozen=True, slots=True)
class HiddenEntry:
    """One that can wait, as somebody said: it is in no section until its day."""

    entry: Entry
    hiding: Hiding


@dataclass(frozen=True, slots=True)
class ProgrammeCounts:
    """How a programme stands (R68); mentees where it says nothing else."""

    programme: ProgrammeId
    name: str
    applied: int
    selected: int
    matched: int
    active: int  # pairs
    conversations_held: int
    conversations_expected: int  # by today, of all pairs that were not dissolved
    papers_missing: int
    too_early: int  # pairs of which nobody can tell yet how they get on


@dataclass(frozen=True, slots=True)
class Today:
    day: date
    entries: tuple[Entry, ...]  # the most urgent first, then by their day
    counts: tuple[ProgrammeCounts, ...]
    hidden: tuple[HiddenEntry, ...] = ()  # by the day on which they are seen again

    def section(self, which: Urgency) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.section is which)
