"""The side pane: what is known of the chosen item, what stands in its way, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.programmes import MODE_NAMES
from mentordesk.queries.agenda import AgendaRow, MeetingRow
from ui.calendar.items import KIND_TITLES, is_joint, is_over, place_of, state_of, times_of, title_of, who_of
from ui.language import say, spoken, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import clear, column, frame, row, scrolling
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class ItemActions:
    move: Callable[[], None]
    cancel: Callable[[], None]
    save: Callable[[], None]
    open: Callable[[], None]  # a joint meeting's own page
    repeat: Callable[[], None]
    copy: Callable[[], None]  # to the next week


class Details(QWidget):
    def __init__(self, look: Look, actions: ItemActions, *, narrow: bool) -> None:
        super().__init__()
        self.setObjectName("details")
        self.setAccessibleName(tr("The chosen item"))
        self._look = look
        self._actions = actions
        self._seen: tuple[AgendaRow | None, str | None] = (None, None)
        outer = column(look, within=self, edge=Space.AROUND)
        content = QWidget()
        self._facts: QVBoxLayout = column(look, within=content, space=Space.BETWEEN)
        outer.addWidget(scrolling(content), 1)
        self._main: QBoxLayout = row(look) if narrow else column(look)
        outer.addLayout(self._main)
        self._buttons = Flow(look.px(Space.BETWEEN))
        outer.addLayout(self._buttons)
        self.show_row(None)

    def show_row(self, row: AgendaRow | None, day: str = "") -> None:
        """`day`: what is known of the day where no item is chosen; "" where there is no day either."""
        if (row, day) == self._seen:
            return
        self._seen = row, day
        clear(self._facts)
        clear(self._main)
        clear(self._buttons)
        if row is None:
            self._facts.addWidget(label(day or tr("Nothing chosen"), "strong", wrap=True))
            way = tr("Enter shows the day.") if day else tr("Choose an item with the arrow keys or the mouse.")
            self._facts.addWidget(label(way, "second", wrap=True))
            self._facts.addStretch(1)
            return
        heading = label(title_of(row), "heading", wrap=True)
        heading.setObjectName("itemTitle")
        if say(KIND_TITLES[row.mark]) != heading.text():
            self._facts.addWidget(label(say(KIND_TITLES[row.mark]), "second"))
        self._facts.addWidget(heading)
        if (state := state_of(row)) is not None:
            self._facts.addLayout(self._chip_line(*state))
        if row.conflicts:
            self._add_conflicts(row)
        self._facts.addWidget(frame("hairline"))
        self._add_facts(row)
        self._facts.addStretch(1)
        self._add_buttons(row)

    def _add_conflicts(self, row: AgendaRow) -> None:
        """Before the facts: in a low window these are scrolled to."""
        self._facts.addWidget(frame("hairline"))
        self._facts.addWidget(label(tr("In the way"), "strong"))
        for number, sentence in enumerate(row.conflicts):
            words = label(say(sentence), wrap=True)
            words.setObjectName(f"conflict{number}")
            self._facts.addWidget(words)
        self._facts.addWidget(label(tr("It may stay where it is; you decide."), "caption", wrap=True))

    def _add_facts(self, row: AgendaRow) -> None:
        day = tr("{day}, week {week}", day=spoken().date(row.day, "full"), week=row.day.isocalendar().week)
        facts = [
            (tr("Day"), day),
            (tr("Time"), times_of(row)),
            (tr("Who"), who_of(row)),
            (tr("Place"), place_of(row)),
            (tr("Form"), say(MODE_NAMES[row.mode]) if isinstance(row, MeetingRow) else ""),
            (tr("Programme"), row.programme_name),
        ]
        for title, value in facts:
            if value:
                pair = column(self._look, space=Space.WITHIN)
                pair.setSpacing(0)
                pair.addWidget(label(title, "caption"))
                pair.addWidget(label(value, wrap=True))
                self._facts.addLayout(pair)

    def _add_buttons(self, row: AgendaRow) -> None:
        acts = self._actions
        if is_joint(row):
            opening = button(tr("Open the meeting"), acts.open, name="openMeeting", kind="main", keys="Ctrl+Return")
            self._main.addWidget(opening)
        if not is_over(row):
            self._buttons.addWidget(button(tr("Move to …"), acts.move, name="moveItem", keys="Ctrl+M"))
        if isinstance(row, MeetingRow):
            self._buttons.addWidget(button(tr("Repeat …"), acts.repeat, name="repeatItem"))
            self._buttons.addWidget(button(tr("Copy to next week"), acts.copy, name="copyItem", keys="Ctrl+D"))
            self._buttons.addWidget(button(tr("Save as .ics …"), acts.save, name="saveItem", keys="Ctrl+Shift+E"))
            if not is_over(row):
                cancelling = button(tr("Cancel the meeting"), acts.cancel, name="cancelItem", kind="quiet", keys="Del")
                self._buttons.addWidget(cancelling)

    def _chip_line(self, words: str, tone: str) -> QHBoxLayout:
        line = row(self._look)
        line.addWidget(Chip(self._look, words, tone))
        line.addStretch()
        return line
