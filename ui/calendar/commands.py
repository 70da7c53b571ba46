"""What can be done in the calendar, with its keys (UX 4.3, 5.5): they stand in the palette and the menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from mentordesk.i18n.message import msg
from ui.calendar.acts import CalendarActs
from ui.calendar.making import CalendarMaking
from ui.calendar.view_parts import VIEWS, keys_of
from ui.widgets.page import PageCommand


class Showing(Protocol):
    """What the page itself does."""

    def show_today(self) -> None: ...
    def set_view(self, key: str) -> None: ...
    def toggle_table(self) -> None: ...
    def search(self) -> None: ...
    def open_meeting(self) -> None: ...
    def print(self) -> None: ...


def commands_of(page: Showing, acts: CalendarActs, making: CalendarMaking) -> Sequence[PageCommand]:
    return (
        PageCommand(msg("New meeting"), "newMeeting", making.offer_new, "Ctrl+N"),
        PageCommand(msg("Show today"), "showToday", page.show_today, "Ctrl+T"),
        PageCommand(msg("Go to a date …"), "goToDate", acts.offer_go_to, "Ctrl+G"),
        *(
            PageCommand(each.showing, f"show{each.key.capitalize()}", partial(page.set_view, each.key), keys_of(each))
            for each in VIEWS
        ),
        PageCommand(msg("Show as a table"), "showTable", page.toggle_table, "F9"),
        PageCommand(msg("Only the dates of a person"), "showPerson", page.search, "Ctrl+F"),
        PageCommand(msg("Open the meeting"), "openMeeting", page.open_meeting, "Ctrl+Return"),
        PageCommand(msg("Move to …"), "moveItem", acts.offer_move, "Ctrl+M"),
        PageCommand(msg("Copy to next week"), "copyItem", acts.copy_on, "Ctrl+D"),
        PageCommand(msg("Repeat every few weeks …"), "repeatItem", making.offer_series),
        PageCommand(msg("Cancel the meeting"), "cancelItem", acts.cancel, "Del"),
        PageCommand(msg("Save as .ics …"), "saveItems", acts.offer_save, "Ctrl+Shift+E"),
        PageCommand(msg("Print the dates shown …"), "printDates", page.print, "Ctrl+P"),
    )
