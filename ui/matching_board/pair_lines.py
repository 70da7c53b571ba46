"""Every pair of the programme as one line, proposed or approved: what the board and its table twin show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentordesk.domain.ids import PairId, ParticipationId
from mentordesk.domain.pair_stages import COLUMN_OF, STAGE_NAMES, BoardColumn, Stage
from mentordesk.i18n.message import Message, msg
from ui.language import say, spoken, tr
from ui.matching_board.bench import Bench

PROPOSED = msg("Proposed")
LEFT_OUT = msg("Without a mentor")
APPROVED = msg("Approved, not asked yet")
_SHARING = {Stage.PROPOSAL, Stage.SIGNED, Stage.ON_HOLD, Stage.COMPLETED, Stage.DISSOLVED, Stage.DECLINED}


@dataclass(frozen=True, slots=True)
class PairLine:
    """`mentee_id` of one that is proposed, `pair` of one that was approved."""

    mentee_id: ParticipationId | None
    pair: PairId | None
    name: str  # the mentee's
    mentor: str
    score: float | None
    at: Stage | None  # of one that was approved
    locked: bool = False
    moved: bool = False

    @property
    def id(self) -> str:
        return self.mentee_id or self.pair or ""

    @property
    def stage(self) -> Message:
        if self.at is Stage.PROPOSAL:
            return APPROVED
        if self.at is not None:
            return STAGE_NAMES[self.at]
        return PROPOSED if self.mentor else LEFT_OUT

    @property
    def column(self) -> BoardColumn:
        return BoardColumn.PROPOSAL if self.at is None else COLUMN_OF[self.at]

    @property
    def remark(self) -> str:
        """What the card says beyond its column: a stage that shares it with another, and the marks."""
        return say(self.stage) if self.at in _SHARING else self.marks

    @property
    def marks(self) -> str:
        marks = [tr("locked")] if self.locked else []
        return ", ".join([*marks, tr("moved")] if self.moved else marks)

    @property
    def figure(self) -> str:
        return "" if self.score is None else spoken().number(self.score)

    @property
    def words(self) -> str:
        points = "" if self.score is None else tr("{points} points", points=round(self.score))
        parts = (self.name, self.mentor, say(self.stage), points, self.marks)
        return ", ".join(part for part in parts if part)


def pair_lines(bench: Bench) -> Sequence[PairLine]:
    """The plan's first, by the mentee's name; those without a mentor stand among them."""
    question = bench.question
    proposed = [_proposed(bench, mentee.id, mentee.name) for mentee in question.mentees] if bench.plan else []
    approved = [PairLine(None, pair.id, pair.mentee, pair.mentor, None, pair.stage) for pair in bench.board.pairs]
    proposed.sort(key=lambda line: spoken().sort_key(line.name))
    approved.sort(key=lambda line: spoken().sort_key(line.name))
    return (*proposed, *approved)


def _proposed(bench: Bench, mentee: ParticipationId, name: str) -> PairLine:
    mentor = bench.plan.get(mentee)
    if mentor is None:
        return PairLine(mentee, None, name, "", None, None, moved=mentee in bench.moved)
    return PairLine(
        mentee,
        None,
        name,
        bench.question.mentor(mentor).name,
        bench.score(mentee, mentor),
        None,
        bench.is_locked(mentee, mentor),
        mentee in bench.moved,
    )
