"""`today`: what to do on a day, most urgent first, each with the rule behind it, and how each programme stands."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import click

from mentordesk.actions.files import open_file
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.speech import Json, Speech
from mentordesk.domain.alerts import URGENCY_NAMES
from mentordesk.i18n.message import Value, msg, nmsg
from mentordesk.queries.today import SECTIONS, Entry, HiddenEntry, ProgrammeCounts, Today, today

DAY = click.DateTime(["%Y-%m-%d"])


@command("today")
@click.argument("file", type=PATH)
@option("--date", "day", type=DAY, says=msg("Another day than today, as YYYY-MM-DD."))
def today_command(speech: Speech, file: Path, day: datetime | None) -> None:
    with open_file(file) as store:
        found = today(store, day.date() if day else store.today())
    speech.give(
        {
            "date": found.day.isoformat(),
            "entries": [_entry_as_json(speech, entry) for entry in found.entries],
            "hidden": [_hidden_as_json(speech, each) for each in found.hidden],
            "counts": [_counts_as_json(counts) for counts in found.counts],
        }
    )
    _say(speech, found)


def _entry_as_json(speech: Speech, entry: Entry) -> dict[str, Json]:
    return {
        "section": entry.section.value,
        "alert": entry.alert,
        "programme": entry.programme,
        "about": entry.subject.name,
        "text": speech.text(entry.sentence),
        "rule": speech.text(entry.rule),
        "action": speech.text(entry.action),
        "due": None if entry.due is None else entry.due.isoformat(),
        "figures": {name: _figure(speech, value) for name, value in entry.sentence.values},
    }


def _figure(speech: Speech, value: Value) -> Json:
    """What stands in the sentence, for scripts: numbers as numbers, days as YYYY-MM-DD, words as they are read."""
    if isinstance(value, int | float | str):
        return value
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return speech.catalog.show(value)


def _hidden_as_json(speech: Speech, hidden: HiddenEntry) -> dict[str, Json]:
    return {
        **_entry_as_json(speech, hidden.entry),
        "until": hidden.hiding.until.isoformat(),
        "reason": hidden.hiding.reason,
    }


def _counts_as_json(counts: ProgrammeCounts) -> dict[str, Json]:
    return {
        "programme": counts.name,
        "applied": counts.applied,
        "selected": counts.selected,
        "matched": counts.matched,
        "active": counts.active,
        "conversations_held": counts.conversations_held,
        "conversations_expected": counts.conversations_expected,
        "papers_missing": counts.papers_missing,
        "too_early": counts.too_early,
    }


def _say(speech: Speech, found: Today) -> None:
    speech.line(speech.catalog.date(found.day, "full"))
    for counts in found.counts:
        speech.line()
        _say_counts(speech, counts)
    for section in SECTIONS:
        entries = found.section(section)
        if entries:
            speech.line()
            speech.say(URGENCY_NAMES[section])
        for entry in entries:
            _say_entry(speech, entry, with_programme=len(found.counts) > 1)
    if not found.entries:
        speech.line()
        speech.say(msg("Nothing is due."))
    if found.hidden:
        speech.line()
        speech.say(nmsg("{count} task is hidden for now.", "{count} tasks are hidden for now.", len(found.hidden)))


def _say_entry(speech: Speech, entry: Entry, *, with_programme: bool) -> None:
    speech.say(entry.sentence, indent=2)
    about = " · ".join(filter(None, (entry.programme if with_programme else "", entry.subject.name)))
    if about:
        speech.line(" " * 6 + about)
    speech.say(msg("Rule: {rule}", rule=entry.rule), indent=6)
    if entry.due is None:
        speech.say(msg("Next: {action}", action=entry.action), indent=6)
    else:
        speech.say(msg("Next: {action} (due {day})", action=entry.action, day=entry.due), indent=6)


def _say_counts(speech: Speech, counts: ProgrammeCounts) -> None:
    speech.line(counts.name)
    speech.say(
        msg(
            "applied {applied}, selected {selected}, matched {matched}, active pairs {active}",
            applied=counts.applied,
            selected=counts.selected,
            matched=counts.matched,
            active=counts.active,
        ),
        indent=2,
    )
    speech.say(
        msg(
            "conversations held {held} of {expected} expected by now, papers missing {papers}",
            held=counts.conversations_held,
            expected=counts.conversations_expected,
            papers=counts.papers_missing,
        ),
        indent=2,
    )
    if counts.too_early:
        speech.say(
            nmsg("too early to tell of {count} pair", "too early to tell of {count} pairs", counts.too_early), indent=2
        )
