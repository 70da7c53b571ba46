"""What the list is narrowed by: the filter bar, the words searched for, and the named views that set both (R12)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from mentordesk.actions.saved_views import forget_view, keep_view
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.queries.participants import ParticipantRow
from ui.desk import Desk, NoticeKind
from ui.language import tr
from ui.participants.asking_line import AskingLine
from ui.participants.choice_bar import ChoiceBar
from ui.participants.choosing import Choice
from ui.participants.grid import Grid
from ui.participants.listing import TAB, Listing
from ui.participants.panes import is_narrow
from ui.participants.saved_views import EVERYBODY, ListView, ViewMenu
from ui.widgets.buttons import button
from ui.widgets.search_box import SearchBox


class Narrowing(QObject):
    list_wanted = Signal()  # a view was chosen from elsewhere: the list must be in front

    def __init__(self, desk: Desk, grid: Grid, asking: AskingLine) -> None:
        super().__init__(grid)
        self._desk = desk
        self._grid = grid
        self._asking = asking
        self._choice = Choice()
        self._saved: tuple[str, ...] = ()
        self.search = SearchBox(desk.look, tr("Search"), tr("Search the participants"))
        self.choices = ChoiceBar(desk.look)
        self.views = ViewMenu(desk.look)
        self.toggle = button(tr("Filters"), self._show_filters, name="showFilters", picture="filter", look=desk.look)
        self.toggle.setCheckable(True)
        if is_narrow(desk):
            self.choices.hide()
        self.choices.chosen.connect(self._on_chosen)
        self.search.typed.connect(self._on_typed)
        self.search.left_down.connect(self.go_to_grid)
        self.search.given_back.connect(self.go_to_grid)
        self.views.chosen.connect(self.show)
        self.views.keep_wanted.connect(self.keep)
        self.views.forget_wanted.connect(self._forget)

    @property
    def now(self) -> ListView:
        return ListView(self._choice, self.search.text().strip(), self._grid.sorted_by)

    @property
    def narrows(self) -> bool:
        return self._choice.narrows or bool(self.search.text())

    def offer(self, found: Listing) -> None:
        self._saved = tuple(kept.name for kept in found.saved)
        self.choices.offer(found.units, found.specialties, found.papers)
        self.views.offer(found.saved)

    def takes(self, row: ParticipantRow) -> bool:
        return self._choice.takes(row)

    def shows_role(self, role: Role) -> bool:
        return self._choice.shows_role(role) and not self.search.text()

    def show(self, view: ListView) -> None:
        """The list as the view has it; one without an order of its own leaves the order as it is."""
        self.list_wanted.emit()
        self.search.setText(view.words)
        self._grid.search(view.words)
        self.choices.choose(view.choice)
        if view.sorted:
            self._grid.sort_by(view.sorted)
        self._tell()
        self._leave_filters()
        self.go_to_grid()

    def show_missing(self) -> None:
        self.show(ListView(Choice(missing=True)))

    def clear(self) -> None:
        self.search.clear()
        self._grid.search("")
        self.choices.clear()
        self._leave_filters()
        self._tell()
        self._grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def go_to_grid(self) -> None:
        grid = self._grid
        if grid.table.rows.shown:
            if grid.view.current_id() is None:
                grid.view.select_ids([grid.table.rows.id_at(0)])
            grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Asks for a name; one that there is already is given to this view instead."""
        reason = self._desk.file.read_only
        if reason is not None:
            self._desk.tell(reason, NoticeKind.NOTE)
        elif self.now.is_like(EVERYBODY) and not self.now.sorted:
            self.focus_search()
        else:
            self._asking.ask(
                tr("Keep this view of the list"), tr("Name of the view"), tr("Keep it"), self._keep, known=self._saved
            )

    def _leave_filters(self) -> None:
        if self.toggle.isChecked():
            self.toggle.click()

    def _show_filters(self) -> None:
        """In large type they take the place of the list while they are chosen."""
        shown = self.toggle.isChecked()
        self.choices.setVisible(shown)
        self._grid.setVisible(not shown)
        if shown:
            self.choices.enter()

    def _keep(self, name: str) -> None:
        kept, programme = self.now.as_kept(), self._desk.programme_id
        self._desk.work.change(
            lambda store: keep_view(store, tab=TAB, name=name, programme=programme, view=kept),
            self._on_kept,
            self._on_refused,
        )

    def _forget(self, id_: str, _: str) -> None:
        reason = self._desk.file.read_only
        if reason is not None:
            self._desk.tell(reason, NoticeKind.NOTE)
        else:
            self._desk.work.change(lambda store: forget_view(store, id_))

    def _on_kept(self, _: str) -> None:
        self._asking.leave()

    def _on_refused(self, no: Refused) -> None:
        self._asking.refuse(no)

    def _on_chosen(self, choice: Choice) -> None:
        self._choice = choice
        self._grid.choose(choice)
        self._tell()

    def _on_typed(self, words: str) -> None:
        self._grid.search(words)
        self._tell()

    def _tell(self) -> None:
        self.views.show_now(self.now)
