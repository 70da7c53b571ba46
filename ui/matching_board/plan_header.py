"""The page's bar over the bench: state and figures of the plan, the views, and the one thing to do next."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from mentordesk.i18n.message import Message, msg
from ui.icons import icon
from ui.language import say, tr
from ui.matching_board.bench import Bench, Stage
from ui.matching_board.plan_bar import figures_of, next_of, state_of
from ui.matching_board.views import SWITCH, View
from ui.theme import Look
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.labels import label, set_tip, unaccelerated

_TABLE = (msg("Show as table"), "table", "F9")


class PlanHeader(QObject):
    """Lives in the two rows of the page's bar."""

    next_wanted = Signal()
    view_wanted = Signal(View)
    table_wanted = Signal()  # the twin of what is shown, or back

    def __init__(self, look: Look, facts: QHBoxLayout, tools: QHBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.chip = Chip(look, "")
        self.chip.setObjectName("planState")
        facts.addWidget(self.chip)
        self.figures = label("", "second")
        self.figures.setObjectName("planFigures")
        facts.addWidget(self.figures)
        self._group = QButtonGroup(self)
        self._views: dict[View, QToolButton] = {}
        for view, title, picture, keys in SWITCH:
            wanted = functools.partial(self.view_wanted.emit, view)
            self._views[view] = self._switch(title, picture, keys, f"view_{view.name.lower()}", wanted)
        self._table = self._switch(*_TABLE, "view_table", self.table_wanted.emit)
        self._switches = (*self._views.values(), self._table)
        for made in self._switches:
            tools.addWidget(made)
        self.main: QPushButton = button(
            tr("Find the best plan"), self.next_wanted.emit, name="mainAction", kind="main", keys="Ctrl+Return"
        )
        self.main.setIconSize(QSize(look.px(18), look.px(18)))
        tools.addWidget(self.main)
        self.show_nothing()

    def show_nothing(self) -> None:
        for widget in (self.chip, self.figures, self.main, *self._switches):
            widget.hide()

    def show_bench(self, bench: Bench, room: int) -> bool:
        """`room`: pixels for all of it; whether the figures found a place in them."""
        self.chip.set(*state_of(bench))
        self.figures.setText(figures_of(bench))
        words, picture = next_of(bench)
        self.main.setText(unaccelerated(words))
        self.main.setAccessibleName(words)
        self.main.setIcon(icon(picture, self._look.colour("on_accent"), self._look.px(18)))
        set_tip(self.chip, say(_TIPS[bench.stage]))
        for widget in (self.chip, self.main, *self._switches):
            widget.show()
        return self._fit(room)

    def show_main(self, wanted: bool, instead: QWidget | None) -> None:
        """Else its focus would pass to whatever comes next, such as Undo: `instead` gets it."""
        if instead is not None and self.main.hasFocus():
            instead.setFocus(Qt.FocusReason.OtherFocusReason)
        self.main.setVisible(wanted)

    def mark(self, view: View) -> None:
        self._views.get(view, self._table).setChecked(True)

    def _switch(self, title: Message, picture: str, keys: str, name: str, run: Callable[[], object]) -> QToolButton:
        made = icon_button(picture, say(title), run, name=name, look=self._look, keys=keys)
        made.setCheckable(True)
        made.setText(unaccelerated(say(title)))
        self._group.addButton(made)
        return made

    def _fit(self, room: int) -> bool:
        """First the views' buttons lose their words, then the figures their place, the chip, at last what is around
        the icons."""
        for worded, figures, chip, tight in (
            (True, True, True, False),
            (False, True, True, False),
            (False, False, True, False),
            (False, False, False, False),
            (False, False, False, True),
        ):
            self._dress_switches(worded=worded, tight=tight)
            self.figures.setVisible(figures)
            self.chip.setVisible(chip)
            shown = [self.chip, self.figures, self.main, *self._switches]
            widths = [widget.sizeHint().width() + self._look.px(8) for widget in shown if not widget.isHidden()]
            if sum(widths) <= room:
                return figures
        return False

    def _dress_switches(self, *, worded: bool, tight: bool) -> None:
        style, look = Qt.ToolButtonStyle, self._look
        padding = f"padding: {look.px(4)}px {look.px(5)}px;" if tight else ""
        for made in self._switches:
            beside = worded and made is not self._table
            made.setToolButtonStyle(style.ToolButtonTextBesideIcon if beside else style.ToolButtonIconOnly)
            if made.styleSheet() != padding:
                made.setStyleSheet(padding)
                made.ensurePolished()


_TIPS: dict[Stage, Message] = {
    Stage.NOT_PLANNED: msg("No plan was kept yet. The prices are those of the best plan there is."),
    Stage.OUTDATED: msg("Somebody or something has changed since the plan was found."),
    Stage.PLANNED: msg("No other plan places more mentees, has fewer weak pairs, or more points."),
    Stage.PAIRED: msg("Everybody has a mentor. What is left to do is on paper."),
}
