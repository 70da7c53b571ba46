"""`person`: all that is kept of one person, as PDF and JSON, with the files that were attached."""

from __future__ import annotations

from pathlib import Path

import click

from mentordesk.actions.files import open_for_reading
from mentordesk.actions.person_report import write_person_report
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.speech import Speech
from mentordesk.i18n.message import msg, nmsg


@command("person")
@click.argument("file", type=PATH)
@click.argument("number", metavar="ID")
@option("--to", "folder", required=True, type=PATH, says=msg("The folder to write to; made if it isn't there."))
def person_command(speech: Speech, file: Path, number: str, folder: Path) -> None:
    with open_for_reading(file) as store:
        done = write_person_report(store, number, folder=folder, made_on=store.today())
    speech.give({"person": done.person, "written": [str(path) for path in done.written], "withheld": done.withheld})
    speech.say(
        nmsg(
            "{count} file with all that is kept of {name} written to {folder}.",
            "{count} files with all that is kept of {name} written to {folder}.",
            len(done.written),
            name=done.person,
            folder=str(folder),
        )
    )
