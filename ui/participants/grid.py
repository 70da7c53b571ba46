"""The grid of participants with what belongs to it: the reason of a refused entry, and the page where nobody fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentordesk.domain.fields import Field
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.queries.participants import ParticipantRow
from ui.desk import Desk
from ui.language import say, tr
from ui.participants.choosing import Choice
from ui.participants.columns import PROGRAMME, columns, found_by, lock_of
from ui.participants.entering import Entering
from ui.tables.header import TableHeader
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import column, row
from ui.widgets.labels import label

_TAB = "participants"


class Grid(QWidget):
    clear_wanted = Signal()  # of everything that narrows the list
    list_pasted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._look = desk.look
        self._programmes: dict[ProgrammeId, str] = {}
        self._places: dict[ParticipationId, int] = {}
        self._rows: Sequence[ParticipantRow] = ()
        self._choice = Choice()
        self._query = ""
        self._own: tuple[Field, ...] = ()
        self._staying: frozenset[str] = frozenset()  # who is worked on, though the filter takes them no more
        self._refused: tuple[str, str] | None = None
        self.table: RecordTable[ParticipantRow] = RecordTable(
            columns(self._programmes, self._places),
            lambda row: row.id,
            self,
            found_by=found_by,
            lock_of=lock_of,
        )
        self.view = TableView(desk, self.table, tr("Participants"), tab=_TAB)
        self.view.setObjectName("participantsTable")
        self._entering = Entering(desk, self.table, self.view)
        self._entering.refused.connect(self._on_refused)
        self._entering.kept.connect(self._on_kept)
        self._entering.list_pasted.connect(self.list_pasted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        lines = column(desk.look, within=self)
        lines.addWidget(self._stack, 1)
        lines.addWidget(self._reason())
        self.table.dataChanged.connect(self._mend)
        self.view.selected.connect(self._on_selected)

    def show_rows(
        self,
        rows: Sequence[ParticipantRow],
        programmes: Mapping[ProgrammeId, str],
        *,
        of_all: bool,
        own: tuple[Field, ...] = (),
    ) -> None:
        """`rows` come by name; `of_all`: of several programmes, so that each row names its own; `own` are the Fields
        of the criteria that a programme added.

        Whoever is selected stays in view until another is, or the filter is changed.
        """
        self._rows = rows
        self._places.clear()
        self._places.update((row.id, place) for place, row in enumerate(rows))
        self._programmes.clear()
        self._programmes.update(programmes)
        self._lay_out(own)
        self.header.withhold(PROGRAMME, not of_all)
        self._staying = frozenset(self.view.selected_ids())
        self._arrange()
        self._staying = frozenset(filter(self._is_out_of_place, self._staying))

    def choose(self, choice: Choice) -> None:
        self._choice = choice
        self._staying = frozenset()
        self._arrange()

    def search(self, words: str) -> None:
        self._query = words
        if self._staying:
            self._staying = frozenset()
            self._arrange()
        self.table.narrow(words)
        self._show_or_explain()

    @property
    def header(self) -> TableHeader:
        header = self.view.horizontalHeader()
        assert isinstance(header, TableHeader)
        return header

    @property
    def sorted_by(self) -> str:
        """As "key:up" or "key:down"; "" is the order of names."""
        section = self.header.sortIndicatorSection()
        way = "down" if self.header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else "up"
        return f"{self.table.columns[section].key}:{way}" if 0 <= section < len(self.table.columns) else ""

    def sort_by(self, kept: str) -> None:
        """What `sorted_by` told; a column that is gone sorts nothing."""
        key, _, way = kept.partition(":")
        keys = [column.key for column in self.table.columns]
        order = Qt.SortOrder.DescendingOrder if way == "down" else Qt.SortOrder.AscendingOrder
        self.view.sortByColumn(keys.index(key) if key in keys else -1, order)

    @property
    def count(self) -> int:
        """Of everybody, whatever narrows the list."""
        return len(self._rows)

    def row(self, number: str) -> ParticipantRow | None:
        return next((row for row in self._rows if row.id == number), None)

    @property
    def is_entering(self) -> bool:
        """Whether a cell is open: its Enter, which the editor lets through, belongs to it."""
        return self.view.indexWidget(self.view.currentIndex()) is not None

    def _arrange(self) -> None:
        choice, staying = self._choice, self._staying
        rows = self._rows
        if choice.narrows:
            rows = [row for row in rows if row.id in staying or choice.takes(row)]
        self.table.show(rows, staying=staying)
        self._show_or_explain()
        self._mend()

    def _lay_out(self, own: tuple[Field, ...]) -> None:
        if own != self._own:
            self._own = own
            self.header.lay_out(columns(self._programmes, self._places, own))

    def _is_out_of_place(self, number: str) -> bool:
        """Whether somebody is shown only because they are selected."""
        person = self.table.rows.known(number)
        return person is not None and (not self._choice.takes(person) or number in self.table.rows.staying)

    def _on_selected(self, ids: Sequence[str]) -> None:
        if self._staying and not self._staying.intersection(ids):
            QTimer.singleShot(0, self, self._let_go)  # the view is still on its way to the other row

    def _let_go(self) -> None:
        """Of whoever the filter does not take, unless they are selected again."""
        left = self._staying.intersection(self.view.selected_ids())
        if left != self._staying:
            self._staying = left
            self._arrange()

    def _show_or_explain(self) -> None:
        if (other := self._stack.widget(1)) is not None:
            self._stack.removeWidget(other)
            other.deleteLater()
        if self.table.rows.shown or not self._rows:
            return
        heading = tr("No one fits this filter")
        if self._query:
            heading = tr("No one matches “{words}”", words=self._query)
        text = tr("The list itself is not empty: it holds {count}.", count=len(self._rows))
        way = WayOn(tr("Clear the filter"), self.clear_wanted.emit, "showEverybody")
        page = EmptyPage(self._look, picture="filter", heading=heading, text=text, ways_on=(way,))
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _reason(self) -> QWidget:
        """The line under the grid: never over the cell that is to be mended."""
        self._reason_line = QWidget()
        line = row(self._look, within=self._reason_line)
        line.addWidget(Chip(self._look, tr("Not kept"), "bad"))
        self._reason_words = label("", "wrong", wrap=True)
        self._reason_words.setObjectName("cellRefusal")
        line.addWidget(self._reason_words, 1)
        line.addWidget(button(tr("Go to the cell"), self._go_to_refused, name="goToRefused", kind="link"))
        line.setContentsMargins(0, 0, 0, self._look.px(Space.WITHIN))
        self._reason_line.hide()
        return self._reason_line

    def _on_refused(self, number: str, key: str) -> None:
        self._refused = number, key
        self._mend()

    def _on_kept(self, number: str, key: str) -> None:
        if self._refused == (number, key):
            self._refused = None
        self._mend()

    def _mend(self) -> None:
        """Says what is wrong with the cell that was refused last, for as long as it is."""
        reason = None if self._refused is None else self.table.refusal(*self._refused)
        person = None if self._refused is None else self.table.rows.known(self._refused[0])
        shown = reason is not None and person is not None
        if self._refused is not None and reason is not None and person is not None:
            field = self.table.columns[self.table.column_of(self._refused[1])].title
            self._reason_words.setText(
                tr("{name}, {field}: {reason}", name=person.name, field=field, reason=say(reason))
            )
        else:
            self._refused = None
        self._reason_line.setVisible(shown)

    def _go_to_refused(self) -> None:
        if self._refused is None:
            return
        number, key = self._refused
        place = self.table.rows.place(number)
        if place is not None:
            index = self.table.index(place, self.table.column_of(key))
            self.view.setCurrentIndex(index)
            self.view.edit(index)
