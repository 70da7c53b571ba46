"""The view of the mentor bank: everybody across programmes, who is free at a glance, and whether they stay (R11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentordesk.actions.bank import (
    ask_to_stay,
    edit_mentor,
    leave_bank,
    note_stay,
    return_to_bank,
    take_into_programme,
)
from mentordesk.actions.files import Store
from mentordesk.domain.bank import Stay
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.bank_list import BankRow, bank
from ui.desk import Desk, NoticeKind
from ui.language import tr
from ui.participants.bank.choices import BankChoices, Which
from ui.participants.bank.columns import columns, name_order
from ui.participants.bank.pane import BankPane
from ui.participants.beside import Beside
from ui.participants.view_page import ViewPage
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import column
from ui.widgets.labels import label
from ui.widgets.page import PageCommand, shortcut


class BankView(ViewPage):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {Subject.PEOPLE, Subject.UNITS, Subject.PARTICIPATIONS, Subject.PAIRS, Subject.PROGRAMMES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("bankView")
        self._rows: Sequence[BankRow] = ()
        self.choices = BankChoices(desk.look)
        self._figures = label("", "second", wrap=True)
        self._figures.setObjectName("bankFigures")
        self.table: RecordTable[BankRow] = RecordTable(columns(desk.today), lambda row: row.person, self)
        self.view = TableView(desk, self.table, tr("Mentor bank"), tab="participants", key="bank")
        self.view.setObjectName("bankTable")
        self.pane = BankPane(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._split = Beside(desk, self._stack, self.pane)
        self._split.left.connect(self._go_back)
        lines = column(desk.look, within=self, space=Space.AROUND)
        lines.addWidget(self.choices)
        lines.addWidget(self._figures)
        lines.addWidget(self._split, 1)
        self._connect()

    def reload(self) -> None:
        today = self.desk.today
        self.desk.work.ask("bank", lambda store: sorted(bank(store, today=today), key=name_order), self._take)

    def please_show(self, number: str) -> bool:
        """Of a person."""
        found = next((row for row in self._rows if row.person == number), None)
        if found is None:
            return False
        if not self.choices.choice.takes(found) or self.choices.search.text():
            self._clear()
            if not self.choices.choice.takes(found):
                self.choices.choose(Which.LEFT)
        self.view.select_ids([number])
        return True

    def enter(self) -> None:
        if self.table.rows.shown:
            if self.view.current_id() is None:
                self.view.select_ids([self.table.rows.id_at(0)])
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choices.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return (self.choices, self.view, self.pane)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Filter the mentor bank"), "filterBank", self._to_search, "Ctrl+F"),
            PageCommand(msg("Free mentors"), "bankShowFree", lambda: self.choices.choose(Which.FREE)),
            PageCommand(msg("Note that the selected were asked whether they stay"), "bankAsked", self._ask),
            PageCommand(msg("Suggest the mentor for this programme"), "bankTake", self._take_in),
        )

    def close_topmost(self) -> bool:
        if self._split.pane_fills_it:
            self._go_back()
            return True
        if not self.choices.narrows:
            return False
        self._clear()
        return True

    def _clear(self) -> None:
        self.choices.clear()
        self._on_typed("")  # at once: the search waits for those who type
        self.enter()

    def _go_back(self) -> None:
        self._split.show_list()
        self.enter()

    def _open_pane(self) -> None:
        self._split.show_pane()
        self.pane.enter()

    def _connect(self) -> None:
        self.choices.chosen.connect(lambda _: self._arrange())
        self.choices.search.typed.connect(self._on_typed)
        self.choices.search.left_down.connect(self.enter)
        self.choices.search.given_back.connect(self.enter)
        self.view.current_changed.connect(self._on_current)
        self.view.opened.connect(lambda _: self._open_pane())
        self.table.edited.connect(self._on_cell)
        self.pane.edited.connect(self._on_field)
        self.pane.asked.connect(self._ask)
        self.pane.stays.connect(lambda: self._do(lambda store, who: note_stay(store, who, stays=True, on=self._day)))
        self.pane.leaves.connect(lambda: self._do(lambda store, who: leave_bank(store, who, on=self._day)))
        self.pane.returns.connect(lambda: self._do(lambda store, who: return_to_bank(store, who, on=self._day)))
        self.pane.taken.connect(self._take_in)
        self.pane.person_wanted.connect(self.person_wanted)
        shortcut(self, "Ctrl+F", self._to_search)
        self._day = self.desk.today

    def _take(self, found: Sequence[BankRow]) -> None:
        self._rows = found
        self._arrange()
        if self.view.current_id() is None and self.table.rows.shown:
            self.view.select_ids([self.table.rows.id_at(0)])
        self._on_current(self.view.current_id())
        self.shown.emit()

    def _arrange(self) -> None:
        choice = self.choices.choice
        self.table.show([row for row in self._rows if choice.takes(row)])
        there = [row for row in self._rows if row.stay is not Stay.LEFT]
        free = sum(row.places.free for row in there)
        self._figures.setText(
            tr(
                "Mentors in the bank: {mentors} · free places: {free} · to be asked whether they stay: {ask}",
                mentors=len(there),
                free=free,
                ask=sum(row.stay is Stay.TO_ASK for row in there),
            )
        )
        self._show_or_explain()

    def _on_typed(self, words: str) -> None:
        self.table.narrow(words)
        self._show_or_explain()

    def _show_or_explain(self) -> None:
        if (other := self._stack.widget(1)) is not None:
            self._stack.removeWidget(other)
            other.deleteLater()
        self.pane.setVisible(bool(self.table.rows.shown))
        if self.table.rows.shown:
            return
        if self._rows:
            ways: tuple[WayOn, ...] = (WayOn(tr("Clear the filter"), self._clear, "showWholeBank"),)
            heading, text = tr("No mentor fits this filter"), ""
        else:
            ways, heading = (), tr("The mentor bank is empty.")
            text = tr(
                "Whoever is a mentor of a programme is in the bank, whatever comes of it. Import a list of mentors, "
                "or add one in the list of participants."
            )
        page = EmptyPage(self.look, picture="participants", heading=heading, text=text, ways_on=ways)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _to_search(self) -> None:
        self.choices.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.choices.search.selectAll()

    def _on_current(self, number: str | None) -> None:
        self.pane.show_mentor(next((row for row in self._rows if row.person == number), None))

    def _on_cell(self, number: str, key: str, text: str) -> None:
        field = self.table.columns[self.table.column_of(key)].edit
        assert field is not None
        try:
            value = field.parse(text, self.desk.today)
        except Refused as no:
            self.table.refuse(number, key, no.message)
            self.desk.tell(no.message, NoticeKind.WARNING)
            return
        self._keep(number, key, value, partial(self._refuse_cell, number, key))

    def _refuse_cell(self, number: str, key: str, no: Refused) -> None:
        self.table.refuse(number, key, no.message)
        self.desk.tell(no.message, NoticeKind.WARNING)

    def _on_field(self, number: str, key: str, value: FieldValue) -> None:
        self._keep(number, key, value, partial(self.pane.refuse, key))

    def _keep(self, number: str, key: str, value: FieldValue, refused: Callable[[Refused], None]) -> None:
        self.desk.work.change(lambda store: edit_mentor(store, PersonId(number), {key: value}), refused=refused)

    def _do(self, act: Callable[[Store, PersonId], object]) -> None:
        """With the mentor in view."""
        number = self.view.current_id()
        if number is not None and self.desk.may_change():
            self.desk.work.change(lambda store: act(store, PersonId(number)))

    def _ask(self) -> None:
        """All that are selected, at once."""
        people = [PersonId(number) for number in self.view.selected_ids()]
        day = self._day
        if people and self.desk.may_change():
            self.desk.work.change(lambda store: ask_to_stay(store, people, on=day))

    def _take_in(self) -> None:
        programme, today = self.desk.programme_id, self.desk.today
        if programme is not None:
            self._do(lambda store, who: take_into_programme(store, who, programme, today=today))
