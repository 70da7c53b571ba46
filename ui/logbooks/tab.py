"""The Logbooks tab: every pair's conversations as dates, and the rule that nothing of what was said is kept."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.logbooks import PairStrip, logbooks
from ui.desk import Desk
from ui.language import tr
from ui.logbooks.columns import figures
from ui.logbooks.confidential import ConfidentialCard
from ui.logbooks.detail import PairDetail
from ui.logbooks.pair_list import PairList
from ui.logbooks.printing import PAPERS, ForParticipants
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import add_all, column, row, scrolling
from ui.widgets.labels import label
from ui.widgets.page import Page, PageCommand, shortcut
from ui.widgets.search_box import SearchBox

_PAGED_FROM = 150  # per cent: from here the detail is a page of its own (ux.md 4.1)
_DETAIL = 380  # px at 100 %


class LogbooksPage(Page):
    subjects = frozenset({Subject.PAIRS, Subject.LOGBOOKS, Subject.MEETINGS, Subject.PEOPLE, Subject.PROGRAMMES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Logbooks"))
        self._paged = desk.look.zoom >= _PAGED_FROM
        self._strips: tuple[PairStrip, ...] = ()
        self._wanted = ""
        self._papers = ForParticipants(desk, self)
        self._figures = label("", "second", wrap=self._paged)
        self._figures.setObjectName("figures")
        self._build_head()
        self._build_content()
        for keys, run in (("Ctrl+N", self.register), ("F9", self.switch), ("Ctrl+F", self._search.setFocus)):
            shortcut(self, keys, run)

    def reload(self) -> None:
        programme, today = self.desk.programme_id, self.desk.today
        self.desk.work.ask(
            "logbooks", lambda store: logbooks(store, programme, today=today), self._take, self.show_refusal
        )

    def please_show(self, subject: Subject, number: str) -> None:
        """A pair, or the one that a conversation belongs to; now, or as soon as it is read."""
        self._wanted = number
        self._choose_wanted()

    def commands(self) -> Sequence[PageCommand]:
        printing = tuple(
            PageCommand(
                msg("Print: {paper}", paper=kind.title),
                f"print_{kind.key}",
                functools.partial(self._papers.print, kind),
            )
            for kind, title in PAPERS
        )
        return (
            PageCommand(msg("New conversation"), "new_conversation", self.register, "Ctrl+N"),
            PageCommand(msg("Show in words"), "logbooks_in_words", self.switch, "F9"),
            *printing,
        )

    def panes(self) -> Sequence[QWidget]:
        return (self._card, self._pairs, self._detail)

    def register(self) -> None:
        """Ctrl+N: a conversation of the chosen pair."""
        if self._pairs.current is None:
            self.desk.tell(msg("There is no pair in the list to register a conversation for."))
            return
        self._open_detail()
        self._detail.register()

    def switch(self) -> None:
        if self._strips:
            self._pairs.switch()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """The keys are for the list, not for the search box that stands before it."""
        super().showEvent(event)
        if self._under.currentWidget() is self._list_page:
            self._enter_list()

    def _build_head(self) -> None:
        desk = self.desk
        if not self._paged:
            self.facts.addWidget(self._figures)
        self._search = SearchBox(desk.look, tr("Search"), tr("Search among the pairs"))
        self._search.typed.connect(self._narrow)
        self._search.left_down.connect(self._enter_list)
        self._search.given_back.connect(self._enter_list)
        self._print = button(tr("Print …"), self._offer_papers, name="printPapers")
        self._new = button(tr("New conversation"), self.register, name="newConversation", kind="main", keys="Ctrl+N")
        self._tools = QWidget()
        add_all(row(desk.look, within=self._tools), (self._search, self._print, self._new))
        self.tools.addWidget(self._tools)
        self._offer_tools(wanted=False)

    def _offer_tools(self, *, wanted: bool) -> None:
        """Without a pair there is nothing to search, print or register: the page itself shows the way on."""
        self._tools.setVisible(wanted)

    def _build_content(self) -> None:
        desk, look = self.desk, self.look
        inside = QWidget() if self._paged else self.content
        outer = column(look, within=inside, space=Space.AROUND)
        outer.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(12))
        self._card = ConfidentialCard(look, narrow=self._paged)
        outer.addWidget(self._card)
        if self._paged:
            line = row(look)
            line.addWidget(self._figures, 1)
            line.addWidget(self._card.ask)
            outer.addLayout(line)
            outer.setSpacing(look.px(Space.WITHIN))
            outer.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(4))
            self._area = scrolling(inside)
            column(look, within=self.content).addWidget(self._area)
        self._pairs = PairList(desk, paged=self._paged)
        self._detail = PairDetail(desk, paged=self._paged)
        self._under = QStackedWidget()
        outer.addWidget(self._under, 1)
        both = QWidget()
        across = row(look, within=both, space=Space.AROUND)
        across.addWidget(self._pairs, 1)
        if self._paged:
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
        self.show_content()
        self._offer_tools(wanted=bool(strips))
        if not strips:
            self._search.clear()
            self._pairs.show_strips(())
            self._teach()
            return
        self._pairs.show_strips(strips)
        self._show_list_or_none_found()
        self._detail.show_strip(self._pairs.current)
        self._choose_wanted()

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
            if self._under.currentWidget() is not self._detail or not self._paged:
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
        if self._paged:  # the sentence first, though the focus is further down
            bar = self._area.verticalScrollBar()
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
        if self._detail.conversations.isVisible():
            self._detail.conversations.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_detail(self) -> None:
        self._detail.show_strip(self._pairs.current)
        if self._paged:
            self._under.setCurrentWidget(self._detail)

    def _leave_detail(self) -> None:
        if self._paged:
            self._under.setCurrentWidget(self._list_page)
        self._enter_list()

    def _enter_list(self) -> None:
        self._pairs.view.setFocus(Qt.FocusReason.OtherFocusReason)
