"""A list with a line of words and its buttons above it, and the form of one row beside it, as several views have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.fields import Field
from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.message import Message
from ui.desk import Desk
from ui.forms.asking_form import AskingForm
from ui.forms.beside import Beside
from ui.forms.form import Row
from ui.language import say
from ui.tables.columns import Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.flow import Flow
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.views import View

T = TypeVar("T")


class ListPart(View, Generic[T]):
    """Subclasses answer `number_of` and what their keys do; `show_rows` is where an answer ends."""

    def __init__(
        self, desk: Desk, columns: Sequence[Column[T]], title: Message, *, tab: str, key: str, table: str, form: str
    ) -> None:
        """`tab`, `key`: under which its columns are remembered; `table`, `form`: what tests call them."""
        super().__init__(desk)
        self.programme: ProgrammeId | None = None
        self._form_name = form
        self.rows: Mapping[str, T] = {}
        self._table = RecordTable(columns, self.number_of, self)
        self.list = TableView(desk, self._table, say(title), tab=tab, key=key)
        self.list.setObjectName(table)
        self.shown = QWidget()
        self._down = column(desk.look, within=self.shown, space=Space.AROUND)
        self.words = label("", "second", wrap=True)
        self.words.setObjectName(f"{table.removesuffix('Table')}Words")
        self._beside = Beside(desk.look, self.shown)
        column(desk.look, within=self).addWidget(self._beside)

    def number_of(self, each: T) -> str:
        raise NotImplementedError

    def enter(self) -> None:
        self.list.setFocus()

    def lay_out(self, *buttons: QPushButton) -> QVBoxLayout:
        """One button stands beside the words, several under them; gives the column for what comes under the list."""
        if len(buttons) == 1:
            top = row(self.look)
            top.addWidget(self.words, 1)
            top.addWidget(buttons[0])
            self._down.addLayout(top)
        else:
            self._down.addWidget(self.words)
            flow = Flow(self.look.px(Space.BETWEEN))
            for each in buttons:
                flow.addWidget(each)
            self._down.addLayout(flow)
        self._down.addWidget(self.list, 1)
        return self._down

    def turn_to(self, programme: ProgrammeId) -> None:
        """A form of another programme is closed."""
        if programme != self.programme:
            self._beside.close_form()
        self.programme = programme

    def show_rows(self, rows: Sequence[T]) -> None:
        """One stands on the first of them where one stood nowhere."""
        self.rows = {self.number_of(each): each for each in rows}
        self._table.show(tuple(rows))
        if self.list.current_id() is None and rows:
            self.list.select_ids((self.number_of(rows[0]),))

    @property
    def current(self) -> T | None:
        return self.rows.get(self.list.current_id() or "")

    @property
    def form(self) -> AskingForm | None:
        return self._beside.form

    def ask(self, heading: str, fields: Sequence[Field | Row], main: str, text: str = "") -> AskingForm:
        """A form beside the list, in place of the one before."""
        today = self.desk.today
        return self._beside.ask(heading, fields, main, text=text, name=self._form_name, today=today, left=self.list)

    def added(self, number: str) -> None:
        """One stands on what was made by the form, which is closed."""
        self.done(None)
        self.list.select_ids((number,))

    def done(self, _: object) -> None:
        self._beside.close_form()
