"""All fourteen figures of the specification, section 8, each beside its goal; then every size beside the bare solver.

`python -m tests.benchmarks.matching [SIZE ...]`; without sizes 32, 100, 320, 1,000, 2,000 and 5,000. Figures of more
people than the largest size are left out. Ratios are medians of rounds taken in turns; milliseconds are processor time.
Last comes what takes how much of the time from an edit to the picture.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.benchmarks import matching_drag, matching_exact, matching_sizes
from tests.benchmarks.matching_timing import Figure

SIZES = [32, 100, 320, 1000, 2000, 5000]


def figures(largest: int) -> Iterator[Figure]:
    yield from matching_exact.figures()
    yield from matching_drag.drags()
    if largest >= 1000:
        yield from matching_sizes.all_levels(1000)
        yield from matching_drag.what_ifs(1000)
    yield matching_drag.all_prices(32, 40)
    yield from matching_sizes.score_matrix()
    yield matching_drag.ten_best()
    if largest >= 5000:
        yield matching_sizes.register(5000)
    yield matching_exact.floor()


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    for figure in figures(max(sizes)):
        print(figure, flush=True)
    print()
    for line in matching_sizes.table(sizes):
        print(line, flush=True)
    print()
    for line in matching_sizes.shares():
        print(line, flush=True)


if __name__ == "__main__":
    main()
