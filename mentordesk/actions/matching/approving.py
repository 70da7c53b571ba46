"""Approving a plan (R22, R34): exceptions, pairs, their meetings and the decision are one change, one undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.laying_out import lay_out_pair
from mentordesk.actions.matching.making import (
    CriteriaException,
    check_answered,
    check_places,
    checked,
    either,
    make_pair,
    note_exception,
    note_exceptions,
    note_passed,
    open_criteria,
    running_pairs,
)
from mentordesk.actions.matching.seats import CHANGED_MEANWHILE, open_plan
from mentordesk.domain.approval import Obstacle
from mentordesk.domain.ids import PairId, ProgrammeId, ScenarioId
from mentordesk.domain.passing import Graveness, PairWarning, Passing, check_passed
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.matching.candidates import PairKey
from mentordesk.queries.matching import question_over
from mentordesk.queries.pair_warnings import warnings_of
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import ApprovalRecord, PairRecord, ScenarioPairRecord
from mentordesk.storage.store import Store

__all__ = ["Approved", "CriteriaException", "NotYetApproved", "approve", "checked", "note_exception"]


class NotYetApproved(NotYet):
    """All that must be answered first, as values too: what nobody excepts, and what is said against the pairs."""

    def __init__(
        self, no: Sequence[NotYet], scenario: str, open_criteria: Sequence[Obstacle], warnings: Sequence[PairWarning]
    ) -> None:
        """`no`: why not, one or two of them."""
        super().__init__(no[0].message if len(no) == 1 else _BOTH, *(detail for each in no for detail in each.details))
        self.scenario = scenario
        self.open_criteria = tuple(open_criteria)
        self.warnings = tuple(warnings)

    @property
    def dependences(self) -> tuple[PairWarning, ...]:
        """Those that a reason alone does not pass."""
        return tuple(each for each in self.warnings if each.graveness is Graveness.DEPENDENCE)


@dataclass(frozen=True, slots=True)
class Approved:
    pairs: tuple[PairId, ...]
    meetings: int
    excepted: int


def approve(
    store: Store,
    *,
    programme: ProgrammeId,
    scenario: str,
    today: date,
    by: str,
    exception: CriteriaException | None = None,
    passing: Passing | None = None,
) -> Approved:
    """Turns a kept plan into pairs with their meetings.

    A warning needs a reason of `passing`, or where that is None the one of `exception`; a position of dependence the
    two confirmations in `passing` too (UX 5.4). Reasons stay with the pair.

    Raises:
        NotYetApproved: something unknown, not met, without a reason or not confirmed stands in the way; nothing was
            done.
        Refused: there is no such plan, it is empty or approved already, a place in it was taken meanwhile, a mentor
            would have more mentees than she takes, or a mentee is not to be matched.
    """
    exception = None if exception is None else checked(exception)
    passing = either(passing, exception)
    what = msg("Approve the plan {name}", name=scenario)
    with store.changing(what) as session:
        found = open_plan(session, programme, scenario)
        pairs = _pairs_of(session, found.id)
        if not pairs:
            raise Refused(msg("The plan {name} holds no pair.", name=scenario))
        running = running_pairs(session, programme)
        _check_nobody_taken(running, pairs)
        warnings = _warnings(session, programme, scenario, pairs, today)
        check_places(session, programme, (mentor for _, mentor in pairs), today)
        open_ones = open_criteria(session, programme, pairs, today)
        _check_all_answered(scenario, open_ones, exception, warnings, passing)
        note_exceptions(session, open_ones, exception, today)
        made = [make_pair(session, programme, pair, today, scenario=found.id) for pair in pairs]
        for pair in made:
            note_passed(session, pair, warnings, passing, today)
        setting = programme_of(session, programme)
        meetings = sum(
            lay_out_pair(session, setting, pair.id, len(running) + turn, today, store.clock())
            for turn, pair in enumerate(made)
        )
        found.approved_at, found.approved_by = store.clock(), by
        session.add(
            ApprovalRecord(
                scenario_id=found.id,
                decided_at=store.clock(),
                decided_by=exception.by if exception else by,
                exception_reason=exception.reason if exception and open_ones else None,
                exceptions=len(open_ones),
            )
        )
        return Approved(tuple(pair.id for pair in made), meetings, len(open_ones))


_BOTH = msg(
    "Nothing was approved: criteria are not answered, and warnings are not passed. Answer them, or write the reasons."
)


def _check_all_answered(
    scenario: str,
    open_ones: Sequence[Obstacle],
    exception: CriteriaException | None,
    warnings: Sequence[PairWarning],
    passing: Passing | None,
) -> None:
    """Criteria and warnings at once: whoever has answered the ones shall not be surprised by the others.

    Raises:
        NotYetApproved: one of either is open.
        Refused: as `check_passed`.
    """
    checks: tuple[Callable[[], object], ...] = (
        lambda: check_answered(open_ones, exception),
        lambda: check_passed(warnings, passing),
    )
    found: list[NotYet] = []
    for check in checks:
        try:
            check()
        except NotYet as no:
            found.append(no)
    if found:
        raise NotYetApproved(found, scenario, open_ones, warnings)


def _pairs_of(session: Session, scenario: ScenarioId) -> list[PairKey]:
    rows = session.execute(
        select(ScenarioPairRecord.mentee_id, ScenarioPairRecord.mentor_id)
        .where(ScenarioPairRecord.scenario_id == scenario)
        .order_by(ScenarioPairRecord.mentee_id)
    )
    return [(mentee, mentor) for mentee, mentor in rows if mentor is not None]


def _check_nobody_taken(running: Sequence[PairRecord], pairs: Sequence[PairKey]) -> None:
    taken = {pair.mentee_id for pair in running}
    again = sum(mentee in taken for mentee, _ in pairs)
    if again:
        raise Refused(
            nmsg(
                "{count} mentee of this plan has a mentor by now. Match again first.",
                "{count} mentees of this plan have a mentor by now. Match again first.",
                again,
            )
        )


def _warnings(
    session: Session, programme: ProgrammeId, scenario: str, pairs: Sequence[PairKey], today: date
) -> list[PairWarning]:
    """What is said against the pairs of the plan.

    Raises:
        Refused: somebody in it has left, or is not to be matched any more.
    """
    question = question_over(session, programme, today=today, scenario=scenario)
    found: list[PairWarning] = []
    for mentee, mentor in pairs:
        if mentee not in question.row or mentor not in question.column:
            raise Refused(CHANGED_MEANWHILE)
        found += warnings_of(question, question.mentee(mentee), question.mentor(mentor))
    return found
