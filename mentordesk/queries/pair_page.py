"""All that the page of one pair shows (R42): who, how it came here, meetings, papers, goals, fit, what can be done.

Nothing of what the two talk about is here, and of why a pair ended its category only. Costs come with R70.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pair_stages import COLUMN_OF, ENDED, BoardColumn, Reached, Stage, history_of, stage_of
from mentordesk.domain.pair_steps import Possible, possible
from mentordesk.domain.pairs import Side
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Sayable
from mentordesk.queries.conversations import ConversationMark, conversations_over
from mentordesk.queries.pair_life import (
    DecisionRow,
    EndingRow,
    FitRow,
    HoldRow,
    SubstituteRow,
    decisions_of,
    ended_of,
    fit_of,
    holds_of,
    substitutes_of,
)
from mentordesk.queries.pairs import PairRow, days_of, pair_record, pairs_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    DocumentRecord,
    GoalRecord,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    PaperRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class MeetingDue:
    """A meeting of the pair in the calendar that is not over; a conversation or a talk."""

    id: MeetingId
    kind: str
    title: Sayable
    starts_at: datetime  # by the wall clock of the programme
    rests: bool  # the pair is on hold over that day


@dataclass(frozen=True, slots=True)
class TalkMark:
    """A talk of the pair with the programme manager that was held or cancelled."""

    meeting: MeetingId
    day: date
    status: MeetingStatus


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    kind: str
    file_name: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class ReceivedPaper:
    side: Side
    kind: str
    received: bool | None
    received_on: date | None


@dataclass(frozen=True, slots=True)
class GoalRow:
    number: int
    set_on: date | None
    due_on: date | None
    status: GoalStatus


@dataclass(frozen=True, slots=True)
class PairPage:
    row: PairRow
    mentee: ParticipationId
    mentor: ParticipationId
    programme: str
    stage: Stage
    column: BoardColumn
    history: tuple[Reached, ...]
    can_do: tuple[Possible, ...]  # every step there is, with why not where it can't be taken now
    said_yes: tuple[Side, ...]
    conversations: tuple[ConversationMark, ...]  # by day
    talks: tuple[TalkMark, ...]  # by day
    due: tuple[MeetingDue, ...]  # in the order of their days; none once the pair has ended
    printed: tuple[PrintedPaper, ...]  # the newest first
    received: tuple[ReceivedPaper, ...]
    goals: tuple[GoalRow, ...]
    fit: tuple[FitRow, ...]  # four, asked and answered or not
    holds: tuple[HoldRow, ...]
    substitutes: tuple[SubstituteRow, ...]
    decisions: tuple[DecisionRow, ...]
    ended: EndingRow | None
    follows: PairId | None  # the mentee's pair before this one
    followed_by: PairId | None
    today: date

    @property
    def next(self) -> MeetingDue | None:
        """The first from today on that doesn't rest."""
        ahead = (each for each in self.due if not each.rests and each.starts_at.date() >= self.today)
        return next(ahead, None)

    @property
    def stands_in(self) -> SubstituteRow | None:
        """Whoever has the mentee today in the mentor's place."""
        return next((each for each in self.substitutes if each.stands_in_on(self.today)), None)


def pair_page(store: Store, pair: PairId, *, today: date) -> PairPage:
    """
    Raises:
        Refused: no pair of that id.
    """
    with store.reading() as session:
        record = pair_record(session, pair)
        (row,) = (each for each in pairs_over(session, record.programme_id) if each.id == pair)
        days = days_of(session, record)
        stage = stage_of(days)
        holds = holds_of(session, pair)
        marks, _ = conversations_over(session, pair=pair)
        programme: Programme = programme_of(session, record.programme_id)
        return PairPage(
            row,
            record.mentee_id,
            record.mentor_id,
            programme.name,
            stage,
            COLUMN_OF[stage],
            history_of(days),
            possible(stage),
            tuple(side for side in Side if days.agreed_on(side) is not None),
            tuple(marks.get(pair, ())),
            _talks(session, pair),
            () if stage in ENDED else _due(session, pair, today, holds if stage is Stage.ON_HOLD else ()),
            _printed(session, pair),
            _received(session, record),
            _goals(session, pair),
            fit_of(session, pair),
            holds,
            substitutes_of(session, pair),
            decisions_of(session, pair),
            ended_of(record),
            record.follows_id,
            session.scalar(select(PairRecord.id).where(PairRecord.follows_id == pair).limit(1)),
            today,
        )


def _talks(session: Session, pair: PairId) -> tuple[TalkMark, ...]:
    rows = session.execute(
        select(MeetingRecord.id, MeetingDayRecord.starts_at, MeetingRecord.status)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.pair_id == pair,
            MeetingRecord.kind == "pair_talk",
            MeetingRecord.status != MeetingStatus.PLANNED,
            MeetingDayRecord.number == 1,
        )
        .order_by(MeetingDayRecord.starts_at, MeetingRecord.id)
    )
    return tuple(TalkMark(id_, starts_at.date(), status) for id_, starts_at, status in rows)


def _due(session: Session, pair: PairId, today: date, holds: Sequence[HoldRow]) -> tuple[MeetingDue, ...]:
    """Planned meetings; older ones too, that nobody has said to be held or cancelled."""
    rows = session.execute(
        select(MeetingRecord.id, MeetingRecord.kind, MeetingRecord.title, MeetingDayRecord.starts_at)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.pair_id == pair,
            MeetingRecord.status == MeetingStatus.PLANNED,
            MeetingDayRecord.number == 1,
        )
        .order_by(MeetingDayRecord.starts_at, MeetingRecord.id)
    )
    return tuple(
        MeetingDue(id_, kind, title_of(kind, title), starts_at, _rests(starts_at.date(), today, holds))
        for id_, kind, title, starts_at in rows
    )


def _rests(day: date, today: date, holds: Sequence[HoldRow]) -> bool:
    """Nobody knows how long a hold without an end lasts; one whose end has passed lasts until somebody ends it."""
    return any(
        each.resumed_on is None and each.from_on <= day and (each.until_on is None or day < max(each.until_on, today))
        for each in holds
    )


def _printed(session: Session, pair: PairId) -> tuple[PrintedPaper, ...]:
    rows = session.execute(
        select(DocumentRecord.kind, DocumentRecord.file_name, DocumentRecord.made_at)
        .where(DocumentRecord.pair_id == pair)
        .order_by(DocumentRecord.made_at.desc(), DocumentRecord.id.desc())
    )
    return tuple(PrintedPaper(*row) for row in rows)


def _received(session: Session, pair: PairRecord) -> tuple[ReceivedPaper, ...]:
    sides = {pair.mentee_id: Side.MENTEE, pair.mentor_id: Side.MENTOR}
    rows = session.execute(
        select(PaperRecord.participation_id, PaperRecord.kind, PaperRecord.received, PaperRecord.received_on)
        .where(or_(PaperRecord.participation_id == pair.mentee_id, PaperRecord.participation_id == pair.mentor_id))
        .order_by(PaperRecord.kind, PaperRecord.id)
    )
    found = [ReceivedPaper(sides[of], kind, received, on) for of, kind, received, on in rows]
    return tuple(sorted(found, key=lambda paper: (paper.side, paper.kind)))


def _goals(session: Session, pair: PairId) -> tuple[GoalRow, ...]:
    rows = session.execute(
        select(GoalRecord.number, GoalRecord.set_on, GoalRecord.due_on, GoalRecord.status)
        .where(GoalRecord.pair_id == pair)
        .order_by(GoalRecord.number)
    )
    return tuple(GoalRow(*row) for row in rows)
