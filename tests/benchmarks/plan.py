"""What the plan of a programme costs with all its pairs (goal: 500 pairs under 1 s). `python -m tests.benchmarks.plan`.

Seconds are of the processor, the median of the rounds. Beside it stands the same, each pair planned for itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from statistics import median
from time import process_time

from mentordesk.domain.pair_plan import conversations, pair_talks, plan_of_pairs
from mentordesk.domain.plan import plan
from mentordesk.domain.programmes import ProgrammeSettings, Timing
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import template

PAIRS = 500
GOAL = 1.0  # seconds
AT_ONCE = 2
"""So many talks are held at the same hour: one programme manager alone cannot talk with 500 pairs in a semester."""
_START = date(2027, 1, 18)
_ROUNDS = 5


def main() -> None:
    for key in ("nno", "nu"):
        settings = _with_talks_at_once(template(key))
        together = _seconds(lambda chosen=settings: _together(chosen))
        alone = _seconds(lambda chosen=settings: _each_alone(chosen))
        verdict = "reached" if together < GOAL else "NOT reached"
        print(f"{key}: {PAIRS} pairs in {together:.3f} s, each for itself {alone:.3f} s; goal {GOAL} s: {verdict}")
    print(f"talks at once: {AT_ONCE}; with one: {_room(template('nno'))}")


def _together(settings: ProgrammeSettings) -> object:
    laid = plan(settings, _START)
    return laid, plan_of_pairs(settings, laid, PAIRS, first_after=_START)


def _each_alone(settings: ProgrammeSettings) -> object:
    laid = plan(settings, _START)
    return [
        (conversations(settings, _START, laid.ends_on, _START, busy=laid.taken), pair_talks(settings, laid, turn))
        for turn in range(PAIRS)
    ]


def _with_talks_at_once(settings: ProgrammeSettings) -> ProgrammeSettings:
    talks = Timing.PAIR_EACH_SEMESTER
    meetings = (replace(each, at_once=AT_ONCE) if each.timing is talks else each for each in settings.meetings)
    return replace(settings, meetings=tuple(meetings))


def _room(settings: ProgrammeSettings) -> str:
    try:
        plan_of_pairs(settings, plan(settings, _START), PAIRS, first_after=_START)
    except Refused as refused:
        return f"refused, room for {refused.message.count}"
    return "room for all"


def _seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        begun = process_time()
        work()
        times.append(process_time() - begun)
    return median(times)


if __name__ == "__main__":
    main()
