"""What finds no place in the page's bar stands in a line under it: the figures, and which plan is in view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import say, tr
from ui.matching_board.bench import Bench
from ui.matching_board.plan_bar import figures_of, state_of
from ui.matching_board.plan_header import PlanHeader
from ui.theme import Look
from ui.widgets.frames import row
from ui.widgets.labels import label


class Head:
    """`bar`: the line in the page's bar, with room for `plan` at its front; `under`: the line under it."""

    def __init__(self, look: Look, bar: PlanHeader, in_bar: QHBoxLayout, plan: QWidget) -> None:
        self._look = look
        self._bar = bar
        self._in_bar = in_bar
        self._plan = plan
        self._is_whole = True
        self._figures = label("", "second", wrap=True)
        self.under = row(look)
        self.under.addWidget(self._figures, 1)
        in_bar.insertWidget(0, plan)

    def fit(self, bench: Bench, width: int, title: QWidget) -> None:
        """`width`: of the whole page, in px."""
        room = width - title.sizeHint().width() - self._look.px(2 * 24 + 4 * 8)
        whole = self._bar.show_bench(bench, room - self._plan.sizeHint().width())
        if whole != self._is_whole:
            (self._in_bar if whole else self.under).insertWidget(0, self._plan, 0, Qt.AlignmentFlag.AlignLeft)
            self._is_whole = whole
        in_bar = whole or self._bar.show_bench(bench, room)
        words = figures_of(bench)
        if self._bar.chip.isHidden():
            words = tr("{state} · {figures}", state=state_of(bench)[0], figures=words)
        who = bench.board.who_is_matched
        said = [*([] if in_bar else [words]), *([] if who is None else [say(who)])]
        self._figures.setText("\n".join(said))
        self._figures.setVisible(bool(said))

    def show_nothing(self) -> None:
        self._bar.show_nothing()
        self._plan.hide()
