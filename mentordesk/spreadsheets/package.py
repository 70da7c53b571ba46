"""What lies inside an .xlsx, looked at before anything opens it: how much it unpacks to, how far its cells reach.

Bombs, far cells and entities are refused here (fault 55). Reading the cells is `workbook`.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO

from mentordesk.spreadsheets import limits

_WORKBOOK = "xl/workbook.xml"
_SHEETS = "xl/worksheets/"
_PLACE = re.compile(rb"r=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
# A cell that holds something, with its place; programs also write empty ones to the end of the sheet.
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^>]*(?<!/)>(?!</)")
_ENCRYPTED = 0x1


def check(content: bytes, name: str) -> None:
    """Raises UnusableInput for what is no workbook, or one that would take too much to read."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise limits.damaged(name) from error
    if len(parts) > limits.PARTS:
        raise limits.too_much_inside(name)
    if not any(_plain(part.filename) == _WORKBOOK for part in parts):
        raise limits.not_a_spreadsheet(name)
    total = 0
    for part in parts:
        if not _plain(part.filename).endswith((".xml", ".rels")):
            continue  # pictures and macros, which nobody opens
        text = _unpacked(content, part, limits.UNPACKED_BYTES - total, name)
        total += len(text)
        if b"<!ENTITY" in text or b"<!DOCTYPE" in text:
            raise limits.not_a_spreadsheet(name)
        if _plain(part.filename).startswith(_SHEETS):
            _check_reach(text, name)
    if total > limits.HARMLESS_BYTES and total > limits.RATIO * len(content):
        raise limits.too_much_inside(name)


def _plain(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _unpacked(content: bytes, part: zipfile.ZipInfo, allowed: int, name: str) -> bytes:
    """By our own count: the size that the package declares may be a lie."""
    header = content[part.header_offset : part.header_offset + 30]
    if len(header) < 30 or not header.startswith(b"PK\x03\x04") or part.flag_bits & _ENCRYPTED:
        raise limits.damaged(name)
    start = part.header_offset + 30 + sum(struct.unpack("<HH", header[26:30]))
    packed = content[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        text = packed
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            text = unpacking.decompress(packed, allowed + 1)
        except zlib.error as error:
            raise limits.damaged(name) from error
        if not unpacking.eof and len(text) <= allowed:
            raise limits.damaged(name)
    else:
        raise limits.damaged(name)
    if len(text) > allowed:
        raise limits.too_much_inside(name)
    return text


def _check_reach(sheet: bytes, name: str) -> None:
    if not any(_beyond(_PLACE.findall(sheet))):
        return
    too_low, too_far = _beyond(_FILLED_CELL.findall(sheet))
    if too_low:
        raise limits.too_many_rows(name)
    if too_far:
        raise limits.too_many_columns(name)


def _beyond(places: list[tuple[bytes, bytes]]) -> tuple[bool, bool]:
    """Whether a row, and whether a column, is further out than is read."""
    columns = {letters for letters, _ in places}
    last = max((int(row) for _, row in places), default=0)
    return last > limits.LAST_ROW, any(_column_number(letters) > limits.COLUMNS for letters in columns)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
