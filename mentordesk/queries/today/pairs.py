"""Pairs as alerts look at them: dates and answers, and nothing of what was said (R60)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts.spans import Span, pair_span
from mentordesk.domain.alerts.views import Appointment, CheckOut, Conversation, FitAnswer, GoalDate, PairInView
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.pair_stages import Rest
from mentordesk.domain.plan import TalkWindow, plan
from mentordesk.domain.programmes import Programme, ProgrammeSettings, Timing
from mentordesk.domain.refusals import Refused
from mentordesk.queries.today.dealt_with import TakenStep
from mentordesk.queries.today.meetings import NOT_DISSOLVED, appointments
from mentordesk.storage.records import (
    CheckOutRecord,
    ConsentRecord,
    DocumentRecord,
    FitRecord,
    GoalDocumentRecord,
    GoalRecord,
    HoldRecord,
    LogbookEntryRecord,
    MeetingRecord,
    PairRecord,
    PaperRecord,
)

_LAST = "conversation_last"  # a meeting's kind
CONTRACT, CHECKLIST = "contract", "first-meeting-checklist"  # kinds of documents, as they are noted when printed


@dataclass(frozen=True, slots=True)
class WatchedPair:
    """A pair with its two participations, and which of its papers were printed."""

    id: PairId
    programme: ProgrammeId
    mentee: ParticipationId
    mentor: ParticipationId
    view: PairInView
    printed: frozenset[str]


def watched_pairs(
    session: Session,
    programmes: Mapping[ProgrammeId, Programme],
    start_ups: Mapping[ProgrammeId, date],
    day: date,
    steps: Mapping[PairId, Sequence[TakenStep]] = MappingProxyType({}),
) -> tuple[WatchedPair, ...]:
    """Of the programmes given, as they stand now; what they do after that day is not seen.

    `steps`: what was done about their silence.
    """
    logged, planned = _conversations(session, day), appointments(session)
    fit, told, goals = _fit(session, day), _check_outs(session, day), _goals(session)
    goals_agreed, rests = _with_goals_agreed(session), times_on_hold(session, day)
    windows = _TalkWindows()
    printed: defaultdict[PairId | None, set[str]] = defaultdict(set)
    for pair_id, kind in session.execute(select(DocumentRecord.pair_id, DocumentRecord.kind)):
        printed[pair_id].add(kind)
    spans: dict[tuple[ProgrammeId, date], Span] = {}
    found = []
    for pair in session.scalars(select(PairRecord).where(PairRecord.status.in_(NOT_DISSOLVED)).order_by(PairRecord.id)):
        programme = programmes.get(pair.programme_id)
        if programme is None:
            continue
        joined = (programme.id, pair.approved_on)
        if joined not in spans:
            spans[joined] = pair_span(programme, pair.approved_on, start_ups.get(programme.id))
        span = spans[joined]
        theirs = planned.get(pair.id, ())
        met = _held(logged.get(pair.id, ()), theirs, day)
        view = PairInView(
            today=day,
            settings=programme.settings,
            patience=programme.settings.patience,
            status=pair.status,
            approved_on=pair.approved_on,
            begins_on=span.begins_on,
            ends_on=span.ends_on,
            semester=span.semester(day),
            signed_on=pair.signed_on,
            agreed_rhythm=pair.rhythm_days,
            conversations=met,
            appointments=tuple(theirs),
            fit=tuple(fit.get(pair.id, ())),
            check_out=told.get(pair.id),
            goals=tuple(goals.get(pair.id, ())),
            goal_document=pair.id in goals_agreed,
            steps=tuple(each.step for each in steps.get(pair.id, ()) if not met or each.taken_on > met[-1].held_on),
            rests=tuple(rests.get(pair.id, ())),
            talk_window=windows.of(programme, span, day),
        )
        found.append(
            WatchedPair(
                pair.id,
                pair.programme_id,
                pair.mentee_id,
                pair.mentor_id,
                view,
                frozenset(printed.get(pair.id, ())),
            )
        )
    return tuple(found)


def times_on_hold(session: Session, day: date) -> Mapping[PairId, Sequence[Rest]]:
    """Of every pair, those that began by that day; one that ended later still lasted then."""
    rows = session.execute(
        select(HoldRecord.pair_id, HoldRecord.from_on, HoldRecord.until_on, HoldRecord.resumed_on)
        .where(HoldRecord.from_on <= day)
        .order_by(HoldRecord.from_on, HoldRecord.id)
    )
    found: defaultdict[PairId, list[Rest]] = defaultdict(list)
    for pair, from_on, until_on, resumed_on in rows:
        found[pair].append(Rest(from_on, until_on, resumed_on if resumed_on and resumed_on <= day else None))
    return found


class _TalkWindows:
    """When pairs talk with their programme manager, worked out once for all that began together."""

    def __init__(self) -> None:
        self._found: dict[tuple[ProgrammeId, date], tuple[TalkWindow, ...]] = {}

    def of(self, programme: Programme, span: Span, day: date) -> tuple[date, date] | None:
        """The one of that day's semester, from and to open days; None where the programme asks for no talk."""
        semester = span.semester(day)
        key = programme.id, span.semesters[0].starts_on
        if key not in self._found:
            self._found[key] = _talk_windows(programme.settings, key[1])
        theirs = (each for each in self._found[key] if each.semester.number == semester.number)
        window = next(theirs, None)
        return None if window is None else (window.opens_on, window.closes_on)


