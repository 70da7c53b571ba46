"""What was made: when, which paper, for whom, with which class of personal data; each can be made again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.documents_made import MadePaper, documents_made
from ui.desk import Desk
from ui.documents.view import View
from ui.documents.words import CLASS_NAMES, languages_named
from ui.language import ntr, say, spoken, tr
from ui.tables.columns import Align, Column, day_column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.flow import Flow
from ui.widgets.frames import add_all, column
from ui.widgets.labels import label
from ui.widgets.page import PageCommand
from ui.widgets.search_box import SearchBox


def _columns() -> tuple[Column[MadePaper], ...]:
    return (
        day_column("made", msg("Made on"), lambda row: row.made_on),
        Column(key="kind", title=msg("Paper"), text=lambda row: say(row.title), width=220),
        Column(key="whom", title=msg("For whom"), text=_whom, width=300),
        Column(
            key="class",
            title=msg("Personal data"),
            text=lambda row: say(CLASS_NAMES[row.highest]) if row.highest is not None else "",
            width=220,
        ),
        Column(key="language", title=msg("Language"), text=lambda row: languages_named(row.languages), width=130),
        Column(
            key="pages",
            title=msg("Pages"),
            text=lambda row: str(row.pages) if row.pages else "",
            sort=lambda row: row.pages,
            align=Align.RIGHT,
            width=80,
        ),
        Column(key="file", title=msg("File"), text=lambda row: row.file_name, width=260, shown=False),
    )


def _whom(row: MadePaper) -> str:
    """A meeting's paper is for its people."""
    if row.people:
        return spoken().listed(row.people)
    return say(row.meeting) if row.meeting is not None else tr("Everybody")


class HistoryView(View):
    of_one_programme = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("historyView")
        look = desk.look
        self.search = SearchBox(look, tr("Filter what was made"), tr("Filter what was made"))
        self.search.setObjectName("madeSearch")
        self.search.setMinimumWidth(look.px(250))
        self._figures = label("", "second")
        self._figures.setObjectName("madeFigures")
        self._figures.setMinimumHeight(look.px(30))
        self.table: RecordTable[MadePaper] = RecordTable(_columns(), lambda each: each.id)
        self.list = TableView(desk, self.table, tr("What was made"), tab="documents", key="made")
        self.list.setObjectName("madeList")
        self._again = button(
            tr("Make it again …"), self.make_again, name="makeAgain", picture="redo", look=look, keys="Enter"
        )
        self._line = QWidget()
        across = Flow(look.px(Space.BETWEEN), self._line)
        add_all(across, (self.search, self._again, self._figures))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._teach())
        lines = column(look, within=self, space=Space.BETWEEN)
        lines.addWidget(self._line)
        lines.addWidget(self._stack, 1)
        self.search.typed.connect(self._narrow)
        self.search.left_down.connect(self._to_list)
        self.search.given_back.connect(self._to_list)
        self.list.opened.connect(lambda _: self.make_again())
        self.list.current_changed.connect(lambda _: self._mark())

    def reload(self, programme: ProgrammeId | None) -> None:
        self.desk.work.ask("documents made", lambda store: documents_made(store, programme), self._show)

    def enter(self) -> None:
        if self.table.rows.shown:
            self._to_list()
        elif not self._line.isHidden():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            way_on = self._stack.findChild(QPushButton, "makePapers")
            (way_on or self._stack).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return (self._line, self._stack)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Filter what was made"), "filterMade", self._to_search, "Ctrl+F"),
            PageCommand(msg("Make this paper again"), "makePaperAgain", self.make_again),
        )

    def close_topmost(self) -> bool:
        there = bool(self.search.text())
        self.search.clear()
        return there

    def make_again(self) -> None:
        """In the view where papers are made, with the one it was for ticked."""
        row = self.table.rows.known(self.list.current_id() or "")
        if row is None:
            return
        if row.again:
            self.desk.please_show(Subject.DOCUMENTS, f"{row.kind} {row.about}".strip())
        else:
            self.desk.tell(msg("“{paper}” is not made in this tab.", paper=row.title))

    def _show(self, found: Sequence[MadePaper]) -> None:
        self.table.show(found)
        self._line.setVisible(bool(found))
        self._figures.setText(ntr("{count} paper was made", "{count} papers were made", len(found)))
        self._stack.setCurrentIndex(0 if found else 1)
        if found and self.list.current_id() is None:
            self.list.select_ids([self.table.rows.id_at(0)])
        self._mark()
        self.told.emit()

    def _teach(self) -> EmptyPage:
        return EmptyPage(
            self.look,
            picture="documents",
            heading=tr("No paper was made yet"),
            text=tr(
                "Whatever is saved or printed is noted here: the day, the paper and whom it was for. The pages "
                "themselves lie where you put them."
            ),
            ways_on=(WayOn(tr("Make papers"), lambda: self.desk.please_show(Subject.DOCUMENTS, ""), "makePapers"),),
        )

    def _mark(self) -> None:
        self._again.setEnabled(self.list.current_id() is not None)

    def _narrow(self, words: str) -> None:
        self.table.narrow(words)

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
