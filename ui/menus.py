"""Everything the window itself can do: one declared list gives the menu, the keys and the palette's commands.

To add one: a line in ITEMS, and the method it names in window.py. What a page can do is its own `commands()`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.i18n.message import Message, msg
from ui.language import say, tr
from ui.tabs import TABS
from ui.widgets.labels import unaccelerated

FILE, EDIT, VIEW, GO = "file", "edit", "view", "go"
MENUS: tuple[tuple[str, Message], ...] = (
    (FILE, msg("File")),
    (EDIT, msg("Edit")),
    (VIEW, msg("View")),
    (GO, msg("Go to")),
)


@dataclass(frozen=True, slots=True)
class Item:
    menu: str
    name: str  # of the action, and of the window's method
    title: Message
    keys: tuple[str, ...] = ()
    with_file: bool = True  # only while a file is open


ITEMS = (
    Item(FILE, "show_welcome", msg("Start page"), with_file=False),
    Item(FILE, "open_file", msg("Open …"), ("Ctrl+O",), with_file=False),
    Item(FILE, "open_example", msg("Open the example"), with_file=False),
    Item(FILE, "new_programme", msg("New programme in this file …")),
    Item(FILE, "back_up", msg("Save a copy …"), ("Ctrl+Shift+S",)),
    Item(FILE, "read_forms", msg("Read a form that came back …"), ("Ctrl+Shift+R",)),
    Item(FILE, "close", msg("Quit"), ("Ctrl+Q",), with_file=False),
    Item(EDIT, "undo", msg("Undo"), ("Ctrl+Z",)),
    Item(EDIT, "redo", msg("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    Item(EDIT, "quick_add", msg("Add a meeting in one line …"), ("Ctrl+Shift+N",)),
    Item(VIEW, "zoom_in", msg("Larger"), ("Ctrl++", "Ctrl+="), with_file=False),
    Item(VIEW, "zoom_out", msg("Smaller"), ("Ctrl+-",), with_file=False),
    Item(VIEW, "zoom_back", msg("Normal size"), ("Ctrl+0",), with_file=False),
    Item(GO, "palette", msg("Search …"), ("Ctrl+K",)),
    Item(GO, "next_tab", msg("Next tab"), ("Ctrl+Tab",)),
    Item(GO, "last_tab", msg("Previous tab"), ("Ctrl+Shift+Tab",)),
    Item(GO, "next_pane", msg("Next pane"), ("F6",)),
    Item(GO, "last_pane", msg("Previous pane"), ("Shift+F6",)),
    Item(GO, "back", msg("Back"), ("Alt+Left",)),
    Item(GO, "forward", msg("Forward"), ("Alt+Right",)),
    Item(GO, "messages", msg("Messages"), ("F8",)),
    Item(GO, "main_menu", msg("Menu"), ("F10",)),
)


class Menus:
    """The actions of one window, made anew with it; `run` is asked for the method of each."""

    def __init__(
        self, window: QWidget, run: Callable[[str], Callable[[], object]], show_tab: Callable[[str], object]
    ) -> None:
        self.whole = QMenu(window)
        self.whole.setObjectName("mainMenu")
        self.actions: dict[str, QAction] = {}
        self._menus = {key: self.whole.addMenu(unaccelerated(say(title))) for key, title in MENUS}
        for item in ITEMS:
            self._add(window, item.menu, item.name, say(item.title), item.keys, run(item.name))
        self._menus[GO].addSeparator()
        for tab in TABS:
            title, keys = say(tab.on_rail.title), (f"Alt+{tab.on_rail.number}",)
            self._add(window, GO, f"go_{tab.key}", title, keys, _going(show_tab, tab.key))

    def menu(self, key: str) -> QMenu:
        return self._menus[key]

    def with_file(self, is_open: bool) -> None:
        """Greys what needs an open file while none is."""
        for item in ITEMS:
            if item.with_file:
                self.actions[item.name].setEnabled(is_open)
        for tab in TABS:
            self.actions[f"go_{tab.key}"].setEnabled(is_open)

    def name_undo(self, undo: Message | None, redo: Message | None) -> None:
        """The Edit menu says what would be undone (ux.md 4.5)."""
        texts = {
            "undo": tr("Undo") if undo is None else tr("Undo: {change}", change=undo),
            "redo": tr("Redo") if redo is None else tr("Redo: {change}", change=redo),
        }
        for name, text in texts.items():
            self.actions[name].setText(unaccelerated(text))
        self.actions["undo"].setEnabled(undo is not None)
        self.actions["redo"].setEnabled(redo is not None)

    def _add(
        self, window: QWidget, menu: str, name: str, title: str, keys: tuple[str, ...], run: Callable[[], object]
    ) -> None:
        action = QAction(unaccelerated(title), window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.triggered.connect(lambda: run())
        window.addAction(action)
        self._menus[menu].addAction(action)
        self.actions[name] = action


def _going(show_tab: Callable[[str], object], key: str) -> Callable[[], object]:
    return lambda: show_tab(key)
