"""`new`: a file with one programme, planned."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from mentordesk.actions.files import new_file
from mentordesk.actions.programmes import create_programme
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.speech import Speech
from mentordesk.domain.template_names import TEMPLATES
from mentordesk.i18n.message import msg, nmsg

DAY = click.DateTime(["%Y-%m-%d"])


@command("new")
@click.argument("file", type=PATH)
@option("--template", required=True, type=click.Choice(list(TEMPLATES)), says=msg("The kind of programme."))
@option("--name", required=True, says=msg("What the programme is called."))
@option("--start", required=True, type=DAY, says=msg("The day it starts, as YYYY-MM-DD."))
def new_command(speech: Speech, file: Path, template: str, name: str, start: datetime) -> None:
    with new_file(file) as store:
        made = create_programme(store, template_key=template, name=name, starts_on=start.date())
    speech.give(
        {
            "written": str(file),
            "programme": {"id": made.id, "name": made.name},
            "meetings": made.meetings,
            "deadlines": made.deadlines,
        }
    )
    speech.say(msg("{path} holds the programme {name} now.", path=str(file), name=made.name))
    speech.say(
        nmsg("{count} joint meeting is in the calendar.", "{count} joint meetings are in the calendar.", made.meetings)
    )
    speech.say(nmsg("{count} deadline is noted.", "{count} deadlines are noted.", made.deadlines))
