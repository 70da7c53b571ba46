"""Warnings in words, one under another; each position of dependence with a box to confirm it by (UX 5.4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from mentordesk.domain.passing import Graveness, PairWarning, WarningKey
from ui.forms.editor import Remark
from ui.language import say, tr
from ui.theme import Look
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import label, unaccelerated


class WarningsSaid(QWidget):
    def __init__(self, look: Look, *, with_chips: bool = True) -> None:
        """`with_chips`: how grave it is, over each; else it stands over them all."""
        super().__init__()
        self._with_chips = with_chips
        self._look = look
        self._down = column(look, within=self)
        self._boxes: dict[WarningKey, tuple[QCheckBox, Remark]] = {}

    @property
    def keys(self) -> frozenset[WarningKey]:
        """Of those with a box."""
        return frozenset(self._boxes)

    @property
    def first_box(self) -> QWidget | None:
        return next((box for box, _ in self._boxes.values()), None)

    def show_warnings(self, warnings: Sequence[PairWarning], *, again: bool = False) -> None:
        """`again`: what was confirmed once is to be confirmed anew."""
        clear(self._down)
        self._boxes = {}
        for each in warnings:
            self._say(each, again=again)
        self.setVisible(bool(warnings))

    def all_confirmed(self) -> bool:
        """Else the boxes that lack a tick say so, and the first has the focus."""
        missing = [(box, remark) for box, remark in self._boxes.values() if not box.isChecked()]
        for _, remark in missing:
            remark.set(tr("A position of dependence is passed only if you confirm it."), wrong=True)
        if missing:
            missing[0][0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not missing

    def _say(self, warning: PairWarning, *, again: bool) -> None:
        grave = warning.graveness is Graveness.DEPENDENCE
        if self._with_chips:
            line = row(self._look)
            line.addWidget(graveness_chip(self._look, warning))
            line.addStretch(1)
            self._down.addLayout(line)
        self._down.addWidget(label(say(warning.sentence), wrap=True))
        if grave:
            self._add_box(warning, again=again)

    def _add_box(self, warning: PairWarning, *, again: bool) -> None:
        words = (
            tr("I confirm it a second time: the two shall meet all the same")
            if again
            else tr("I have read this, and pass it")
        )
        box = QCheckBox(unaccelerated(words))
        box.setAccessibleName(words)
        box.setAccessibleDescription(say(warning.sentence))
        same = sum(rule == warning.rule for *_, rule in self._boxes)
        box.setObjectName(f"{'again' if again else 'confirm'}_{warning.rule}{same + 1 if same else ''}")
        remark = Remark(self._look)
        box.toggled.connect(lambda _: remark.set("", wrong=False))
        self._boxes[warning.key] = (box, remark)
        self._down.addWidget(box)
        self._down.addWidget(remark)


def graveness_chip(look: Look, warning: PairWarning) -> Chip:
    grave = warning.graveness is Graveness.DEPENDENCE
    return Chip(look, tr("Position of dependence") if grave else tr("Warning"), "bad" if grave else "warn")
