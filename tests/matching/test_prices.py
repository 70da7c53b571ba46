"""The price of every pair is what solving again would say, and every chain costs its price (R33)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from mentordesk.matching import moves
from mentordesk.matching.levels import Points, Whole
from mentordesk.matching.optimum import Plan, best_plan
from mentordesk.matching.prices import Price, Prices, forcing_prices
from tests.counts import count
from tests.matching.exact import cost_of
from tests.matching.instances import Instance, bank, lifelike, small


def planned(instance: Instance) -> tuple[Plan, Prices]:
    plan = best_plan(*instance.arguments, floor=instance.floor)
    return plan, forcing_prices(*instance.arguments, plan, floor=instance.floor)


def with_a_place(instance: Instance, mentor: int) -> Whole:
    capacity = instance.capacity.copy()
    capacity[mentor] = max(1, capacity[mentor])
    return capacity


def solved_again(instance: Instance, mentee: int, mentor: int) -> tuple[int, int, int]:
    """The levels of the best board with the pair forced: the rest is a smaller question."""
    capacity = with_a_place(instance, mentor)
    capacity[mentor] -= 1
    rest = np.arange(len(instance.scores)) != mentee
    plan = best_plan(instance.scores[rest], instance.allowed[rest], capacity, floor=instance.floor)
    board = np.full(len(rest), mentor)
    board[rest] = plan.mentor_of
    return cost_of(instance, board)


def some_of_all_kinds(tries: int = count(200, 5_000)) -> list[Instance]:
    awkward = [small(seed) for seed in range(tries)]
    banks = [bank(seed, 4, 12) for seed in range(tries // 4)]
    return [*awkward, *banks, lifelike(9, 11, 1), lifelike(9, 5, 2), crowded(15, 3), crowded(20, 3)]


def crowded(mentees: int, mentors: int) -> Instance:
    """Places are just enough, and the mentors who are full have many mentees."""
    instance = lifelike(mentees, mentors, 1, rules=False)
    return Instance(f"crowded {mentees} x {mentors}", *instance.arguments[:2], np.full(mentors, mentees // mentors + 1))


def named(instance: Instance) -> str:
    return instance.name


@pytest.mark.parametrize("instance", some_of_all_kinds(), ids=named)
def test_every_price_is_that_of_solving_again(instance: Instance) -> None:
    plan, prices = planned(instance)
    base = cost_of(instance, plan.mentor_of)
    for mentee, mentor in np.ndindex(instance.scores.shape):
        worse = np.subtract(solved_again(instance, mentee, mentor), base)
        assert prices.unmatched[mentee, mentor] == worse[0]
        assert prices.weak[mentee, mentor] == worse[1]
        assert prices.points[mentee, mentor] == pytest.approx(worse[2] / 100, rel=1e-12, abs=1e-9)


@pytest.mark.parametrize("instance", some_of_all_kinds(), ids=named)
def test_every_chain_is_a_board_that_costs_its_price(instance: Instance) -> None:
    plan, prices = planned(instance)
    base = cost_of(instance, plan.mentor_of)
    for mentee, mentor in np.ndindex(instance.scores.shape):
        chain = prices.chain(mentee, mentor)
        board = plan.mentor_of.copy()
        for who, old, new in chain:
            assert board[who] == old != new
            assert who == mentee or new < 0 or instance.allowed[who, new]
            board[who] = new
        assert board[mentee] == mentor
        assert len({who for who, _, _ in chain}) == len(chain)
        assert not chain or chain[0][0] == mentee
        load = np.bincount(board[board >= 0], minlength=len(instance.capacity))
        assert (load <= with_a_place(instance, mentor)).all()
        worse = np.subtract(cost_of(instance, board), base)
        price = prices.unmatched[mentee, mentor], prices.weak[mentee, mentor], prices.points[mentee, mentor] * 100
        assert worse == pytest.approx(price, rel=1e-12, abs=1e-6)


@pytest.mark.parametrize("seed", range(count(6, 40)))
def test_no_chain_of_that_price_moves_fewer(seed: int) -> None:
    """Against all boards there are, with so few different scores that many ways cost the same."""
    random = np.random.default_rng(seed)
    scores = random.choice([40.0, 60.0, 80.0], (4, 4))
    allowed = random.random((4, 4)) < 0.8
    instance = Instance(f"tiny {seed}", scores, allowed, random.integers(0, 3, 4))
    plan, prices = planned(instance)
    for mentee, mentor in np.ndindex(4, 4):
        capacity = with_a_place(instance, mentor)
        best = min(
            (cost_of(instance, board), int((board != plan.mentor_of).sum()))
            for board in map(np.asarray, product(range(-1, 4), repeat=4))
            if board[mentee] == mentor
            and (np.bincount(board[board >= 0], minlength=4) <= capacity).all()
            and all(who == mentee or new < 0 or allowed[who, new] for who, new in enumerate(board))
        )
        assert len(prices.chain(mentee, mentor)) == best[1]


@pytest.mark.parametrize("instance", [lifelike(32, 40, 1), lifelike(60, 30, 2), small(7), bank(1)], ids=named)
def test_one_row_at_a_time_says_the_same(instance: Instance) -> None:
    """Before everything is worked out, and the chains too."""
    plan, prices = planned(instance)
    mentees, mentors = instance.scores.shape
    rows = [prices.of_mentee(mentee) for mentee in range(mentees)]
    chains = {pair: prices.chain(*pair) for pair in np.ndindex(mentees, mentors)}
    for mentee, row in enumerate(rows):
        assert (row.unmatched == prices.unmatched[mentee]).all()
        assert (row.weak == prices.weak[mentee]).all()
        assert (row.points == prices.points[mentee]).all()
    assert all(len(prices.chain(*pair)) == len(chain) for pair, chain in chains.items())
    assert all(chains[mentee, mentor] == () for mentee, mentor in enumerate(plan.mentor_of) if mentor >= 0)


def with_one_locked(instance: Instance) -> Instance:
    """The mentor of the first mentee can then give way at the price of leaving her out only."""
    plan = best_plan(*instance.arguments, floor=instance.floor)
    allowed = instance.allowed.copy()
    allowed[0] = np.arange(len(instance.capacity)) == plan.mentor_of[0]
    capacity = instance.capacity.copy()
    capacity[plan.mentor_of[0]] = 1
    return Instance(f"{instance.name}, locked", instance.scores, allowed, capacity)


LARGER = [lifelike(120, 130, 4), lifelike(90, 70, 4), lifelike(100, 100, 4), with_one_locked(lifelike(120, 150, 5))]
LARGER.append(crowded(400, 50))
SOME = list(range(3, 15))
"""Too many to be looked at one by one, too few to look at all."""


@pytest.mark.parametrize("far", [500, 3_000, 2_000_000, 1_000_000_000])
@pytest.mark.parametrize("instance", LARGER, ids=named)
def test_many_full_mentors_are_counted_the_same_in_any_way(
    instance: Instance, far: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All at once or some in 32 bits, mended or in 64 bits where they are not enough, row after row, and without what
    a plan keeps."""
    monkeypatch.setattr(moves, "_FAR", far)
    plan, prices = planned(instance)
    again = forcing_prices(*instance.arguments, replace(plan, ground=None))
    some = again.of_mentees(SOME)
    for one, all_ in zip(parts_of(some), parts_of(prices), strict=True):
        assert (one == all_[SOME]).all()
    for mentee in range(len(instance.scores)):
        row, other = prices.of_mentee(mentee), again.of_mentees([mentee])
        for one, all_, same in zip(parts_of(row), parts_of(prices), parts_of(other), strict=True):
            assert (one == all_[mentee]).all()
            assert (one == same[0]).all()


