"""The days that the plan keeps free: a list, added to and taken from; what that moves is seen before it is moved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.actions.days_kept_free import keep_free, use_again
from mentordesk.domain.fields import DateField, FieldValue, TextField
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.programmes import AvoidedSpan, Programme
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import one_programme
from ui.desk import Desk
from ui.forms.beside import NARROW_FROM, Beside
from ui.forms.form import Row
from ui.language import say, spoken, tr
from ui.tables.columns import Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, scrolling
from ui.widgets.labels import label
from ui.widgets.page import shortcut

_TITLE = TextField("freeTitle", msg("What for"))
_FIRST = DateField("freeFirst", msg("First day"))
_LAST = DateField("freeLast", msg("Last day"))
_FIELDS = (Row(_TITLE, required=True), Row(_FIRST, required=True), Row(_LAST, required=True))


def when_of(span: AvoidedSpan) -> str:
    """In words; all but days of their own come every year."""
    if span.days is not None:
        first, last = (spoken().date(day) for day in span.days)
        return first if span.days[0] == span.days[1] else tr("{first} to {last}", first=first, last=last)
    if span.weeks is not None:
        first_week, last_week = span.weeks
        return tr("weeks {first} to {last}, every year", first=first_week, last=last_week)
    if span.dates is not None:
        (month, day), (last_month, last_day) = span.dates
        year = 2028  # a leap year has every day
        first, last = (spoken().day_month(date(year, *each)) for each in ((month, day), (last_month, last_day)))
        return tr("{first} to {last}, every year", first=first, last=last)
    if span.easter_week:
        return tr("the Monday before Easter to Easter Monday, every year")
    return tr("the Friday before midsummer, every year")


COLUMNS: tuple[Column[AvoidedSpan], ...] = (
    Column(key="title", title=msg("What for"), text=lambda span: say(span.title), width=260),
    Column(key="when", title=msg("When"), text=when_of, width=380),
)


def _number(span: AvoidedSpan) -> str:
    return f"{span.title.en} {span.weeks} {span.dates} {span.easter_week} {span.midsummer_eve} {span.days}"


class FreeDaysPane(QWidget):
    left = Signal()
    planning_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("freeDaysPane")
        self._desk = desk
        self._programme: ProgrammeId | None = None
        self._spans: dict[str, AvoidedSpan] = {}
        look = desk.look
        self._table = RecordTable(COLUMNS, _number, self)
        self.list = TableView(desk, self._table, tr("Days kept free"), tab="programme", key="freeDays")
        self.list.setObjectName("freeDaysTable")
        self.list.deleted.connect(self._use_again)
        shown = QWidget()
        down = column(look, within=shown, space=Space.BETWEEN)
        down.addWidget(label(tr("Days kept free"), "heading", wrap=True))
        words = tr(
            "The plan lays nothing on a Saturday, a Sunday or a public holiday, nor on these days. Add the school "
            "breaks where your people live. What is planned already stays until you plan again; Delete takes a row out."
        )
        down.addWidget(label(words, "second", wrap=True))
        down.addWidget(self.list, 1)
        buttons = (
            button(tr("Keep days free …"), self.add, name="addFreeDays", kind="main", keys="Ctrl+N"),
            button(tr("Plan again …"), self.planning_wanted.emit, name="freeDaysPlan"),
            button(tr("Back to the timeline"), self.left.emit, name="freeDaysBack", keys="Esc"),
        )
        across = Flow(look.px(Space.BETWEEN))
        for each in buttons:
            across.addWidget(each)
        down.addLayout(across)
        self._beside = Beside(look, shown)
        narrow = look.zoom >= NARROW_FROM
        self.list.setMinimumHeight(look.px(160 if narrow else 0))
        column(look, within=self).addWidget(scrolling(self._beside) if narrow else self._beside)
        shortcut(self.list, "Esc", self.left.emit)

    def show_programme(self, programme: ProgrammeId) -> None:
        if programme != self._programme:
            self._beside.close_form()
        self._programme = programme
        self._desk.work.ask("programme free days", lambda store: one_programme(store, programme), self._show)

    def enter(self) -> None:
        self.list.setFocus()

    def add(self) -> None:
        if not self._desk.may_change():
            return
        form = self._beside.ask(
            tr("Keep days free"),
            _FIELDS,
            tr("Keep them free"),
            name="freeDaysForm",
            today=self._desk.today,
            left=self.list,
        )
        form.submitted.connect(self._on_new)
        form.begin({})

    def _show(self, known: Programme) -> None:
        if known.id != self._programme:
            return
        self._spans = {_number(span): span for span in known.settings.avoided}
        self._table.show(known.settings.avoided)
        if self.list.current_id() is None and self._spans:
            self.list.select_ids((next(iter(self._spans)),))

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        programme, form = self._programme, self._beside.form
        title, first, last = str(values[_TITLE.key]), values[_FIRST.key], values[_LAST.key]
        if programme is not None and form is not None and isinstance(first, date) and isinstance(last, date):
            self._desk.work.change(
                lambda store: keep_free(store, programme, title=title, first=first, last=last),
                partial(self._added, programme),
                form.refuse,
            )

    def _added(self, programme: ProgrammeId, span: AvoidedSpan) -> None:
        self._beside.close_form()
        self.show_programme(programme)
        self.list.select_ids((_number(span),))

    def _use_again(self, numbers: tuple[str, ...]) -> None:
        programme, span = self._programme, self._spans.get(numbers[0]) if numbers else None
        if programme is not None and span is not None and self._desk.may_change():
            self._desk.work.change(lambda store: use_again(store, programme, span))
