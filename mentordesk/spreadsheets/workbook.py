"""The cells of an .xlsx, read by another process so that a hostile file can spend neither our time nor our memory.

That process is `workbook_process`; which sheet is the list, and where its headings are, is `sheet`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from mentordesk.domain.fields import Cell
from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets import limits, package
from mentordesk.spreadsheets.workbook_process import (
    PASSWORD,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    TOO_MANY_SHEETS,
    TOO_MUCH,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old and of encrypted workbooks
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PROGRAM = Path(__file__).with_name("workbook_process.py")


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A visible sheet as it lies in the file: rows from the first on, each as long as its last filled cell."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def looks_like_one(content: bytes) -> bool:
    return content.startswith((b"PK\x03\x04", _OLE))


def read_sheets(content: bytes, name: str) -> tuple[RawSheet, ...]:
    """The visible sheets of a workbook.

    Raises:
        UnusableInput: it is none, is protected or damaged, or takes too much to read.
    """
    if content.startswith(_OLE):
        raise _protected(name) if _ENCRYPTED in content else limits.not_a_spreadsheet(name)
    package.check(content, name)
    return _sheets(_read_elsewhere(content, name))


def reader_command() -> list[str]:
    """What starts the reading process; the bundle has no Python beside it and hands the work to itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-workbook"]
    return [sys.executable, "-P", str(_PROGRAM)]


def _read_elsewhere(content: bytes, name: str) -> bytes:
    figures = (
        limits.SECONDS,
        limits.MEMORY_BYTES,
        2 * limits.UNPACKED_BYTES,
        limits.SHEETS,
        limits.LAST_ROW,
        limits.COLUMNS,
    )
    try:
        reading = subprocess.run(  # noqa: S603 - our own program; the file comes on standard input
            [*reader_command(), *map(str, figures)],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=2 * limits.SECONDS,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise limits.too_much_inside(name) from error
    if reading.returncode == 0:
        return reading.stdout
    raise _refusal(reading.returncode, name)


def _refusal(status: int, name: str) -> UnusableInput:
    if status < 0:  # stopped by the system at a limit
        return limits.too_much_inside(name)
    refusals = {
        PASSWORD: _protected,
        TOO_MUCH: limits.too_much_inside,
        TOO_MANY_SHEETS: limits.too_many_sheets,
        TOO_MANY_ROWS: limits.too_many_rows,
        TOO_MANY_COLUMNS: limits.too_many_columns,
    }
    return refusals.get(status, limits.damaged)(name)


def _protected(name: str) -> UnusableInput:
    return UnusableInput(msg("“{name}” is protected with a password. Save it without one and try again.", name=name))


def _sheets(lines: bytes) -> tuple[RawSheet, ...]:
    found: list[tuple[str, list[tuple[Cell, ...]]]] = []
    for line in lines.splitlines():
        value = json.loads(line)
        if isinstance(value, dict):
            found.append((value["sheet"], []))
        else:
            found[-1][1].append(tuple(map(_cell, value)))
    return tuple(RawSheet(name, tuple(rows)) for name, rows in found)


def _cell(value: str | float | bool | dict[str, str]) -> Cell:
    if isinstance(value, dict):
        if "day" in value:
            return date.fromisoformat(value["day"])
        return datetime.fromisoformat(value["moment"])  # a wall clock, as the sheet shows it
    return value if value != "" else None
