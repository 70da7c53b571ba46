"""What can be done with a pair, at which stage, and where it leads (R40 to R42): one table.

To add one: a value of PairStep, a line in STEPS with its sentences in three languages, and the action that does it.
Why a pair may not be made at all is passing.py; the days themselves are pair_stages.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.pair_stages import ENDED, IN_LINE, STAGE_NAMES, Stage
from mentordesk.i18n.message import Message, msg


class PairStep(StrEnum):
    ASK = "ask"
    ACCEPT = "accept"
    DECLINE = "decline"
    SIGN = "sign"
    BEGIN = "begin"
    AGREE = "agree"
    HOLD = "hold"
    RESUME = "resume"
    SUBSTITUTE = "substitute"
    FIT = "fit"
    COMPLETE = "complete"
    DISSOLVE = "dissolve"
    REMATCH = "rematch"


@dataclass(frozen=True, slots=True)
class StepFact:
    """From which stages a step may be taken and to which it leads; and the sentences for the others."""

    step: PairStep
    title: Message
    leads: Mapping[Stage, frozenset[Stage]]
    too_early: Message | None = None
    too_late: Message | None = None
    on_hold: Message | None = None


def _to(target: Stage, *sources: Stage) -> dict[Stage, frozenset[Stage]]:
    return {source: frozenset({target}) for source in sources}


def _staying(sources: Iterable[Stage]) -> dict[Stage, frozenset[Stage]]:
    return {source: frozenset({source}) for source in sources}


_BEFORE_THE_CONTRACT = (Stage.PROPOSAL, Stage.ASKED, Stage.ACCEPTED_BY_ONE, Stage.AGREED)
_RUNNING = (*IN_LINE, Stage.ON_HOLD)
_GO_ON_FIRST = msg("The pair is on hold. Let it go on first.")
_BOUND = msg("The two have a contract. End the pair by agreement instead.")

STEPS: tuple[StepFact, ...] = (
    StepFact(
        PairStep.ASK,
        msg("Ask both"),
        _to(Stage.ASKED, Stage.PROPOSAL),
        too_late=msg("Both were asked already. Note what they answer."),
        on_hold=_GO_ON_FIRST,
    ),
    StepFact(
        PairStep.ACCEPT,
        msg("Note a yes"),
        {**_to(Stage.ACCEPTED_BY_ONE, Stage.ASKED), **_to(Stage.AGREED, Stage.ACCEPTED_BY_ONE)},
        too_early=msg("Nobody was asked yet. Ask both first."),
        too_late=msg("Both have said yes already. The next step is their contract, then the first conversation."),
        on_hold=_GO_ON_FIRST,
    ),
    StepFact(
        PairStep.DECLINE,
        msg("Note a no, or take the proposal back"),
        _to(Stage.DECLINED, *_BEFORE_THE_CONTRACT),
        too_late=_BOUND,
        on_hold=_BOUND,
    ),
    StepFact(
        PairStep.SIGN,
        msg("Mark the contract as signed"),
        {**_to(Stage.SIGNED, *_BEFORE_THE_CONTRACT), **_staying((Stage.SIGNED, Stage.ACTIVE, Stage.ON_HOLD))},
    ),
    StepFact(
        PairStep.BEGIN,
        msg("Mark as active"),
        _to(Stage.ACTIVE, Stage.SIGNED),
        too_early=msg("The contract is not signed. Mark it as signed first."),
        too_late=msg("The pair is active already."),
        on_hold=_GO_ON_FIRST,
    ),
    StepFact(PairStep.AGREE, msg("Note what the two agreed"), _staying(_RUNNING)),
    StepFact(
        PairStep.HOLD,
        msg("Put on hold"),
        _to(Stage.ON_HOLD, Stage.SIGNED, Stage.ACTIVE),
        too_early=msg("The contract is not signed, so there is nothing to put on hold yet. Take the proposal back."),
        on_hold=msg("The pair is on hold already."),
    ),
    StepFact(
        PairStep.RESUME,
        msg("Go on after a hold"),
        {Stage.ON_HOLD: frozenset({Stage.SIGNED, Stage.ACTIVE})},
        too_early=msg("The pair is not on hold."),
    ),
    StepFact(
        PairStep.SUBSTITUTE,
        msg("Let another mentor stand in"),
        _staying((Stage.SIGNED, Stage.ACTIVE, Stage.ON_HOLD)),
        too_early=msg("The contract is not signed, so nobody stands in yet. Choose another mentor instead."),
    ),
    StepFact(PairStep.FIT, msg("Ask how well they fit"), _staying(_RUNNING)),
    StepFact(
        PairStep.COMPLETE,
        msg("Complete the pair"),
        _to(Stage.COMPLETED, Stage.ACTIVE),
        too_early=msg("The pair has not begun, so it can't be completed. End it by agreement, or mark it as active."),
        on_hold=_GO_ON_FIRST,
    ),
    StepFact(PairStep.DISSOLVE, msg("End by agreement"), _to(Stage.DISSOLVED, *_RUNNING)),
    StepFact(PairStep.REMATCH, msg("End by agreement and find a new mentor"), _to(Stage.DISSOLVED, *_RUNNING)),
)


@dataclass(frozen=True, slots=True)
class Possible:
    """A step as a pair's page offers it; `why_not` is None where it can be taken now."""

    step: PairStep
    title: Message
    why_not: Message | None


def step_fact(step: PairStep) -> StepFact:
    return next(fact for fact in STEPS if fact.step is step)


def why_not(step: PairStep, stage: Stage) -> Message | None:
    """What keeps the step from being taken at this stage, with what to do instead; None: it may be."""
    fact = step_fact(step)
    if stage in fact.leads:
        return None
    if stage in ENDED:
        return msg("The pair has ended ({stage}), and stays as it is.", stage=STAGE_NAMES[stage])
    if stage is Stage.ON_HOLD:
        said = fact.on_hold
    else:
        earliest = min((IN_LINE.index(each) for each in fact.leads if each in IN_LINE), default=len(IN_LINE))
        said = fact.too_early if IN_LINE.index(stage) < earliest else fact.too_late
    assert said is not None, (step, stage)  # tests/domain/test_pair_steps.py walks the whole table
    return said


def possible(stage: Stage) -> tuple[Possible, ...]:
    """Every step, in the order of the table."""
    return tuple(Possible(fact.step, fact.title, why_not(fact.step, stage)) for fact in STEPS)
