"""Each pair's conversations on one strip: when they were held, which are agreed, where it was silent for long (R60).

Dates and forms only; nothing of what was said is in the file to be asked for. How late is late is
domain/patience.py and the alerts, so that a strip and Today never disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from functools import lru_cache

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from mentordesk.domain.alerts import Urgency
from mentordesk.domain.alerts.conversations import first_contact, minimum, rhythm
from mentordesk.domain.alerts.pace import expected_of_minimum, interval
from mentordesk.domain.alerts.spans import Span, pair_span
from mentordesk.domain.alerts.views import Appointment, Conversation, PairInView
from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.domain.pair_stages import Rest
from mentordesk.domain.pairs import RUNNING, PairStatus
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.conversations import (
    ConversationMark,
    Outcome,
    PlannedMark,
    conversations_over,
    start_ups_over,
)
from mentordesk.queries.programmes import programmes_over
from mentordesk.queries.today.pairs import times_on_hold
from mentordesk.storage.records import PairRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

# Kept: thousands of pairs meet on the same few hundred days.
_conversation = lru_cache(4_096)(Conversation)
_appointment = lru_cache(4_096)(Appointment)


class StripState(Enum):
    ON_TRACK = auto()
    LONG_SINCE = auto()
    BEHIND = auto()  # in rhythm of late, but fewer than the minimum asks by now
    NOT_STARTED = auto()
    TOO_EARLY = auto()
    ON_HOLD = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence longer than agreed, between two conversations, before the first, or up to today."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class PairStrip:
    pair: PairId
    mentee: str
    mentor: str
    programme: ProgrammeId
    programme_name: str
    status: PairStatus
    begins_on: date  # the ends of its time axis
    ends_on: date
    conversations: tuple[ConversationMark, ...]  # by day
    planned: tuple[PlannedMark, ...]  # by day, from today on
    gaps: tuple[Gap, ...]
    next_on: date | None
    held: int
    expected: int  # the minimum's share of the time that has passed
    minimum: int  # over the whole programme
    state: StripState
    sentence: Message  # the state in words


def logbooks(store: Store, programme: ProgrammeId | None, *, today: date) -> tuple[PairStrip, ...]:
    """The pairs of a programme, or all, ended ones too, the first made first."""
    with store.reading() as session:
        programmes = {each.id: each for each in programmes_over(session) if programme in (None, each.id)}
        start_ups = start_ups_over(session)
        conversations, planned = conversations_over(session, programme)
        rests = times_on_hold(session, today)
        spans: dict[tuple[ProgrammeId, date], Span] = {}
        strips = []
        for id_, of, status, approved_on, ended_on, agreed, *names in session.execute(_pairs(programme)):
            if of not in programmes:
                continue
            joined = (of, approved_on)
            if joined not in spans:
                spans[joined] = pair_span(programmes[of], approved_on, start_ups.get(of))
            marks, coming = conversations.get(id_, []), planned.get(id_, [])
            theirs = tuple(rests.get(id_, ()))
            view = _view(programmes[of], spans[joined], today, status, approved_on, agreed, marks, coming, theirs)
            given, family, other_given, other_family = names
            mentee, mentor = f"{given} {family}".strip(), f"{other_given} {other_family}".strip()
            strips.append(_strip(id_, mentee, mentor, programmes[of], ended_on, view, marks, coming))
    return tuple(strips)


def _strip(
    pair: PairId,
    mentee: str,
    mentor: str,
    programme: Programme,
    ended_on: date | None,
    view: PairInView,
    marks: Sequence[ConversationMark],
    coming: Sequence[PlannedMark],
) -> PairStrip:
    state = _state(view)
    ahead = tuple(each for each in coming if each.day >= view.today) if view.status in RUNNING else ()
    return PairStrip(
        pair,
        mentee,
        mentor,
        programme.id,
        programme.name,
        view.status,
        view.begins_on,
        min(view.ends_on, ended_on or view.ends_on),
        tuple(marks),
        ahead,
        tuple(_gaps(view)),
        ahead[0].day if ahead else None,
        view.held,
        expected_of_minimum(view),
        programme.settings.conversations.minimum,
        state,
        _in_words(state, view),
    )


def _state(view: PairInView) -> StripState:
    if view.status not in RUNNING or view.today > view.ends_on:
        return StripState.ENDED
    if view.status is PairStatus.ON_HOLD:
        return StripState.ON_HOLD
    if not view.conversations:
        return StripState.TOO_EARLY if first_contact(view) is None else StripState.NOT_STARTED
    if rhythm(view) is not None:
        return StripState.LONG_SINCE
    behind = minimum(view)
    if behind is None:
        return StripState.ON_TRACK
    return StripState.TOO_EARLY if behind.urgency is Urgency.TOO_EARLY else StripState.BEHIND


def _in_words(state: StripState, view: PairInView) -> Message:
    match state:
        case StripState.ON_TRACK:
            return msg("On track")
        case StripState.LONG_SINCE:
            days = (view.today - view.conversations[-1].held_on).days
            return nmsg("Long since last ({count} day)", "Long since last ({count} days)", days)
        case StripState.BEHIND:
            return msg(
                "Fewer than the minimum by now ({held} of {expected})",
                held=view.held,
                expected=expected_of_minimum(view),
            )
        case StripState.NOT_STARTED:
            return msg("Not started")
        case StripState.TOO_EARLY:
            return msg("Too early to tell")
        case StripState.ON_HOLD:
            return msg("On hold")
        case StripState.ENDED:
            return msg("Ended")


def _gaps(view: PairInView) -> Iterator[Gap]:
    """By the interval that held at that time; the last one runs to today while the pair meets."""
    rule, held = view.settings.conversations, [each.held_on for each in view.conversations]
    dense = rule.dense if view.agreed_rhythm is None else 0
    thinned = bool(dense) and len(held) >= dense  # else what holds now has always held
    limits = [view.patience.silence * interval(replace(view, conversations=()) if thinned else view).days]
    limits.append(view.patience.silence * interval(view).days if thinned else limits[0])
    stops = [view.begins_on, *held, *([view.today] if view.running else [])]
    for number in range(len(stops) - 1):
        first, last = stops[number], stops[number + 1]
        if (last - first).days >= limits[bool(dense) and number >= dense]:
            yield Gap(first, last)


def _view(
    programme: Programme,
    span: Span,
    today: date,
    status: PairStatus,
    approved_on: date,
    agreed: int | None,
    marks: Sequence[ConversationMark],
    coming: Sequence[PlannedMark],
    rests: tuple[Rest, ...],
) -> PairInView:
    """As the alerts see a pair; what happens after today is not in it."""
    return PairInView(
        today=today,
        settings=programme.settings,
        patience=programme.settings.patience,
        status=status,
        approved_on=approved_on,
        begins_on=span.begins_on,
        ends_on=span.ends_on,
        semester=span.semesters[0],
        agreed_rhythm=agreed,
        conversations=tuple(
            _conversation(each.day, each.topic_sent, each.summary_written)
            for each in marks
            if each.outcome is not Outcome.CANCELLED and each.day <= today
        ),
        appointments=tuple(_appointment("conversation", each.day) for each in coming),
        rests=rests,
    )


def _pairs(
    programme: ProgrammeId | None,
) -> Select[PairId, ProgrammeId, PairStatus, date, date | None, int | None, str, str, str, str]:
    mentee_side, mentor_side = aliased(ParticipationRecord), aliased(ParticipationRecord)
    mentee, mentor = aliased(PersonRecord), aliased(PersonRecord)
    rows = (
        select(
            PairRecord.id,
            PairRecord.programme_id,
            PairRecord.status,
            PairRecord.approved_on,
            PairRecord.ended_on,
            PairRecord.rhythm_days,
            mentee.given_name,
            mentee.family_name,
            mentor.given_name,
            mentor.family_name,
        )
        .join(mentee_side, mentee_side.id == PairRecord.mentee_id)
        .join(mentor_side, mentor_side.id == PairRecord.mentor_id)
        .join(mentee, mentee.id == mentee_side.person_id)
        .join(mentor, mentor.id == mentor_side.person_id)
        .order_by(PairRecord.id)
    )
    return rows if programme is None else rows.where(PairRecord.programme_id == programme)