def parts_of(price: Price | Prices) -> tuple[Whole, Whole, Points]:
    return price.unmatched, price.weak, price.points


@pytest.mark.parametrize("instance", [lifelike(45, 60, 1), lifelike(90, 70, 4), small(3)], ids=named)
def test_slices_hold_every_mentee_once_and_those_asked_for_first(instance: Instance) -> None:
    _, prices = planned(instance)
    mentees = len(instance.scores)
    wanted = [row for row in (7, 2, 3) if row < mentees]
    order: list[int] = []
    for rows, price in prices.in_slices(wanted, at_once=4):
        order.extend(rows)
        for one, all_ in zip(parts_of(price), parts_of(prices), strict=True):
            assert (one == all_[list(rows)]).all()
    assert order[: len(wanted)] == wanted
    assert sorted(order) == list(range(mentees))


def test_a_question_changed_after_the_plan_is_noticed_and_the_plan_keeps_its_own() -> None:
    instance = lifelike(12, 14, 1)
    scores = instance.scores.copy()
    plan = best_plan(scores, instance.allowed, instance.capacity)
    before = forcing_prices(scores, instance.allowed, instance.capacity, plan).points
    scores[0, plan.mentor_of[0]] = 0.0
    with pytest.raises(ValueError, match="not a best plan"):
        forcing_prices(scores, instance.allowed, instance.capacity, plan)
    assert (forcing_prices(*instance.arguments, plan).points == before).all()


