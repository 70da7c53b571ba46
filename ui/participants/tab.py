"""The tab itself: what it asks for, which of its parts is in view, and what can be done in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import Role
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.language import tr
from ui.participants.choice_bar import ChoiceBar
from ui.participants.choosing import Choice
from ui.participants.detail import DetailPane
from ui.participants.grid import Grid
from ui.participants.intake import Intake
from ui.participants.listing import NOBODY, Listing, listing
from ui.participants.panes import Panes, is_narrow
from ui.participants.statuses import Statuses
from ui.widgets.buttons import button
from ui.widgets.empty_page import WayOn
from ui.widgets.frames import column
from ui.widgets.labels import label
from ui.widgets.page import Page, PageCommand, shortcut
from ui.widgets.search_box import SearchBox


class ParticipantsPage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {
            Subject.PEOPLE,
            Subject.UNITS,
            Subject.PROGRAMMES,
            Subject.PARTICIPATIONS,
            Subject.CRITERIA,
            Subject.INTERVIEWS,
            Subject.PAIRS,
            Subject.MEETINGS,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Participants"))
        self._listing = NOBODY
        self._choice = Choice()
        self._figures = label("", "second", wrap=is_narrow(desk))
        self._figures.setObjectName("figures")
        self._search = SearchBox(desk.look, tr("Search"), tr("Search the participants"))
        self._choices = ChoiceBar(desk.look)
        self.grid = Grid(desk)
        self.detail = DetailPane(desk, alone=is_narrow(desk))
        self._statuses = Statuses(desk, self)
        above = (self._figures, self._choices) if is_narrow(desk) else (self._choices,)
        self._panes = Panes(desk, above, self.grid, self.detail)
        self._intake = Intake(desk, self._panes, self)
        self._build()
        self._connect()
        self._add_keys()

    def reload(self) -> None:
        programme, today = self.desk.programme_id, self.desk.today
        self.desk.work.ask(
            "participants", lambda store: listing(store, programme, today), self._take, self.show_refusal
        )
        self.detail.reload()

    def please_show(self, subject: Subject, number: str) -> None:
        """`number`: of a participation, or of a person in one."""
        found = next((each.id for each in self._listing.rows if number in (each.id, each.person)), number)
        self._show_list()
        if (shown := self.grid.row(found)) is not None and not self._choice.takes(shown):
            self._clear()
        self.grid.view.select_ids([found])
        self._open_detail(found)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Add a mentee …"), "addMentee", lambda: self._intake.add(Role.MENTEE), "Ctrl+N"),
            PageCommand(msg("Add a mentor …"), "addMentor", lambda: self._intake.add(Role.MENTOR)),
            PageCommand(msg("Import people …"), "importPeople", self._intake.open_import),
            PageCommand(msg("Filter the participants"), "filterParticipants", self._search.setFocus, "Ctrl+F"),
            PageCommand(msg("Only those of whom something is missing"), "showMissing", self._show_missing),
            PageCommand(msg("Clear the filter"), "clearFilter", self._clear),
            PageCommand(msg("Show or hide the details"), "toggleDetail", self._toggle_detail),
            PageCommand(msg("Withdraw from the programme"), "withdraw", self._withdraw_selected),
        )

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return self._intake.parts_to_come()

    def panes(self) -> Sequence[QWidget]:
        if self._panes.is_importing:
            return (self._intake.importing,)
        inside = (self._search, self._choices, self.grid, self._panes.side)
        return [pane for pane in inside if pane.isVisible()] or super().panes()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Esc closes the topmost thing: what is added or imported, the filter. Ctrl+V begins an empty list."""
        if event.key() == Qt.Key.Key_Escape and self._close_topmost():
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Paste) and not self._listing.rows:
            self._intake.import_text(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        look = self.look
        self._add_button = button(
            tr("Add …"), self._offer_roles, name="addParticipant", kind="main", picture="plus", look=look, keys="Ctrl+N"
        )
        self.tools.addWidget(self._search)
        self.tools.addWidget(
            button(tr("Import …"), self._intake.open_import, name="importList", picture="import", look=look)
        )
        self.tools.addWidget(self._add_button)
        if not is_narrow(self.desk):
            self.facts.addWidget(self._figures)
        column(look, within=self.content).addWidget(self._panes)

    def _connect(self) -> None:
        view = self.grid.view
        self._choices.chosen.connect(self._on_chosen)
        self._search.typed.connect(self.grid.search)
        self._search.left_down.connect(self._to_grid)
        self._search.given_back.connect(self._to_grid)
        self.grid.clear_wanted.connect(self._clear)
        self.grid.list_pasted.connect(self._intake.import_text)
        view.current_changed.connect(self._on_current)
        view.opened.connect(self._on_opened)
        view.peeked.connect(lambda _: self._toggle_detail())
        view.deleted.connect(self._statuses.withdraw)
        view.menu_wanted.connect(self._statuses.offer)
        self._statuses.opened.connect(self._open_detail)
        self.detail.closed.connect(self._close_detail)
        self.detail.statuses_wanted.connect(self._statuses.offer_next)
        self._panes.left.connect(self._close_detail)
        self._intake.begun.connect(self.show_content)
        self._intake.added.connect(self._on_added)
        self._intake.adding_left.connect(self._close_adding)
        self._intake.import_left.connect(self._show_list)

    def _add_keys(self) -> None:
        shortcut(self, "Ctrl+N", self._offer_roles)
        shortcut(self, "Ctrl+F", self._focus_search)

    def _take(self, found: Listing) -> None:
        self._listing = found
        self._figures.setText(found.figures_in_words)
        self.grid.show_rows(found.rows, found.programmes, of_all=self.desk.programme is None)
        if found.rows or self._panes.is_importing or self._intake.is_adding:
            self.show_content()
        else:
            self._show_first_run()
        if not found.rows:
            return
        if self.grid.view.current_id() is None and self.grid.table.rows.shown:
            self.grid.view.select_ids([self.grid.table.rows.id_at(0)])

    def _show_first_run(self) -> None:
        self.show_empty(
            "participants",
            tr("No participants yet."),
            tr("Paste a list from Excel, import a file, or add the first one (Ctrl+N)."),
            WayOn(tr("Import …"), self._intake.open_import, "firstImport"),
            WayOn(tr("Add …"), self._offer_roles, "firstAdd"),
            WayOn(tr("Take the invented example list"), self._intake.take_example, "takeExample"),
        )
        if (first := self.findChild(QPushButton, "firstImport")) is not None and self._search.hasFocus():
            first.setFocus(Qt.FocusReason.OtherFocusReason)  # from there Ctrl+V pastes a list

    def _on_chosen(self, choice: Choice) -> None:
        self._choice = choice
        self.grid.choose(choice)

    def _clear(self) -> None:
        self._search.clear()
        self.grid.search("")
        self._choices.clear()
        self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_missing(self) -> None:
        self._choices.choose(Choice(missing=True))

    def _focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _to_grid(self) -> None:
        if self.grid.table.rows.shown:
            if self.grid.view.current_id() is None:
                self.grid.view.select_ids([self.grid.table.rows.id_at(0)])
            self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_topmost(self) -> bool:
        if self._panes.is_importing:
            self._show_list()
        elif self._intake.is_adding:
            self._close_adding()
        elif self._panes.side_fills_the_page:
            self._close_detail()
        elif self._choice.narrows or self._search.text():
            self._clear()
        else:
            return False
        return True

    def _on_current(self, number: str | None) -> None:
        self.detail.show_participant(None if number is None else ParticipationId(number))

    def _on_opened(self, number: str) -> None:
        if not self.grid.is_entering:
            self._open_detail(number)

    def _open_detail(self, number: str) -> None:
        if number != self.grid.view.current_id():
            self.grid.view.select_ids([number])
        self.detail.show_participant(ParticipationId(number))
        self._panes.show_beside(self.detail)
        self.detail.enter()

    def _toggle_detail(self) -> None:
        number = self.grid.view.current_id()
        if is_narrow(self.desk) and number is not None:
            self._open_detail(number)
        elif self._panes.side.isVisible():
            self._panes.hide_side()
        else:
            self._panes.show_beside(self.detail)

    def _close_detail(self) -> None:
        self._panes.hide_side()
        self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        self._panes.show_list()
        self.reload_now()

    def _offer_roles(self) -> None:
        self._intake.offer_roles(self._add_button)

    def _on_added(self, number: str, role: Role) -> None:
        self._close_adding()
        if not self._choice.shows_role(role) or self._search.text():
            self._clear()
        self.grid.view.select_ids([number])

    def _close_adding(self) -> None:
        self._panes.show_beside(self.detail)
        if is_narrow(self.desk):
            self._panes.hide_side()
        if not self._listing.rows:
            self._show_first_run()
        self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _withdraw_selected(self) -> None:
        self._statuses.withdraw(self.grid.view.selected_ids())
