"""Mentees, their candidates and the reasons beside each other; one at a time where there is no room for three."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import unaccelerated

_NARROW = 820  # px at 100 %: below it a pane becomes a page of its own
_SHARES = (276, 436, 304)


class Panes(QWidget):
    def __init__(self, look: Look, panes: Sequence[QWidget], titles: Sequence[str]) -> None:
        super().__init__()
        self._look = look
        self._panes = tuple(panes)
        self._at = 0
        self.narrow: bool | None = None
        down = column(look, within=self, space=Space.AROUND)
        self._steps = QWidget()
        self._steps.setObjectName("paneSteps")
        self._buttons = self._make_steps(titles)
        down.addWidget(self._steps)
        self._across: QHBoxLayout = row(look)
        self._across.setSpacing(look.px(20))
        for pane, share in zip(self._panes, _SHARES, strict=True):
            pane.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            self._across.addWidget(pane, share)
        down.addLayout(self._across, 1)
        self._arrange(narrow=False)

    def show_pane(self, at: int) -> None:
        """Brings it into view where only one fits; the focus is the caller's."""
        self._at = at
        self._buttons[at].setChecked(True)
        for number, pane in enumerate(self._panes):
            pane.setVisible(not self.narrow or number == at)

    def name(self, at: int, title: str) -> None:
        self._buttons[at].setText(unaccelerated(title))
        self._buttons[at].setAccessibleName(title)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < self._look.px(_NARROW))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Small: with less room than three panes want, one is shown at a time."""
        return QSize(self._look.px(240), self._look.px(160))

    def _make_steps(self, titles: Sequence[str]) -> Sequence[QPushButton]:
        line = row(self._look, within=self._steps)
        group = QButtonGroup(self)
        made = []
        for number, title in enumerate(titles):
            step = button(title, functools.partial(self.show_pane, number), name=f"pane{number}")
            step.setCheckable(True)
            step.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            group.addButton(step)
            line.addWidget(step, 1)
            made.append(step)
        return made

    def _arrange(self, *, narrow: bool) -> None:
        if narrow != self.narrow:
            self.narrow = narrow
            self._steps.setVisible(narrow)
            self.show_pane(self._at)
