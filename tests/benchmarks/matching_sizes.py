"""The matching at every size beside the bare solver, and what takes how much of it (figures 8, 11, 13)."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentordesk.matching.candidates import Question
from mentordesk.matching.engine import cheapest_seats, warm_up
from mentordesk.matching.ground import Ground
from mentordesk.matching.optimum import Plan, best_plan
from mentordesk.matching.prices import forcing_prices
from mentordesk.matching.rules import broken
from mentordesk.matching.scores import matrix, score_of
from tests.benchmarks.matching_timing import Figure, bare_table, beside, elapsed, medians
from tests.matching import people
from tests.matching.instances import Instance, lifelike, six_kinds

ALL_PRICES = 1000
"""Up to so many mentees all prices are worked out; beyond, those of twenty rows."""


def table(sizes: list[int]) -> Iterator[str]:
    yield "   size   bare solver      best plan             score matrix    all prices (20 rows beyond 1,000)"
    for size in sizes:
        instance = lifelike(size, size, 3)
        rounds = 7 if size <= 320 else 3 if size <= 2000 else 1
        bare = partial(linear_sum_assignment, bare_table(instance))
        plan = best_plan(*instance.arguments)

        question = people.random_question(1, size, size, quiet=True)
        alone, ours, scored, priced = medians(
            bare,
            partial(best_plan, *instance.arguments),
            partial(matrix, question),
            partial(_prices, instance, plan),
            rounds=rounds,
        )
        whole = (ours + scored + priced) / 100
        yield (
            f"{size:>7}   {alone:9.2f} ms   {ours:9.2f} ms {ours / alone:6.2f} x   {scored:9.2f} ms   {priced:9.2f} ms"
            f"    plan {ours / whole:.0f} %, scores {scored / whole:.0f} %, prices {priced / whole:.0f} %"
        )


def _prices(instance: Instance, plan: Plan) -> object:
    prices = forcing_prices(*instance.arguments, plan)
    return prices.points if len(plan.mentor_of) <= ALL_PRICES else prices.of_mentees(range(20))


def all_levels(size: int) -> Iterator[Figure]:
    ids = [str(row) for row in range(size)], [str(column) for column in range(size)]
    for instance in six_kinds(size):
        bare, ours = medians(
            partial(linear_sum_assignment, bare_table(instance)), partial(best_plan, *instance.arguments, ids=ids)
        )
        times = 3 if instance.name == "noise" else 1
        why = "the bare solver, given a column a place, has little to do; the levels, proof and ties take the rest"
        yield Figure(
            8,
            f"all levels {size} x {size}, {instance.name}",
            beside(bare, ours),
            f"<= {times} x, < 1 s",
            ours <= times * bare and ours < 1000,
            why,
        )


def score_matrix() -> Iterator[Figure]:
    """Rules and the reading of people are counted on both sides."""
    for size, goal in ((32, 30), (320, 200)):
        asked = people.random_question(1, size, size)

        slow, quick = medians(partial(_pair_by_pair, asked), partial(matrix, asked))
        why = "reading 64 people, with nothing to share between them, takes half of it"
        measured = f"{slow / quick:.0f} x, {quick:.2f} ms"
        yield Figure(11, f"score matrix {size} x {size}", measured, f">= {goal} x", slow >= goal * quick, why)


def _pair_by_pair(asked: Question) -> None:
    for mentee in asked.mentees:
        for mentor in asked.mentors:
            score_of(asked, mentee, mentor)
            broken(mentee, mentor, asked)


def register(size: int) -> Figure:
    """Each step in a process of its own, so that the memory is that of the plan alone."""
    with TemporaryDirectory() as folder:
        _step("make", folder, size)
        bare, ours = _step("bare", folder, size), _step("ours", folder, size)
    assert bare["total"] == ours["total"]
    measured = (
        f"{ours['ms'] / bare['ms']:.2f} x {bare['ms']:.0f} ms, {ours['peak']:.0f} MiB ({ours['before']:.0f} read)"
    )
    reached = ours["ms"] <= 1.5 * bare["ms"] and ours["peak"] < 500
    return Figure(13, f"register {size} x {size}, proved", measured, "<= 1.5 x, < 500 MiB", reached)


def shares(mentees: int = 32, mentors: int = 40) -> Iterator[str]:
    """From an edit to the picture: what takes how much of it."""
    question = people.random_question(1, mentees, mentors, quiet=True)
    numbers = matrix(question)
    arguments = numbers.scores, numbers.allowed, numbers.capacity
    warm_up()
    plan = best_plan(*arguments)
    ground = plan.ground
    assert ground is not None
    scored, solved, planned, priced = medians(
        partial(matrix, question),
        partial(_solver, ground),
        partial(best_plan, *arguments),
        lambda: forcing_prices(*arguments, plan).points,
    )
    first, again = _painted()
    steps = {"score matrix": scored, "solver": solved, "levels, chains, proof": planned - solved, "prices": priced}
    whole = sum(steps.values()) + again
    yield f"from an edit to the picture, {mentees} x {mentors}: {whole:.2f} ms"
    for name, taken in (steps | {"painting": again}).items():
        yield f"   {name:<24} {taken:7.2f} ms   {taken / whole:4.0%}"
    yield f"   the first painting, before any kind of cell was painted, takes {first:.2f} ms"


def _solver(ground: Ground) -> object:
    return cheapest_seats(ground.cost, ground.cohort.places, ground.cohort.levels.unmatched)


def _painted() -> tuple[float, float]:
    """Milliseconds of the first painting, and of another."""
    command = [sys.executable, "-m", "tests.benchmarks.matching_painting"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    taken: dict[str, float] = json.loads(done.stdout)
    return taken["first"], taken["again"]


def _step(step: str, folder: str, size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.matching_sizes", step, folder, str(size)]
    answer: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer


def _run(step: str, folder: Path, size: int) -> dict[str, float]:
    names = [folder / f"{name}.npy" for name in ("scores", "allowed", "capacity")]
    if step == "make":
        for name, table_ in zip(names, lifelike(size, size, 3).arguments, strict=True):
            np.save(name, table_)
        return {}
    scores, allowed, capacity = map(np.load, names)
    warm_up()
    before = _peak()
    total: list[float] = []
    if step == "ours":
        ms = elapsed(lambda: total.append(best_plan(scores, allowed, capacity).total), 1)
        return {"ms": ms, "before": before, "peak": _peak(), "total": total[0]}
    slots = np.repeat(np.arange(size), np.where(allowed.any(axis=0), capacity, 0))
    lost = np.where(allowed, np.rint(10_000 - scores * 100) + (scores < 50) * 1e8, 1e12)[:, slots].copy()
    ms = elapsed(lambda: total.append(scores[(pairs := linear_sum_assignment(lost))[0], slots[pairs[1]]].sum()), 1)
    return {"ms": ms, "before": before, "peak": _peak(), "total": round(float(total[0]), 2)}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(_run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
