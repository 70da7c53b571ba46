"""What a coordinator can do with the plan, done: each deed is one change and one undo.

Finding what follows from a deed is pure work and runs first; the change only keeps it.
"""

from __future__ import annotations

import functools
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from mentordesk.actions.files import Store, user
from mentordesk.actions.matching import (
    Approved,
    Consent,
    Decided,
    allow_again,
    approve,
    keep_scenario,
    lock_pair,
    put_together,
    seats_of,
    unlock_pair,
)
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.decisions import Decisions
from mentordesk.matching.scenario import Solution
from mentordesk.progress import Progress
from ui.desk import Desk, NoticeKind
from ui.matching_board.bench import Bench, Stage, solve_under

_FINDING = msg("Finding the best plan")


class Deed(Enum):
    PUT_TOGETHER = auto()
    LOCK = auto()
    UNLOCK = auto()
    KEEP_APART = auto()
    ALLOW_AGAIN = auto()


class Deeds(QObject):
    approved = Signal()
    not_yet = Signal(object)  # NotYet: what stands in the way of approving

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.bench: Bench | None = None

    def find_plan(self) -> None:
        """Keeps the best plan that was found with the board, where it is not kept already."""
        bench = self.bench
        if bench is not None and bench.stage in {Stage.NOT_PLANNED, Stage.OUTDATED} and self._desk.may_change():
            self._keep(bench, bench.solution, None, None)

    def do(self, deed: Deed, mentee: ParticipationId, mentor: ParticipationId) -> None:
        bench = self.bench
        if bench is None or not self._desk.may_change():
            return
        match deed:
            case Deed.PUT_TOGETHER:
                self._put_together(bench, mentee, mentor)
            case Deed.KEEP_APART:
                names = self._names(bench, mentee, mentor)
                what = msg("Keep {mentee} and {mentor} apart", mentee=names[0], mentor=names[1])
                self._decide(bench, bench.board.decisions.keep_apart(mentee, mentor), what)
            case Deed.LOCK | Deed.UNLOCK | Deed.ALLOW_AGAIN:
                action = {Deed.LOCK: lock_pair, Deed.UNLOCK: unlock_pair, Deed.ALLOW_AGAIN: allow_again}[deed]
                programme, name = self._desk.programme_id, bench.board.scenario
                assert programme is not None
                self._desk.work.change(
                    lambda store: action(store, programme=programme, scenario=name, mentee=mentee, mentor=mentor)
                )

    def approve(self, consent: Consent | None = None) -> None:
        bench, programme = self.bench, self._desk.programme_id
        if bench is None or programme is None or not self._desk.may_change():
            return
        name, today = bench.board.scenario, self._desk.today

        def approving(store: Store) -> Approved:
            given = Consent(user()) if consent is None else consent
            return approve(
                store,
                programme=programme,
                scenario=name,
                today=today,
                by=given.by,
                exception=given.exception,
                passing=given.passing,
            )

        self._desk.work.change(approving, self._on_approved, self._on_refused)

    def _put_together(self, bench: Bench, mentee: ParticipationId, mentor: ParticipationId) -> None:
        obstacle = bench.obstacle(mentee, mentor)
        if obstacle is not None:
            self._desk.tell(obstacle, NoticeKind.WARNING)
        elif bench.plan.get(mentee) == mentor:
            self.do(Deed.LOCK, mentee, mentor)
        else:
            self._decide(
                bench, bench.board.decisions.lock(mentee, mentor), put_together(*self._names(bench, mentee, mentor))
            )

    def _decide(self, bench: Bench, decisions: Decisions, what: Message) -> None:
        decided = Decided(bench.board.decisions, decisions)

        def solving(_: Progress) -> Solution:
            return solve_under(bench, decisions)

        found = functools.partial(self._keep_found, bench, decided, what)
        self._desk.work.compute("matching deed", solving, found, title=_FINDING)

    def _keep_found(self, bench: Bench, decided: Decided, what: Message, solution: Solution) -> None:
        self._keep(bench, solution, decided, what)

    def _keep(self, bench: Bench, solution: Solution, decided: Decided | None, what: Message | None) -> None:
        programme, board = self._desk.programme_id, bench.board
        if programme is None:
            return
        seats = seats_of(solution)
        self._desk.work.change(
            lambda store: keep_scenario(
                store,
                programme=programme,
                name=board.scenario,
                seats=seats,
                settings=board.question.settings,
                decided=decided,
                what=what,
            )
        )

    def _on_approved(self, _: Approved) -> None:
        self.approved.emit()

    def _on_refused(self, no: Refused) -> None:
        if isinstance(no, NotYet):
            self.not_yet.emit(no)
        else:
            self._desk.tell(no.message, NoticeKind.ERROR)

    @staticmethod
    def _names(bench: Bench, mentee: ParticipationId, mentor: ParticipationId) -> tuple[str, str]:
        return bench.question.mentee(mentee).name, bench.question.mentor(mentor).name
