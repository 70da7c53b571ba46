"""`import --units`: the tree of units from a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from mentordesk.actions.files import open_file
from mentordesk.actions.units_import import import_units
from mentordesk.cli.speech import Speech
from mentordesk.cli.taken_in import TakenIn
from mentordesk.i18n.message import Listed, msg
from mentordesk.spreadsheets.sheet import Sheet
from mentordesk.spreadsheets.units import parse_units


def import_units_command(speech: Speech, file: Path, sheet: Sheet, *, dry_run: bool) -> int:
    parsed = parse_units(sheet)
    with open_file(file) as store:
        result = import_units(store, parsed.rows, dry_run=dry_run)
    taken = TakenIn(
        read=len(sheet.rows),
        added=result.added,
        updated=result.updated,
        unchanged=result.unchanged,
        rejected=TakenIn.in_order(parsed.problems, result.rejected),
        ignored=parsed.ignored,
        near_units=result.near,
    )
    speech.give({**taken.as_json(speech), "further_units": list(result.further)})
    taken.say(speech, dry_run=dry_run)
    if result.further:
        speech.say(msg("New too, because others are part of them: {units}.", units=Listed(result.further)))
    taken.say_rejected(speech)
    return taken.ended
