"""A person's own report into a folder: on paper, for machines, and the files that were attached (GDPR 15, 20)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from mentordesk.actions.documents import make_folder
from mentordesk.documents import printing
from mentordesk.documents.blocks import Letterhead, Said
from mentordesk.documents.declared.person_kinds import PERSON_REPORT
from mentordesk.documents.file_names import file_name
from mentordesk.documents.papers.person_report import OTHER, PersonReportContent, ReportSection
from mentordesk.documents.papers.report_words import COLUMN_NAMES, TABLE_NAMES, UNTOLD, value_name
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.letterhead import letterhead
from mentordesk.queries.person_report import PersonReport, ReportCell, attached_content, person_report
from mentordesk.queries.programmes import programmes
from mentordesk.queries.report_masks import Plain
from mentordesk.storage.store import Store
from mentordesk.whole_file import write_whole

FORMAT = 1


@dataclass(frozen=True, slots=True)
class WrittenReport:
    person: str
    written: tuple[Path, ...]  # the paper first, then the JSON, then what was attached
    withheld: int


def write_person_report(
    store: Store, number: str, *, folder: Path, made_on: date, language: LanguageCode | None = None
) -> WrittenReport:
    """`number`: of a person or a participation; `language`: else the one in which they read documents.

    Raises:
        Refused: nobody bears the number, a letter cannot be printed, or the folder cannot be written to.
    """
    found = person_report(store, number, other=catalog(LanguageCode.EN).say(OTHER))
    spoken = language or _language(found)
    told = person_report(store, number, other=catalog(spoken).say(OTHER))
    make_folder(folder)
    ready = PERSON_REPORT.ready(_content(told, _letterhead(store), made_on))
    names = [printing.file_name(ready, [spoken])]
    paper = printing.write(ready, [spoken], folder / names[0]).path
    names.append(Path(names[0]).with_suffix(".json").name)
    write_whole(_as_json(found, made_on), folder / names[1])
    written = [paper, folder / names[1]]
    for attachment, called in found.files:
        names.append(file_name(Path(called).stem, Path(called).suffix, names))
        write_whole(attached_content(store, attachment), folder / names[-1])
        written.append(folder / names[-1])
    return WrittenReport(found.name, tuple(written), found.withheld)


def _language(found: PersonReport) -> LanguageCode:
    person = next(table for table in found.tables if table.name == "person").rows[0]
    kept = next((cell.value for cell in person if cell.column == "language"), None)
    return LanguageCode(str(kept)) if kept else LanguageCode.EN


def _letterhead(store: Store) -> Letterhead:
    """Of the newest programme; the report is of the whole file."""
    there = programmes(store)
    return letterhead(store, there[-1].id if there else None)


def _content(found: PersonReport, letterhead: Letterhead, made_on: date) -> PersonReportContent:
    return PersonReportContent(
        letterhead=letterhead,
        made_on=made_on,
        name=found.name,
        sections=tuple(_sections(found)),
        changes=tuple((change.at.date(), change.who, change.what) for change in found.changes),
        withheld=found.withheld,
    )


def _sections(found: PersonReport) -> Iterator[ReportSection]:
    for table in found.tables:
        rows = (tuple(_told(table.name, cell) for cell in row if _is_told(cell)) for row in table.rows)
        kept = tuple(row for row in rows if row)
        if kept:
            yield ReportSection(title=_named(table.name), rows=kept)
    for row in found.deleted:
        told = tuple(_told(row.table, cell) for cell in row.row if _is_told(cell))
        if told:
            title = msg("Deleted, kept in the change history only: {table}", table=_named(row.table))
            yield ReportSection(title=title, rows=(told,))


def _named(table: str) -> Message | str:
    return TABLE_NAMES.get(table, table)


def _is_told(cell: ReportCell) -> bool:
    return cell.told and cell.column not in UNTOLD and cell.value not in ("", [], {})


def _told(table: str, cell: ReportCell) -> tuple[Said, Said]:
    return COLUMN_NAMES.get(cell.column, cell.column.replace("_", " ")), cell.name or _said(
        table, cell.column, cell.value
    )


def _said(table: str, column: str, value: Plain) -> Said:
    match value:
        case int() if (table, column) == ("scenario_pair", "points"):
            return str(round(value / 100))  # kept in hundredths
        case bool():
            return msg("yes") if value else msg("no")
        case datetime():
            return value.date()
        case date():
            return value
        case str():
            return value_name(table, column, value)
        case list():
            return ", ".join(str(each) for each in value)
        case dict():
            return ", ".join(f"{key}: {each}" for key, each in value.items())
    return str(value)


def _raw(row: Sequence[ReportCell]) -> dict[str, Plain]:
    """As it is kept; beside a key, what it points at is named where that has a name."""
    named = {cell.column.removesuffix("_id"): cell.name for cell in row if cell.name}
    return {**named, **{cell.column: cell.value for cell in row}}


def _as_json(found: PersonReport, made_on: date) -> bytes:
    whole = {
        "format": FORMAT,
        "made_on": made_on.isoformat(),
        "person": found.person,
        "name": found.name,
        "withheld": found.withheld,
        "tables": {table.name: [_raw(row) for row in table.rows] for table in found.tables},
        "deleted": [
            {
                "table": row.table,
                "row": _raw(row.row),
                "at": row.at.isoformat(),
                "who": row.who,
                "what": catalog(LanguageCode.EN).say(row.what),
            }
            for row in found.deleted
        ],
        "files": [name for _, name in found.files],
        "changes": [
            {
                "at": change.at.isoformat(),
                "who": change.who,
                "what": catalog(LanguageCode.EN).say(change.what),
                "rows": [{"table": table, "before": before, "after": after} for table, before, after in change.rows],
            }
            for change in found.changes
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str).encode()
