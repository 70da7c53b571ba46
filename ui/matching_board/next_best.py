"""The next best mentors of a mentee for the whole plan: each with its price in words, and one press to look at it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message
from ui.language import say, tr
from ui.matching_board.bench import Bench, Stage
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label

MOST = 3


@dataclass(frozen=True, slots=True)
class NextBest:
    """One of them; `words` tell the price, then how many pairs change."""

    mentor: ParticipationId
    name: str
    words: tuple[Message, ...]

    @property
    def sentence(self) -> str:
        return " ".join(map(say, self.words))


def next_best(bench: Bench, mentee: ParticipationId) -> tuple[NextBest, ...]:
    """The cheapest for the plan in view, besides her own; none while its prices would be those of another plan."""
    if bench.stage is Stage.OUTDATED:
        return ()
    found = bench.solution.alternatives(mentee, MOST)
    return tuple(NextBest(one.mentor, bench.question.mentor(one.mentor).name, one.words) for one in found)


class NextBestList(QWidget):
    def __init__(self, look: Look, mentee: str, found: Sequence[NextBest], choose: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("nextBest")
        down = column(look, within=self, space=Space.WITHIN)
        down.addWidget(
            label(tr("Next best for {mentee}, as the whole plan sees it", mentee=mentee), "strong", wrap=True)
        )
        for at, one in enumerate(found):
            line = row(look)
            press = button(one.name, partial(choose, one.mentor), name=f"nextBest{at}", kind="link")
            press.setAccessibleName(tr("Look at {mentor}", mentor=one.name))
            press.setAccessibleDescription(one.sentence)
            line.addWidget(press)
            line.addStretch(1)
            down.addLayout(line)
            down.addWidget(label(one.sentence, "second", wrap=True))
