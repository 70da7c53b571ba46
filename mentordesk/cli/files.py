"""`check`, `backup` and `restore`: a file as a whole."""

from __future__ import annotations

from pathlib import Path

import click

from mentordesk.actions.files import back_up, check_file, restore_file
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.speech import Speech
from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.message import msg, nmsg


@command("check")
@click.argument("file", type=PATH)
def check_command(speech: Speech, file: Path) -> None:
    report = check_file(file)
    speech.give(
        {
            "path": str(report.path),
            "sound": not report.problems,
            "version": report.version,
            "current": report.current,
            "bytes": report.size,
            "rows": dict(report.rows),
            "problems": [speech.text(problem) for problem in report.problems],
        }
    )
    if report.problems:
        raise UnusableInput(
            msg("{file} is not sound. Keep it as it is, and restore the newest backup.", file=report.path.name),
            *report.problems,
        )
    for sentence in report.sentences():
        speech.say(sentence)


@command("backup")
@click.argument("file", type=PATH)
@option("--to", "target", required=True, type=PATH, says=msg("The copy to write."))
def backup_command(speech: Speech, file: Path, target: Path) -> None:
    made = back_up(file, target)
    speech.give({"written": str(made.path), "sha256": made.sha256, "rows": made.rows})
    speech.say(msg("Backup written and verified: {path}", path=str(made.path)))
    speech.say(nmsg("It holds {count} row.", "It holds {count} rows.", made.rows))


@command("restore")
@click.argument("copy", type=PATH)
@option("--to", "target", required=True, type=PATH, says=msg("The file to make from it."))
def restore_command(speech: Speech, copy: Path, target: Path) -> None:
    restored = restore_file(copy, target)
    aside = restored.set_aside
    speech.give(
        {"written": str(restored.path), "rows": restored.rows, "set_aside": None if aside is None else str(aside)}
    )
    speech.say(msg("Restored and checked: {path}", path=str(restored.path)))
    if aside is not None:
        speech.say(msg("The file that was there is kept as {path}.", path=str(aside)))
