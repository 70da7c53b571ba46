"""What fills the window while a file is open: the rail, the page in view, and the strips under it.

Which actions there are, and their keys, is menus.py; which tabs, tabs.py.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QVBoxLayout, QWidget

from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg
from ui.ask import FileKind
from ui.desk import CAME_BACK, IN_ONE_LINE, Desk, Notice, NoticeAction, NoticeKind
from ui.dropped_files import DropsOfForms
from ui.finding import Finder
from ui.first_frame import NARROW_FROM
from ui.language import tr
from ui.menus import Menus
from ui.pages import Pages
from ui.rail import Rail
from ui.status_line import StatusLine
from ui.switcher import ProgrammeSwitcher
from ui.tabs import TABS
from ui.widgets.command_palette import CommandPalette
from ui.widgets.frames import centred, row, scrolling
from ui.widgets.labels import unaccelerated
from ui.widgets.message_bar import MessageBar
from ui.widgets.page import Page
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.turns import Turns

if TYPE_CHECKING:
    from mentordesk.actions.files import Store


class Workplace(QWidget):
    language_wanted = Signal()
    zoom_wanted = Signal()
    undo_names_changed = Signal(object, object)  # Message | None, Message | None

    def __init__(self, desk: Desk, menus: Menus) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self.desk = desk
        self._form: QWidget | None = None
        self._to_enter = False
        self._been: list[str] = []
        self._to_come: list[str] = []
        self.switcher = ProgrammeSwitcher(desk, self)
        across = row(desk.look, within=self)
        across.setSpacing(0)
        narrow = desk.look.zoom >= NARROW_FROM
        self.rail = Rail(desk.look, [tab.on_rail for tab in TABS], menus.whole, self.switcher.menu, narrow=narrow)
        across.addWidget(self.rail)
        down = QVBoxLayout()
        down.setSpacing(0)
        across.addLayout(down, 1)
        self._pages = Pages(desk)
        down.addWidget(self._pages, 1)
        self.progress = ProgressStrip(desk.look)
        self.messages = MessageBar(desk.look)
        self.status = StatusLine(desk.look, desk.file)
        for strip in (self.progress, self.messages, self.status):
            down.addWidget(strip)
        self._palette = CommandPalette(desk.look)
        self._finder = Finder(desk, self._palette, menus, lambda: self.page.commands())
        self._connect()
        DropsOfForms(desk, self)
        self.switcher.ask()
        self._ask_undo_names()
        if desk.file.read_only is not None:
            self.tell(Notice(desk.file.read_only))

    @property
    def current(self) -> str:
        return self._been[-1] if self._been else ""

    @property
    def page(self) -> Page:
        return self._pages.page(self.current)

    @property
    def is_making_pages(self) -> bool:
        return self._pages.is_making or any(turns.are_left for turns in self._pages.findChildren(Turns))

    def show_tab(self, key: str) -> None:
        if key == self.current:
            return
        self._been.append(key)
        self._to_come.clear()
        self._bring(key)

    def back(self) -> None:
        if len(self._been) > 1:
            self._to_come.append(self._been.pop())
            self._bring(self.current)

    def forward(self) -> None:
        if self._to_come:
            self._been.append(self._to_come.pop())
            self._bring(self.current)

    def next_tab(self, step: int) -> None:
        keys = [tab.key for tab in TABS]
        self.show_tab(keys[(keys.index(self.current) + step) % len(keys)])

    def next_pane(self, step: int) -> None:
        """F6: the rail, each pane of the page, and the strip with news; past a pane that has nothing for keys."""
        panes: list[QWidget] = [self.rail, *self.page.panes()]
        if self.messages.isVisible():
            panes.append(self.messages)
        focused = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused))), 0)
        next(filter(_enter, (panes[(at + step * far) % len(panes)] for far in range(1, len(panes)))), None)

    def undo(self) -> None:
        self.desk.work.undo(self._undone)

    def redo(self) -> None:
        self.desk.work.redo(self._redone)

    def quick_add(self) -> None:
        """A meeting in one line, from wherever she is; the keyboard is where it is written."""
        self.desk.show.emit(Subject.MEETINGS, IN_ONE_LINE)
        self._to_enter = False

    def read_forms(self) -> None:
        """One that came back; dropped ones come by DropsOfForms."""
        self.desk.show.emit(Subject.DOCUMENTS, CAME_BACK)
        self._to_enter = False

    def save_copy(self) -> None:
        """A verified copy, wherever she wants it."""
        suggested = f"{self.desk.file.path.stem} {self.desk.today:%Y-%m-%d}.mentordesk"
        path = self.desk.ask.save_file(tr("Save a copy"), suggested, FileKind(tr("MentorDesk files"), (".mentordesk",)))
        if path is not None:
            self.desk.work.ask("copy", lambda store: _copy(store, path), self._copied)

    def open_palette(self) -> None:
        self._finder.prepare()
        self._palette.open_over(self.window())

    def tell(self, notice: Notice) -> None:
        self.messages.tell(notice)

    def show_earlier_messages(self) -> None:
        """F8: all that the strip has said since the file was opened."""
        menu = QMenu(self)
        for moment, text in self.messages.earlier:
            menu.addAction(unaccelerated(f"{moment:%H:%M}  {text}"))
        if not self.messages.earlier:
            menu.addAction(tr("No messages yet")).setEnabled(False)
        corner = self.status.mapToGlobal(self.status.rect().topRight())
        menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y() - menu.sizeHint().height()))

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(self.show_tab)
        self.rail.search_wanted.connect(self.open_palette)
        self.status.language_wanted.connect(self.language_wanted)
        self.status.zoom_wanted.connect(self.zoom_wanted)
        self.status.notices_wanted.connect(self.show_earlier_messages)
        desk.told.connect(self.tell)
        desk.show.connect(self._please_show)
        self._pages.content_shown.connect(self._enter_page)
        self._pages.brought.connect(self._enter_page)
        self.switcher.named.connect(self.rail.set_programme)
        self.switcher.form_wanted.connect(self._show_form)
        self.switcher.form_done.connect(self._close_form)
        desk.changes.touched.connect(self._on_touched)
        work = desk.work
        work.done.connect(self._on_done)
        work.saved.connect(self._on_saved)
        work.refused.connect(self._on_refused)
        work.begun.connect(self.progress.begin)
        work.stepped.connect(self.progress.step)
        work.ended.connect(self.progress.end)

    def _bring(self, key: str) -> None:
        self.rail.mark(key)
        self._to_enter = True
        self._pages.bring(key)

    def _enter_page(self, page: Page, *, again: bool = True) -> None:
        """Whoever goes to a tab can go on by keys there: the focus goes into its first pane, once that is filled.

        `again`: what was shown just now can take the focus a turn later only.
        """
        if not self._to_enter or not page.isVisible():
            return
        lists = [one for pane in page.panes() for one in _focusable(pane) if isinstance(one, QAbstractItemView)]
        for pane in [*lists[:1], *page.panes()]:
            if _enter(pane):
                self._to_enter = False
                return
        if again:
            QTimer.singleShot(0, page, functools.partial(self._enter_page, page, again=False))

    def _please_show(self, subject: Subject, number: str) -> None:
        if subject is Subject.PROGRAMMES:
            self.switcher.offer_templates()
        for tab in TABS:
            if subject in tab.holds:
                page = self._pages.page(tab.key)
                self.show_tab(tab.key)
                page.please_show(subject, number)

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        self._ask_undo_names()

    def _on_done(self, name: Message) -> None:
        undo = NoticeAction(msg("Undo"), self.undo)
        self.tell(Notice(name, NoticeKind.DONE, (undo,)))

    def _on_saved(self, moment: datetime) -> None:
        self.status.saved(moment)

    def _on_refused(self, no: Refused) -> None:
        self.tell(Notice(no.message, NoticeKind.WARNING))

    def _undone(self, name: Message | None) -> None:
        if name is None:
            self.tell(Notice(msg("There is nothing to undo.")))
        else:
            redo = NoticeAction(msg("Redo"), self.redo)
            self.tell(Notice(msg("Undone: {change}", change=name), NoticeKind.DONE, (redo,)))

    def _redone(self, name: Message | None) -> None:
        if name is None:
            self.tell(Notice(msg("There is nothing to redo.")))
        else:
            undo = NoticeAction(msg("Undo"), self.undo)
            self.tell(Notice(msg("Done again: {change}", change=name), NoticeKind.DONE, (undo,)))

    def _show_form(self, form: QWidget) -> None:
        self._form = scrolling(centred(self.desk.look, form))
        self._pages.addWidget(self._form)
        self._pages.setCurrentWidget(self._form)
        _enter(form)

    def _close_form(self) -> None:
        if self._form is not None:
            self._pages.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None
        self._pages.show_wanted()

    def _copied(self, path: Path) -> None:
        self.tell(Notice(msg("A copy was made and checked: {path}.", path=str(path)), NoticeKind.DONE))

    def _ask_undo_names(self) -> None:
        self.desk.work.ask("undo names", _undo_names, self._take_undo_names)

    def _take_undo_names(self, names: tuple[Message | None, Message | None]) -> None:
        self.undo_names_changed.emit(*names)


def _copy(store: Store, path: Path) -> Path:
    from mentordesk.actions.files import save_copy

    save_copy(store, path)
    return path


def _undo_names(store: Store) -> tuple[Message | None, Message | None]:
    return store.undo_name(), store.redo_name()


def _enter(pane: QWidget) -> bool:
    """Gives the focus to the first thing in a pane that takes it; whether there was one."""
    can_be = _focusable(pane)
    if not can_be:
        return False
    can_be[0].setFocus(Qt.FocusReason.TabFocusReason)
    return True


def _focusable(pane: QWidget) -> Sequence[QWidget]:
    inside = [pane, *pane.findChildren(QWidget)]
    return [
        widget
        for widget in inside
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
