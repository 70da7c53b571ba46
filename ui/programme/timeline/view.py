"""The timeline view of the Programme tab: the chart or its table, what is current in words, and planning again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QStackedWidget, QWidget

from mentordesk.actions.deadlines import move_deadline
from mentordesk.actions.files import Store
from mentordesk.actions.meetings import move_meeting
from mentordesk.documents.declared.wall_kinds import PROGRAMME_WALL
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.lanes import Bar
from mentordesk.domain.planned_again import CONVERSATION
from mentordesk.domain.refusals import Refused
from mentordesk.domain.replan import Replan
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.replan import preview
from mentordesk.queries.timeline import Timeline, timeline
from mentordesk.queries.wall import wall_content
from ui.desk import Desk, NoticeAction, NoticeKind
from ui.forms.beside import NARROW_FROM
from ui.language import tr
from ui.programme.planning.free_days import FreeDaysPane
from ui.programme.planning.pane import PlanningPane
from ui.programme.timeline.chart import Chart
from ui.programme.timeline.rows import ChartRow, Item, Shape, rows_of
from ui.programme.timeline.table import ItemRow, items_of, table_of_items
from ui.programme.view import View
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label
from ui.widgets.one_paper import OnePaper

_FOLLOWED = "gatherings"
"""The lane whose meetings others are counted from."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The timeline with its words: of hundreds of pairs there are too many to put together while one waits."""

    found: Timeline
    rows: tuple[ChartRow, ...]
    items: tuple[ItemRow, ...]


def _read(store: Store, programme: ProgrammeId, today: date) -> _Read:
    found = timeline(store, programme, today=today)
    rows = rows_of(found)
    return _Read(found, rows, items_of(rows))


