"""The page's bar over the bench: state and figures of the plan, the views, and the one thing to do next."""

from __future__ import annotations

import functools
from enum import IntEnum

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from mentordesk.i18n.message import Message, msg
from ui.icons import icon
from ui.language import say, tr
from ui.matching_board.bench import Bench, Stage
from ui.matching_board.plan_bar import figures_of, next_of, state_of
from ui.theme import Look
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.labels import label, set_tip, unaccelerated


class View(IntEnum):
    """As they lie in the page's stack."""

    CANDIDATES = 0
    BOARD = 1
    TABLE = 2


_VIEWS: tuple[tuple[View, Message, str, str], ...] = (
    (View.CANDIDATES, msg("Candidates"), "participants", "Ctrl+1"),
    (View.BOARD, msg("Board"), "compare", "Ctrl+2"),
    (View.TABLE, msg("Show as table"), "table", "F9"),
)


class PlanHeader(QObject):
    """Lives in the two rows of the page's bar."""

    next_wanted = Signal()
    view_wanted = Signal(View)

    def __init__(self, look: Look, facts: QHBoxLayout, tools: QHBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.chip = Chip(look, "")
        self.chip.setObjectName("planState")
        facts.addWidget(self.chip)
        self.figures = label("", "second")
        self.figures.setObjectName("planFigures")
        facts.addWidget(self.figures)
        group = QButtonGroup(self)
        self._views: dict[View, QToolButton] = {}
        for view, title, picture, keys in _VIEWS:
            made = icon_button(
                picture,
                say(title),
                functools.partial(self.view_wanted.emit, view),
                name=f"view_{view.name.lower()}",
                look=look,
                keys=keys,
            )
            made.setCheckable(True)
            made.setText(unaccelerated(say(title)))
            group.addButton(made)
            tools.addWidget(made)
            self._views[view] = made
        self.main: QPushButton = button(
            tr("Find the best plan"), self.next_wanted.emit, name="mainAction", kind="main", keys="Ctrl+Return"
        )
        self.main.setIconSize(QSize(look.px(18), look.px(18)))
        tools.addWidget(self.main)
        self.show_nothing()

    def show_nothing(self) -> None:
        for widget in (self.chip, self.figures, self.main, *self._views.values()):
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
        for widget in (self.chip, self.main, *self._views.values()):
            widget.show()
        return self._fit(room)

    def show_main(self, wanted: bool, instead: QWidget | None) -> None:
        """Else its focus would pass to whatever comes next, such as Undo: `instead` gets it."""
        if instead is not None and self.main.hasFocus():
            instead.setFocus(Qt.FocusReason.OtherFocusReason)
        self.main.setVisible(wanted)

    def mark(self, view: View) -> None:
        self._views[view].setChecked(True)

    def _fit(self, room: int) -> bool:
        """First the views' buttons lose their words, then the figures their place, at last the chip."""
        style = Qt.ToolButtonStyle
        for worded, figures, chip in (
            (True, True, True),
            (False, True, True),
            (False, False, True),
            (False, False, False),
        ):
            for view, made in self._views.items():
                beside = worded and view is not View.TABLE
                made.setToolButtonStyle(style.ToolButtonTextBesideIcon if beside else style.ToolButtonIconOnly)
            self.figures.setVisible(figures)
            self.chip.setVisible(chip)
            shown = [self.chip, self.figures, self.main, *self._views.values()]
            widths = [widget.sizeHint().width() + self._look.px(8) for widget in shown if not widget.isHidden()]
            if sum(widths) <= room:
                return figures
        return False


_TIPS: dict[Stage, Message] = {
    Stage.NOT_PLANNED: msg("No plan was kept yet. The prices are those of the best plan there is."),
    Stage.OUTDATED: msg("Somebody or something has changed since the plan was found."),
    Stage.PLANNED: msg("No other plan places more mentees, has fewer weak pairs, or more points."),
    Stage.PAIRED: msg("Everybody has a mentor. What is left to do is on paper."),
}
