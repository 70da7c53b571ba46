"""`import --units`: the tree of units from a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from mentordesk.actions.files import open_file
from mentordesk.actions.units_import import import_units
from mentordesk.cli.endings import DONE, IN_PART
from mentordesk.cli.rejected import say_rejected
from mentordesk.cli.speech import Speech
from mentordesk.i18n.message import Listed, msg, nmsg
from mentordesk.spreadsheets.sheet import Sheet
from mentordesk.spreadsheets.units import parse_units


def import_units_command(speech: Speech, file: Path, sheet: Sheet, *, dry_run: bool) -> int:
    parsed = parse_units(sheet)
    with open_file(file) as store:
        result = import_units(store, parsed.rows, dry_run=dry_run)
    rejected = sorted([*parsed.problems, *result.rejected], key=lambda each: each.row)
    speech.give(
        {
            "read": len(sheet.rows),
            "added": result.added,
            "updated": result.updated,
            "unchanged": result.unchanged,
            "rejected": [
                {"row": each.row, "column": each.column or None, "reason": speech.text(each.message)}
                for each in rejected
            ],
            "ignored_columns": list(parsed.ignored),
            "further_units": list(result.further),
        }
    )
    if dry_run:
        speech.say(msg("This is only a preview; nothing was changed. The result would be:"))
    speech.say(
        nmsg(
            "{count} row read: {added} new, {updated} brought up to date, {unchanged} as before.",
            "{count} rows read: {added} new, {updated} brought up to date, {unchanged} as before.",
            len(sheet.rows),
            added=result.added,
            updated=result.updated,
            unchanged=result.unchanged,
        )
    )
    if parsed.ignored:
        speech.say(msg("Columns left out: {columns}.", columns=Listed(parsed.ignored)))
    if result.further:
        speech.say(msg("New too, because others are part of them: {units}.", units=Listed(result.further)))
    say_rejected(speech, rejected)
    return IN_PART if rejected else DONE
