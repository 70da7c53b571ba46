"""A mapping file: TOML, a heading and the key of its Field on each line; "" leaves the column out."""

from __future__ import annotations

import tomllib
from pathlib import Path

from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets import limits
from mentordesk.spreadsheets.headings import Chosen


def read_mapping(path: Path) -> Chosen:
    """What stands in the file; whether the headings and fields exist says `headings.guess`.

    Raises:
        UnusableInput: the file is missing, or not what it must be.
    """
    try:
        with path.open("rb") as file:
            content = file.read(limits.MEGABYTE)
    except (OSError, ValueError) as error:
        raise UnusableInput(msg("The mapping file “{name}” cannot be opened.", name=path.name)) from error
    try:
        lines = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _wrong(path) from error
    if not all(isinstance(key, str) for key in lines.values()):
        raise _wrong(path)
    return Chosen(tuple(lines.items()))


def _wrong(path: Path) -> UnusableInput:
    return UnusableInput(
        msg(
            "“{name}” is not a mapping file. Write one line for each column, such as: {example}",
            name=path.name,
            example='"E-post" = "email"',
        )
    )
