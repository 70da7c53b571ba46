"""A proof that cannot fail proves nothing: each way to be wrong is tried."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mentordesk.matching import engine
from mentordesk.matching.levels import Points, Whole
from mentordesk.matching.optimum import Plan, best_plan
from mentordesk.matching.proof import Bound, NotProved, Proof
from tests.matching.instances import Instance, lifelike


@pytest.fixture
def instance() -> Instance:
    """Scarce enough that some mentors are full and some mentees are left out."""
    return lifelike(24, 14, seed=2)


@pytest.fixture(params=[False, True], ids=["plain", "lowest raised"])
def plan(instance: Instance, request: pytest.FixtureRequest) -> Plan:
    return best_plan(*instance.arguments, raise_lowest=request.param)


def with_board(proof: Proof, mentor_of: Whole) -> Proof:
    return replace(proof, mentor_of=mentor_of)


def test_it_holds(plan: Plan) -> None:
    assert plan.proof.holds()
    assert (plan.proof.u.shape, plan.proof.v.shape) == ((24,), (14,))


def test_a_board_with_two_mentees_swapped_is_caught(plan: Plan, instance: Instance) -> None:
    tried = 0
    for one in range(24):
        for other in range(one):
            board = plan.mentor_of.copy()
            board[[one, other]] = board[[other, one]]
            seated = np.flatnonzero(board >= 0)
            worse = instance.scores[seated, board[seated]].sum() < plan.total - 0.005
            if worse and instance.allowed[seated, board[seated]].all():
                tried += 1
                assert not with_board(plan.proof, board).holds()
    assert tried > 10


def test_a_mentee_left_out_for_nothing_is_caught(plan: Plan) -> None:
    board = plan.mentor_of.copy()
    board[int(board.argmax())] = -1
    assert not with_board(plan.proof, board).holds()


def test_a_forbidden_pair_is_caught(plan: Plan, instance: Instance) -> None:
    mentee = int(plan.mentor_of.argmax())
    board = plan.mentor_of.copy()
    board[mentee] = int(np.flatnonzero(~instance.allowed[mentee])[0])
    assert not with_board(plan.proof, board).holds()


def test_a_mentor_with_one_too_many_is_caught(plan: Plan, instance: Instance) -> None:
    alone = int(np.flatnonzero(plan.mentor_of < 0)[0])
    board = plan.mentor_of.copy()
    board[alone] = int(np.flatnonzero(instance.allowed[alone] & np.isin(np.arange(14), board))[0])
    assert not with_board(plan.proof, board).holds()


def test_a_board_that_breaks_a_rule_is_caught_even_if_it_costs_the_same() -> None:
    plan = best_plan([[70.0, 70.0], [70.0, 70.0]], [[True, False], [True, True]], [1, 1])
    assert plan.mentor_of.tolist() == [0, 1]
    for board in ([1, 0], [0, 0]):
        assert not with_board(plan.proof, np.array(board)).holds()


def test_a_board_that_is_none_is_caught(plan: Plan) -> None:
    for board in (plan.mentor_of[:-1], np.full(24, 14), np.full(24, -2)):
        assert not with_board(plan.proof, board).holds()


def test_every_price_matters(plan: Plan) -> None:
    """One hundredth more breaks a pair's own sum, one less makes the bound too low to prove anything."""
    u, v = plan.proof.u, plan.proof.v
    full = np.flatnonzero(v < 0)
    assert len(full)
    for by in (1, -1):
        for mentee in range(len(u)):
            bound = Bound(u + by * (np.arange(len(u)) == mentee), v)
            assert not replace(plan.proof, bound=bound).holds()
        for mentor in full:
            bound = Bound(u, v + by * (np.arange(len(v)) == mentor))
            assert not replace(plan.proof, bound=bound).holds()


def test_prices_of_another_form_are_caught(plan: Plan) -> None:
    u, v = plan.proof.u, plan.proof.v
    for bound in (Bound(u[:-1], v), Bound(u, v[:-1]), Bound(u - 5, v + 5)):
        assert not replace(plan.proof, bound=bound).holds()


def test_a_mentee_cannot_be_priced_above_being_left_out() -> None:
    """Such prices would prove that the mentee with 70 points must be seated, and not the one with 80."""
    plan = best_plan([[80.0], [70.0]], [[True], [True]], [1])
    left_out = plan.proof.cohort.levels.unmatched
    bound = Bound(np.array([left_out, left_out + 1000]), np.array([2000 - left_out]))
    assert not Proof(plan.proof.cohort, np.array([-1, 0]), bound).holds()


def test_a_mentor_cannot_be_paid_for_a_place() -> None:
    """Such prices would prove that nobody need be seated."""
    plan = best_plan([[80.0, 80.0]], [[True, True]], [1, 1])
    left_out = plan.proof.cohort.levels.unmatched
    bound = Bound(np.array([4000 - left_out]), np.array([left_out - 2000, left_out - 2000]))
    assert not Proof(plan.proof.cohort, np.array([-1]), bound).holds()


def test_changed_scores_are_seen(instance: Instance) -> None:
    """The proof reads the question again, not what the solver made of it."""
    scores = instance.scores.copy()
    plan = best_plan(scores, instance.allowed, instance.capacity)
    scores[0, plan.mentor_of[0]] -= 1.0
    assert not plan.proof.holds()


def test_a_claim_that_the_lowest_is_as_high_as_can_be_needs_both_its_bounds(instance: Instance) -> None:
    plan = best_plan(*instance.arguments, raise_lowest=True)
    raised = plan.proof.raised
    assert raised is not None
    assert not replace(plan.proof, raised=replace(raised, above=raised.anywhere)).holds()
    nothing = Bound(np.zeros_like(plan.proof.u), np.zeros_like(plan.proof.v))
    assert not replace(plan.proof, raised=replace(raised, anywhere=nothing)).holds()
    not_raised = best_plan(*instance.arguments)
    assert not_raised.worst is not None
    assert plan.worst is not None
    assert not_raised.worst < plan.worst
    assert not replace(not_raised.proof, raised=raised).holds()


@pytest.mark.parametrize("raise_lowest", [False, True])
def test_a_solver_that_errs_never_gets_its_plan_out(
    instance: Instance, monkeypatch: pytest.MonkeyPatch, raise_lowest: bool
) -> None:
    right = engine._assign

    def not_quite(table: Points) -> tuple[Whole, Whole]:
        rows, columns = right(table)
        columns[[0, 1]] = columns[[1, 0]]
        return rows, columns

    monkeypatch.setattr(engine, "_assign", not_quite)
    with pytest.raises(NotProved):
        best_plan(*instance.arguments, raise_lowest=raise_lowest)
