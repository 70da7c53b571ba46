"""Hostile and odd files for the importers (trust, faults 54 to 64 and 67), each with the sentence that a person gets.

To add one: a line in CORPUS. `says` is the English of every sentence in its order, with its figures; () where the file
is taken as it is, and then `takes` is what of it comes in.
"""

from __future__ import annotations

import codecs
import struct
from collections.abc import Callable
from dataclasses import dataclass

from tests.spreadsheets.making import packed, row_xml, sheet_xml, table_xml, workbook_parts

HEADINGS = ["Fornavn", "Etternavn", "E-post"]
GOOD = packed(workbook_parts({"Ark1": table_xml([HEADINGS, ["Åse", "Ødegård", "ase@example.org"]])}))


def _shared_text() -> bytes:
    """One long text, shown by 400,000 cells: a small file that wants twelve thousand megabytes."""
    rows = (
        f'<row r="{row}">' + "".join(f'<c r="{chr(65 + at)}{row}" t="s"><v>0</v></c>' for at in range(20)) + "</row>"
        for row in range(2, 20_000)
    )
    xml = sheet_xml(row_xml(1, HEADINGS) + "".join(rows))
    return packed(workbook_parts({"A": xml}, shared=["x" * 32_000]))


def _lying() -> bytes:
    """A part that unpacks to sixty times what the package says."""
    content = bytearray(packed(workbook_parts({"A": table_xml([HEADINGS])}) | {"xl/styles.xml": b" " * 60_000_000}))
    told = struct.pack("<L", 60_000_000)
    while (at := content.find(told)) >= 0:
        content[at : at + 4] = struct.pack("<L", 1_000_000)
    return bytes(content)


def one_sheet(xml: str) -> bytes:
    return packed(workbook_parts({"A": xml}))


BOMBS = {
    "far cell": lambda: one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<c r="XFD1048576"><v>1</v></c>')),
    "far column": lambda: one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<c r="XFD2"><v>1</v></c>')),
    "far row": lambda: one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<row r="1048576"><c><v>1</v></c></row>')),
    "hidden far cell": lambda: one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<c r="&#88;FD1048576"><v>1</v></c>')),
    "200,000 rows": lambda: one_sheet(sheet_xml("".join(f'<c r="A{row}"><v>1</v></c>' for row in range(1, 200_001)))),
    "rows without numbers": lambda: one_sheet(sheet_xml("<row><c><v>1</v></c></row>" * 100_000)),
    "ratio": lambda: packed(workbook_parts({"A": table_xml([HEADINGS])}) | {"xl/styles.xml": b" " * 40_000_000}),
    "unpacked": lambda: packed(workbook_parts({"A": table_xml([HEADINGS])}) | {"xl/styles.xml": b" " * 60_000_000}),
    "lying": _lying,
    "shared text": _shared_text,
    "entities": lambda: one_sheet('<!DOCTYPE x [<!ENTITY a "b">]>' + table_xml([HEADINGS])),
    "21 sheets": lambda: packed(workbook_parts({f"S{at}": table_xml([HEADINGS]) for at in range(21)})),
    "2,000 parts": lambda: packed(
        workbook_parts({"A": table_xml([HEADINGS])}) | {f"x/{at}": b"" for at in range(2_000)}
    ),
}

_LINE = "Fornavn;Etternavn;E-post;Leder siden\n"


