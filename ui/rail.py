"""The left edge of the window: which programme, search, and the tabs; at high zoom it shrinks to icons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QVBoxLayout

from ui.first_frame import NARROW_RAIL, RAIL
from ui.icons import icon
from ui.language import say, tr
from ui.rail_tab import RailTab
from ui.theme import Look
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import row
from ui.widgets.labels import label, set_tip, unaccelerated


class Rail(QFrame):
    """Tells what was chosen; the window does it."""

    chosen = Signal(str)  # a tab's key
    search_wanted = Signal()

    def __init__(self, look: Look, tabs: Sequence[RailTab], menu: QMenu, programmes: QMenu, *, narrow: bool) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setObjectName("rail")
        self.setFixedWidth(look.px(NARROW_RAIL if narrow else RAIL))
        self._look = look
        self._narrow = narrow
        self._buttons: dict[str, QPushButton] = {}
        lines = QVBoxLayout(self)
        edge = look.px(8 if narrow else 12)
        lines.setContentsMargins(edge, look.px(12), edge, look.px(12))
        lines.setSpacing(look.px(4))
        top = row(look)
        if not narrow:
            top.addWidget(label("MentorDesk", "strong"))
            top.addStretch()
        self._menu_button = icon_button("menu", tr("Menu"), self.open_menu, name="menuButton", look=look, keys="F10")
        self._menu = menu
        top.addWidget(self._menu_button)
        lines.addLayout(top)
        kind = "quiet" if narrow else "switcher"
        self._programme = button("", self._open_programmes, name="programmeSwitcher", kind=kind)
        self._programmes = programmes
        if narrow:
            side = look.px(20)
            self._programme.setIcon(icon("swap", look.colour("ink_2"), side))
            self._programme.setIconSize(QSize(side, side))
        else:
            self._programme.setIcon(icon("down", look.colour("ink_2")))
            self._programme.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        lines.addWidget(self._programme)
        search = button(tr("Search"), self.search_wanted.emit, name="searchButton", picture="search", look=look)
        set_tip(search, tr("Search people, pairs and commands") + "  Ctrl+K")
        if narrow:
            search.setText("")
        lines.addWidget(search)
        lines.addSpacing(look.px(12))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for tab in tabs:
            lines.addWidget(self._tab(tab))
        lines.addStretch()

    def set_programme(self, name: str) -> None:
        """The name of the programme in view, or what stands for all; too long a name is cut, and whole in the tip."""
        self._programme.setAccessibleName(tr("Programme: {name}", name=name))
        set_tip(self._programme, name)
        room = self.width() - self._look.px(12 * 2 + 8 * 2 + 28)
        self._programme.setText("" if self._narrow else unaccelerated(self._in_two_lines(name, room)))

    def _in_two_lines(self, name: str, room: int) -> str:
        """Broken between words; the second line is cut where it is too long."""
        metrics = self._programme.fontMetrics()
        words, first = name.split(), ""
        while words and metrics.horizontalAdvance(f"{first} {words[0]}") <= room:
            first = f"{first} {words.pop(0)}".strip()
        second = " ".join(words) if first else name
        return "\n".join(
            part for part in (first, metrics.elidedText(second, Qt.TextElideMode.ElideRight, room)) if part
        )

    def mark(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def open_menu(self) -> None:
        self._menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Up and down go through the tabs, as in any list."""
        buttons = list(self._buttons.values())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        at = next((number for number, each in enumerate(buttons) if each.hasFocus()), None)
        if step and at is not None:
            buttons[(at + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _open_programmes(self) -> None:
        self._programmes.popup(self._programme.mapToGlobal(self._programme.rect().bottomLeft()))

    def _tab(self, tab: RailTab) -> QPushButton:
        made = QPushButton("" if self._narrow else "  " + unaccelerated(say(tab.title)))
        made.setObjectName(f"tab_{tab.key}")
        made.setAccessibleName(say(tab.title))
        made.setProperty("kind", "tab")
        made.setCheckable(True)
        side = self._look.px(20)
        made.setIcon(icon(tab.picture, self._look.colour("ink_2"), side))
        made.setIconSize(QSize(side, side))
        set_tip(made, f"{say(tab.title)}  Alt+{tab.number}")
        made.clicked.connect(lambda: self.chosen.emit(tab.key))
        self._group.addButton(made)
        self._buttons[tab.key] = made
        return made
