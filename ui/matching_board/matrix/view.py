"""The matrix: every mentee with every mentor at a glance, what each pair would cost, and the chosen one in words."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from mentordesk.domain.ids import ParticipationId
from ui.desk import Desk
from ui.language import tr
from ui.matching_board.bench import Bench
from ui.matching_board.bench_view import BenchView, Moves, Pair
from ui.matching_board.deeds import Deed
from ui.matching_board.matrix.cells import CellPrices, Cells, Told, cell_prices, cells_of, prices_mislead, told_of
from ui.matching_board.matrix.grid import SIZES, MatrixGrid
from ui.matching_board.matrix.legend import Legend, points_span
from ui.matching_board.matrix.model import MatrixModel
from ui.matching_board.offers import apart_deed, deeds_of
from ui.matching_board.why import why
from ui.theme import Look, Space
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import column, frame, row
from ui.widgets.labels import label, set_tip, unaccelerated

_LOW = 400  # px at 100 %: less is little room


class MatrixView(BenchView):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.look
        self._bench: Bench | None = None
        self._wanted: tuple[ParticipationId, ParticipationId | None] | None = None
        self._size: int | None = None  # of the cells, in SIZES; None: as many as can be seen at once
        self._told: Told | None = None
        self._moves: Moves = {}  # of the weights on trial
        self._is_low = False
        self.model = MatrixModel(self)
        self.grid = MatrixGrid(look, self.model)
        down = column(look, within=self)
        self._kinds, self._more = self._make_kinds(look), self._make_more(look)
        self.legend = Legend(look)
        self._over = row(look)
        self._over.addWidget(self._kinds)
        self._over.addSpacing(look.px(8))
        self._over.addWidget(self.legend, 1)
        self._over.addWidget(self._more)
        down.addLayout(self._over)
        down.addWidget(self.grid, 1)
        self._card = self._line(look)
        down.addWidget(self._card)
        self.grid.current_changed.connect(self._ask_told)
        self.grid.pointed.connect(self._ask_told)
        self.grid.entered.connect(self._put_together)
        self.grid.removed.connect(self._remove)
        self.grid.menu_wanted.connect(self._open_menu)
        self.grid.zoom_wanted.connect(self._zoom)

    @property
    def pair(self) -> Pair | None:
        cells, (at, across) = self.model.cells, self.grid.current
        return None if cells is None or at < 0 or across < 0 else cells.pair(at, across)

    @property
    def panes(self) -> Sequence[QWidget]:
        return (self.grid,)

    def show_bench(self, bench: Bench) -> None:
        self._bench = bench
        self._desk.work.compute("matching matrix", lambda _: cells_of(bench), self._show_cells)

    def show_trial(self, moves: Moves) -> None:
        if moves != self._moves:
            self._moves = moves
            self._mark_trial()

    def choose(self, mentee: ParticipationId, mentor: ParticipationId | None = None) -> None:
        self._wanted = mentee, mentor
        self._choose_wanted()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._fit()

    def _make_kinds(self, look: Look) -> QWidget:
        """What the cells show."""
        made, group = QWidget(), QButtonGroup(self)
        line = row(look, within=made)
        self._score = self._choice(tr("Points"), "showScores", group)
        self._price = self._choice(tr("Price"), "showPrices", group)
        self._score.setChecked(True)
        set_tip(self._price, tr("What putting two together would cost the whole plan"))
        line.addWidget(self._score)
        line.addWidget(self._price)
        return made

    def _make_more(self, look: Look) -> QWidget:
        """The legend where it is folded, and larger and smaller cells."""
        made = QWidget()
        line = row(look, within=made)
        self._signs = icon_button("question", tr("What the signs mean"), self._fold, name="matrixSigns", look=look)
        self._signs.setCheckable(True)
        line.addWidget(self._signs)
        for picture, text, by, name in (
            ("minus", tr("Smaller cells"), -1, "smallerCells"),
            ("plus", tr("Larger cells"), 1, "largerCells"),
        ):
            line.addWidget(icon_button(picture, text, functools.partial(self._zoom, by), name=name, look=look))
        return made

    def _choice(self, text: str, name: str, group: QButtonGroup) -> QPushButton:
        made = button(text, self._show_chosen, name=name)
        made.setCheckable(True)
        group.addButton(made)
        return made

    def _line(self, look: Look) -> QWidget:
        """Two lines high, so that the matrix doesn't move while it is read."""
        card = frame("card")
        self._under = line = row(look, within=card)
        self._telling = QWidget()
        words = column(look, within=self._telling, space=Space.WITHIN)
        words.setSpacing(0)
        self.heading = label("", "strong")
        self.heading.setObjectName("cellHeading")
        self.words = label("", "second", wrap=True)
        self.words.setObjectName("cellWords")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.heading)
        words.addWidget(self.words)
        line.addWidget(self._telling, 1)
        self._act = button("", self._do_first, name="cellDeed")
        line.addWidget(self._act, 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def _show_cells(self, cells: Cells) -> None:
        if cells.bench is not self._bench:
            return
        self.model.show(cells)
        self._price.setEnabled(not prices_mislead(cells.bench))
        if not self._price.isEnabled():
            self._score.setChecked(True)
        self._fit()
        self._mark_trial()
        self.legend.show_blocking(bool(cells.blocking.any()))
        self._choose_wanted()
        if self.pair is None and all(cells.shape):
            self.grid.go_to(0, 0)
        self._show_chosen()
        self._ask_told()

    def _show_chosen(self) -> None:
        """Points, or prices as soon as they are worked out."""
        cells = self.model.cells
        if cells is None:
            return
        if self._price.isChecked():
            self._desk.work.compute("matching cell prices", lambda _: (cells, cell_prices(cells)), self._show_prices)
        else:
            self.model.show_prices(None)
            self.legend.show_ends(*points_span(*cells.span), priced=False)
        self._describe()

    def _show_prices(self, answer: tuple[Cells, CellPrices]) -> None:
        cells, prices = answer
        if cells is self.model.cells and self._price.isChecked():
            self.model.show_prices(prices)
            self.legend.show_ends(tr("10 points and more"), tr("costs nothing"), priced=True)
            self._describe()

    def _choose_wanted(self) -> None:
        cells = self.model.cells
        if self._wanted is None or cells is None:
            return
        (mentee, mentor), self._wanted = self._wanted, None
        if mentee in cells.row_of:
            planned = cells.bench.plan.get(mentee) if mentor is None else mentor
            across = max(0, self.grid.current[1]) if planned is None else cells.column_of.get(planned, 0)
            self.grid.go_to(cells.row_of[mentee], across)

    def _ask_told(self, at: int = -1, across: int = -1) -> None:
        """Of the cell the mouse is over, else of the current one."""
        cells = self.model.cells
        if at < 0 or across < 0:
            at, across = self.grid.current
        if cells is None or at < 0 or across < 0:
            return
        bench, pair = cells.bench, cells.pair(at, across)
        self._describe()
        self._desk.work.compute("matching cell", lambda _: told_of(why(bench, *pair)), self._show_told)

    def _show_told(self, told: Told) -> None:
        self._told = told
        self._say_told()
        if told.pair == self.pair:
            self.grid.setAccessibleDescription(told.sentence)

    def _say_told(self) -> None:
        """Where there is little room, in one piece."""
        if (told := self._told) is not None:
            self.heading.setText(told.heading)
            self.words.setText(self._fitting(told.sentence) if self._is_low else told.words)
            set_tip(self.words, told.sentence)

    def _fitting(self, sentence: str) -> str:
        """In two lines; the tip has all of it."""
        room = self.width() - self._more.sizeHint().width() - self._desk.look.px(12 + 8 + 8)
        metrics = self.words.fontMetrics()
        return metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, 2 * room - metrics.averageCharWidth() * 12)

    def _describe(self) -> None:
        """At once what is known of the current cell; the price follows."""
        cells, (at, across) = self.model.cells, self.grid.current
        if cells is None or at < 0 or across < 0:
            return
        self.grid.setAccessibleDescription(self.model.words(at, across))
        offers = deeds_of(cells.place(at, across))
        self._act.setVisible(bool(offers) and not self._is_low)  # there Enter and the menu do it
        if offers:
            self._act.setText(unaccelerated(offers[0][1]))
            self._act.setAccessibleName(offers[0][1])

    def _fit(self) -> None:
        self._is_low = self.height() < self._desk.look.px(_LOW)
        self.grid.set_low(self._is_low)
        self._fold()
        self._describe()
        self._say_told()
        if self._size is None and self.model.cells is not None:
            self.grid.set_cell(self.grid.fitting())

    def _fold(self) -> None:
        """Where there is little room, what stands over the matrix goes into its corner and into the line under it."""
        low, look = self._is_low, self._desk.look
        is_folded = self._over.indexOf(self._more) < 0
        if low and not is_folded:
            self._under.addWidget(self._more)
            self._under.insertWidget(0, self.legend, 1)
        elif is_folded and not low:
            self._over.insertWidget(0, self._kinds)
            self._over.insertWidget(2, self.legend, 1)
            self._over.addWidget(self._more)
        if low:
            self.grid.put_in_corner(self._kinds)
        signs = low and self._signs.isChecked()
        self.legend.setVisible(signs or not low)
        self._signs.setVisible(low)
        self.heading.setVisible(not low)
        self._telling.setVisible(not signs)
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing() if low else look.px(40))
        edge = 0 if low else look.px(6)
        self._under.setContentsMargins(look.px(12), edge, look.px(8), edge)

    def _mark_trial(self) -> None:
        self.model.show_trial(self._moves)
        self.legend.show_trial(bool(self._moves))

    def _zoom(self, by: int) -> None:
        if self._size is None:
            width = self.grid.fitting().width()
            self._size = max(at for at in range(len(SIZES)) if at == 0 or self.grid.zoomed(at).width() <= width)
        self._size = max(0, min(len(SIZES) - 1, self._size + by))
        self.grid.set_cell(self.grid.zoomed(self._size))

    def _put_together(self) -> None:
        if (pair := self.pair) is not None:
            self.wanted.emit(Deed.PUT_TOGETHER, *pair)

    def _remove(self) -> None:
        cells = self.model.cells
        if cells is not None and self.pair is not None:
            self._want(apart_deed(cells.place(*self.grid.current)))

    def _do_first(self) -> None:
        cells = self.model.cells
        if cells is not None and self.pair is not None:
            self._want(deeds_of(cells.place(*self.grid.current))[0][0])

    def _want(self, deed: Deed, _: bool = False) -> None:
        if (pair := self.pair) is not None:
            self.wanted.emit(deed, *pair)

    def _open_menu(self, spot: QPoint) -> None:
        cells = self.model.cells
        if cells is None:
            return
        offers = deeds_of(cells.place(*self.grid.current))
        if not offers:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed, text in offers:
            menu.addAction(unaccelerated(text)).triggered.connect(functools.partial(self._want, deed))
        menu.popup(spot)
