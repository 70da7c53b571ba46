"""What a key costs among ten thousand people, beside the plainest thing that could be done with the same texts.

python -m tests.benchmarks.lists
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from ui.widgets.palette_entries import Entry, Kind, Shelf

PEOPLE = 10_000
FIRST = ("Åse", "Ase", "Kari", "Per", "Göran", "Ingrid", "Marit", "Tor")
LAST = ("Berg", "Ødegård", "Lund", "Sjö", "Nes", "Åsen")
WRITTEN = ("a", "å", "kabe", "zzz", "kari lund", "aaaaaaaa", "berg77")


def names() -> list[str]:
    return [f"{FIRST[n % 8]} {FIRST[n // 8 % 8]} {LAST[n % 6]}{n}" for n in range(PEOPLE)]


def median(run: Callable[[], object]) -> float:
    """Milliseconds, of nine runs."""
    taken = []
    for _ in range(9):
        begun = time.perf_counter()
        run()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1000


def main() -> None:
    people = names()
    shelf = Shelf(Entry(Kind.PEOPLE, name, "", "", lambda: None) for name in people)
    print(f"{PEOPLE} people; goal: 16 ms a key at the median")
    for written in WRITTEN:
        ours = median(lambda written=written: shelf(written))
        plain = median(lambda written=written: [name for name in people if written in name.casefold()])
        print(f"  “{written}”: {ours:5.1f} ms, {ours / plain:4.1f} of looking through all names")


if __name__ == "__main__":
    main()
