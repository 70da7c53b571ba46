"""The four steps of an import in a line: which are done, which one is at hand, which are still to come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.theme import Look, Space
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow


class Steps(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("importSteps")
        flow = Flow(look.px(Space.BETWEEN), self)
        self._titles = (tr("1. File"), tr("2. Columns"), tr("3. Check"), tr("4. Import"))
        self._chips = [Chip(look, title) for title in self._titles]
        for chip in self._chips:
            flow.addWidget(chip)

    def show_step(self, at: int) -> None:
        """`at`: how many steps are done, 0 to 4; the next one is at hand."""
        for number, (chip, title) in enumerate(zip(self._chips, self._titles, strict=True)):
            if number < at:
                chip.set(tr("{step}: done", step=title), "good")
            elif number == at:
                chip.set(tr("{step}: now", step=title), "accent")
            else:
                chip.set(title, "plain")
        self.setAccessibleName(tr("Step {step} of 4", step=min(at + 1, 4)))
