"""A plan as a card beside others: how good it is, its lowest pairs, what it sets otherwise, what its floor cost."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from mentordesk.domain.scenarios import said
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.comparison import Levels, PlanCompared, ScoredPair
from mentordesk.queries.comparison_in_words import SettingCompared
from ui.language import ptr, say, spoken, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import column, frame, row
from ui.widgets.labels import label

_LEVELS = (msg("Without a mentor"), msg("Pairs under the floor"), msg("Lowest pair"), msg("Points in all"))


class PlanCard(QFrame):
    approve_wanted = Signal(str)

    def __init__(
        self, look: Look, place: int, plan: PlanCompared, settings: Sequence[SettingCompared], *, is_approved: bool
    ) -> None:
        """`place` among the plans compared, from 0; `settings` are those that are not the same in all.

        One that is approved is looked at only.
        """
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(f"planCard{place}")
        self.setAccessibleName(say(said(plan.name)))
        self._look = look
        down = self._down = column(look, within=self, edge=Space.AROUND)
        name = label(say(said(plan.name)), "heading", wrap=True)
        name.setObjectName("planName")
        down.addWidget(name)
        if is_approved:
            down.addWidget(Chip(look, tr("Approved"), "good"))
        elif plan.best:
            down.addWidget(Chip(look, tr("Best by its own weights"), "good"))
        else:
            down.addWidget(Chip(look, tr("A better plan is possible"), "warn"))
        if plan.notes:
            down.addWidget(label(plan.notes, "second", wrap=True))
        self._add_levels(plan)
        if not is_approved:
            self._add_approve(plan, place)
        self._add(tr("Lowest pairs"), [_pair(pair) for pair in plan.worst])
        self._add(tr("Set otherwise"), [_setting(setting, place) for setting in settings])
        self._add(tr("What the floor costs"), [say(sentence) for sentence in plan.floor.words])
        down.addStretch(1)

    def _add_approve(self, plan: PlanCompared, place: int) -> None:
        look, words = self._look, tr("Approve this one …")
        approve = button(
            words, functools.partial(self.approve_wanted.emit, plan.name), name=f"approvePlan{place}", look=look
        )
        approve.setAccessibleName(tr("Approve the plan {name}", name=plan.name))
        line = row(look)
        line.addWidget(approve)
        line.addStretch(1)
        self._down.addLayout(line)

    def _add_levels(self, plan: PlanCompared) -> None:
        """Points under other weights are no common measure, so where they differ both are shown."""
        measures = [plan.levels] if plan.by_programme == plan.levels else [plan.levels, plan.by_programme]
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(Space.BETWEEN))
        grid.setVerticalSpacing(self._look.px(Space.WITHIN))
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if len(measures) > 1:
            grid.addWidget(label(tr("By whose weights"), "caption", wrap=True), 0, 0)
            for at, words in enumerate((ptr("weights", "own"), ptr("weights", "programme"))):
                grid.addWidget(label(words, "caption"), 0, at + 1, right)
        for line, title in enumerate(_LEVELS, 1):
            grid.addWidget(label(say(title), "second", wrap=True), line, 0)
            for at, levels in enumerate(measures):
                grid.addWidget(label(_figures(levels)[line - 1], "second" if at else "strong"), line, at + 1, right)
        self._down.addLayout(grid)

    def _add(self, title: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        self._down.addWidget(frame("hairline"))
        self._down.addWidget(label(title, "strong", wrap=True))
        self._down.addWidget(label("\n".join(lines), "second", wrap=True))


def _figures(levels: Levels) -> tuple[str, ...]:
    """In the order of _LEVELS."""
    catalog = spoken()
    worst = "–" if levels.worst is None else catalog.number(levels.worst, 1)
    return str(levels.unmatched), str(levels.weak), worst, catalog.number(levels.total)


def _pair(pair: ScoredPair) -> str:
    points = spoken().number(pair.score, 1)
    return tr("{mentee} with {mentor}: {points}", mentee=pair.mentee, mentor=pair.mentor, points=points)


def _setting(setting: SettingCompared, place: int) -> str:
    value = setting.values[place]
    shown = say(value) if isinstance(value, Message) else str(value)
    return tr("{setting}: {value}", setting=setting.title, value=shown)
