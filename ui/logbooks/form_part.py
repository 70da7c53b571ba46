"""A part of a pair's detail in which things are noted by small forms: one at a time, kept with its pair."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from mentordesk.actions.files import Store
from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.ids import PairId
from mentordesk.queries.logbooks import PairStrip
from ui.desk import Desk
from ui.forms.form import Heading, Row
from ui.logbooks.part import PairPart
from ui.logbooks.part_form import PartForm, bring_into_view
from ui.tables.view import TableView
from ui.widgets.frames import column

T = TypeVar("T")
_MOST_ROWS = 6  # of a table in a part
_SCROLL = 14  # px, for a bar under the columns


class FormPart(PairPart):
    """Subclasses answer `read` and `enter`, and put `slot` where a form belongs."""

    def __init__(self, desk: Desk, *, paged: bool) -> None:
        super().__init__(desk, paged=paged)
        self.pair: PairId | None = None
        self._forms: dict[PairId, PartForm] = {}
        self.slot = column(desk.look)

    @property
    def form(self) -> PartForm | None:
        """That of the pair in view."""
        return None if self.pair is None else self._forms.get(self.pair)

    def show_strip(self, strip: PairStrip) -> None:
        self.strip = strip
        self.show_pair(strip.pair)

    def show_pair(self, pair: PairId) -> None:
        """The same pair anew, or another one: what is half written for another stays with that one."""
        if self.pair not in (None, pair) and (left := self.form) is not None:
            if left.touched:
                left.hide()
            else:
                self.close_form()
        self.pair = pair
        if self.form is not None:
            self.form.show()
        self.read(pair)

    def read(self, pair: PairId) -> None:
        """Asks the file for what is to be seen of the pair."""
        raise NotImplementedError

    def add(self) -> None:
        """Ctrl+N in the view of all pairs."""
        raise NotImplementedError

    def ask(
        self,
        heading: str,
        fields: Sequence[Field | Row | Heading],
        main: str,
        submitted: Callable[[PairId, Mapping[str, FieldValue]], object],
        *,
        values: Mapping[str, FieldValue],
        text: str = "",
        name: str,
    ) -> None:
        """In place of the form that there was for the pair."""
        pair = self.pair
        if pair is None:
            return
        self.close_form()
        look, today = self.look, self.desk.today
        form = PartForm(look, heading=heading, text=text, fields=fields, main=main, name=name, today=today)
        self._forms[pair] = form
        self.slot.addWidget(form)
        form.submitted.connect(partial(submitted, pair))
        form.given_back.connect(self._give_up)
        form.begin(values)
        QTimer.singleShot(0, form, partial(bring_into_view, form.first_control))

    def keep(self, pair: PairId, change: Callable[[Store], T]) -> None:
        """What a form told; it stays open where the action refuses."""
        form = self._forms.get(pair)
        self.desk.work.change(change, partial(self._kept, pair), None if form is None else form.refuse)

    def close_form(self) -> None:
        form = None if self.pair is None else self._forms.pop(self.pair, None)
        if form is not None:
            self._drop(form)

    def _kept(self, pair: PairId, _: object) -> None:
        form = self._forms.pop(pair, None)
        if form is not None:
            self._drop(form)
            if pair == self.pair:
                self.done.emit()

    def _give_up(self) -> None:
        self.close_form()
        self.done.emit()

    def _drop(self, form: PartForm) -> None:
        self.slot.removeWidget(form)
        form.hide()
        form.deleteLater()


def fit_rows(table: TableView, rows: int) -> None:
    """As high as its rows, up to some: the detail scrolls, the table within it does only where there are many."""
    shown = min(max(rows, 1), _MOST_ROWS)
    head = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(head + shown * table.verticalHeader().defaultSectionSize() + 2 * table.frameWidth() + _SCROLL)


def show_filled(table: TableView, *, filled: bool, instead: QWidget) -> None:
    """An empty one is not seen; the keyboard, where it was in it, goes on to another place of the part."""
    left = table.hasFocus() and not filled
    table.setVisible(filled)
    if left:
        focus(instead)


def focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
