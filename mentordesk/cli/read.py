"""`read`: forms that came back as PDF files, taken in, or only looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mentordesk.actions.files import open_file
from mentordesk.actions.returned.proposals import Take
from mentordesk.actions.returned.takings import Taking
from mentordesk.actions.taking_forms import look, take
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.endings import DONE, IN_PART, UNUSABLE
from mentordesk.cli.speech import Json, Speech
from mentordesk.documents.returned.returned_files import meant_by, read_files
from mentordesk.i18n.message import Message, Sayable, msg, nmsg
from mentordesk.queries.returned_forms import all_forms


@command("read")
@click.argument("file", type=PATH)
@click.argument("forms", type=PATH, nargs=-1, required=True)
@option("--dry-run", is_flag=True, says=msg("Preview only: say what would happen, and change nothing."))
@option(
    "--conflicts",
    type=click.Choice([each.value for each in Take]),
    says=msg("Whose answer holds where the file says something else already: “theirs”, the form’s, or “ours”."),
)
def read_command(speech: Speech, file: Path, forms: tuple[Path, ...], dry_run: bool, conflicts: str | None) -> int:
    with open_file(file) as store:
        files = read_files(meant_by(forms), all_forms())
        work = look if dry_run else take
        takings = work(store, files, today=store.today(), conflicts=Take.OURS if conflicts is None else Take(conflicts))
    rejected = [each for taking in takings for each in _rejected(taking, is_chosen=conflicts is not None)]
    speech.give(_as_json(speech, takings, rejected))
    _say(speech, takings, rejected, dry_run=dry_run)
    if takings and not any(taking.is_readable for taking in takings):
        return UNUSABLE
    return IN_PART if rejected else DONE


@dataclass(frozen=True, slots=True)
class _Rejected:
    """Something that was not taken: a form, or one answer of it."""

    taking: Taking
    column: Sayable | None
    reason: Message


def _rejected(taking: Taking, *, is_chosen: bool) -> list[_Rejected]:
    found = [_Rejected(taking, None, taking.refused)] if taking.refused is not None else []
    found += [_Rejected(taking, problem.title, problem.message) for problem in taking.problems]
    if not is_chosen:
        found += [_Rejected(taking, change.title, _CONFLICT) for change in taking.left]
    return found


_CONFLICT = msg("The file says something else already. Choose with --conflicts whose answer holds.")


def _as_json(speech: Speech, takings: Sequence[Taking], rejected: Sequence[_Rejected]) -> dict[str, Json]:
    return {
        "read": sum(taking.is_readable for taking in takings),
        **_counts(takings),
        "rejected": [
            {
                "row": each.taking.number,
                "file": each.taking.file,
                "column": None if each.column is None else speech.text(each.column),
                "reason": speech.text(each.reason),
            }
            for each in rejected
        ],
        "forms": [_form_as_json(speech, taking) for taking in takings if taking.refused is None],
    }


def _counts(takings: Sequence[Taking]) -> dict[str, Json]:
    good = [taking for taking in takings if taking.refused is None]
    return {
        "added": sum(taking.is_new for taking in good),
        "updated": sum(taking.taken > 0 and not taking.is_new for taking in good),
        "unchanged": sum(not taking.taken for taking in good),
    }


def _form_as_json(speech: Speech, taking: Taking) -> dict[str, Json]:
    """Which answers were taken, never what they say."""
    return {
        "row": taking.number,
        "file": taking.file,
        "form": None if taking.title is None else speech.text(taking.title),
        "for": _who(speech, taking),
        "taken": [speech.text(change.title) for change in taking.changes if change.take is Take.THEIRS],
        "not_read": taking.own,
    }


def _say(speech: Speech, takings: Sequence[Taking], rejected: Sequence[_Rejected], *, dry_run: bool) -> None:
    if dry_run:
        speech.say(msg("This is only a preview; nothing was changed. The result would be:"))
    counts = _counts(takings)
    speech.say(
        nmsg(
            "{count} form read: {added} of somebody new, {updated} taken in, {unchanged} with nothing new.",
            "{count} forms read: {added} of somebody new, {updated} taken in, {unchanged} with nothing new.",
            sum(taking.is_readable for taking in takings),
            added=int(str(counts["added"])),
            updated=int(str(counts["updated"])),
            unchanged=int(str(counts["unchanged"])),
        )
    )
    for taking in takings:
        if taking.refused is None and taking.title is not None:
            _say_form(speech, taking)
    if rejected:
        speech.say(nmsg("{count} answer was not taken:", "{count} answers or forms were not taken:", len(rejected)))
    for each in rejected:
        file = each.taking.file
        where = file if each.column is None else msg("{file}, {field}", file=file, field=each.column)
        speech.say(msg("{where}: {reason}", where=where, reason=each.reason), indent=2)


def _say_form(speech: Speech, taking: Taking) -> None:
    who = _who(speech, taking)
    assert taking.title is not None
    head = (
        nmsg(
            "{form} of {name}: {count} answer",
            "{form} of {name}: {count} answers",
            taking.taken,
            form=taking.title,
            name=who,
        )
        if who
        else nmsg("{form}: {count} answer", "{form}: {count} answers", taking.taken, form=taking.title)
    )
    speech.say(head, indent=2)
    for note in taking.notes:
        speech.say(note, indent=4)


def _who(speech: Speech, taking: Taking) -> str:
    return taking.who if isinstance(taking.who, str) else speech.text(taking.who)
