"""`import`: people, or units, from a spreadsheet, as it will be, or only looked at."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from mentordesk.actions.files import open_file
from mentordesk.actions.import_matches import Match
from mentordesk.actions.people_import import Imported, import_people
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.speech import Json, Speech
from mentordesk.cli.taken_in import TakenIn
from mentordesk.cli.units import import_units_command
from mentordesk.domain.people import FULL_NAME, Role
from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.message import Listed, msg, nmsg
from mentordesk.queries.import_mappings import remembered_mapping
from mentordesk.queries.programmes import import_fields, programme_named, programmes
from mentordesk.spreadsheets import sheet as sheets
from mentordesk.spreadsheets.headings import HeadingMapping, guess
from mentordesk.spreadsheets.mapping_file import read_mapping
from mentordesk.spreadsheets.people import parse
from mentordesk.spreadsheets.rejects import write_rejects

_NAMING = {FULL_NAME.key, "given_name", "family_name", "email"}


@command("import")
@click.argument("file", type=PATH)
@click.argument("table", type=PATH)
@option("--programme", says=msg("The programme they take part in; needed where the file holds several."))
@option(
    "--role", type=click.Choice([Role.MENTOR.value, Role.MENTEE.value]), says=msg("Their role, where no column tells.")
)
@option("--mapping", "mapping_file", type=PATH, says=msg("A file that says which column is which field."))
@option("--units", is_flag=True, says=msg("The sheet holds units, not people."))
@option("--dry-run", is_flag=True, says=msg("Preview only: say what would happen, and change nothing."))
@option(
    "--rejects", type=PATH, says=msg("Write to this file the rows that were not taken, with the reason first (.xlsx).")
)
def import_command(
    speech: Speech,
    file: Path,
    table: Path,
    programme: str | None,
    role: str | None,
    mapping_file: Path | None,
    units: bool,
    dry_run: bool,
    rejects: Path | None,
) -> int:
    if rejects is not None:
        _check_place(rejects, table)
    sheet = sheets.read(table)
    if units:
        if rejects is not None or mapping_file is not None or role is not None or programme is not None:
            raise Refused(msg("--units goes with --dry-run only."))
        return import_units_command(speech, file, sheet, dry_run=dry_run)
    with open_file(file) as store:
        wanted = programme_named(store, programme) if programme or programmes(store) else None
        fields = import_fields(wanted)
        chosen = read_mapping(mapping_file) if mapping_file else remembered_mapping(store, sheet.headings, fields)
        mapping = guess(sheet.headings, fields, sheet.rows, chosen)
        if not _NAMING & {field.key for _, field in mapping.taken}:
            raise UnusableInput(
                msg(
                    "No column of “{name}” is known as a name or an e-mail address. Say with --mapping which is.",
                    name=table.name,
                )
            )
        parsed = parse(sheet, mapping, store.today())
        result = import_people(
            store,
            parsed.rows,
            programme=None if wanted is None else wanted.id,
            role=Role(role) if role else None,
            today=store.today(),
            mapping=mapping,
            dry_run=dry_run,
        )
    taken = TakenIn(
        read=parsed.read,
        added=result.added,
        updated=result.updated,
        unchanged=result.unchanged,
        rejected=TakenIn.in_order(parsed.problems, result.rejected),
        ignored=mapping.ignored,
        near_units=result.near_units,
    )
    speech.give({**taken.as_json(speech), **_as_json(result, mapping)})
    taken.say(speech, dry_run=dry_run)
    _say(speech, result)
    taken.say_rejected(speech)
    if rejects is not None and taken.rejected:
        write_rejects(rejects, sheet, mapping, taken.rejected, speech.catalog)
        speech.say(msg("They are in {path}; correct them there, and import that file.", path=str(rejects)))
    return taken.ended


def _check_place(rejects: Path, table: Path) -> None:
    """What is wrong with the place is said before anybody is taken in.

    Raises:
        Refused: it is the sheet itself, or no place for a sheet.
    """
    if rejects.exists() and table.exists() and rejects.samefile(table):
        raise Refused(msg("The rows that are not taken cannot go into the sheet they come from. Choose another file."))
    endings = (".xlsx", ".csv")
    if rejects.suffix.lower() not in endings:
        raise Refused(msg("“{name}” must end in {endings}.", name=rejects.name, endings=Listed(endings, any_of=True)))
    if not rejects.parent.is_dir():
        raise Refused(msg("There is no folder {folder}. Choose another one.", folder=str(rejects.parent)))
    if rejects.is_dir():
        raise Refused(msg("{name} is a folder, so no file can have that name.", name=rejects.name))


def _as_json(result: Imported, mapping: HeadingMapping) -> Mapping[str, Json]:
    return {
        "mapping": {heading: field.key for heading, field in mapping.taken},
        "new_units": list(result.new_units),
        "unknown_names": list(result.unresolved),
        "without_role": result.without_role,
        "met": [_met_as_json(each) for each in result.matches],
    }


def _met_as_json(match: Match) -> dict[str, Json]:
    return {
        "row": match.row,
        "known": match.known_name,
        "why": match.why.value,
        "taken": None if match.taken is None else match.taken.value,
        "differences": [difference.key for difference in match.differences],
    }


def _say(speech: Speech, result: Imported) -> None:
    if result.new_units:
        speech.say(
            nmsg(
                "{count} unit was new and stands at the top of the tree or under the unit the sheet names: {units}.",
                "{count} units were new and stand at the top of the tree or under the unit the sheet names: {units}.",
                len(result.new_units),
                units=Listed(result.new_units),
            )
        )
    if result.without_role:
        speech.say(
            nmsg(
                "{count} person has no role, so takes no part in the programme. Add a column Role, or use --role.",
                "{count} people have no role, so take no part in the programme. Add a column Role, or use --role.",
                result.without_role,
            )
        )
    if result.unresolved:
        speech.say(
            msg(
                "Nobody in the file is called {names}; they are noted as they were written.",
                names=Listed(result.unresolved),
            )
        )
