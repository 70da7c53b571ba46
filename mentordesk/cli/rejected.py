"""How the command line tells which rows of a sheet were not taken, and why."""

from __future__ import annotations

from collections.abc import Sequence

from mentordesk.cli.speech import Speech
from mentordesk.i18n.message import msg, nmsg
from mentordesk.spreadsheets.people import Problem


def say_rejected(speech: Speech, rejected: Sequence[Problem]) -> None:
    if rejected:
        rows = len({each.row for each in rejected})
        speech.say(nmsg("{count} row was not taken:", "{count} rows were not taken:", rows))
    for each in rejected:
        where = (
            msg("row {row}, {column}", row=each.row, column=each.column)
            if each.column
            else msg("row {row}", row=each.row)
        )
        speech.say(msg("{where}: {reason}", where=where, reason=each.message), indent=2)
