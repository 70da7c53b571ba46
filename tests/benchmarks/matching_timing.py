"""How the matching is timed: beside the bare solver on the same table, in turns, so that a busy machine is fair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import process_time

import numpy as np

from mentordesk.matching.cohort import Cohort
from mentordesk.matching.levels import Points
from tests.matching.instances import Instance

ROUNDS = 7
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the specification's section 8, as measured now; `why` it is not reached, where it may not be."""

    number: int
    what: str
    measured: str
    goal: str
    reached: bool
    why: str = ""

    def __str__(self) -> str:
        verdict = "reached" if self.reached else f"not reached: {self.why or 'see the figure'}"
        return f"{self.number:>2}  {self.what:<44} {self.measured:<58} goal {self.goal:<22} {verdict}"


def medians(*work: Work, rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each, taken in turns so that a busy machine is unfair to all alike."""
    times: list[list[float]] = [[] for _ in work]
    calls = [max(1, int(20 / (elapsed(one, 1) + 0.01))) for one in work]
    for _ in range(rounds):
        for one, repeat, taken in zip(work, calls, times, strict=True):
            taken.append(elapsed(one, repeat))
    return [median(taken) for taken in times]


def elapsed(work: Work, repeat: int) -> float:
    start = process_time()
    for _ in range(repeat):
        work()
    return (process_time() - start) / repeat * 1000


def bare_table(instance: Instance) -> Points:
    """What somebody would hand to the solver: a column for each place."""
    cohort = Cohort.read(*instance.arguments, instance.floor)
    return cohort.cost()[:, np.repeat(np.arange(len(cohort.places)), cohort.places)].astype(float)


def beside(bare: float, ours: float) -> str:
    return f"{ours:8.2f} ms, {ours / bare:6.2f} x the bare solver's {bare:.3f} ms"
