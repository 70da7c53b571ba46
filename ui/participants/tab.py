"""The tab itself: what it asks for, which of its parts is in view, and what can be done in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mentordesk.domain.people import Role
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.language import tr
from ui.participants.asking_line import AskingLine
from ui.participants.detail import DetailPane
from ui.participants.grid import Grid
from ui.participants.hosting import TITLES, Hosting, ViewBar
from ui.participants.intake import Intake
from ui.participants.list_commands import commands_of_list
from ui.participants.list_head import ListHead
from ui.participants.listing import NOBODY, Listing, listing
from ui.participants.many import Many
from ui.participants.narrowing import Narrowing
from ui.participants.panes import Panes, is_narrow
from ui.participants.showing import Showing
from ui.participants.statuses import Statuses
from ui.participants.views import PEOPLE
from ui.widgets.buttons import button
from ui.widgets.empty_page import WayOn
from ui.widgets.frames import column
from ui.widgets.page import Page, PageCommand, shortcut


def detail_of(desk: Desk) -> DetailPane:
    return DetailPane(desk, alone=is_narrow(desk))


class ParticipantsPage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {
            Subject.PEOPLE,
            Subject.UNITS,
            Subject.PROGRAMMES,
            Subject.PARTICIPATIONS,
            Subject.APPLICATIONS,
            Subject.CRITERIA,
            Subject.INTERVIEWS,
            Subject.PAIRS,
            Subject.MEETINGS,
            Subject.LETTERS,
            Subject.VIEWS,
        }
    )

    def __init__(self, desk: Desk, grid: Grid | None = None, detail: DetailPane | None = None) -> None:
        """`grid`, `detail`: where they were made beforehand, as they take long."""
        super().__init__(desk, msg("Participants"))
        self._listing = NOBODY
        self._stale_list = False
        self.grid = grid or Grid(desk)
        self.detail = detail or detail_of(desk)
        self._asking = AskingLine(desk.look)
        self.narrowing = Narrowing(desk, self.grid, self._asking)
        self._statuses = Statuses(desk, self, self._asking)
        self.many = Many(desk, self.grid, self._asking, self._statuses)
        self.head = ListHead(desk, self.narrowing, self.grid.header)
        above = (self.head, self.narrowing.choices)
        self._panes = Panes(desk, above, self.grid, self.detail, (self.many.bar,))
        self.many.live_in(self._panes)
        self.beside = Showing(desk, self.grid, self.detail, self._panes)
        self._hosting = Hosting(desk, self._panes)
        self._views = ViewBar(desk.look, wraps=is_narrow(desk))
        self.intake = Intake(desk, self._panes, self)
        self._build()
        self._connect()
        self._add_keys()

    def reload(self) -> None:
        self._stale_list = self._hosting.view is not None
        if self._stale_list:
            self.show_content()  # the view in front knows by itself what touches it
            return
        programme, today = self.desk.programme_id, self.desk.today
        self.desk.work.ask(
            "participants", lambda store: listing(store, programme, today), self._take, self.show_refusal
        )
        self.detail.reload()

    def please_show(self, subject: Subject, number: str) -> None:
        """`number`: of a participation, or of a person in one; what is no person is shown by its view."""
        view = self._hosting.view
        if view is not None and subject is not Subject.PARTICIPATIONS and view.please_show(number):
            return
        self.show_view(PEOPLE)
        found = next((each.id for each in self._listing.rows if number in (each.id, each.person)), number)
        self._show_list()
        if (shown := self.grid.row(found)) is not None and not self.narrowing.takes(shown):
            self.narrowing.clear()
        self.grid.view.select_ids([found])
        self.beside.open(found)

    def commands(self) -> Sequence[PageCommand]:
        views = (
            PageCommand(title, f"show{key.title()}", partial(self.show_view, key), f"Ctrl+{at}")
            for at, (key, title) in enumerate(TITLES.items(), start=1)
        )
        view = self._hosting.view
        return (*(commands_of_list(self) if view is None else view.commands()), *views)

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return (
            *self.detail.parts_to_come(),
            *self.intake.parts_to_come(),
            *self._hosting.parts_to_come(),
        )

    def panes(self) -> Sequence[QWidget]:
        asking = (self._asking,) if self._asking.isVisible() else ()
        if (view := self._hosting.view) is not None:
            return (self._views, *view.panes(), *asking)
        if self._panes.is_importing:
            return (self.intake.importing,)
        if not self.content.isVisible():
            return (*super().panes(), self._views)
        narrowing = self.narrowing
        inside = (
            *(self._views, narrowing.search, self.head, narrowing.choices),
            *(self.grid, self.many.bar, self._panes.side, self._panes.over, *asking),
        )
        return [pane for pane in inside if pane is not None and pane.isVisible()] or super().panes()

    def show_view(self, key: str) -> None:
        """With the keyboard in it."""
        self._hosting.bring(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Esc closes the topmost thing: what is added or imported, the filter. Ctrl+V begins an empty list."""
        if event.key() == Qt.Key.Key_Escape and self._close_topmost():
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Paste) and not self._listing.rows and self._hosting.view is None:
            self.intake.import_text(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        look = self.look
        self._add_button = button(
            tr("Add …"), self._offer_roles, name="addParticipant", kind="main", picture="plus", look=look, keys="Ctrl+N"
        )
        importing = button(tr("Import …"), self.intake.open_import, name="importList", picture="import", look=look)
        self._of_list = (self.narrowing.search, importing, self._add_button)
        for tool in self._of_list:
            self.tools.addWidget(tool)
        down = column(look, within=self.content)
        down.setSpacing(0)
        if is_narrow(self.desk):
            self._views.setContentsMargins(look.px(24), look.px(8), look.px(24), 0)
            down.addWidget(self._views)
        else:
            self.facts.addWidget(self._views)
        down.addWidget(self._hosting, 1)
        around = column(look)
        around.setContentsMargins(look.px(24), 0, look.px(24), 0)
        around.addWidget(self._asking)
        down.addLayout(around)

    def _connect(self) -> None:
        view = self.grid.view
        self._views.chosen.connect(self.show_view)
        self._hosting.brought.connect(self._on_brought)
        self._hosting.left.connect(partial(self.show_view, PEOPLE))
        self._hosting.person_wanted.connect(partial(self.please_show, Subject.PARTICIPATIONS))
        self._asking.begun.connect(self._make_room)
        self._asking.left.connect(self._back_to_work)
        self.grid.clear_wanted.connect(self.narrowing.clear)
        self.grid.list_pasted.connect(self.intake.import_text)
        view.deleted.connect(self._statuses.withdraw)
        view.menu_wanted.connect(self._statuses.offer)
        self.narrowing.list_wanted.connect(self._bring_list)
        self._statuses.opened.connect(self.beside.open)
        self.detail.statuses_wanted.connect(self._statuses.offer_next)
        self.intake.begun.connect(self.show_content)
        self.intake.added.connect(self._on_added)
        self.intake.adding_left.connect(self._close_adding)
        self.intake.import_left.connect(self._show_list)

    def _add_keys(self) -> None:
        self._keys_of_list = (  # a view beside it has its own
            shortcut(self, "Ctrl+N", self._offer_roles),
            shortcut(self, "Ctrl+F", self.narrowing.focus_search),
            *(shortcut(self, each.keys, each.run) for each in self.many.commands() if each.keys),
        )
        for at, key in enumerate(TITLES, start=1):
            shortcut(self, f"Ctrl+{at}", partial(self.show_view, key))

    def _take(self, found: Listing) -> None:
        self._listing = found
        self.head.show_figures(found.figures_in_words)
        self.narrowing.offer(found)
        self.many.know(found.tags)
        self.grid.show_rows(found.rows, found.programmes, own=found.own, of_all=self.desk.programme is None)
        if self._hosting.view is not None:
            return
        if found.rows or self._panes.is_importing or self.intake.is_adding:
            self.show_content()
        else:
            self._show_first_run()
        if not found.rows:
            return
        if self.grid.view.current_id() is None and self.grid.table.rows.shown:
            self.grid.view.select_ids([self.grid.table.rows.id_at(0)])

    def _show_first_run(self) -> None:
        """What had the keyboard may be gone with what was shown: then it goes on from the ways to begin."""
        before = QApplication.focusWidget()
        was_here = before is not None and self.isAncestorOf(before)
        self.show_empty(
            "participants",
            tr("No participants yet."),
            tr("Paste a list from Excel, import a file, or add the first one (Ctrl+N)."),
            WayOn(tr("Import …"), self.intake.open_import, "firstImport"),
            WayOn(tr("Add …"), self._offer_roles, "firstAdd"),
            WayOn(tr("Take the invented example list"), self.intake.take_example, "takeExample"),
        )
        lost = was_here and before is not None and (before is self.narrowing.search or not before.isVisible())
        if lost and (first := self.findChild(QPushButton, "firstImport")) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)  # from there Ctrl+V pastes a list

    def _close_topmost(self) -> bool:
        if (view := self._hosting.view) is not None:
            return view.close_topmost()
        if self._panes.is_importing:
            self._show_list()
        elif self.intake.is_adding:
            self._close_adding()
        elif self._panes.side_fills_the_page:
            self.beside.close()
        elif self._panes.is_covered:
            self.beside.leave_what_covers()
        elif self.narrowing.narrows:
            self.narrowing.clear()
        else:
            return False
        return True

    def _show_list(self) -> None:
        self._panes.show_list()
        self.reload_now()

    def _offer_roles(self) -> None:
        self.intake.offer_roles(self._add_button)

    def _on_added(self, number: str, role: Role) -> None:
        self._close_adding()
        if not self.narrowing.shows_role(role):
            self.narrowing.clear()
        self.grid.view.select_ids([number])

    def _close_adding(self) -> None:
        self.beside.show_instead()
        if not self._listing.rows:
            self._show_first_run()

    def withdraw_selected(self) -> None:
        self._statuses.withdraw(self.grid.view.selected_ids())

    def _on_brought(self, key: str) -> None:
        self._views.mark(key)
        for tool in self._of_list:
            tool.setVisible(key == PEOPLE)
        for keys in self._keys_of_list:
            keys.setEnabled(key == PEOPLE)
        self.show_content()
        if key == PEOPLE:
            if self._stale_list or not self._listing.rows:
                self.reload_now()
            self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_list(self) -> None:
        if self._hosting.view is not None:
            self.show_view(PEOPLE)
        self._panes.show_list()

    def _make_room(self) -> None:
        """In large type there is none for two things."""
        if is_narrow(self.desk):
            self._hosting.hide()

    def _back_to_work(self) -> None:
        self._hosting.show()
        view = self._hosting.view
        if view is not None:
            view.enter()
        else:
            self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)
