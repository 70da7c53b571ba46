"""How fast the score matrix is against a loop over pairs in the same run: figure 11 of the specification, section 8.

`python -m tests.benchmarks.scores`; rules and the reading of people are counted on both sides.
"""

from __future__ import annotations

from mentordesk.matching.rules import broken
from mentordesk.matching.scores import matrix, score_of
from tests.benchmarks.matching import medians
from tests.matching import people

GOALS = {32: 30, 320: 200}


def main() -> None:
    for size, goal in GOALS.items():
        asked = people.random_question(1, size, size)

        def loop(asked=asked) -> None:
            for mentee in asked.mentees:
                for mentor in asked.mentors:
                    score_of(asked, mentee, mentor)
                    broken(mentee, mentor, asked)

        slow, quick = medians(loop, lambda asked=asked: matrix(asked))
        print(f"11  {size} x {size}: {slow / quick:.0f} x (goal {goal} x), matrix {quick:.2f} ms")


if __name__ == "__main__":
    main()
