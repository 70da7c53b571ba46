"""All pairs in a table, and the chosen one's part beside it; in large type each has the page to itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.ids import PairId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message
from ui.desk import Desk
from ui.language import say, tr
from ui.logbooks.form_part import FormPart, focus
from ui.logbooks.painters import NamesCell, Two
from ui.logbooks.view import LogbookView
from ui.tables.columns import Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import add_all, column, row, scrolling
from ui.widgets.labels import label

_PART = 400  # px at 100 %
_ROW = 48  # px at 100 %


class PairsView(LogbookView, Generic[Two]):
    """Subclasses ask for the rows in `reload` and hand them to `show_rows`; a row's id is its pair's."""

    def __init__(
        self, desk: Desk, part: type[FormPart], columns: Sequence[Column[Two]], title: Message, *, key: str
    ) -> None:
        """`key`: under which its columns are remembered; the table is called `{key}Table`."""
        super().__init__(desk)
        self._wanted = ""
        self._aside: QWidget | None = None
        self._rows: dict[str, Two] = {}
        self._table = RecordTable(columns, self.pair_of, self)
        self.list = TableView(desk, self._table, say(title), tab="logbooks", key=f"{key}OfPairs")
        self.list.setObjectName(f"{key}Table")
        self.list.verticalHeader().setDefaultSectionSize(self.look.px(_ROW))
        self.list.setItemDelegateForColumn(self._table.column_of("pair"), NamesCell(self.look, self._table, self.list))
        self.part = part(desk, paged=self.paged)
        self._words = label("", "second", wrap=True)
        self._words.setObjectName(f"{key}Words")
        self._names = label("", "heading", wrap=True)
        self._names.setObjectName(f"{key}PairNames")
        self._build()
        self.list.setSelectionMode(self.list.SelectionMode.SingleSelection)
        self.list.current_changed.connect(self._on_current)
        self.list.opened.connect(self._on_opened)
        self.list.menu_wanted.connect(lambda *_: self._on_opened(""))
        self.part.done.connect(self._leave_part)

    def pair_of(self, each: Two) -> PairId:
        raise NotImplementedError

    def names_of(self, each: Two) -> str:
        raise NotImplementedError

    def please_show(self, subject: Subject, number: str) -> None:
        """A pair, now, or as soon as it is read."""
        self._wanted = number
        self._choose_wanted()

    def panes(self) -> Sequence[QWidget]:
        return (self.list, self._card)

    def enter(self) -> None:
        if self._under.currentWidget() is self._both:
            focus(self.list)

    def add(self) -> None:
        """Ctrl+N: in the part of the chosen pair."""
        if self.current is not None:
            self._open_part()
            self.part.add()

    @property
    def current(self) -> Two | None:
        return self._rows.get(self.list.current_id() or "")

    @property
    def chosen(self) -> PairId | None:
        return None if self.current is None else self.pair_of(self.current)

    def lay_out_tools(self, *buttons: QPushButton) -> None:
        """In the page's head while the view is shown; gone while there is no pair."""
        self._offered = QWidget()
        add_all(row(self.look, within=self._offered), buttons)
        self._offered.hide()
        self.tools = QWidget()
        row(self.look, within=self.tools).addWidget(self._offered)

    def lay_aside(self, other: QWidget) -> None:
        """Something else that can be shown in place of the pairs."""
        self._aside = other
        self._under.addWidget(other)

    def show_aside(self, *, wanted: bool) -> None:
        """Else the pairs again, with the keyboard."""
        self._words.setVisible(not wanted)
        if wanted and self._aside is not None:
            self._under.setCurrentWidget(self._aside)
        else:
            self._under.setCurrentWidget(self._both if self._rows else self._empty)
            self.enter()

    def show_rows(self, rows: Sequence[Two], words: str) -> None:
        """One stands on the first of them where one stood nowhere; words: what they come to."""
        self._rows = {self.pair_of(each): each for each in rows}
        self._table.show(tuple(rows))
        self._words.setText(words)
        self._offered.setVisible(bool(rows))
        if not rows:
            self.show_aside(wanted=False)
        else:
            if self._under.currentWidget() is self._empty:
                self._under.setCurrentWidget(self._both)
            if self.list.current_id() is None:
                self.list.select_ids((self.pair_of(rows[0]),))
            self._show_part()
            self._choose_wanted()
        self.told.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self._leave_part()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        look = self.look
        outer = column(look, within=self, space=Space.BETWEEN)
        outer.addWidget(self._words)
        self._under = QStackedWidget()
        outer.addWidget(self._under, 1)
        self._both = QWidget()
        across = row(look, within=self._both, space=Space.AROUND)
        self.list.setMinimumHeight(look.px(_ROW) * 3)
        across.addWidget(self.list, 1)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        content: QWidget = self._card if self.paged else QWidget()
        inside = column(look, within=content, edge=Space.AROUND)
        if not self.paged:  # else the page scrolls
            column(look, within=self._card, edge=1).addWidget(scrolling(content))
        self._fill(inside)
        self._under.addWidget(self._both)
        if self.paged:
            self._under.addWidget(self._card)
        else:
            self._card.setFixedWidth(look.px(_PART))
            across.addWidget(self._card)
        self._empty = self._nobody()
        self._under.addWidget(self._empty)

    def _fill(self, inside: QVBoxLayout) -> None:
        top = row(self.look)
        if self.paged:
            top.addWidget(
                button(
                    tr("Back"),
                    self._leave_part,
                    name="backToPairs",
                    kind="quiet",
                    picture="left",
                    look=self.look,
                    keys="Esc",
                )
            )
        top.addWidget(self._names, 1)
        inside.addLayout(top)
        inside.addWidget(self.part, 1)

    def _nobody(self) -> EmptyPage:
        return EmptyPage(
            self.look,
            picture="logbooks",
            heading=tr("There are no pairs yet"),
            text=tr("Goals and talks belong to pairs: they are here as soon as there are some."),
            ways_on=(WayOn(tr("Find pairs"), self._find_pairs, "findPairs"),),
        )

    def _find_pairs(self) -> None:
        self.desk.please_show(Subject.SCENARIOS, "")

    def _choose_wanted(self) -> None:
        if self._wanted in self._rows:
            self.list.select_ids((self._wanted,))
            focus(self.list)
            self._wanted = ""

    def _on_current(self, _: object) -> None:
        self._show_part()

    def _show_part(self) -> None:
        chosen = self.current
        if not self.paged:  # else the pile shows one page at a time
            self._card.setVisible(chosen is not None)
        if chosen is not None:
            self._names.setText(self.names_of(chosen))
            self.part.show_pair(self.pair_of(chosen))

    def _on_opened(self, _: str) -> None:
        if self.current is not None:
            self._open_part()
            self.part.enter()

    def _open_part(self) -> None:
        if self.paged:
            self._under.setCurrentWidget(self._card)

    def _leave_part(self) -> None:
        if self.paged and self._under.currentWidget() is self._card:
            self._under.setCurrentWidget(self._both)
        focus(self.list)
