"""`export`: a whole list as a spreadsheet, text or JSON."""

from __future__ import annotations

from pathlib import Path

import click

from mentordesk.actions.files import open_file
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.speech import Speech
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.lists import LISTS, listed
from mentordesk.queries.plan_list import planned_pairs, planned_pairs_as_list
from mentordesk.queries.programmes import programme_named
from mentordesk.spreadsheets.export import write_table

PAIRS = "pairs"


@command("export")
@click.argument("file", type=PATH)
@click.argument("subject", type=click.Choice(list(LISTS)))
@option(
    "--to",
    "target",
    required=True,
    type=PATH,
    says=msg("The file to write: .xlsx, .csv or .json."),
)
@option("--programme", says=msg("Only this programme's, where the list tells programmes apart."))
@option("--scenario", says=msg("With pairs: those of the plan of this name, approved or not."))
def export_command(
    speech: Speech, file: Path, subject: str, target: Path, programme: str | None, scenario: str | None
) -> None:
    if scenario is not None and subject != PAIRS:
        raise Refused(msg("--scenario goes with {subject} only.", subject=PAIRS))
    with open_file(file) as store:
        if scenario is not None:
            found = planned_pairs_as_list(planned_pairs(store, programme_named(store, programme).id, scenario))
        else:
            found = listed(store, subject, programme_named(store, programme).id if programme else None)
    write_table(
        target,
        found.headings(speech.catalog),
        found.cells(speech.catalog),
        subject=found.subject,
        keys=[column.key for column in found.columns],
    )
    speech.give({"written": str(target), "rows": len(found.rows)})
    speech.say(
        nmsg("{count} row written to {path}.", "{count} rows written to {path}.", len(found.rows), path=str(target))
    )