def _text(content: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: content.encode(encoding)


def _named(name: str) -> Callable[[], bytes]:
    return _text(f'Fornavn;Etternavn\n"{name}";Ek\n')


@dataclass(frozen=True)
class Odd:
    fault: int  # of trust.md
    name: str
    file: str  # its name, with its ending
    make: Callable[[], bytes]
    says: tuple[str, ...] = ()
    takes: tuple[tuple[str, ...], ...] | None = None  # given and family names, where they matter


_MUCH = "“a.xlsx” holds far more than a list of people can. Copy the list into a new file."
_DAMAGED = "“a.xlsx” is damaged. Open it in a spreadsheet program, save it anew and try again."
_ROWS = "“a.xlsx” has more than 20,000 rows. Divide it into smaller files."
_COLUMNS = "“a.xlsx” has more than 200 columns. Remove those that are not needed."
_SHEETS = "“a.xlsx” has more than 20 sheets. Copy the list into a file of its own."
_HEADINGS = "“{}” has no row of headings. Write above each column what it holds, and try again."
_EMPTY = "“{}” is empty. Choose another file."
_NONE = "“{}” is not a spreadsheet that can be read. Save the list as .xlsx or .csv and try again."
_NO_TEXT = "“a.csv” is not text in an encoding that is known here. Save it as CSV UTF-8 and try again."
_OPEN = "In “a.csv” a quotation mark in row 2 is never closed. Correct it and try again."
_CLEANED = "In 1 cell, characters that cannot be seen were removed."
_TWO_DAYS = "“03/04/2019” can be read as two different days. Write it as 2026-11-22."
_BOMB_SAYS = {
    "far cell": _ROWS,
    "far column": _COLUMNS,
    "far row": _ROWS,
    "hidden far cell": _DAMAGED,
    "200,000 rows": _ROWS,
    "rows without numbers": _MUCH,
    "ratio": _MUCH,
    "unpacked": _MUCH,
    "lying": _MUCH,
    "shared text": _MUCH,
    "entities": _NONE.format("a.xlsx"),
    "21 sheets": _SHEETS,
    "2,000 parts": _MUCH,
}

CORPUS: tuple[Odd, ...] = (
    *(
        Odd(54, f"formula {start!r}", "a.csv", _named(f"{start}cmd"), takes=((f"{start}cmd", "Ek"),))
        for start in "=+-@"
    ),
    Odd(54, "defused formula", "a.csv", _named("'=cmd"), takes=(("=cmd", "Ek"),)),
    Odd(54, "tab first", "a.csv", _named("\t=cmd"), takes=(("=cmd", "Ek"),)),
    Odd(54, "carriage return first", "a.csv", _named("\r=cmd"), takes=(("=cmd", "Ek"),)),
    Odd(54, "NUL first", "a.csv", _named("\x00=cmd"), (_CLEANED,), (("=cmd", "Ek"),)),
    *(Odd(55, kind, "a.xlsx", make, (_BOMB_SAYS[kind],)) for kind, make in BOMBS.items()),
    *(
        Odd(56, f"path {name}", "a.csv", _named(name), takes=((name, "Ek"),))
        for name in ("../../etc/passwd", "/abs", "C:\\x", "CON", "NUL.txt")
    ),
    *(
        Odd(57, f"markup {name}", "a.csv", _named(name), takes=((name, "Ek"),))
        for name in ("<b>Bo</b>", "Bo & Co", "&lt;i&gt;", "<!--", "]]>")
    ),
    Odd(58, "accelerator", "a.csv", _named("&File"), takes=(("&File", "Ek"),)),
    Odd(59, "calendar lines", "a.csv", _named("Bo\nATTENDEE:x"), takes=(("Bo ATTENDEE:x", "Ek"),)),
    Odd(59, "semicolons and commas", "a.csv", _named("Bo;x,y"), takes=(("Bo;x,y", "Ek"),)),
    Odd(
        60,
        "header lines in an address",
        "a.csv",
        _text(_LINE + '"Bo";"Ek";"bo@example.org\nBcc: x@example.org";\n'),
        ("“bo@example.org Bcc: x@example.org” is not an e-mail address. Write it as name@example.org.",),
    ),
    Odd(
        60,
        "copies in an address",
        "a.csv",
        _text(_LINE + "Bo;Ek;bo@example.org?bcc=x@example.org;\n"),
        ("“bo@example.org?bcc=x@example.org” is not an e-mail address. Write it as name@example.org.",),
    ),
    Odd(61, "NUL inside", "a.csv", _named("B\x00o"), (_CLEANED,), (("Bo", "Ek"),)),
    Odd(61, "escape", "a.csv", _named("B\x1bo"), (_CLEANED,), (("Bo", "Ek"),)),
    Odd(61, "bidi", "a.csv", _named("B\u202eo"), (_CLEANED,), (("Bo", "Ek"),)),
    Odd(61, "zero width", "a.csv", _named("B\u200bo"), (_CLEANED,), (("Bo", "Ek"),)),
    Odd(61, "5,000 marks", "a.csv", _named("o" + "\u0308" * 5_000), (_CLEANED,), (("ö" + "\u0308" * 7, "Ek"),)),
    Odd(61, "half a pair", "a.csv", lambda: codecs.BOM_UTF8 + b"Navn\n" + b"\xed\xa0\x80\n", (_NO_TEXT,)),
    Odd(61, "look-alikes stay", "a.csv", _named("Вo"), takes=(("Вo", "Ek"),)),
    Odd(
        62,
        "11 MB",
        "a.csv",
        lambda: b"x" * 11_000_000,
        ("“a.csv” is larger than 10 MB. Divide it into smaller files.",),
    ),
    Odd(
        62,
        "20,001 rows",
        "a.csv",
        lambda: b"Fornavn;Etternavn\n" + b"a;b\n" * 20_001,
        ("“a.csv” has more than 20,000 rows. Divide it into smaller files.",),
    ),
    Odd(
        62,
        "201 columns",
        "a.csv",
        lambda: b"Fornavn;Etternavn" + b";x" * 200 + b"\n",
        ("“a.csv” has more than 200 columns. Remove those that are not needed.",),
    ),
    Odd(
        62,
        "a name of 10,000 letters",
        "a.csv",
        _named("x" * 10_000),
        ("The text has 10,000 characters; at most 200 fit.",),
    ),
    *(
        Odd(
            63,
            f"{encoding} with {sign!r}",
            "a.csv",
            _text(f"Fornavn{sign}Etternavn\nÅse{sign}Ødegård\n", encoding),
            takes=(("Åse", "Ødegård"),),
        )
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")
        for sign in ";,\t"
    ),
    Odd(63, "line break in a cell", "a.csv", _named("Bo\nErik"), takes=(("Bo Erik", "Ek"),)),
    Odd(63, "quotes in a cell", "a.csv", _named('Bo ""B"" E'), takes=(('Bo "B" E', "Ek"),)),
    Odd(63, "sep= line", "a.csv", _text("sep=;\nFornavn;Etternavn\nBo;Ek\n"), takes=(("Bo", "Ek"),)),
    Odd(63, "a day of two", "a.csv", _text(_LINE + "Bo;Ek;;03/04/2019\n"), (_TWO_DAYS,)),
    Odd(
        63, "a day of three", "a.csv", _text(_LINE + "Bo;Ek;;1999-13-40\n"), ("There is no such day as “1999-13-40”.",)
    ),
    Odd(63, "decimal comma", "a.csv", _text(_LINE + "Bo;Ek;;7,5\n"), takes=(("Bo", "Ek"),)),
    Odd(63, "a quotation mark without an end", "a.csv", _text('Fornavn;Etternavn\n"Bo;Ek\n'), (_OPEN,)),
    Odd(67, "nothing", "a.csv", lambda: b"", (_EMPTY.format("a.csv"),)),
    Odd(67, "only blanks", "a.csv", lambda: b" \r\n\t\n", (_EMPTY.format("a.csv"),)),
    Odd(67, "no headings", "a.csv", _text("Only some words\nwithout any\n"), (_HEADINGS.format("a.csv"),)),
    Odd(67, "control bytes", "a.csv", lambda: bytes(range(1, 200)), (_NO_TEXT,)),
    Odd(67, "a page", "a.pdf", lambda: b"%PDF-1.7", (_NONE.format("a.pdf"),)),
    Odd(67, "no package", "a.xlsx", lambda: b"words", (_NONE.format("a.xlsx"),)),
    Odd(67, "half a package", "a.xlsx", lambda: GOOD[: len(GOOD) // 2], (_DAMAGED,)),
    Odd(
        67,
        "nobody in a row",
        "a.csv",
        _text("Fornavn;Etternavn;Enhet\n;;Post 3\n"),
        ("The row has neither a name nor an e-mail address.",),
    ),
)
