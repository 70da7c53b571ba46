"""The warnings of one kind in a plan that is to be approved, with one reason for all of them (UX 5.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from mentordesk.domain.passing import WEAK, Graveness, PairWarning, WarningKey
from mentordesk.i18n.message import Message, msg
from ui.language import ntr, say, tr
from ui.matching_board.pairs.asked_line import AskedLine
from ui.matching_board.pairs.warnings_said import WarningsSaid, graveness_chip
from ui.theme import Look
from ui.widgets.frames import column, row
from ui.widgets.labels import label

KINDS: Mapping[str, Message] = {
    "line_of_command": msg("In the line of management"),
    "same_unit": msg("From the same unit"),
    "recorded_dependence": msg("A position of dependence on record"),
    "veto": msg("A wish given in confidence"),
    "not_again": msg("A pair before"),
    "language": msg("No language in common"),
    "other_area": msg("From the same area"),
    WEAK: msg("Few points"),
}
"""Each warning that can be passed, as the heading of those of its kind; a test walks GRAVENESS."""
_AT_ONCE = 6  # with more, the reason would be out of sight: the others stand below the form


class KindOfWarning(QWidget):
    """`below` are the sentences for which there is no room; `said` has the boxes of positions of dependence."""

    def __init__(self, look: Look, rule: str, warnings: Sequence[PairWarning]) -> None:
        super().__init__()
        self.setObjectName(f"kind_{rule}")
        self.rule = rule
        self._warnings = warnings
        grave = warnings[0].graveness is Graveness.DEPENDENCE
        down = column(look, within=self)
        head = row(look)
        head.addWidget(graveness_chip(look, warnings[0]))
        head.addWidget(label(say(KINDS[rule]), "strong", wrap=True), 1)
        head.addWidget(label(ntr("{count} pair", "{count} pairs", len(warnings)), "second"))
        down.addLayout(head)
        here = len(warnings) if grave else _AT_ONCE
        self.below = tuple(each.sentence for each in warnings[here:])
        if grave:
            self.said: WarningsSaid | None = WarningsSaid(look, with_chips=False)
            down.addWidget(self.said)
            self.said.show_warnings(warnings)
        else:
            self.said = None
            for each in warnings[:here]:
                down.addWidget(label(say(each.sentence), wrap=True))
            if self.below:
                more = ntr("{count} more pair, named below", "{count} more pairs, named below", len(self.below))
                down.addWidget(label(more, "second"))
        title = tr("Reason, in one line") if len(warnings) == 1 else tr("Reason for all of these, in one line")
        self.asked = AskedLine(look, title, f"reason_{rule}", tr("Write the reason in one line."))
        self.asked.line.setAccessibleDescription("\n".join(say(each.sentence) for each in warnings))
        down.addWidget(self.asked)

    @property
    def reasons(self) -> Mapping[WarningKey, str]:
        return {each.key: self.asked.text for each in self._warnings}
