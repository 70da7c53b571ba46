"""A list with a pane beside it, as views of the tab show what is chosen; in large type the pane takes its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.desk import Desk
from ui.participants.back_page import BackPage
from ui.participants.panes import is_narrow
from ui.widgets.frames import column

_PANE = 440  # px at 100 %
_LEAST, _LEAST_PANE = 320, 360


class Beside(QWidget):
    left = Signal()  # the way back from the pane that fills the view, by its key

    def __init__(self, desk: Desk, shown: QWidget, pane: QWidget) -> None:
        """`shown`: the list that stays while there is room for both."""
        super().__init__()
        look = desk.look
        self._stack = QStackedWidget()
        self._alone: BackPage | None = None
        column(look, within=self).addWidget(self._stack)
        if is_narrow(desk):
            self._stack.addWidget(shown)
            self._alone = BackPage(look, pane)
            self._alone.left.connect(self.left)
            self._stack.addWidget(self._alone)
            return
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(look.px(16))
        split.setChildrenCollapsible(False)
        split.addWidget(shown)
        split.addWidget(pane)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        shown.setMinimumWidth(look.px(_LEAST))
        pane.setMinimumWidth(look.px(_LEAST_PANE))
        split.setSizes([look.px(2_000), look.px(_PANE)])
        self._stack.addWidget(split)

    @property
    def pane_fills_it(self) -> bool:
        return self._alone is not None and self._stack.currentWidget() is self._alone

    def show_list(self) -> None:
        self._stack.setCurrentIndex(0)

    def show_pane(self) -> None:
        if self._alone is not None:
            self._stack.setCurrentWidget(self._alone)
