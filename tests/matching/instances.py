"""Cohorts to match: small ones full of awkward cases for comparing with an exact solver, and large ones as in life."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mentordesk.matching.levels import Mask, Points, Whole


@dataclass(frozen=True, eq=False)
class Instance:
    """A question for the matching, as the doorway takes it."""

    name: str
    scores: Points
    allowed: Mask
    capacity: Whole
    floor: float = 50.0

    @property
    def arguments(self) -> tuple[Points, Mask, Whole]:
        return self.scores, self.allowed, self.capacity


def small(seed: int) -> Instance:
    """Up to 8 mentees and 9 mentors: few or many ties, few or many rules, places short or plenty, mentors without
    a place, scores of forbidden pairs beyond all limits."""
    random = np.random.default_rng(seed)
    mentees, mentors = int(random.integers(1, 9)), int(random.integers(1, 10))
    step = float(random.choice([0.01, 1.0, 10.0, 50.0]))
    scores = np.round(random.integers(0, int(100 / step) + 1, (mentees, mentors)) * step, 2)
    allowed = random.random((mentees, mentors)) < random.choice([0.25, 0.6, 0.9, 1.0])
    wild = ~allowed & (random.random((mentees, mentors)) < 0.2)
    scores[wild] = random.choice([-30.0, 140.25, 1e6], size=wild.sum())
    capacity = random.choice([0, 1, 1, 2, 3], mentors) if random.random() < 0.7 else np.ones(mentors, dtype=np.int64)
    return Instance(f"small {seed}", scores, allowed, capacity, float(random.choice([0.0, 50.0, 62.5])))


def bank(seed: int, mentees: int = 6, mentors: int = 40) -> Instance:
    """A few new managers and a whole bank of mentors."""
    random = np.random.default_rng(seed)
    scores = np.round(random.integers(30, 101, (mentees, mentors)) * 1.0, 2)
    return Instance(f"bank {seed}", scores, random.random((mentees, mentors)) < 0.5, random.integers(0, 4, mentors))


def lifelike(
    mentees: int, mentors: int, seed: int = 0, *, rules: bool = True, one_each: bool = False, digits: int = 2
) -> Instance:
    """Eight weighted factors with popular mentors and rules about units, areas and eligibility."""
    random = np.random.default_rng(seed)
    years, wanted, offered = _years(random, mentees, mentors), _topics(random, mentees, 4), _topics(random, mentors, 6)
    covered = (wanted @ offered.T) / wanted.sum(axis=1, keepdims=True)
    field = random.random((12, 12))
    background = field[random.integers(0, 12, mentees)][:, random.integers(0, 12, mentors)]
    likeness = 1 - np.abs(random.random((mentees, 1, 3)) - random.random((1, mentors, 3))).mean(axis=2)
    chemistry = np.where(random.random((mentees, mentors)) < 0.1, random.random((mentees, mentors)), 0.5)
    wishes = np.where(random.random((mentees, mentors)) < 4 / mentors, 1.0, 0.25)
    far = 1 - np.abs(random.random((mentees, 1)) - random.random((1, mentors)))
    factors = np.stack([background, years, covered, likeness, chemistry, wishes, far])
    weights = np.array([15.0, 15.0, 25.0, 10.0, 20.0, 10.0, 5.0])
    scores = np.round(np.tensordot(weights, factors, axes=1), digits).astype(np.float64)
    allowed = np.ones((mentees, mentors), dtype=bool)
    if rules:
        units = max(4, mentors // 4)
        allowed &= random.integers(0, units, (mentees, 1)) != random.integers(0, units, (1, mentors))
        allowed &= random.integers(0, 8, (mentees, 1)) != random.integers(0, 8, (1, mentors))
        allowed &= random.random(mentors) < 0.88
    capacity = np.ones(mentors, dtype=np.int64) if one_each else random.choice([1, 1, 1, 2, 3], mentors)
    return Instance(f"lifelike {mentees} x {mentors}", scores, allowed, capacity)


def _years(random: np.random.Generator, mentees: int, mentors: int) -> Points:
    gap = random.integers(3, 30, (1, mentors)) - random.integers(0, 6, (mentees, 1))
    years: Points = np.clip(np.minimum(gap / 5, (30 - gap) / 10), 0, 1)
    return years


def _topics(random: np.random.Generator, people: int, number: int) -> Points:
    """0 and 1 for 16 topics, some of them asked for by nearly everybody."""
    luck = random.random((people, 16)) ** (np.arange(1, 17) ** 0.7)
    return (luck.argsort(axis=1).argsort(axis=1) >= 16 - number).astype(np.float64)


def six_kinds(size: int, seed: int = 0) -> Iterator[Instance]:
    """Square questions of one size: noise, and five that are like life."""
    random = np.random.default_rng(seed)
    everybody, one = np.ones((size, size), dtype=bool), np.ones(size, dtype=np.int64)
    life = lifelike(size, size, seed, rules=False, one_each=True)
    ruled = lifelike(size, size, seed, one_each=True)
    thin = random.random((size, size)) < 0.1
    thin[np.arange(size), random.permutation(size)] = True
    yield Instance("noise", np.round(random.random((size, size)) * 100, 2), everybody, one)
    yield Instance("life", *life.arguments)
    yield Instance("whole points", np.round(life.scores), everybody, one)
    yield Instance("rules", *ruled.arguments)
    yield Instance("one in ten allowed", life.scores, thin, one)
    yield Instance("rules, capacities", *lifelike(size, size, seed).arguments)
