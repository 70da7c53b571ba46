"""How the calendar's parts lie: the line of filters over the views, and beside these the pane."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme import Look, Space
from ui.widgets.frames import column, row


def beside_each_other(
    look: Look, within: QWidget, line: QWidget, views: QWidget, side: QWidget, *, narrow: bool
) -> QStackedWidget | None:
    """At large sizes the pane is a page of its own: then the stack of the two."""
    outer = column(look, within=within, space=Space.BETWEEN)
    outer.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(16))
    outer.addWidget(line)
    if narrow:
        panes = QStackedWidget()
        panes.addWidget(views)
        panes.addWidget(side)
        outer.addWidget(panes, 1)
        return panes
    lying = row(look, space=Space.AROUND)
    lying.addWidget(views, 1)
    lying.addWidget(side)
    outer.addLayout(lying)
    outer.setStretchFactor(lying, 1)
    return None
