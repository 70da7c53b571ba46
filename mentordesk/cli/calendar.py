"""`calendar`: meetings as a calendar file, of a programme, a pair or a person."""

from __future__ import annotations

from pathlib import Path

import click

from mentordesk.actions.files import Store, open_file
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.speech import Speech
from mentordesk.domain.ids import PairId, PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.messages.calendar_file import calendar_bytes
from mentordesk.queries.calendar import CalendarContent, pair_calendar, person_calendar, programme_calendar
from mentordesk.queries.programmes import programme_named
from mentordesk.whole_file import write_whole

ENDING = ".ics"


@command("calendar")
@click.argument("file", type=PATH)
@option("--to", "target", required=True, type=PATH, says=msg("The calendar file to write: .ics."))
@option("--programme", says=msg("All meetings of this programme; needed where the file holds several."))
@option("--person", says=msg("The meetings this person is invited to, by the person's number."))
@option("--pair", says=msg("The meetings of this pair, by its number."))
def calendar_command(
    speech: Speech, file: Path, target: Path, programme: str | None, person: str | None, pair: str | None
) -> None:
    if sum(wish is not None for wish in (programme, person, pair)) > 1:
        raise Refused(msg("Choose one of --programme, --person and --pair."))
    if target.suffix.lower() != ENDING:  # or a slip of the pen would write over a list, or the file itself
        raise Refused(msg("“{name}” must end in {endings}.", name=target.name, endings=ENDING))
    with open_file(file) as store:
        content = _content(store, programme, person, pair)
    write_calendar(speech, content, target)
    speech.give({"written": str(target), "events": content.entries})
    speech.say(
        nmsg(
            "{count} entry written to {path}.", "{count} entries written to {path}.", content.entries, path=str(target)
        )
    )


def _content(store: Store, programme: str | None, person: str | None, pair: str | None) -> CalendarContent:
    if person is not None:
        return person_calendar(store, PersonId(person))
    if pair is not None:
        return pair_calendar(store, PairId(pair))
    return programme_calendar(store, programme_named(store, programme).id)


def write_calendar(speech: Speech, content: CalendarContent, target: Path) -> None:
    """The entries in the language that is spoken."""
    write_whole(calendar_bytes(content.events, speech.catalog, zone=content.zone, name=content.name), target)
