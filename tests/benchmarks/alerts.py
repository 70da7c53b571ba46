"""How long the alerts of 500 pairs take: pure over views that are there, and whole with the file read.

Run: python -m tests.benchmarks.alerts
"""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from mentordesk.actions.files import new_file
from mentordesk.domain.alerts import PAIR_ALERTS
from mentordesk.domain.alerts.views import Appointment, Conversation, FitAnswer, PairInView
from mentordesk.domain.pairs import FitValue, Side
from mentordesk.queries.today import today
from tests.domain.alert_views import START, cohort_pair
from tests.queries.small_programme import add, held, made

PAIRS = 500
AT_MOST = 0.100  # seconds: issue 6
_ROUNDS = 7
_SEEN = 100  # days after the start


def views() -> list[PairInView]:
    """Pairs of all tempers: on time, late, silent, without answers; each with conversations planned ahead."""
    found = []
    for number in range(PAIRS):
        rhythm = 18 + number % 25
        met = range(3, _SEEN - number % 60, rhythm)
        conversations = tuple(Conversation(START + timedelta(day), bool(number % 3), bool(number % 2)) for day in met)
        planned = tuple(
            Appointment("conversation", START + timedelta(day)) for day in range(_SEEN - 5, _SEEN + 300, rhythm)
        )
        fit = tuple(FitAnswer(side, 1, START + timedelta(5), FitValue.GOOD) for side in Side)[: number % 3]
        found.append(cohort_pair(START + timedelta(_SEEN), conversations=conversations, appointments=planned, fit=fit))
    return found


def pure() -> tuple[float, int]:
    """The best of several rounds, in seconds, and how many notices there were."""
    pairs = views()
    best, notices = float("inf"), 0
    for _ in range(_ROUNDS):
        begun = perf_counter()
        notices = sum(alert.look(pair) is not None for pair in pairs for alert in PAIR_ALERTS)
        best = min(best, perf_counter() - begun)
    return best, notices


def whole(pairs: int = PAIRS) -> tuple[float, int]:
    """`today()` over a file with so many pairs that met twice."""
    with tempfile.TemporaryDirectory() as folder, new_file(Path(folder) / "many.mentordesk") as store:
        cohort = made(store, "nu", pairs=pairs)
        add(store, *(entry for pair in cohort.pairs for entry in held(pair, START, START + timedelta(30))))
        day = START + timedelta(_SEEN)
        today(store, day)
        begun = perf_counter()
        found = today(store, day)
        return perf_counter() - begun, len(found.entries)


if __name__ == "__main__":
    seconds, notices = pure()
    verdict = "as asked" if seconds <= AT_MOST else "TOO SLOW"
    took = f"{seconds * 1000:.0f} ms (at most {AT_MOST * 1000:.0f}): {verdict}"
    print(f"alerts of {PAIRS} pairs, pure: {notices} notices, {took}")
    seconds, entries = whole()
    print(f"today() of {PAIRS} pairs, the file read: {seconds * 1000:.0f} ms, {entries} entries")
