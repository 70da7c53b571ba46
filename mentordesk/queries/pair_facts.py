"""What stands beside a pair's conversations: what comes next with its script, its contract, answers on the fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PairId
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.pairs import FIT_AFTER, RUNNING
from mentordesk.domain.programmes import Mode
from mentordesk.domain.scripts import Script, script_of
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.conversations import Outcome, conversations_over
from mentordesk.queries.pair_life import FitRow, fit_of
from mentordesk.queries.pairs import pair_record
from mentordesk.storage.records import DocumentRecord, MeetingDayRecord, MeetingRecord
from mentordesk.storage.store import Store

_CONTRACT = "contract"  # a kind of documents, as it is noted when printed


@dataclass(frozen=True, slots=True)
class ContractPrinted:
    """One making of the contract: the newest is what holds."""

    made_at: datetime
    file_name: str
    languages: tuple[LanguageCode, ...]


@dataclass(frozen=True, slots=True)
class PairFacts:
    pair: PairId
    held: int
    runs: bool
    next_meeting: MeetingId | None
    next_at: datetime | None  # by the wall clock of the programme
    place: str
    mode: Mode | None
    script: Script
    printed: tuple[ContractPrinted, ...]  # the first made first: its place is its version
    mentee_agreed_on: date | None
    mentor_agreed_on: date | None
    signed_on: date | None
    goals_shared: bool
    rhythm_days: int | None
    length_minutes: int | None
    fit: tuple[FitRow, ...]  # four, asked and answered or not

    @property
    def fit_due(self) -> int:
        """After which conversation an answer is to be noted next: the latest that was held far enough."""
        reached = [after for after in FIT_AFTER if after <= self.held] or [FIT_AFTER[0]]
        return reached[-1]


def pair_facts(store: Store, pair: PairId, *, today: date) -> PairFacts:
    """
    Raises:
        Refused: no pair of that id.
    """
    with store.reading() as session:
        record = pair_record(session, pair)
        marks, _ = conversations_over(session, pair=pair)
        held = sum(each.outcome is not Outcome.CANCELLED and each.day <= today for each in marks.get(pair, ()))
        ahead = _next(session, pair, today) if record.status in RUNNING else None
        meeting, starts_at = (None, None) if ahead is None else ahead
        return PairFacts(
            pair=pair,
            held=held,
            runs=record.status in RUNNING,
            next_meeting=None if meeting is None else meeting.id,
            next_at=starts_at,
            place=(meeting.place if meeting is not None else "") or record.place or "",
            mode=record.mode if meeting is None else meeting.mode,
            script=script_of(None if meeting is None else meeting.kind, held),
            printed=_printed(session, pair),
            mentee_agreed_on=record.mentee_agreed_on,
            mentor_agreed_on=record.mentor_agreed_on,
            signed_on=record.signed_on,
            goals_shared=record.goals_shared,
            rhythm_days=record.rhythm_days,
            length_minutes=record.length_minutes,
            fit=fit_of(session, pair),
        )


def _next(session: Session, pair: PairId, today: date) -> tuple[MeetingRecord, datetime] | None:
    """The first conversation in the calendar from today on."""
    found = session.execute(
        select(MeetingRecord, MeetingDayRecord.starts_at)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.pair_id == pair,
            MeetingRecord.kind.in_(CONVERSATIONS),
            MeetingRecord.status == MeetingStatus.PLANNED,
            MeetingDayRecord.number == 1,
            MeetingDayRecord.starts_at >= datetime.combine(today, datetime.min.time()),
        )
        .order_by(MeetingDayRecord.starts_at)
        .limit(1)
    ).first()
    return None if found is None else (found[0], found[1])


def _printed(session: Session, pair: PairId) -> tuple[ContractPrinted, ...]:
    rows = session.execute(
        select(DocumentRecord.made_at, DocumentRecord.file_name, DocumentRecord.languages)
        .where(DocumentRecord.pair_id == pair, DocumentRecord.kind == _CONTRACT)
        .order_by(DocumentRecord.made_at, DocumentRecord.id)
    )
    return tuple(ContractPrinted(made_at, name, tuple(map(LanguageCode, codes))) for made_at, name, codes in rows)
