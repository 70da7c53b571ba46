"""Pairs who would both rather have each other."""

from __future__ import annotations

import numpy as np

from mentordesk.matching.blocking import blocking_pairs
from mentordesk.matching.optimum import best_plan
from tests.matching.instances import lifelike


def test_they_are_those_where_both_would_gain() -> None:
    """Pair by pair, as the words say it."""
    for seed, (mentees, mentors) in enumerate([(12, 14), (14, 5)]):
        instance = lifelike(mentees, mentors, seed)
        random = np.random.default_rng(seed)
        she = instance.scores + random.normal(0, 8, instance.scores.shape)
        they = instance.scores + random.normal(0, 8, instance.scores.shape)
        board = best_plan(*instance.arguments).mentor_of
        found = blocking_pairs(she, they, instance.allowed, instance.capacity, board)
        for mentee, mentor in np.ndindex(mentees, mentors):
            own = board[mentee]
            sitting = np.flatnonzero(board == mentor)
            room = len(sitting) < instance.capacity[mentor]
            gains = own < 0 or she[mentee, mentor] > she[mentee, own]
            wanted = room or any(they[mentee, mentor] > they[other, mentor] for other in sitting)
            assert found[mentee, mentor] == (instance.allowed[mentee, mentor] and gains and wanted)
        assert found.any()


def test_nobody_gains_when_all_have_their_best() -> None:
    likes = np.diag([90.0, 80.0, 70.0])
    assert not blocking_pairs(likes, likes, likes >= 0, np.ones(3, dtype=int), np.arange(3)).any()
