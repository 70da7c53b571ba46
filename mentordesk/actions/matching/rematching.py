"""A new mentor for a mentee whose pair ends (R40): what that does to the others is shown first, then done exactly so.

Looking ahead is the deed itself, rolled back: so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from mentordesk.actions.matching.ending import Agreement, dissolve_in
from mentordesk.actions.matching.single import Consent, Paired, SaidAgainst, pair_up, said_against
from mentordesk.actions.matching.stepping import two_names
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId
from mentordesk.i18n.message import msg
from mentordesk.matching.candidates import Question
from mentordesk.matching.comparison import changes
from mentordesk.matching.forcing import Move
from mentordesk.matching.scenario import Solution, solve
from mentordesk.queries.loads import Places, places_over
from mentordesk.queries.matching import question_over, shown_plan, unnamed_plan_over
from mentordesk.queries.pairs import pair_record
from mentordesk.queries.participants import names_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Rematched:
    """What was done: the meetings that are cancelled, and the new pair if a mentor was chosen."""

    cancelled: tuple[MeetingId, ...]
    new: Paired | None


@dataclass(frozen=True, slots=True)
class RematchEffect:
    """What ending a pair, and giving its mentee this mentor, would do.

    `others` are the changes in the best plan of everybody who has no mentor, herself among them where none was
    chosen; running pairs never change. Who would be without a mentor is named before and after.
    """

    cancelled: tuple[MeetingId, ...]
    meetings: int  # of the new pair
    places: Mapping[ParticipationId, Places]  # of both mentors, afterwards
    said: SaidAgainst | None  # against the new pair, to be answered before it is made
    others: tuple[Move, ...]
    without_before: tuple[ParticipationId, ...]
    without_after: tuple[ParticipationId, ...]


def rematch(
    store: Store,
    pair: PairId,
    agreement: Agreement,
    *,
    mentor: ParticipationId,
    today: date,
    consent: Consent,
) -> Rematched:
    """Ends the pair by agreement and makes the new one, in one change; that a new mentor is wanted goes without saying.

    Raises:
        NotYet, Refused: as ending a pair and approving one do.
    """
    consent = consent.checked()
    two = two_names(store, pair)
    with store.reading() as session:
        name = names_over(session, [mentor])[mentor]
    what = msg(
        "End the pair {mentee} and {mentor}, and match {mentee} with {other}",
        mentee=two.mentee,
        mentor=two.mentor,
        other=name,
    )
    with store.changing(what) as session:
        cancelled = dissolve_in(session, pair, _wanting_one(agreement), store.today(), store.clock())
        record = pair_record(session, pair)
        said = said_against(session, record.programme_id, (record.mentee_id, mentor), today)
        said.check(session, record.programme_id, consent, today)
        return Rematched(cancelled, pair_up(session, record.programme_id, said, today, store.clock(), consent))


def rematch_effect(
    store: Store, pair: PairId, agreement: Agreement, *, mentor: ParticipationId | None, today: date
) -> RematchEffect:
    """What would change; nothing does. Without a mentor the mentee goes among those who are to be matched.

    Raises:
        Refused: the pair cannot be ended so, or the mentor takes no part.
    """
    with store.reading() as session:
        programme = pair_record(session, pair).programme_id
        plan = unnamed_plan_over(session, programme)
        before = question_over(session, programme, today=today, scenario=plan)
    shown = shown_plan(store, programme, plan)
    seen = _look_ahead(store, pair, agreement, mentor, today, plan)
    was, becomes = solve(before, shown=shown), solve(seen.question, shown=shown)
    return RematchEffect(
        seen.done.cancelled,
        0 if seen.done.new is None else seen.done.new.meetings,
        seen.places,
        seen.said,
        changes(seen.question, was.mentor_of, becomes.mentor_of),
        _left(was),
        _left(becomes),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """How it would be afterwards."""

    done: Rematched
    said: SaidAgainst | None
    question: Question
    places: Mapping[ParticipationId, Places]


class _OnlyLooking(Exception):
    """Takes everything back, and what was seen with it out of the change."""

    def __init__(self, seen: _Seen) -> None:
        super().__init__("looked ahead")
        self.seen = seen


def _look_ahead(
    store: Store, pair: PairId, agreement: Agreement, mentor: ParticipationId | None, today: date, plan: str
) -> _Seen:
    try:
        with store.changing(msg("Look ahead")) as session:
            wanted = agreement if mentor is None else _wanting_one(agreement)
            cancelled = dissolve_in(session, pair, wanted, store.today(), store.clock())
            record = pair_record(session, pair)
            programme, said, new = record.programme_id, None, None
            if mentor is not None:
                said = said_against(session, programme, (record.mentee_id, mentor), today)
                new = pair_up(session, programme, said, today, store.clock(), None)
            session.flush()
            both = [record.mentor_id] if mentor is None else [record.mentor_id, mentor]
            places = places_over(session, programme_of(session, programme), both, today)
            question = question_over(session, programme, today=today, scenario=plan)
            raise _OnlyLooking(_Seen(Rematched(cancelled, new), said, question, places))
    except _OnlyLooking as looked:
        return looked.seen


def _wanting_one(agreement: Agreement) -> Agreement:
    return replace(agreement, new_mentor_wanted=True)


def _left(solution: Solution) -> tuple[ParticipationId, ...]:
    return tuple(mentee.id for mentee in solution.question.mentees if mentee.id not in solution.mentor_of)
