"""A block of cells as the clipboard holds it: tabs between cells, a line to a row, quotes as Excel writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Block: TypeAlias = tuple[tuple[str, ...], ...]

_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)')
_UNQUOTED = re.compile(r"[^\t\r\n]*")
_NEEDS_QUOTES = re.compile(r'\A"|[\t\r\n]')
_LINE_END = re.compile(r"\r\n|\r|\n")


def block_text(block: Iterable[Sequence[str]]) -> str:
    """The block for the clipboard; `read_block` gives it back, with line breaks inside cells as \\n."""
    return "".join("\t".join(map(_cell, row)) + "\n" for row in block)


def read_block(text: str) -> Block:
    """Rows may differ in length. A quote that is not closed before the cell's end is a quote, as people type it."""
    rows: list[list[str]] = []
    at = 0
    while at < len(text):
        row: list[str] = []
        at = _read_row(text, at, row)
        rows.append(row)
    return tuple(map(tuple, rows))


def _read_row(text: str, at: int, row: list[str]) -> int:
    """Where the next row begins."""
    while True:
        if quoted := _QUOTED.match(text, at):
            row.append(_LINE_END.sub("\n", quoted[1].replace('""', '"')))
            at = quoted.end()
        else:
            end = _end_of_cell(text, at)
            row.append(text[at:end])
            at = end
        if not text.startswith("\t", at):
            line_end = _LINE_END.match(text, at)
            return at if line_end is None else line_end.end()
        at += 1


def _end_of_cell(text: str, at: int) -> int:
    found = _UNQUOTED.match(text, at)
    return at if found is None else found.end()


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
