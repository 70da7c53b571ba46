"""What the list can do, for the palette and the page's menu; the views beside it tell their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from mentordesk.domain.people import Role
from mentordesk.i18n.message import msg
from ui.participants.saved_views import SHIPPED
from ui.widgets.page import PageCommand

if TYPE_CHECKING:
    from ui.participants.tab import ParticipantsPage


def commands_of_list(page: ParticipantsPage) -> Sequence[PageCommand]:
    narrowing = page.narrowing
    shipped = (
        PageCommand(msg("View: {name}", name=title), f"view_{key}_now", partial(narrowing.show, view))
        for key, title, view in SHIPPED
    )
    return (
        PageCommand(msg("Add a mentee …"), "addMentee", partial(page.intake.add, Role.MENTEE), "Ctrl+N"),
        PageCommand(msg("Add a mentor …"), "addMentor", partial(page.intake.add, Role.MENTOR)),
        PageCommand(msg("A new manager was appointed …"), "newManager", page.intake.take_notice),
        PageCommand(msg("Import people …"), "importPeople", page.intake.open_import),
        PageCommand(msg("Filter the participants"), "filterParticipants", narrowing.search.setFocus, "Ctrl+F"),
        PageCommand(msg("Only those of whom something is missing"), "showMissing", narrowing.show_missing),
        PageCommand(msg("Clear the filter"), "clearFilter", narrowing.clear),
        PageCommand(msg("Keep this view …"), "keepViewNow", narrowing.keep),
        *shipped,
        PageCommand(msg("Choose the columns …"), "chooseColumns", page.head.choose_columns),
        PageCommand(msg("Show or hide the details"), "toggleDetail", page.beside.toggle),
        *page.many.commands(),
        PageCommand(msg("Withdraw from the programme"), "withdraw", page.withdraw_selected),
    )
