"""An import on its way: what was read, which column is which Field, and what taking it in would do (R13).

Reading and parsing are pure work in the pool; looking and taking in are done by the file's thread. No widget is here.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mentordesk.actions.people_import import Imported, import_people
from mentordesk.domain.fields import Field
from mentordesk.domain.people import FULL_NAME, ROLE_FIELD, Role
from mentordesk.domain.privacy import never_taken
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.progress import Progress
from mentordesk.queries.import_mappings import remembered_mapping
from mentordesk.queries.programmes import import_fields
from mentordesk.spreadsheets import sheet as sheets
from mentordesk.spreadsheets.headings import Chosen, HeadingMapping, guess
from mentordesk.spreadsheets.people import Parsed, Problem, parse
from mentordesk.spreadsheets.rejects import write_rejects
from mentordesk.spreadsheets.sheet import Sheet
from ui.desk import Desk
from ui.language import spoken, tr

_NAMING = frozenset({FULL_NAME.key, "given_name", "family_name", "email"})


@dataclass(frozen=True, slots=True)
class Preview:
    """What would happen; `problems` are of rows that would not be taken, in the order of the file."""

    parsed: Parsed
    result: Imported

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(sorted((*self.parsed.problems, *self.result.rejected), key=lambda each: each.row))

    @property
    def taken(self) -> int:
        return self.result.added + self.result.updated + self.result.unchanged


class Importing(QObject):
    changed = Signal()  # some of what it holds
    refused = Signal(object)  # Message: why a step could not be done
    finished = Signal()  # `result` is in the file

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._today = desk.today
        self.start_anew()

    def start_anew(self) -> None:
        self.path: Path | None = None
        self.text = ""
        self.busy = False
        self.sheet: Sheet | None = None
        self.fields: tuple[Field, ...] = ()
        self.mapping: HeadingMapping | None = None
        self.preview: Preview | None = None
        self.result: Imported | None = None
        self.role: Role | None = None
        self.changed.emit()

    @property
    def name(self) -> str:
        """Of what is read, as a person calls it."""
        return tr("Clipboard") if self.path is None else self.path.name

    @property
    def names_people(self) -> bool:
        """Whether a column tells who a row is about."""
        return self.mapping is not None and bool(_NAMING & {field.key for _, field in self.mapping.taken})

    @property
    def tells_roles(self) -> bool:
        return self.mapping is not None and any(field is ROLE_FIELD for _, field in self.mapping.taken)

    def read_file(self, path: Path) -> None:
        self.start_anew()
        self.path = path
        self._begin(lambda _: sheets.read(path))

    def read_text(self, text: str) -> None:
        """A list as it was copied from a spreadsheet."""
        self.start_anew()
        self.text = text
        name = tr("Clipboard")
        self._begin(lambda _: _sheet_of(text, name))

    def read_again(self) -> None:
        """The file may have been mended meanwhile; the role that was chosen stays."""
        role = self.role
        if self.path is not None:
            self.read_file(self.path)
        elif self.text:
            self.read_text(self.text)
        self.role = role

    def map(self, column: int, field: Field | None) -> None:
        """No two columns are the same Field: the other one is left out from now on."""
        if self.mapping is None or self.mapping.fields[column] == field:
            return
        fields = [None if each is not None and each == field else each for each in self.mapping.fields]
        fields[column] = None if never_taken(self.mapping.headings[column]) else field
        self.mapping = HeadingMapping(self.mapping.headings, tuple(fields))
        self._look()

    def choose_role(self, role: Role | None) -> None:
        if role is not self.role:
            self.role = role
            self._look()

    def run(self) -> None:
        preview, mapping, role, programme = self.preview, self.mapping, self.role, self._desk.programme_id
        if preview is None or mapping is None or self.busy:
            return
        self._set_busy(True)
        rows, today = preview.parsed.rows, self._today
        self._desk.work.change(
            lambda store: import_people(store, rows, programme=programme, role=role, today=today, mapping=mapping),
            self._on_imported,
            self._on_refused,
        )

    def save_rejects(self, path: Path) -> None:
        sheet, mapping, preview, catalog = self.sheet, self.mapping, self.preview, spoken()
        if sheet is not None and mapping is not None and preview is not None:
            problems = preview.problems
            self._desk.work.compute(
                "import rejects",
                lambda _: write_rejects(path, sheet, mapping, problems, catalog),
                partial(self._on_saved, path),
                refused=self._on_refused,
            )

    def _begin(self, reading: Callable[[Progress], Sheet]) -> None:
        self._set_busy(True)
        self._desk.work.compute("import read", reading, self._on_sheet, refused=self._on_refused)

    def _on_sheet(self, sheet: Sheet) -> None:
        self.sheet = sheet
        fields = self.fields = import_fields(self._desk.programme)
        self._desk.work.ask(
            "import headings",
            lambda store: remembered_mapping(store, sheet.headings, fields),
            partial(self._on_remembered, sheet),
            self._on_refused,
        )

    def _on_remembered(self, sheet: Sheet, chosen: Chosen) -> None:
        fields = self.fields
        self._desk.work.compute(
            "import guess",
            lambda _: guess(sheet.headings, fields, sheet.rows, chosen),
            self._on_mapped,
            refused=self._on_refused,
        )

    def _on_mapped(self, mapping: HeadingMapping) -> None:
        self.mapping = mapping
        self._look()

    def _look(self) -> None:
        """What the mapping and the role would come to, without doing it."""
        self.preview = None
        sheet, mapping, today = self.sheet, self.mapping, self._today
        if sheet is None or mapping is None:
            return
        if not self.names_people:
            self._set_busy(False)
            return
        self._set_busy(True)
        self._desk.work.compute(
            "import parse", lambda _: parse(sheet, mapping, today), self._on_parsed, refused=self._on_refused
        )

    def _on_parsed(self, parsed: Parsed) -> None:
        programme, role, today = self._desk.programme_id, self.role, self._today
        self._desk.work.ask(
            "import preview",
            lambda store: import_people(store, parsed.rows, programme=programme, role=role, today=today, dry_run=True),
            partial(self._on_previewed, parsed),
            self._on_refused,
        )

    def _on_previewed(self, parsed: Parsed, result: Imported) -> None:
        self.preview = Preview(parsed, result)
        self._set_busy(False)

    def _on_imported(self, result: Imported) -> None:
        self.result = result
        self._set_busy(False)
        self.finished.emit()

    def _on_saved(self, path: Path, count: int) -> None:
        self._desk.tell(msg("The rows that were not taken are in {path}: {count}.", path=str(path), count=count))

    def _on_refused(self, no: Refused) -> None:
        self._set_busy(False)
        self.refused.emit(no.message)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()


def _sheet_of(text: str, name: str) -> Sheet:
    """Read as a file would be; the file is gone again before anybody sees the list."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        return sheets.read(path)
