"""Making papers: the kinds at the left, those a kind is for at the right; looked at, saved as PDF, printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.documents.registry import kind_of
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.batches import in_order, persons
from ui.desk import Desk
from ui.documents.making.choices import Choices
from ui.documents.making.columns import ForRow, ForTable
from ui.documents.making.finding import Found, found
from ui.documents.making.kinds_list import KindsList
from ui.documents.making.nobody import nobody_page
from ui.documents.making.ticked import TickedList
from ui.documents.making.told import said_of_missing
from ui.documents.runs.runs import Job, Runs
from ui.documents.view import View
from ui.documents.words import CLASS_NAMES, CLASS_TIPS
from ui.language import ntr, say, tr
from ui.tables.header import TableHeader
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import add_all, column, row, scrolling
from ui.widgets.labels import label, set_tip
from ui.widgets.page import PageCommand
from ui.widgets.views import NARROW_FROM

_PAUSE = 120  # ms
_LEAST = 125  # px at 100 %


class MakingView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("makingView")
        self._programme: ProgrammeId | None = None
        self._found: Found | None = None
        self._only = ""  # what somebody asked for from elsewhere: the one that is ticked when it is read
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.runs = Runs(desk, self)
        self.kinds = KindsList(desk.look)
        self.table = ForTable()
        self.list = TickedList(desk, self.table, tr("For whom"), tab="documents", key="making")
        self.list.setObjectName("forWhom")
        self.choices = Choices(desk.look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        narrow = self._narrow = desk.look.zoom >= NARROW_FROM
        around = column(desk.look, within=self, space=Space.BETWEEN) if narrow else row(desk.look, within=self)
        around.setSpacing(desk.look.px(Space.BETWEEN if narrow else Space.AROUND))
        around.addWidget(self.kinds)
        around.addLayout(self._right(), 1)
        self._connect()
        self.kinds.choose("contract")

    def reload(self, programme: ProgrammeId | None) -> None:
        if programme is None:
            return
        if programme != self._programme:
            self._programme, self._found = programme, None
            self.table.forget_ticks()
        self._ask()

    def enter(self) -> None:
        self.kinds.enter()

    def panes(self) -> Sequence[QWidget]:
        return (self.kinds, self._side, self._foot_line)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Look at the papers"), "lookAtPapers", self.look_at),
            PageCommand(msg("Save the papers as PDF …"), "savePapersAsPdf", self.save, "Ctrl+Shift+E"),
            PageCommand(msg("Save the papers as one file for printing …"), "savePapersAsOne", self.save_as_one),
            PageCommand(msg("Print the papers …"), "printThePapers", self.print, "Ctrl+P"),
            PageCommand(msg("Filter the papers"), "filterKinds", self._to_search, "Ctrl+F"),
        )

    def please_show(self, subject: Subject, number: str) -> None:
        """`number`: a kind's key, and after a blank the id of the one it is wanted for."""
        kind, _, self._only = number.partition(" ")
        self.kinds.clear_filter()
        self.kinds.choose(kind)
        self._ask()

    def close_topmost(self) -> bool:
        return self.kinds.clear_filter()

    def look_at(self) -> None:
        """What is ticked."""
        if (job := self._job()) is not None:
            self.runs.look_at(job)

    def save(self) -> None:
        if (job := self._job()) is not None:
            self.runs.save(job)

    def save_as_one(self) -> None:
        if (job := self._job()) is not None:
            self.runs.save_as_one(job)

    def print(self) -> None:
        if (job := self._job()) is not None:
            self.runs.print(job)

    def _right(self) -> QVBoxLayout:
        look = self.look
        self._side = QWidget()
        lines = column(look, within=self._side, space=Space.BETWEEN)
        head = Flow(look.px(Space.BETWEEN))
        self._title = label("", "heading")
        self._title.setObjectName("kindTitle")
        self._class = Chip(look, "")
        self._class.setObjectName("kindClass")
        self._form = Chip(look, tr("Can be filled in on screen"), "accent", "pencil")
        self._persons = label("", "second")
        self._persons.setObjectName("personsInIt")
        self._persons.setMinimumHeight(look.px(22))
        for widget in (self._title, self._class, self._form, self._persons):
            head.addWidget(widget)
        lines.addLayout(head)
        lines.addWidget(self.choices)
        self._missing = label("", "wrong", wrap=True)
        self._missing.setObjectName("missingData")
        lines.addWidget(self._missing)
        lines.addWidget(self._stack, 1)
        outer = column(look)
        if self._narrow:  # the line above says which kind it is, and the list keeps some rows
            self._title.hide()
            self._stack.setMinimumHeight(look.px(_LEAST))
            outer.addWidget(scrolling(self._side))
        else:
            outer.addWidget(self._side)
        outer.addWidget(self._foot())
        return outer

    def _foot(self) -> QWidget:
        look = self.look
        made = QWidget()
        flow = Flow(look.px(Space.BETWEEN), made)
        self._all = QCheckBox()
        self._all.setObjectName("papersChosen")
        self._all.setMinimumHeight(look.px(30))
        self._all.clicked.connect(self._tick_all_or_none)
        self._looking = button(tr("Look at them"), self.look_at, name="lookAt", picture="eye", look=look, keys="Enter")
        self._saving = button(
            tr("Save as PDF …"), self.save, name="saveAsPdf", picture="export", look=look, keys="Ctrl+Shift+E"
        )
        self._printing = button(
            tr("Print …"), self.print, name="printNow", kind="main", picture="print", look=look, keys="Ctrl+P"
        )
        add_all(flow, (self._all, self._looking, self._saving, self._printing))
        self._foot_line = made
        return made

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind)
        self.kinds.entered.connect(self._to_list)
        self.kinds.given_back.connect(self.kinds.enter)
        self.choices.meeting_chosen.connect(self._ask)
        self.choices.order_chosen.connect(self._sort)
        self.table.ticks_changed.connect(self._count_ticked)
        self.list.opened.connect(self._look_at_one)

    def _on_kind(self, _: str) -> None:
        """Whoever goes through the list with the arrows waits for none of them."""
        self._found = None
        self.table.forget_ticks()
        self._pause.start()

    def _ask(self) -> None:
        programme, kind, today = self._programme, self.kinds.current, self.desk.today
        if programme is None or not kind:
            return
        meeting = self.choices.meeting if self._found is not None else MeetingId(self._only) if self._only else None
        self.desk.work.ask(
            "documents making", lambda store: found(store, kind, programme, meeting, today), self._show, self._refuse
        )

    def _refuse(self, no: object) -> None:
        self.refused.emit(no)

    def _show(self, told: Found) -> None:
        if told.kind != self.kinds.current:
            return
        self._found = told
        kind = kind_of(told.kind)
        papers = told.batch.papers if told.batch else ()
        self._title.setText(say(kind.title))
        self._class.set(say(CLASS_NAMES[kind.highest]))
        set_tip(self._class, say(CLASS_TIPS[kind.highest]))
        self._class.setAccessibleDescription(say(CLASS_TIPS[kind.highest]))
        self._form.setVisible(kind.fillable)
        self.choices.offer(told.meetings, told.meeting, of_people=any(paper.bearer for paper in papers))
        self._sort()
        if self._only:
            self.table.tick_only([paper.number for paper in papers if self._only == paper.about])
            self._only = ""
        self._missing.setText(said_of_missing(told.batch) if told.batch else "")
        self._missing.setVisible(bool(self._missing.text()))
        self._show_or_explain(bool(papers))
        self._count_ticked()
        self.told.emit()

    def _sort(self) -> None:
        """In the order chosen; a click on a head of the list sorts beyond it."""
        told = self._found
        if told is None or told.batch is None:
            self.table.show(())
            return
        say_it = catalog(told.batch.usual)
        papers = in_order(told.batch.papers, self.choices.order, say_it)
        self.table.show([ForRow(paper, told.made.get(paper.about)) for paper in papers])
        header = self.list.horizontalHeader()
        assert isinstance(header, TableHeader)
        header.withhold("missing", not any(paper.missing for paper in papers))  # else there is no room for the names
        header.withhold("made", not told.made)
        header.withhold("unit", not any(paper.bearer for paper in papers))
        if self.list.current_id() is None and self.table.rows.shown:
            self.list.select_ids([self.table.rows.id_at(0)])

    def _show_or_explain(self, there: bool) -> None:
        if (other := self._stack.widget(1)) is not None:
            self._stack.removeWidget(other)
            other.deleteLater()
        for widget in (self.choices, self._foot_line, self._persons):
            widget.setVisible(there or (widget is self.choices and bool(self._found and self._found.meetings)))
        self._class.setVisible(there or not self._narrow)  # the way on stays in view
        if not there:
            why = self._found.refused if self._found is not None else None
            page = nobody_page(self.desk, kind_of(self.kinds.current), why)
            self._stack.addWidget(page)
            self._stack.setCurrentWidget(page)

    def _ticked(self) -> tuple[ForRow, ...]:
        rows = (self.table.rows.known(number) for number in self.table.ticked_ids())
        return tuple(row for row in rows if row is not None)

    def _count_ticked(self) -> None:
        papers = [each.paper for each in self._ticked()]
        there = len(self.table.rows.shown)
        some = Qt.CheckState.Checked if len(papers) == there else Qt.CheckState.PartiallyChecked
        self._all.setCheckState(some if papers else Qt.CheckState.Unchecked)
        self._all.setText(tr("{ticked} of {count} ticked", ticked=len(papers), count=there))
        for pushed in (self._looking, self._saving, self._printing):
            pushed.setEnabled(bool(papers))
        count = persons(papers)
        self._persons.setText(
            ntr("Contains personal data of {count} person.", "Contains personal data of {count} persons.", count)
            if count
            else tr("Contains no personal data of participants.")
        )

    def _tick_all_or_none(self) -> None:
        """All, unless all are ticked already."""
        every = [self.table.rows.id_at(place) for place in range(len(self.table.rows.shown))]
        self.table.tick(every, on=len(self.table.ticked_ids()) < len(every))

    def _job(self, only: str = "") -> Job | None:
        rows = [row for row in self._ticked() if not only] or []
        if only and (one := self.table.rows.known(only)) is not None:
            rows = [one]
        if self._programme is None or not rows:
            self.desk.tell(msg("Nothing is ticked."))
            return None
        return Job(self._programme, tuple(row.paper for row in rows), self.choices.languages)

    def _look_at_one(self, number: str) -> None:
        """Enter on a row."""
        if (job := self._job(number)) is not None:
            self.runs.look_at(job)

    def _to_list(self) -> None:
        if self.table.rows.shown:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_search(self) -> None:
        self.kinds.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.kinds.search.selectAll()
