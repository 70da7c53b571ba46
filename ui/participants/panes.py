"""Where things are in the tab: the list with a pane beside it, or at large sizes one page over the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.desk import Desk
from ui.participants.back_page import BackPage
from ui.theme import Space
from ui.widgets.frames import column
from ui.widgets.stack import Stack

_NARROW_FROM = 150  # per cent: from here the detail is a page of its own (ux.md 4.1)
_PANE = 440  # px at 100 %
_TAB, _OPEN = "participants", "detail"


def is_narrow(desk: Desk) -> bool:
    """Whether there is no room for two things side by side."""
    return desk.look.zoom >= _NARROW_FROM


class Panes(Stack):
    left = Signal()  # the way back from what fills the page, by its key

    def __init__(
        self, desk: Desk, above: Sequence[QWidget], grid: QWidget, beside: QWidget, below: Sequence[QWidget] = ()
    ) -> None:
        """`above` and `below` the grid, in this order; `beside` it until another is put into `side` and asked for."""
        super().__init__()
        self._desk = desk
        self._importing: QWidget | None = None
        self._over: BackPage | None = None
        look = desk.look
        self._list = QWidget()
        lines = column(look, within=self._list, space=Space.AROUND)
        lines.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        for widget in above:
            lines.addWidget(widget)
        self.side = QStackedWidget()
        self.side.setObjectName("side")
        self.side.addWidget(beside)
        self.addWidget(self._list)
        self._alone: BackPage | None = None
        if is_narrow(desk):
            lines.addWidget(grid, 1)
            self._alone = BackPage(look, self.side)
            self._alone.left.connect(self.left)
            self.addWidget(self._alone)
        else:
            lines.addWidget(self._split(grid), 1)
            self.side.setVisible(desk.preferences.of_tab(_TAB, _OPEN) != "closed")
        for widget in below:
            lines.addWidget(widget)

    @property
    def is_importing(self) -> bool:
        return self._importing is not None and self.currentWidget() is self._importing

    @property
    def side_fills_the_page(self) -> bool:
        return self._alone is not None and self.currentWidget() is self._alone

    @property
    def over(self) -> QWidget | None:
        """The page over the list."""
        return self._over

    @property
    def is_covered(self) -> bool:
        """By a page that somebody goes back from to the list."""
        return self._over is not None and self.currentWidget() is self._over

    def show_list(self) -> None:
        """What lay over it is gone for good."""
        self.setCurrentWidget(self._list)
        if self._over is not None:
            self.removeWidget(self._over)
            self._over.deleteLater()
            self._over = None

    def show_over(self, page: QWidget) -> None:
        """In place of the list, until that is shown again."""
        self.show_list()
        self._over = BackPage(self._desk.look, page)
        self._over.left.connect(self.left)
        self.addWidget(self._over)
        self.setCurrentWidget(self._over)

    def take_import(self, importing: QWidget) -> None:
        """In the list's place when it is asked for."""
        self._importing = importing
        self.addWidget(importing)

    def show_import(self, importing: QWidget) -> None:
        self.setCurrentWidget(importing)

    def show_beside(self, widget: QWidget) -> None:
        self.side.setCurrentWidget(widget)
        self._open_side(True)

    def hide_side(self) -> None:
        self._open_side(False)

    def _open_side(self, shown: bool) -> None:
        if self._alone is not None:
            self.setCurrentWidget(self._alone if shown else self._list)
            return
        self.setCurrentWidget(self._list)
        self.side.setVisible(shown)
        self._desk.preferences.keep_of_tab(_TAB, _OPEN, "open" if shown else "closed")

    def _split(self, grid: QWidget) -> QSplitter:
        look = self._desk.look
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(look.px(16))
        split.setChildrenCollapsible(False)
        split.addWidget(grid)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        grid.setMinimumWidth(look.px(320))
        self.side.setMinimumWidth(look.px(360))
        split.setSizes([look.px(2_000), look.px(_PANE)])
        return split
