"""What becomes of a programme's meetings and deadlines when its start moves, before it is done (R51).

The rules are domain/replan.py; what an ended pair had, and interviews, follow no plan and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.holds import Due
from mentordesk.domain.ids import MeetingId, PairId, ProgrammeId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.pair_plan import START_UP
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.planned_again import CONVERSATION, PairThere, PlanFrom, TalkThere, group_of, plan_from
from mentordesk.domain.programmes import Programme, ProgrammeSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.replan import Because, Group, Replan, Standing, count_groups, replan
from mentordesk.i18n.message import Sayable, Wording, msg
from mentordesk.queries.pair_names import pair_names
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import DeadlineRecord, HoldRecord, MeetingDayRecord, MeetingRecord, PairRecord
from mentordesk.storage.store import Store

_YEARS = range(2000, 2100)
_TEAM = frozenset({"team_planning", "team_follow_up"})
_Days = tuple[tuple[datetime, datetime], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The programme from another start, and what that does to all that stands."""

    programme: Programme
    starts_on: date
    ends_on: date
    replan: Replan

    @property
    def changes_nothing(self) -> bool:
        known = self.programme
        return not self.replan.changes and (known.starts_on, known.ends_on) == (self.starts_on, self.ends_on)


def preview(
    store: Store, programme: ProgrammeId, starts_on: date, *, today: date, leave: Collection[str] = ()
) -> Preview:
    """
    Raises:
        Refused: something was held before the new start, a meeting finds no day there, or the year is far from ours.
        KeyError: no programme of that id.
    """
    with store.reading() as session:
        return preview_over(session, programme, starts_on, today=today, leave=leave)


def preview_over(
    session: Session, programme: ProgrammeId, starts_on: date, *, today: date, leave: Collection[str] = ()
) -> Preview:
    """As `preview`, for whoever is in a session already."""
    if starts_on.year not in _YEARS:
        raise Refused(msg("A programme cannot start on {day}. Is the year right?", day=starts_on))
    known = programme_of(session, programme)
    meetings = _meetings(session, programme)
    _check_nothing_held_before(meetings, starts_on)
    pairs = _pairs(session, programme, known.settings, meetings)
    start_up = _fixed_start_up(meetings, today, leave)
    after, before = (
        plan_from(known.settings, start, pairs, now=known.starts_on, start_up=start_up)
        for start in (starts_on, known.starts_on)
    )
    standing = [*_standing(session, known, meetings, pairs, after, today), *_deadlines(session, programme)]
    found = replan(standing, after.wanted, before=count_groups(before.wanted), today=today, leave=leave)
    return Preview(known, starts_on, after.ends_on, found)


@dataclass(frozen=True, slots=True)
class _Meeting:
    id: MeetingId
    kind: str
    entry: str | None
    title: Sayable
    semester: int | None
    pair: PairId | None
    status: MeetingStatus
    pinned: bool
    days: _Days

    @property
    def first(self) -> date:
        return self.days[0][0].date()


def _meetings(session: Session, programme: ProgrammeId) -> Sequence[_Meeting]:
    record = MeetingRecord
    rows = session.execute(
        select(
            *(record.id, record.kind, record.setting, record.title, record.semester, record.pair_id),
            *(record.status, record.pinned, MeetingDayRecord.starts_at, MeetingDayRecord.ends_at),
        )
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == record.id)
        .where(record.programme_id == programme, record.participation_id.is_(None))
        .order_by(MeetingDayRecord.number)
    ).all()
    days: defaultdict[MeetingId, list[tuple[datetime, datetime]]] = defaultdict(list)
    for id_, *_, starts, ends in rows:
        days[id_].append((starts, ends))
    found = {
        id_: _Meeting(
            *(id_, kind, entry, title_of(kind, title), semester, pair, status, bool(pinned), tuple(days[id_]))
        )
        for id_, kind, entry, title, semester, pair, status, pinned, *_ in rows
    }
    return tuple(found.values())


def _check_nothing_held_before(meetings: Sequence[_Meeting], starts_on: date) -> None:
    held = [each for each in meetings if each.status is MeetingStatus.HELD and each.kind not in _TEAM]
    first = min(held, key=lambda each: each.first, default=None)
    if first is not None and first.first < starts_on:
        raise Refused(
            msg(
                "“{title}” was held on {day}, so the programme cannot start after that day. Choose {day} or earlier.",
                title=first.title,
                day=first.first,
            )
        )


def _pairs(
    session: Session, programme: ProgrammeId, settings: ProgrammeSettings, meetings: Sequence[_Meeting]
) -> Sequence[PairThere]:
    talks: defaultdict[PairId | None, list[TalkThere]] = defaultdict(list)
    for each in meetings:
        if each.entry and each.semester and each.kind not in CONVERSATIONS:
            group = group_of(settings, each.entry, each.pair, each.semester)
            if group is not None and group.semester is not None:
                talks[each.pair].append(TalkThere(each.id, each.entry, each.semester, each.days[0][0]))
    rows = session.execute(
        select(PairRecord.id, PairRecord.approved_on)
        .where(PairRecord.programme_id == programme, PairRecord.status.in_(RUNNING))
        .order_by(PairRecord.id)
    )
    return [PairThere(pair, approved_on, tuple(talks[pair])) for pair, approved_on in rows]


def _standing(
    session: Session,
    known: Programme,
    meetings: Sequence[_Meeting],
    pairs: Sequence[PairThere],
    after: PlanFrom,
    today: date,
) -> Iterator[Standing]:
    running = {PairId(pair.id) for pair in pairs}
    names, rested = pair_names(session, running), _rested(session)
    for each in meetings:
        if each.pair is not None and each.pair not in running:
            continue
        placeless = each.id in after.placeless or each.entry is None
        group = None if placeless else group_of(known.settings, each.entry or "", each.pair, each.semester)
        fixed = _fixed(each, today)
        if fixed is None and each.pair in rested and each.entry == CONVERSATION:
            fixed = Because.RESTED
        who = "" if each.pair is None else names[each.pair].said
        yield Standing(each.id, group, each.title, each.first, each.days, fixed, who)


def _fixed_start_up(meetings: Sequence[_Meeting], today: date, leave: Collection[str]) -> date | None:
    """The last day of one that does not follow the plan; the pairs' conversations follow it then."""
    stays = (
        each
        for each in meetings
        if each.kind == START_UP
        and each.status is not MeetingStatus.CANCELLED
        and (_fixed(each, today) or each.id in leave)
    )
    return max((each.days[-1][0].date() for each in stays), default=None)


def _fixed(meeting: _Meeting, today: date) -> Because | None:
    if meeting.status is MeetingStatus.HELD:
        return Because.HELD
    if meeting.status is MeetingStatus.CANCELLED:
        return Because.CANCELLED
    if meeting.pinned:
        return Because.PINNED
    return Because.PAST if meeting.first < today else None


def _rested(session: Session) -> frozenset[PairId]:
    """Pairs whose meetings moved with a rest."""
    return frozenset(session.scalars(select(HoldRecord.pair_id).where(HoldRecord.due == Due.MOVES)))


def _deadlines(session: Session, programme: ProgrammeId) -> Iterator[Standing]:
    for record in session.scalars(select(DeadlineRecord).where(DeadlineRecord.programme_id == programme)):
        fixed = Because.DONE if record.done_on else Because.PINNED if record.pinned else None
        yield Standing(
            record.id, Group(record.setting, deadline=True), Wording.of(record.title), record.due_on, fixed=fixed
        )
