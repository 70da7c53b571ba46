"""What the page's bar says of the plan: its state in a chip, its figures in a line, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Callable

from mentordesk.i18n.message import Message, msg
from ui.language import ntr, say, spoken, tr
from ui.matching_board.bench import Bench, Stage

NEXT: dict[Stage, tuple[Message, str]] = {
    Stage.NOT_PLANNED: (msg("Find the best plan"), "star"),
    Stage.OUTDATED: (msg("Find the best plan"), "star"),
    Stage.PLANNED: (msg("Approve the plan"), "done"),
    Stage.PAIRED: (msg("Print papers …"), "print"),
}
"""Words and icon of the main button."""


def state_of(bench: Bench) -> tuple[str, str]:
    """The chip's words and tone."""
    states: dict[Stage, Callable[[], tuple[str, str]]] = {
        Stage.NOT_PLANNED: lambda: (tr("Not planned yet"), "plain"),
        Stage.OUTDATED: lambda: (tr("A better plan is possible"), "warn"),
        Stage.PLANNED: lambda: (tr("Proven best"), "good") if bench.solution.optimal else (tr("Not proven"), "warn"),
        Stage.PAIRED: lambda: (tr("Approved"), "good"),
    }
    return states[bench.stage]()


def figures_of(bench: Bench) -> str:
    """One line; of a plan that isn't there yet, what there is to match."""
    if bench.stage is Stage.PAIRED:
        return ntr("{count} pair is running", "{count} pairs are running", bench.board.running)
    mentees = len(bench.question.mentees)
    if bench.stage is Stage.NOT_PLANNED:
        places = bench.solution.capacity
        return tr("{mentees} mentees, {places} free places", mentees=mentees, places=places)
    placed = len(bench.plan)
    if not placed:
        return tr("{placed} of {mentees} placed", placed=placed, mentees=mentees)
    return tr(
        "{placed} of {mentees} placed · weakest pair {worst} · total {total}",
        placed=placed,
        mentees=mentees,
        worst=spoken().number(min(bench.scores)),
        total=spoken().number(sum(bench.scores)),
    )


def next_of(bench: Bench) -> tuple[str, str]:
    words, picture = NEXT[bench.stage]
    return say(words), picture
