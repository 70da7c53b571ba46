"""Plans to be set side by side (R34), as they lie in the file and would be asked now.

Comparing them is pure (`matching.side_by_side`) and solves each plan twice, so it belongs outside a session.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId, ScenarioId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.matching.candidates import Question
from mentordesk.matching.scenario import MentorOf
from mentordesk.matching.side_by_side import (
    Comparison,
    Differing,
    KeptPlan,
    Levels,
    PlanCompared,
    ScoredPair,
    SeatCompared,
    compare,
    weights_by_factor,
)
from mentordesk.queries.matching import questions_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import PairRecord, ScenarioPairRecord, ScenarioRecord
from mentordesk.storage.store import Store

__all__ = [
    "Comparison",
    "Differing",
    "KeptPlan",
    "Levels",
    "PlanCompared",
    "ScoredPair",
    "SeatCompared",
    "compare",
    "comparison",
    "plans_to_compare",
    "weights_by_factor",
]


def comparison(store: Store, programme: ProgrammeId, names: Sequence[str], *, today: date) -> Comparison:
    """Reads and compares. Raises Refused as `plans_to_compare` does."""
    return compare(plans_to_compare(store, programme, names, today=today))


def plans_to_compare(
    store: Store, programme: ProgrammeId, names: Sequence[str], *, today: date
) -> tuple[KeptPlan, ...]:
    """An approved plan stands among the others as if it were not: the pairs made from it are thought away.

    Raises:
        Refused: fewer than two plans, one twice, or none of a name.
    """
    wanted = [one_line(name) for name in names]
    if len(set(wanted)) < max(2, len(wanted)):
        raise Refused(msg("Comparing takes two different plans or more."))
    with store.reading() as session:
        there = {
            plan.name: plan
            for plan in session.scalars(select(ScenarioRecord).where(ScenarioRecord.programme_id == programme))
        }
        for name in wanted:
            if name not in there:
                raise Refused(msg("There is no plan named {name}.", name=name))
        settings = programme_of(session, programme).settings.matching
        made = _made_from(session, programme, {there[name].id for name in wanted})
        asked = questions_over(session, programme, wanted, today=today, without=made)
        seats: dict[str, dict[ParticipationId, ParticipationId]] = {there[name].id: {} for name in wanted}
        for seat in session.scalars(select(ScenarioPairRecord).where(ScenarioPairRecord.scenario_id.in_(seats))):
            if seat.mentor_id is not None:
                seats[seat.scenario_id][seat.mentee_id] = seat.mentor_id
        return tuple(
            KeptPlan(name, there[name].notes, question, _still_there(question, seats[there[name].id]), settings)
            for name, question in zip(wanted, asked, strict=True)
        )


def _made_from(session: Session, programme: ProgrammeId, plans: Collection[ScenarioId]) -> frozenset[PairId]:
    """The pairs that came of approving these plans, and those that followed one of them."""
    found: set[PairId] = set()
    known = select(PairRecord.id, PairRecord.scenario_id, PairRecord.follows_id)
    for pair, plan, follows in session.execute(
        known.where(PairRecord.programme_id == programme).order_by(PairRecord.id)
    ):
        if plan in plans or follows in found:
            found.add(pair)
    return frozenset(found)


def _still_there(question: Question, seats: MentorOf) -> MentorOf:
    """Without seats of people who have left or are matched by now."""
    return {mentee: mentor for mentee, mentor in seats.items() if mentee in question.row and mentor in question.column}
