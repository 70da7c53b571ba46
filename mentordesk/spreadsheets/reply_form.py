"""The reply sheet of conversations: written empty, a line for each pair, and read back; its columns say domain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentordesk.domain.cleaning import folded
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.domain.reply_form import (
    HELD_ON,
    MENTEE,
    MINUTES,
    MODE,
    REPLY_FIELDS,
    SUMMARY_WRITTEN,
    TOPIC,
    TOPIC_SENT,
    ReplyRow,
)
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import Listed, msg
from mentordesk.spreadsheets import sheet as sheets
from mentordesk.spreadsheets.export import write_table
from mentordesk.spreadsheets.people import Problem
from mentordesk.spreadsheets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Replies:
    """What can be taken of a sheet, and why the other rows cannot."""

    rows: tuple[ReplyRow, ...]
    problems: tuple[Problem, ...]


def write_empty(path: Path, mentees: Iterable[str], language: LanguageCode) -> None:
    """A line for each mentee, by name; all else is for the mentee to fill in.

    Raises:
        Refused: an ending that is none of a spreadsheet's, or a place where nothing can be written.
    """
    say = catalog(language).say
    headings = [say(field.title) for field in REPLY_FIELDS]
    rows = [(name, *(None for _ in REPLY_FIELDS[1:])) for name in mentees]
    write_table(path, headings, rows, subject=say(msg("Conversations")), keys=[each.key for each in REPLY_FIELDS])


def read_file(path: Path, *, today: date) -> Replies:
    """
    Raises:
        UnusableInput: no table can be read from it, or as `read`.
    """
    return read(sheets.read(path, _is_known), path.name, today=today)


def read(sheet: Sheet, name: str, *, today: date) -> Replies:
    """`name` is what sentences call the file.

    Raises:
        UnusableInput: a column that is no column of the reply sheet, each named, or the day or the mentee is missing.
    """
    fields = [_words().get(folded(heading)) for heading in sheet.headings]
    unknown = tuple(heading for heading, key in zip(sheet.headings, fields, strict=True) if key is None and heading)
    if unknown:
        raise UnusableInput(
            msg(
                "“{name}” has columns that a reply sheet does not have: {columns}. Nothing of it was taken, so that "
                "nothing of a logbook can slip in. Take the columns out, and try again.",
                name=name,
                columns=Listed(unknown),
            )
        )
    for needed in (MENTEE.key, HELD_ON.key):
        if needed not in fields:
            title = next(field.title for field in REPLY_FIELDS if field.key == needed)
            raise UnusableInput(
                msg("“{name}” has no column “{column}”, which a reply sheet needs.", name=name, column=title)
            )
    rows: list[ReplyRow] = []
    problems: list[Problem] = []
    for number, cells in zip(sheet.numbers, sheet.rows, strict=True):
        told = dict(zip(fields, cells, strict=True))
        values: dict[str, FieldValue] = {}
        faults: list[Problem] = []
        for field in REPLY_FIELDS:
            cell = told.get(field.key)
            try:
                values[field.key] = None if cell is None else field.parse(cell, today)
            except Refused as no:
                faults.append(Problem(number, sheet.headings[fields.index(field.key)], no.message))
        problems += faults
        if not faults and any(value is not None for key, value in values.items() if key != MENTEE.key):
            row = _row(number, values)
            if row is None:
                problems.append(Problem(number, "", msg("The row lacks the mentee or the date.")))
            else:
                rows.append(row)
    return Replies(tuple(rows), tuple(problems))


def _row(number: int, values: dict[str, FieldValue]) -> ReplyRow | None:
    mentee, held_on = values[MENTEE.key], values[HELD_ON.key]
    if not isinstance(mentee, str) or not isinstance(held_on, date):
        return None
    minutes, mode = values[MINUTES.key], values[MODE.key]
    return ReplyRow(
        number,
        mentee,
        held_on,
        minutes if isinstance(minutes, int) else None,
        mode if isinstance(mode, Mode) else None,
        values[TOPIC_SENT.key] is True,
        values[SUMMARY_WRITTEN.key] is True,
        str(values[TOPIC.key] or ""),
    )


def _is_known(heading: str) -> bool:
    return folded(heading) in _words()


def _words() -> dict[str, str]:
    """Every title in every language, and the key itself, to the key; nothing nearly so, and no other word."""
    return {
        folded(title): field.key
        for field in REPLY_FIELDS
        for title in (field.key, *(catalog(known.code).say(field.title) for known in LANGUAGES))
    }
