"""The page before a file is open: make one, open one, or look at the example."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.refusals import Refused
from mentordesk.domain.template_names import TEMPLATES
from mentordesk.i18n.languages import LANGUAGES
from ui.language import say, spoken, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import add_all, centred, clear, column, frame, row, scrolling
from ui.widgets.labels import label, set_tip, unaccelerated

if TYPE_CHECKING:
    from ui.welcome.new_programme import WantedProgramme

_PARTS = 4  # of a folder's path
_PICTURES = {"nno": "participants", "nu": "person-add"}


class WelcomePage(QWidget):
    open_wanted = Signal()
    example_wanted = Signal()
    file_chosen = Signal(object)  # Path
    programme_wanted = Signal(object)  # WantedProgramme, in a new file
    language_chosen = Signal(object)  # LanguageCode

    def __init__(self, look: Look, recent: Sequence[Path], today: date) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self.setObjectName("welcomePage")
        self._look = look
        self._today = today
        outer = column(look, within=self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        inside = QWidget()
        self._stack.addWidget(scrolling(inside))
        centre = row(look, within=inside, edge=Space.EDGE)
        centre.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(look.px(Space.AROUND))
        centre.addLayout(lines, 20)
        centre.addStretch(1)
        self._build(lines, recent)

    def show_refusal(self, no: Refused, *ways_on: tuple[str, Callable[[], object], str]) -> None:
        """A file could not be opened: why, in the page, with what can be done instead."""
        clear(self._trouble)
        card = frame("card")
        lines = column(self._look, within=card, edge=Space.AROUND)
        head = row(self._look)
        head.addWidget(Chip(self._look, tr("Not opened"), "bad"))
        head.addStretch()
        lines.addLayout(head)
        words = label(say(no.message), wrap=True)
        words.setObjectName("refusal")
        lines.addWidget(words)
        for detail in no.details:
            lines.addWidget(label(say(detail), "second", wrap=True))
        buttons = row(self._look)
        made = [button(text, run, name=name) for text, run, name in ways_on]
        add_all(buttons, made)
        buttons.addStretch()
        lines.addLayout(buttons)
        self._trouble.addWidget(card)
        self._stack.setCurrentIndex(0)
        card.show()  # what is hidden takes no focus
        if made:
            made[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """The keyboard begins at the first way on, also when she comes back here from a file."""
        super().showEvent(event)
        first = self.findChild(QPushButton, f"template_{next(iter(TEMPLATES))}")
        if first is not None and self.window().focusWidget() is None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_form(self, template: str) -> None:
        from ui.welcome.new_programme import NewProgrammeForm

        form = NewProgrammeForm(self._look, template, self._today, button_text=tr("Choose where to keep it …"))
        form.wanted.connect(self._pass_on)
        form.turned_back.connect(self._turn_back)
        form.setMaximumWidth(self._look.px(560))
        self._stack.addWidget(scrolling(centred(self._look, form)))
        self._stack.setCurrentIndex(self._stack.count() - 1)
        form.form.focus("name")

    def _build(self, lines: QVBoxLayout, recent: Sequence[Path]) -> None:
        look = self._look
        lines.addWidget(label("MentorDesk", "title"))
        lines.addWidget(
            label(
                tr("Runs your mentoring programmes from this machine. Nothing leaves it unless you send it."),
                "second",
                wrap=True,
            )
        )
        self._trouble = column(look)
        lines.addLayout(self._trouble)
        lines.addSpacing(look.px(Space.BETWEEN))
        lines.addWidget(label(tr("Start a new programme"), "heading"))
        direction = QBoxLayout.Direction.LeftToRight if look.zoom < 150 else QBoxLayout.Direction.TopToBottom
        cards = QBoxLayout(direction)
        cards.setSpacing(look.px(Space.AROUND))
        for key in TEMPLATES:
            cards.addWidget(self._template_card(key), 1)
        lines.addLayout(cards)
        lines.addSpacing(look.px(Space.BETWEEN))
        lines.addWidget(label(tr("Go on with what you have"), "heading"))
        ways = QBoxLayout(direction)
        ways.setSpacing(look.px(Space.BETWEEN))
        ways.addWidget(
            button(
                tr("Open a file …"),
                self.open_wanted.emit,
                name="openFile",
                picture="file-open",
                look=look,
                keys="Ctrl+O",
            )
        )
        ways.addWidget(
            button(
                tr("Look at the example"),
                self.example_wanted.emit,
                name="openExample",
                picture="eye",
                look=look,
                tip=tr("Invented people, to try everything on"),
            )
        )
        ways.addStretch()
        lines.addLayout(ways)
        if recent:
            lines.addWidget(label(tr("Used lately"), "strong"))
        for number, path in enumerate(recent):
            lines.addLayout(self._recent(number, path))
        lines.addStretch(1)
        lines.addLayout(self._languages())

    def _template_card(self, key: str) -> QFrame:
        card = frame("card")
        inside = column(self._look, within=card, edge=Space.AROUND)
        inside.addWidget(label(say(TEMPLATES[key]), "strong", wrap=True))
        inside.addWidget(label(_about(key), "second", wrap=True))
        inside.addStretch()
        start = button(
            tr("Start from this …"),
            lambda: self.show_form(key),
            name=f"template_{key}",
            kind="main" if key == "nno" else "",
            picture=_PICTURES[key],
            look=self._look,
        )
        start.setAccessibleDescription(say(TEMPLATES[key]))
        inside.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _recent(self, number: int, path: Path) -> QHBoxLayout:
        """Its name, and where it lies: two years' files may be called the same."""
        line = row(self._look)
        made = button(path.stem, lambda: self.file_chosen.emit(path), name=f"recent{number}", kind="link")
        set_tip(made, str(path))
        made.setAccessibleDescription(str(path))
        line.addWidget(made)
        folder = label(_shortened(path.parent), "second")
        set_tip(folder, str(path.parent))
        line.addWidget(folder)
        line.addStretch()
        return line

    def _languages(self) -> QHBoxLayout:
        line = row(self._look)
        line.addWidget(label(tr("Language of the window"), "second"))
        for known in LANGUAGES:
            one = button(
                unaccelerated(known.own_name),
                lambda code=known.code: self.language_chosen.emit(code),  # type: ignore[misc]  # a default binds it now
                name=f"language_{known.code}",
                kind="quiet",
            )
            one.setCheckable(True)
            one.setChecked(known.code is spoken().code)
            line.addWidget(one)
        line.addStretch()
        return line

    def _pass_on(self, wanted: WantedProgramme) -> None:
        self.programme_wanted.emit(wanted)

    def _turn_back(self) -> None:
        while (other := self._stack.widget(1)) is not None:
            self._stack.removeWidget(other)
            other.deleteLater()


def _shortened(folder: Path) -> str:
    """From the home folder on, and at most its last parts: a line is no place for a whole path."""
    with contextlib.suppress(ValueError):
        folder = "~" / folder.relative_to(Path.home())
    parts = folder.parts
    return str(folder) if len(parts) <= _PARTS else str(Path("…", *parts[1 - _PARTS :]))


def _about(key: str) -> str:
    if key == "nu":
        return tr(
            "Rolling intake: each new manager is given a mentor from the bank, for at least six conversations in "
            "a year."
        )
    return tr(
        "Recruit, interview and match a whole group; start-up, mid-term and closing meetings, a conversation about "
        "every third week."
    )