class TimelineView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("programmeTimeline")
        look = desk.look
        self._found: Timeline | None = None
        self._items: tuple[ItemRow, ...] = ()
        self.wall = OnePaper(desk, self)
        self.chart = Chart(look, desk.today, whole=look.zoom < NARROW_FROM)
        self.chart.current_changed.connect(self._say)
        self.chart.moved.connect(self._move)
        self.chart.opened.connect(self._open)
        self.chart.zoom_changed.connect(self._on_zoom)
        self._table = table_of_items(self)
        self.list = TableView(desk, self._table, tr("Timeline of the programme"), tab="programme", key="timeline")
        self.list.setObjectName("timelineTable")
        self.list.opened.connect(self._open_row)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.chart)
        self._shown.addWidget(self.list)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._page())
        # Made when they are first asked for: each takes as long as the whole view.
        self._planning: PlanningPane | None = None
        self._free: FreeDaysPane | None = None
        column(look, within=self).addWidget(self._whole)

    def reload(self, programme: ProgrammeId) -> None:
        if programme != self.programme:
            self._to_timeline()
        self.programme = programme
        today = self.desk.today
        self.desk.work.ask(
            "programme timeline", lambda store: _read(store, programme, today), self._show, self.refused.emit
        )
        if self._planning is not None:
            self._planning.reload()
        if self._free is not None:
            self._free.show_programme(programme)

    def enter(self) -> None:
        shown = self._whole.currentWidget()
        if isinstance(shown, (PlanningPane, FreeDaysPane)):
            shown.enter()
        else:
            (self.list if self._twin.isChecked() else self.chart).setFocus()

    def toggle_table(self) -> None:
        """F9 leads there and back; what was current stays so."""
        if self._whole.currentIndex():
            return
        current = self.chart.current()
        if self._shown.currentWidget() is self.chart:
            self._shown.setCurrentWidget(self.list)
            if current is not None:
                self.list.select_ids((current[1].number,))
        else:
            number = self.list.current_id()
            self._shown.setCurrentWidget(self.chart)
            if number is not None:
                self.chart.choose(number)
        self._twin.setChecked(self._shown.currentWidget() is self.list)
        self.enter()

    def print_wall(self) -> None:
        if self._found is not None:
            content = wall_content(self._found, self.desk.today)
            self.wall.print(PROGRAMME_WALL, lambda: content)

    def add(self) -> None:
        """Ctrl+N: days to keep free, for meetings are added in the calendar."""
        if self._found is not None:
            self.show_free_days().add()

    def show_free_days(self) -> FreeDaysPane:
        """The list of them takes the timeline's place."""
        if self._free is None:
            self._free = FreeDaysPane(self.desk)
            self._free.left.connect(self._to_timeline)
            self._free.planning_wanted.connect(self.plan_again)
            self._whole.addWidget(self._free)
        if self.programme is not None:
            self._free.show_programme(self.programme)
        self._whole.setCurrentWidget(self._free)
        self._free.enter()
        return self._free

    def plan_again(self) -> None:
        """Opens the preview of another start; nothing is done yet."""
        if self._found is not None and self.desk.may_change():
            if self._planning is None:
                self._planning = PlanningPane(self.desk)
                self._planning.left.connect(self._to_timeline)
                self._whole.addWidget(self._planning)
            self._planning.begin(self._found.programme, self._found.starts_on)
            self._whole.setCurrentWidget(self._planning)
            self._planning.enter()

    def _page(self) -> QWidget:
        look, page = self.look, QWidget()
        down = column(look, within=page, space=Space.BETWEEN)
        self._zoom = button(self._other_zoom(), self._toggle_zoom, name="timelineZoom", keys="Ctrl+Up")
        self._twin = button(tr("Show as table"), self.toggle_table, name="timelineTwin", keys="F9")
        self._twin.setCheckable(True)
        buttons = (
            self._zoom,
            self._twin,
            button(tr("Print for the wall …"), self.print_wall, name="timelinePrint", keys="Ctrl+P"),
            button(tr("Move the start …"), self.plan_again, name="moveStart", keys="Ctrl+M"),
            button(tr("Days kept free …"), self.show_free_days, name="freeDays", keys="Ctrl+N"),
        )
        across = Flow(look.px(Space.BETWEEN))
        for each in buttons:
            across.addWidget(each)
        down.addLayout(across)
        down.addWidget(self._shown, 1)
        self._words = label("", "second", wrap=True)
        self._words.setObjectName("timelineWords")
        self._words.setMinimumHeight(look.px(40))
        down.addWidget(self._words)
        return page

    def _show(self, read: _Read) -> None:
        if read.found.programme != self.programme:
            return
        self._found, self._items = read.found, read.items
        self.chart.show_timeline(read.found, read.rows)
        self._table.show(read.items)
        self.told.emit()

    def _say(self, words: str) -> None:
        self._words.setText(words)

    def _toggle_zoom(self) -> None:
        self.chart.set_whole(not self.chart.whole)

    def _on_zoom(self) -> None:
        self._zoom.setText(self._other_zoom())
        self._zoom.setAccessibleName(self._zoom.text())

    def _other_zoom(self) -> str:
        return tr("One semester") if self.chart.whole else tr("The whole programme")

    def _move(self, item: Item, days: int) -> None:
        bar = item.moves
        if bar is None:
            self.desk.tell(_why_not(item))
        elif self.desk.may_change():
            current = self.chart.current()
            followed = current is not None and current[0].key == _FOLLOWED
            self.desk.work.change(
                lambda store: _moved(store, bar, days), self._look_for_followers if followed else None
            )

    def _look_for_followers(self, _: None) -> None:
        """Whether the pairs' conversations would come along with what was moved."""
        programme, found, today = self.programme, self._found, self.desk.today
        if programme is not None and found is not None:
            start = found.starts_on
            self.desk.work.ask(
                "programme followers",
                lambda store: followers(preview(store, programme, start, today=today).replan),
                self._offer_followers,
                _not_now,
            )

    def _offer_followers(self, count: int) -> None:
        if count:
            sentence = nmsg(
                "{count} conversation would follow. Nothing else moves by itself.",
                "{count} conversations would follow. Nothing else moves by itself.",
                count,
            )
            self.desk.tell(sentence, NoticeKind.NOTE, NoticeAction(msg("Show what moves"), self.plan_again))

    def _open(self, item: Item) -> None:
        """Its own page: the calendar for what lies there, the logbooks for a pair's."""
        if item.shape in (Shape.HELD, Shape.PLANNED, Shape.GAP):
            self.desk.please_show(Subject.LOGBOOKS, item.number.split(":")[0])
        elif item.shape is Shape.BAR:
            self.desk.please_show(Subject.MEETINGS, item.number)

    def _open_row(self, number: str) -> None:
        for each in self._items:
            if each.item.number == number:
                self._open(each.item)
                return

    def _to_timeline(self) -> None:
        if self._whole.currentIndex() == 0:
            return
        self._whole.setCurrentIndex(0)
        self.enter()


def followers(found: Replan) -> int:
    """How many conversations of pairs would move."""
    return sum(each.wanted.group.entry == CONVERSATION for each in found.moves)


def _not_now(_: Refused) -> None:
    """The plan itself cannot be made; the planning says why when it is asked."""


def _why_not(item: Item) -> Message:
    match item.shape:
        case Shape.HELD | Shape.PLANNED | Shape.GAP:
            return msg("A pair’s conversations are moved by the pair. Enter leads to its logbook.")
        case Shape.SPAN | Shape.WEEK:
            return msg("These are several meetings. Move each of them in the calendar.")
        case _:
            return msg("It was held or is done, so it stays where it is.")


def _moved(store: Store, bar: Bar, days: int) -> None:
    to = bar.first + timedelta(days)
    if bar.deadline is not None:
        move_deadline(store, bar.deadline, to=to)
    elif bar.meeting is not None:
        move_meeting(store, bar.meeting, to=to)
