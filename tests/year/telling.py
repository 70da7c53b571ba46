"""What Today said, in the oracle's own terms; and how the two differ, in words for whoever mends it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Listed, Message, Wording
from mentordesk.queries.today import Entry, Today
from mentordesk.queries.today.rows import Subject
from tests.year.facts import Expected


def said(told: Today) -> dict[Expected, Entry]:
    return {
        Expected(
            entry.alert,
            _about(entry.subject),
            entry.section.value,
            figures(entry.sentence),
            figures(entry.rule),
            entry.due,
        ): entry
        for entry in told.entries
    }


def _about(subject: Subject) -> str:
    whom = subject.pair or subject.participation or subject.meeting or subject.deadline
    return whom or subject.task or subject.issue or ""


def figures(message: Message) -> tuple[tuple[str, object], ...]:
    return tuple(sorted((name, _plain(value)) for name, value in message.values))


def _plain(value: object) -> object:
    match value:
        case Message():
            return figures(value) or value.text
        case Wording():
            return value.en
        case Listed():
            return tuple(_plain(item) for item in value.items)
    return value


def differences(day: date, found: Mapping[Expected, Entry], wanted: Iterable[Expected]) -> list[str]:
    """One line each, with both sentences; empty where the two agree."""
    missing, extra = set(wanted) - set(found), set(found) - set(wanted)
    english = catalog("en")
    lines = [f"{day}: should say, and does not: {_line(each)}" for each in missing]
    for each in extra:
        entry = found[each]
        sentence, rule = english.say(entry.sentence), english.say(entry.rule)
        lines.append(f"{day}: says, and should not: {_line(each)} | “{sentence}” | “{rule}”")
    return sorted(lines, key=lambda line: (line.split(": ")[2].split(" ")[0], line))


def _line(each: Expected) -> str:
    numbers = ", ".join(f"{name}={value}" for name, value in (*each.figures, *(("rule " + n, v) for n, v in each.rule)))
    return f"{each.alert} of {each.about or 'the programme'} {each.urgency} ({numbers}) due {each.due}"
