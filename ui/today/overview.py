"""What the page asks of the file: all that is to be done, who is there, and what comes next in the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus, meeting_kind
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Listed, Message, Wording
from mentordesk.queries.agenda import AgendaRow, DeadlineRow, MeetingRow, agenda
from mentordesk.queries.participants import participants
from mentordesk.queries.programmes import programmes
from mentordesk.queries.today import Today, today
from mentordesk.queries.who_is_asked import heads

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

_INVITED = frozenset({Role.MENTEE, Role.MENTOR})
_LOOKS_AHEAD = (21, 90, 400)  # days; a near meeting is found without reading a year of conversations


@dataclass(frozen=True, slots=True)
class Overview:
    today: Today
    programmes: tuple[Programme, ...]  # in view
    people: bool  # whether somebody takes part
    papers: Mapping[ParticipationId, PaperKind]  # of whoever lacks one paper and no other

    @property
    def matched(self) -> bool:
        return any(counts.matched for counts in self.today.counts)


@dataclass(frozen=True, slots=True)
class Ahead:
    """`meeting`: the next joint one, and how many mentees and mentors are asked to it."""

    day: date
    next: AgendaRow | None = None  # joint meeting or deadline, whichever comes first
    meeting: MeetingRow | None = None
    mentees: int = 0
    mentors: int = 0


def overview(store: Store, programme: ProgrammeId | None) -> Overview:
    found = today(store, store.today(), programme)
    in_view = tuple(each for each in programmes(store) if programme in (None, each.id))
    there = any(counts.applied for counts in found.counts) or bool(
        in_view and participants(store, programme, today=found.day)
    )
    return Overview(found, in_view, there, _single_papers(found, in_view))


def ahead(store: Store, programme: ProgrammeId | None) -> Ahead:
    day = store.today()
    first: AgendaRow | None = None
    begin = day
    for days in _LOOKS_AHEAD:
        end = day + timedelta(days)
        rows = agenda(store, programme, first=begin, last=end).rows
        first = first or next((row for row in rows if _is_next(row, day)), None)
        meeting = next((row for row in rows if isinstance(row, MeetingRow) and _is_joint(row)), None)
        if meeting is not None:
            return Ahead(day, first, meeting, *heads(store, meeting.meeting))
        begin = end + timedelta(1)
    return Ahead(day, first)


def _is_next(row: AgendaRow, day: date) -> bool:
    if isinstance(row, DeadlineRow):
        return row.done_on is None and row.day > day
    return _is_planned(row)


def _is_joint(row: MeetingRow) -> bool:
    """For mentees or mentors: no meeting of the team."""
    return _is_planned(row) and bool(_INVITED & set(meeting_kind(row.kind).audience))


def _is_planned(row: MeetingRow) -> bool:
    return row.pair is None and row.status is MeetingStatus.PLANNED


def _single_papers(found: Today, in_view: tuple[Programme, ...]) -> Mapping[ParticipationId, PaperKind]:
    """Where one paper is missing it can be marked as received at once; of several nobody knows which one came."""
    kinds: dict[tuple[ProgrammeId, Wording], set[PaperKind]] = {}
    for programme in in_view:
        for criterion in programme.settings.criteria:
            if criterion.paper is not None:
                kinds.setdefault((programme.id, criterion.title), set()).add(criterion.paper)
    single: dict[ParticipationId, PaperKind] = {}
    for entry in found.entries:
        who = entry.subject.participation
        if entry.alert != "papers" or who is None:
            continue
        titles = _titles(entry.sentence)
        meant = kinds.get((entry.subject.programme, titles[0]), set()) if len(titles) == 1 else set()
        if len(meant) == 1:
            single[who] = next(iter(meant))
    return single


def _titles(sentence: Message) -> tuple[Wording, ...]:
    """Of the papers that the sentence lists."""
    return tuple(
        item
        for _, value in sentence.values
        if isinstance(value, Listed)
        for item in value.items
        if isinstance(item, Wording)
    )
