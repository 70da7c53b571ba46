"""The invented list that is shipped, taken into an empty programme to try things on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentordesk.actions.people_import import Imported, import_people
from mentordesk.domain.ids import ProgrammeId
from mentordesk.queries.programmes import import_fields
from mentordesk.sample.rounds import ROUNDS
from mentordesk.spreadsheets import sheet as sheets
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import parse
from ui.desk import Desk

if TYPE_CHECKING:
    from mentordesk.actions.files import Store


def take_example(desk: Desk, programme: ProgrammeId) -> None:
    """One change, one undo; its people are those of the round that the first template plays."""
    today = desk.today

    def take(store: Store) -> Imported:
        sheet = sheets.read(ROUNDS[0].shipped)
        mapping = guess(sheet.headings, import_fields(desk.programme), sheet.rows)
        rows = parse(sheet, mapping, today).rows
        return import_people(store, rows, programme=programme, role=None, today=today, mapping=mapping)

    desk.work.change(take)
