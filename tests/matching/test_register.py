"""Choosing among the pairs of a register gives the very board that looking at all of them at once does."""

from __future__ import annotations

import numpy as np
import pytest

from mentordesk.matching import register
from mentordesk.matching.cohort import Cohort
from mentordesk.matching.ground import Ground
from mentordesk.matching.levels import Whole
from mentordesk.matching.proof import Proof
from mentordesk.matching.register import best_of_register, worth_choosing
from mentordesk.matching.ties import Names
from tests.counts import LONG, count
from tests.matching.instances import Instance, bank, lifelike, six_kinds, small


def same_board(instance: Instance, shown: Whole | None = None) -> None:
    cohort = Cohort.read(*instance.arguments, instance.floor)
    mentees, mentors = instance.scores.shape
    ids = [f"mentee-{row}" for row in range(mentees)], [f"mentor-{column}" for column in range(mentors)]
    names = Names.of(ids, mentees, mentors)
    board, bound = best_of_register(cohort, shown, names)
    assert (board == Ground.of(cohort, names).settled(shown, names).seating.mentor_of).all()
    assert Proof(cohort, board, bound).holds()


@pytest.mark.parametrize("likely", [1, 2, 24])
@pytest.mark.parametrize("seed", range(count(60, 1_500)))
def test_it_is_the_same_board_however_few_pairs_it_begins_with(
    seed: int, likely: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "_LIKELY", likely)
    instance = small(seed) if seed % 4 else bank(seed)
    shown: Whole = np.random.default_rng(seed).integers(-1, instance.scores.shape[1], size=(len(instance.scores),))
    same_board(instance, shown)


@pytest.mark.parametrize("size", [60, 400] if LONG else [60])
def test_also_where_places_are_short_or_mentees_few(size: int) -> None:
    for instance in (*six_kinds(size, 1), lifelike(size, size * 2 // 3, 2), lifelike(size // 5, size, 3)):
        same_board(instance)


def test_nobody_and_nothing_are_no_trouble() -> None:
    for shape in ((0, 3), (3, 0), (3, 2)):
        same_board(Instance("nothing", np.zeros(shape), np.zeros(shape, dtype=bool), np.ones(shape[1], dtype=int)))


def test_it_is_worth_it_in_a_large_register_with_enough_places() -> None:
    """Where places are short it is not, until the pairs would take more memory than a desk has."""
    everybody = np.ones((800, 800), dtype=bool)
    scores = np.full(everybody.shape, 50.0)
    enough = Cohort.read(scores, everybody, np.full(800, 2), 50.0)
    short = Cohort.read(scores, everybody, np.ones(800, dtype=int), 50.0)
    assert (worth_choosing(enough), worth_choosing(short)) == (True, False)
    assert not worth_choosing(Cohort.read(scores[:90, :90], everybody[:90, :90], np.full(90, 2), 50.0))
