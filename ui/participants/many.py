"""What is done with several people of the list at once: the bulk bar's acts, each one change with one undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.actions.tagging import tag, untag
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.participants import ParticipantRow
from ui.desk import Desk, NoticeKind
from ui.language import ntr, tr
from ui.participants.asking_line import AskingLine
from ui.participants.bulk_bar import ACTS, COMPARED, BulkBar
from ui.participants.compare import ComparePage
from ui.participants.grid import Grid
from ui.participants.imports.exporting import export_rows
from ui.participants.panes import Panes, is_narrow
from ui.participants.printing import ListPapers, shown_columns
from ui.participants.statuses import Statuses
from ui.widgets.page import PageCommand


class Many(QObject):
    def __init__(self, desk: Desk, grid: Grid, asking: AskingLine, statuses: Statuses) -> None:
        super().__init__(grid)
        self._desk = desk
        self._grid = grid
        self._asking = asking
        self._panes: Panes | None = None
        self._tags: tuple[str, ...] = ()
        self.papers = ListPapers(desk, grid)
        self.bar = BulkBar(desk, self, narrow=is_narrow(desk))
        self.bar.status_wanted.connect(statuses.offer_all)
        self.bar.withdraw_wanted.connect(statuses.withdraw)
        self.bar.tag_wanted.connect(self._ask_tag)
        self.bar.compare_wanted.connect(self.compare)
        self.bar.export_wanted.connect(self.export)
        self.bar.print_wanted.connect(self.print)
        self.bar.let_go.connect(self._select_current)
        grid.view.selected.connect(self.bar.show_for)

    def live_in(self, panes: Panes) -> None:
        """Where pages over the list are shown."""
        self._panes = panes

    def know(self, tags: tuple[str, ...]) -> None:
        """The tags there are, to be completed."""
        self._tags = tags

    def commands(self) -> Sequence[PageCommand]:
        acts = (PageCommand(act.title, act.key, partial(self.bar.run, act.key), act.keys) for act in ACTS)
        return (
            PageCommand(msg("Compare two to four people"), "compare", self.compare_selected, "Ctrl+Shift+C"),
            PageCommand(msg("Export the list …"), "exportList", self.export, "Ctrl+Shift+E"),
            PageCommand(msg("Print the list, or who is compared …"), "printList", self.print, "Ctrl+P"),
            PageCommand(msg("Tag the selected people"), "tagSelected", self._tag_selected),
            *acts,
        )

    def export(self) -> None:
        """Those who are selected, from two on, else everybody shown; whoever is restricted is left out (GDPR 18)."""
        export_rows(self._desk, self._grid.table, leave_out=self._leave_out())

    def print(self) -> None:
        """Who is compared, where that is in view; else the same people as `export`, in the columns that are shown."""
        over = self._panes.over if self._panes is not None and self._panes.is_covered else None
        if over is not None:
            compared = over.findChild(ComparePage)
            if compared is not None:
                compared.print()
            return
        grid, leave_out = self._grid, self._leave_out()
        shown = (grid.table.rows.row(place) for place in range(len(grid.table.rows.shown)))
        rows = [row for row in shown if not leave_out(row)]
        about: list[Message] = []
        if len(rows) < grid.count:
            about.append(msg("Chosen from {count} in the list.", count=grid.count))
        if key := grid.sorted_by.partition(":")[0]:
            title = grid.table.columns[grid.table.column_of(key)].title
            about.append(msg("Sorted by: {column}.", column=title))
        self.papers.print_list(shown_columns(grid.header, grid.table.columns), rows, tuple(about))

    def _leave_out(self) -> Callable[[ParticipantRow], bool]:
        chosen = frozenset(self._grid.view.selected_ids())
        if len(chosen) < min(COMPARED):
            return lambda row: row.restricted_on is not None
        return lambda row: row.restricted_on is not None or row.id not in chosen

    def compare_selected(self) -> None:
        self.compare(self._grid.view.selected_ids())

    def compare(self, ids: Sequence[str]) -> None:
        if len(ids) not in COMPARED:
            self._desk.tell(msg("Select two, three or four people to compare them."), NoticeKind.NOTE)
            return
        page = ComparePage(self._desk, [ParticipationId(each) for each in ids])
        page.left.connect(self.show_list)
        page.print_wanted.connect(self.papers.print_compared)
        self.show_over(page)

    def show_over(self, page: QWidget) -> None:
        if self._panes is not None:
            self._panes.show_over(page)

    def show_list(self) -> None:
        if self._panes is not None:
            self._panes.left.emit()

    def _tag_selected(self) -> None:
        if ids := self._grid.view.selected_ids():
            self._ask_tag(ids, False)

    def _ask_tag(self, ids: Sequence[str], away: bool) -> None:
        if not self._desk.may_change():
            return
        if away:
            question = ntr("Take a tag from {count} participant", "Take a tag from {count} participants", len(ids))
        else:
            question = ntr("Tag {count} participant", "Tag {count} participants", len(ids))
        yes = tr("Take it away") if away else tr("Tag them")
        self._asking.ask(question, tr("Tag"), yes, partial(self._tag, tuple(ids), away), known=self._tags)

    def _tag(self, ids: Sequence[str], away: bool, word: str) -> None:
        wanted = [ParticipationId(each) for each in ids]
        act = untag if away else tag
        self._desk.work.change(lambda store: act(store, wanted, word), self._on_tagged, self._on_refused)

    def _on_tagged(self, _: int) -> None:
        self._asking.leave()

    def _on_refused(self, no: Refused) -> None:
        self._asking.refuse(no)

    def _select_current(self) -> None:
        """One row stays, so that the keyboard is somewhere."""
        current = self._grid.view.current_id()
        self._grid.view.select_ids([] if current is None else [current])
        self._grid.view.setFocus()
