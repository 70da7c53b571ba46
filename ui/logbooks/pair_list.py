"""All pairs with their strips, and the same in words on F9; which pair is chosen stays the same in both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QToolButton, QWidget

from mentordesk.queries.logbooks import PairStrip
from ui.desk import Desk
from ui.language import tr
from ui.logbooks.columns import pair_columns, twin_columns
from ui.logbooks.legend import legend
from ui.logbooks.painters import NamesCell, StripCell
from ui.logbooks.strip_table import StripTable
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.widgets.buttons import icon_button
from ui.widgets.frames import column

_ROW = 48  # px at 100 %


class PairList(QWidget):
    chosen = Signal(object)  # PairId | None
    opened = Signal(str)  # PairId: Enter or a double click

    def __init__(self, desk: Desk, *, paged: bool) -> None:
        """`paged`: in large type, where the next day stands with the pair, and its room goes to the strip."""
        super().__init__()
        self._paged = paged
        self._desk = desk
        self._known: dict[str, PairStrip] = {}
        self._strips = RecordTable(pair_columns(), _number, self)
        self._words = RecordTable(twin_columns(), _number, self)
        self.strips = StripTable(desk, self._strips)
        self.words = TableView(desk, self._words, tr("Conversations in words"), tab="logbooks", key="words")
        self._query = ""
        self._behind: RecordTable[PairStrip] | None = None  # the one that does not hold the newest rows yet
        self._dress()
        outer = column(desk.look, within=self)
        self._views = QStackedWidget()
        self._views.addWidget(self.strips)
        self._views.addWidget(self.words)
        outer.addWidget(self._views, 1)
        outer.addLayout(self._foot())

    @property
    def view(self) -> TableView:
        """The one that is shown."""
        return self.words if self._views.currentWidget() is self.words else self.strips

    @property
    def table(self) -> RecordTable[PairStrip]:
        return self._words if self.view is self.words else self._strips

    @property
    def current(self) -> PairStrip | None:
        number = self.view.current_id()
        return None if number is None else self._known.get(number)

    def show_strips(self, strips: tuple[PairStrip, ...]) -> None:
        """In place of those before; whoever was chosen stays chosen, at first the first one is."""
        self._known = {strip.pair: strip for strip in strips}
        self._behind = self._words if self.table is self._strips else self._strips
        self.table.show(strips)
        if self.view.current_id() is None and self.table.rows.shown:
            self.choose(self.table.rows.id_at(0))

    def choose(self, pair: str) -> None:
        self.view.select_ids((pair,))

    def narrow(self, query: str) -> int:
        """How many pairs are left."""
        self._query = query
        self.table.narrow(query)
        if self.view.current_id() is None and self.table.rows.shown:
            self.choose(self.table.rows.id_at(0))
        return len(self.table.rows.shown)

    def switch(self) -> None:
        """F9: the strips, or the same in words."""
        chosen = self.view.current_id()
        had_focus = self.view.hasFocus()
        self._views.setCurrentWidget(self.strips if self.view is self.words else self.words)
        if self._behind is self.table:
            self.table.show(tuple(self._known.values()))
            self._behind = None
        self.table.narrow(self._query)
        if chosen is not None:
            self.choose(chosen)
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._twin.setChecked(self.view is self.words)

    def _dress(self) -> None:
        look = self._desk.look
        self.strips.setObjectName("pairStrips")
        self.words.setObjectName("pairsInWords")
        self.strips.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        at = self._strips.column_of
        self.strips.setItemDelegateForColumn(at("pair"), NamesCell(look, self._strips, self.strips))
        self.strips.setItemDelegateForColumn(at("strip"), StripCell(look, self._strips, self.strips, self._desk.today))
        header = self.strips.horizontalHeader()
        header.setStretchLastSection(False)
        self.strips.setColumnHidden(at("next"), self._paged)
        header.setMinimumSectionSize(look.px(48))
        header.setSectionResizeMode(at("strip"), QHeaderView.ResizeMode.Stretch)
        for view in (self.strips, self.words):
            view.setMinimumHeight(look.px(_ROW) * 2)
            view.setSelectionMode(view.SelectionMode.SingleSelection)
            view.current_changed.connect(self.chosen)
            view.opened.connect(self.opened)
            view.peeked.connect(self.opened)

    def _foot(self) -> QHBoxLayout:
        look = self._desk.look
        line = legend(look)
        self._twin: QToolButton = icon_button(
            "table", tr("Show in words"), self.switch, name="switchTwin", look=look, keys="F9"
        )
        self._twin.setCheckable(True)
        line.addWidget(self._twin)
        return line


def _number(strip: PairStrip) -> str:
    return strip.pair
