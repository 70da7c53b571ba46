"""Every pair's conversations as dates: the list with its strips, and the chosen pair beside it."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.logbooks import PairStrip, logbooks
from ui.desk import Desk
from ui.language import tr
from ui.logbooks.columns import figures
from ui.logbooks.conversations_part import scroll_areas_over
from ui.logbooks.detail import PairDetail
from ui.logbooks.pair_list import PairList
from ui.logbooks.printing import ForParticipants
from ui.logbooks.reply_sheets import ReplySheets, sheets_of
from ui.logbooks.returning import Returning
from ui.logbooks.view import LogbookView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import add_all, column, row
from ui.widgets.labels import label
from ui.widgets.page import PageCommand
from ui.widgets.search_box import SearchBox

_DETAIL = 400  # px at 100 %


class ConversationsView(LogbookView):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("conversationsView")
        self._strips: tuple[PairStrip, ...] = ()
        self._wanted = ""
        self._papers = ForParticipants(desk, self)
        self._returning = Returning(desk, self)
        self._replies = ReplySheets(desk, self)
        self.setAcceptDrops(True)
        self._figures = label("", "second", wrap=True)
        self._figures.setObjectName("figures")
        self.tools = self._build_tools()
        self._build_content()

    def reload(self, programme: ProgrammeId | None) -> None:
        today = self.desk.today
        self.desk.work.ask(
            "logbooks", lambda store: logbooks(store, programme, today=today), self._take, self.refused.emit
        )

    def please_show(self, subject: Subject, number: str) -> None:
        """A pair, or the one that a conversation belongs to; now, or as soon as it is read."""
        self._wanted = number
        self._choose_wanted()

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("New conversation"), "new_conversation", self.add, "Ctrl+N"),
            PageCommand(msg("Relation check"), "relation_check", self.check_relation, "Ctrl+R"),
            PageCommand(msg("Read a reply sheet …"), "read_replies", self._replies.choose),
            PageCommand(msg("Save an empty reply sheet …"), "empty_replies", self._save_replies),
            PageCommand(msg("Return a logbook that was sent …"), "return_logbook", self._return_logbook),
            PageCommand(msg("Search among the pairs"), "search_pairs", self._search.setFocus, "Ctrl+F"),
            PageCommand(msg("Show in words"), "logbooks_in_words", self.switch, "F9"),
            *self._papers.commands(),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self._pairs, self._detail)

    def enter(self) -> None:
        """The keys are for the list, not for the search box that stands before it."""
        if self._under.currentWidget() is self._list_page:
            self._enter_list()

    def add(self) -> None:
        """A conversation of the chosen pair."""
        if self._pairs.current is None:
            self.desk.tell(msg("There is no pair in the list to register a conversation for."))
            return
        self._open_detail()
        self._detail.register()

    def check_relation(self) -> None:
        """What both of the chosen pair say of how well they fit."""
        if self._pairs.current is not None:
            self._open_detail()
            self._detail.check_relation()

    @property
    def chosen(self) -> PairId | None:
        return None if self._pairs.current is None else self._pairs.current.pair

    def return_logbook_of(self, pair: PairId | None) -> None:
        """Somebody sent a whole one: the drafted answer to that pair's mentee."""
        self._returning.write_answer(next((each for each in self._strips if each.pair == pair), None))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """A reply sheet can be dropped here."""
        if sheets_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        for path in sheets_of(event.mimeData())[:1]:
            event.acceptProposedAction()
            self._replies.read(path)

    def switch(self) -> None:
        """The strips, or the same in words."""
        if self._strips:
            self._pairs.switch()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        super().showEvent(event)
        self.enter()

    def _return_logbook(self) -> None:
        self.return_logbook_of(self.chosen)

    def _save_replies(self) -> None:
        self._replies.save_empty(self._strips)

    def _build_tools(self) -> QWidget:
        desk = self.desk
        self._search = SearchBox(desk.look, tr("Search"), tr("Search among the pairs"))
        self._search.typed.connect(self._narrow)
        self._search.left_down.connect(self._enter_list)
        self._search.given_back.connect(self._enter_list)
        self._print = button(tr("Print …"), self._offer_papers, name="printPapers")
        self._new = button(tr("New conversation"), self.add, name="newConversation", kind="main", keys="Ctrl+N")
        self._offered = QWidget()
        add_all(row(desk.look, within=self._offered), (self._search, self._print, self._new))
        self._offer_tools(wanted=False)
        holder = QWidget()
        row(desk.look, within=holder).addWidget(self._offered)
        return holder

    def _offer_tools(self, *, wanted: bool) -> None:
        """Without a pair there is nothing to search, print or register: the view itself shows the way on."""
        self._offered.setVisible(wanted)

    def _build_content(self) -> None:
        desk, look = self.desk, self.look
        outer = column(look, within=self, space=Space.BETWEEN)
        outer.addWidget(self._figures)
        self._pairs = PairList(desk, paged=self.paged)
        self._detail = PairDetail(desk, paged=self.paged)
        self._under = QStackedWidget()
        outer.addWidget(self._under, 1)
        both = QWidget()
        across = row(look, within=both, space=Space.AROUND)
        across.addWidget(self._pairs, 1)
        if self.paged:
            self._under.addWidget(both)
            self._under.addWidget(self._detail)
        else:
            self._detail.setFixedWidth(look.px(_DETAIL))
            across.addWidget(self._detail)
            self._under.addWidget(both)
        self._list_page = both
        self._empty: EmptyPage | None = None
        self._is_teaching = False
        self._under.currentChanged.connect(self._fit)
        self._fit()
        self._pairs.chosen.connect(self._on_chosen)
        self._pairs.opened.connect(self._on_opened)
        self._detail.done.connect(self._leave_detail)
        self._detail.back.connect(self._leave_detail)

    def _take(self, strips: tuple[PairStrip, ...]) -> None:
        self._strips = strips
        self._figures.setText(figures(strips) if strips else "")
        self._figures.setVisible(bool(strips))
        self._offer_tools(wanted=bool(strips))
        if not strips:
            self._search.clear()
            self._pairs.show_strips(())
            self._teach()
        else:
            self._pairs.show_strips(strips)
            self._show_list_or_none_found()
            self._detail.show_strip(self._pairs.current)
            self._choose_wanted()
        self.told.emit()

    def _choose_wanted(self) -> None:
        wanted = self._wanted
        for strip in self._strips:
            if wanted and (strip.pair == wanted or any(mark.entry == wanted for mark in strip.conversations)):
                self._search.clear()
                self._pairs.narrow("")
                self._show_list_or_none_found()
                self._pairs.choose(strip.pair)
                self._pairs.view.setFocus(Qt.FocusReason.OtherFocusReason)
                self._wanted = ""
                return

    def _narrow(self, query: str) -> None:
        self._pairs.narrow(query)
        self._show_list_or_none_found()

    def _show_list_or_none_found(self) -> None:
        if not self._strips:
            return
        if self._pairs.table.rows.shown:
            if self._under.currentWidget() is not self._detail or not self.paged:
                self._under.setCurrentWidget(self._list_page)
            self._drop_empty()
            return
        self._show_empty(
            EmptyPage(
                self.look,
                picture="search",
                heading=tr("No pair matches “{words}”", words=self._search.text().strip()),
                ways_on=(WayOn(tr("Clear the filter"), self._search.clear, "clearFilter"),),
            )
        )

    def _teach(self) -> None:
        """No pairs yet: what will be kept of a conversation and what never is, in three sentences."""
        if self._is_teaching:
            return
        self._show_empty(
            EmptyPage(
                self.look,
                picture="logbooks",
                heading=tr("Logbooks begin with pairs"),
                text=tr(
                    "What two people say to each other stays between them. The mentee keeps the logbook, on paper or "
                    "wherever they like, and you never need to see it. Here you only note that they met, so that "
                    "nobody is left alone for long."
                ),
                ways_on=(
                    WayOn(tr("Find pairs"), self._find_pairs, "findPairs"),
                    WayOn(tr("Print for participants"), self._papers.print_blank, "printForParticipants"),
                ),
            )
        )
        self._is_teaching = True

    def _show_empty(self, empty: EmptyPage) -> None:
        self._drop_empty()
        self._empty = empty
        for words in empty.findChildren(QLabel):  # of a fixed width, which its layout takes for a fixed height
            if words.minimumWidth() == words.maximumWidth():
                words.setMinimumHeight(words.heightForWidth(words.maximumWidth()))
        self._under.addWidget(empty)
        self._under.setCurrentWidget(empty)
        if self.paged:  # the sentence first, though the focus is further down
            for area in scroll_areas_over(self):
                bar = area.verticalScrollBar()
                QTimer.singleShot(0, bar, functools.partial(bar.setValue, 0))

    def _drop_empty(self) -> None:
        if self._empty is not None:
            self._empty.deleteLater()  # and leaves its place then, in a turn of its own
            self._empty = None
        self._is_teaching = False

    def _fit(self) -> None:
        """Only what is shown asks for room: else the longest of the pages would make all of them scroll."""
        for each in (self._list_page, self._detail, self._empty):
            if each is not None and self._under.indexOf(each) >= 0:
                shown = each is self._under.currentWidget()
                policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
                each.setSizePolicy(policy, policy)

    def _find_pairs(self) -> None:
        self.desk.please_show(Subject.SCENARIOS, "")

    def _offer_papers(self) -> None:
        self._papers.offer(self._print)

    def _on_chosen(self, _: object) -> None:
        self._detail.show_strip(self._pairs.current)

    def _on_opened(self, _: str) -> None:
        self._open_detail()
        self._detail.enter()

    def _open_detail(self) -> None:
        self._detail.show_strip(self._pairs.current)
        if self.paged:
            self._under.setCurrentWidget(self._detail)

    def _leave_detail(self) -> None:
        if self.paged:
            self._under.setCurrentWidget(self._list_page)
        self._enter_list()

    def _enter_list(self) -> None:
        self._pairs.view.setFocus(Qt.FocusReason.OtherFocusReason)