def _talk_windows(settings: ProgrammeSettings, start: date) -> tuple[TalkWindow, ...]:
    if all(each.timing is not Timing.PAIR_EACH_SEMESTER for each in settings.meetings):
        return ()
    try:
        return plan(settings, start).talk_windows
    except Refused:  # settings that leave no open day: the wanted days are all that can be said
        return ()


def _held(logged: Sequence[Conversation], theirs: Sequence[Appointment], day: date) -> tuple[Conversation, ...]:
    """Entries of the logbook, and meetings marked as held that have none."""
    marked = [
        Conversation(each.day, last=each.kind == _LAST)
        for each in theirs
        if each.kind in CONVERSATIONS and each.status is MeetingStatus.HELD and each.day <= day
    ]
    return tuple(sorted([*logged, *marked], key=lambda each: each.held_on))


def _conversations(session: Session, day: date) -> Mapping[PairId, Sequence[Conversation]]:
    rows = session.execute(
        select(
            LogbookEntryRecord.pair_id,
            LogbookEntryRecord.held_on,
            LogbookEntryRecord.topic_sent,
            LogbookEntryRecord.summary_written,
            MeetingRecord.kind,
        )
        .outerjoin(MeetingRecord, MeetingRecord.id == LogbookEntryRecord.meeting_id)
        .where(LogbookEntryRecord.held_on <= day)
    )
    found: defaultdict[PairId, list[Conversation]] = defaultdict(list)
    for pair, held_on, topic_sent, summary_written, kind in rows:
        found[pair].append(Conversation(held_on, topic_sent, summary_written, kind == _LAST))
    return found


def _fit(session: Session, day: date) -> Mapping[PairId, Sequence[FitAnswer]]:
    rows = session.execute(
        select(
            FitRecord.pair_id,
            FitRecord.side,
            FitRecord.after_meeting,
            FitRecord.answered_on,
            FitRecord.value,
            FitRecord.wants_to_talk,
        ).where(FitRecord.answered_on <= day)
    )
    found: defaultdict[PairId, list[FitAnswer]] = defaultdict(list)
    for pair, side, after_meeting, answered_on, value, wants_to_talk in rows:
        found[pair].append(FitAnswer(side, after_meeting, answered_on, value, wants_to_talk))
    return found


def _check_outs(session: Session, day: date) -> Mapping[PairId, CheckOut]:
    """The newest answer of each pair that the mentee still shares."""
    rows = session.execute(
        select(LogbookEntryRecord.pair_id, LogbookEntryRecord.held_on, CheckOutRecord.worth_meeting_again)
        .join(ConsentRecord, ConsentRecord.id == CheckOutRecord.consent_id)
        .join(LogbookEntryRecord, LogbookEntryRecord.id == ConsentRecord.entry_id)
        .where(ConsentRecord.revoked_on.is_(None), LogbookEntryRecord.held_on <= day)
        .order_by(LogbookEntryRecord.held_on)
    )
    return {pair: CheckOut(held_on, worth) for pair, held_on, worth in rows}


def _goals(session: Session) -> Mapping[PairId, Sequence[GoalDate]]:
    found: defaultdict[PairId, list[GoalDate]] = defaultdict(list)
    rows = session.execute(select(GoalRecord.pair_id, GoalRecord.number, GoalRecord.due_on, GoalRecord.status))
    for pair, number, due_on, status in rows:
        found[pair].append(GoalDate(number, due_on, status))
    return found


def _with_goals_agreed(session: Session) -> frozenset[PairId]:
    """Whose goal document came in, or of whose it is noted that both agreed on it."""
    paper = (
        select(PairRecord.id)
        .join(PaperRecord, PaperRecord.participation_id == PairRecord.mentee_id)
        .where(PaperRecord.kind == PaperKind.GOALS, PaperRecord.received.is_(True))
    )
    agreed = select(GoalDocumentRecord.pair_id).where(GoalDocumentRecord.agreed_on.is_not(None))
    return frozenset(session.scalars(paper.union(agreed)))