def test_pairs_of_the_plan_cost_nothing_and_no_allowed_pair_costs_less() -> None:
    """A forbidden one may: without its rule a better plan could exist."""
    instance = lifelike(32, 40, 5)
    plan, prices = planned(instance)
    pairs = np.arange(32), plan.mentor_of
    for level in (prices.unmatched, prices.weak, prices.points):
        assert (level[pairs] == 0).all()
    levels = np.stack([prices.unmatched, prices.weak, prices.points], axis=-1)
    assert min(map(tuple, levels[instance.allowed])) == (0, 0, 0)
    assert min(map(tuple, levels[~instance.allowed])) < (0, 0, 0)


def test_alternatives_are_what_she_may_have_by_price() -> None:
    instance = lifelike(32, 40, 6)
    plan, prices = planned(instance)
    for mentee in range(32):
        offered = prices.alternatives(mentee, 5)
        assert len(offered) == 5
        assert plan.mentor_of[mentee] not in [one.mentor for one in offered]
        keys = [(one.unmatched, one.weak, one.points) for one in offered]
        assert keys == sorted(keys)
        left = set(np.flatnonzero(instance.allowed[mentee] & (instance.capacity > 0))) - {plan.mentor_of[mentee]}
        assert {one.mentor for one in prices.alternatives(mentee, 1000)} == left
        rest = [(prices.unmatched[mentee, k], prices.weak[mentee, k], prices.points[mentee, k]) for k in left]
        assert keys == [tuple(price) for price in sorted(rest)[:5]]


def test_a_mentee_without_a_mentor_has_prices_too() -> None:
    """Nobody is left out more when she takes the place of another: one in, one out."""
    instance = Instance("two for one", np.array([[80.0], [70.0]]), np.ones((2, 1), dtype=bool), np.array([1]))
    _, prices = planned(instance)
    assert (prices.unmatched[1, 0], prices.weak[1, 0], prices.points[1, 0]) == (0, 0, 10.0)
    assert prices.chain(1, 0) == ((1, -1, 0), (0, 0, -1))


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_nobody_has_no_prices(shape: tuple[int, int]) -> None:
    _, prices = planned(Instance("nobody", np.zeros(shape), np.zeros(shape, dtype=bool), np.ones(shape[1], dtype=int)))
    assert prices.points.shape == prices.weak.shape == prices.unmatched.shape == shape


def test_a_plan_with_its_lowest_raised_has_no_prices() -> None:
    instance = lifelike(12, 14, 1)
    plan = best_plan(*instance.arguments, raise_lowest=True)
    with pytest.raises(ValueError, match="lowest"):
        forcing_prices(*instance.arguments, plan)


def test_a_plan_of_another_question_is_refused() -> None:
    instance = lifelike(12, 14, 1)
    plan = best_plan(*instance.arguments)
    other_scores = instance.scores.copy()
    other_scores[0, plan.mentor_of[0]] = 0.0
    worse = plan.mentor_of.copy()
    worse[0] = -1
    for arguments, wrong, floor in (
        ((other_scores, instance.allowed, instance.capacity), plan, 50.0),
        ((instance.scores, instance.allowed, instance.capacity * 0), plan, 50.0),
        (lifelike(12, 13, 1).arguments, plan, 50.0),
        (instance.arguments, plan, 95.0),
        (instance.arguments, replace(plan, mentor_of=worse), 50.0),
    ):
        with pytest.raises(ValueError, match="not a best plan"):
            forcing_prices(*arguments, wrong, floor=floor)


def test_a_pair_outside_the_table_is_refused() -> None:
    _, prices = planned(lifelike(5, 6, 1))
    for pair in ((5, 0), (0, 6), (-1, 0)):
        with pytest.raises(ValueError, match="no such pair"):
            prices.chain(*pair)
