"""Files for the tests of reading: small workbooks written by hand, honest and hostile, and tables in any encoding."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)


def relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'


def sheet_xml(rows: str) -> str:
    return f'<worksheet xmlns="{_SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'


def row_xml(number: int, cells: Sequence[str]) -> str:
    """Inline texts from column A on; at most 26."""
    made = (
        f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        for at, text in enumerate(cells)
    )
    return f'<row r="{number}">{"".join(made)}</row>'


def table_xml(rows: Sequence[Sequence[str]], first: int = 1) -> str:
    return sheet_xml("".join(row_xml(number, row) for number, row in enumerate(rows, start=first)))


def workbook_parts(
    sheets: Mapping[str, str], hidden: Sequence[str] = (), shared: Sequence[str] = ()
) -> dict[str, str | bytes]:
    """The parts of a workbook; `sheets` maps names to their XML."""
    listed, relations = [], []
    parts: dict[str, str | bytes] = {"[Content_Types].xml": _TYPES}
    for number, (name, xml) in enumerate(sheets.items(), start=1):
        state = ' state="hidden"' if name in hidden else ""
        listed.append(f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"{state}/>')
        relations.append(relation(number, "worksheet", f"worksheets/sheet{number}.xml"))
        parts[f"xl/worksheets/sheet{number}.xml"] = xml
    if shared:
        texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_SPREADSHEET}">{texts}</sst>'
        relations.append(relation(len(sheets) + 1, "sharedStrings", "sharedStrings.xml"))
    wrapped = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    parts["_rels/.rels"] = wrapped.format(relation(1, "officeDocument", "xl/workbook.xml"))
    parts["xl/_rels/workbook.xml.rels"] = wrapped.format("".join(relations))
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_RELATIONS}"><sheets>{"".join(listed)}</sheets></workbook>'
    )
    return parts


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def workbook(path: Path, rows: Sequence[Sequence[str]], first: int = 1) -> Path:
    """A workbook of one sheet with texts."""
    path.write_bytes(packed(workbook_parts({"Ark1": table_xml(rows, first)})))
    return path


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path
