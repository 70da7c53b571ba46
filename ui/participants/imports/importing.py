"""An import on its way: what was read, which column is which Field, and what taking it in would do (R13).

Reading and parsing are pure work in the pool; looking and taking in are done by the file's thread. No widget is here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentordesk.actions.import_matches import Taken
from mentordesk.actions.people_import import Imported, import_people
from mentordesk.domain.fields import Field
from mentordesk.domain.people import FULL_NAME, ROLE_FIELD, Role
from mentordesk.domain.privacy import never_taken
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.progress import Progress
from mentordesk.queries.import_mappings import remembered_mapping
from mentordesk.queries.programmes import import_fields
from mentordesk.spreadsheets import sheet as sheets
from mentordesk.spreadsheets.headings import Chosen, HeadingMapping, guess
from mentordesk.spreadsheets.people import Parsed, parse
from mentordesk.spreadsheets.rejects import write_rejects
from mentordesk.spreadsheets.sheet import GUESSED, Reading, Sheet
from ui.desk import Desk
from ui.language import spoken, tr
from ui.participants.imports.deciding import Decisions, Preview, unless_stopped

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

_NAMING = frozenset({FULL_NAME.key, "given_name", "family_name", "email"})


class Importing(QObject):
    changed = Signal()  # some of what it holds
    refused = Signal(object)  # Message: why a step could not be done
    finished = Signal()  # `result` is in the file

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._today = desk.today
        self._look_number = 0  # a look that is not the newest comes to nothing
        self.start_anew()

    def start_anew(self) -> None:
        self.path: Path | None = None
        self.text = ""
        self.busy = False
        self.stopped = False  # somebody stopped the looking
        self.was_refused = False  # the newest step
        self.reading = GUESSED
        self.day_first: bool | None = None
        self.decisions = Decisions()
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
    def is_text_file(self) -> bool:
        return self.path is not None and self.path.suffix.lower() in sheets.TEXTS

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
        self._begin()

    def read_text(self, text: str) -> None:
        """A list as it was copied from a spreadsheet."""
        self.start_anew()
        self.text = text
        self._begin()

    def read_again(self, reading: Reading | None = None) -> None:
        """The file may have been mended meanwhile, or is read otherwise; what was chosen for the whole list stays."""
        path, text, role, day_first = self.path, self.text, self.role, self.day_first
        reading = self.reading if reading is None else reading
        if path is None and not text:
            return
        self.start_anew()
        self.path, self.text, self.role, self.day_first, self.reading = path, text, role, day_first, reading
        self._begin()

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

    def choose_days(self, day_first: bool | None) -> None:
        if day_first is not self.day_first:
            self.day_first = day_first
            self._look()

    def mend(self, row: int, column: str, entry: str) -> None:
        """In what was read; the file that it came from stays as it is."""
        self.decisions.mended[row, column] = entry or None
        self._look()

    def decide(self, rows: Iterable[int], taken: Taken | None) -> None:
        """None: as if nobody had decided anything."""
        for row in rows:
            self.decisions.choices.pop(row, None)
            if taken is not None:
                self.decisions.choices[row] = taken
        self._look()

    def look_again(self) -> None:
        self._look()

    def run(self) -> None:
        preview, mapping, role, programme = self.preview, self.mapping, self.role, self._desk.programme_id
        if preview is None or mapping is None or self.busy:
            return
        self._set_busy(True)
        rows, today, choices = preview.parsed.rows, self._today, dict(self.decisions.choices)

        def run(store: Store, progress: Progress) -> Imported | None:
            return unless_stopped(
                lambda: import_people(
                    store,
                    rows,
                    programme=programme,
                    role=role,
                    today=today,
                    mapping=mapping,
                    choices=choices,
                    progress=progress,
                )
            )

        title = nmsg("Importing {count} person", "Importing {count} people", len(rows))
        self._desk.work.change_at_length(title, run, self._on_imported, self._on_refused)

    def save_rejects(self, path: Path) -> None:
        sheet, mapping, preview, catalog = self.mended_sheet(), self.mapping, self.preview, spoken()
        if sheet is not None and mapping is not None and preview is not None:
            problems = preview.problems
            self._desk.work.compute(
                "import rejects",
                lambda _: write_rejects(path, sheet, mapping, problems, catalog),
                partial(self._on_saved, path),
                refused=self._on_refused,
            )

    def _begin(self) -> None:
        self._set_busy(True)
        path, text, name, reading = self.path, self.text, self.name, self.reading

        def read(_: Progress) -> Sheet:
            if path is None:
                return sheets.read_text(text, name, reading=reading)
            return sheets.read(path, reading=reading)

        self._desk.work.compute("import read", read, self._on_sheet, refused=self._on_refused)

    def mended_sheet(self) -> Sheet | None:
        return None if self.sheet is None else self.sheet.mended(self.decisions.mended)

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
        """What the mapping and the choices would come to, without doing it; what was seen stays until it is known."""
        sheet, mapping, today, day_first = self.mended_sheet(), self.mapping, self._today, self.day_first
        skipped = self.decisions.skipped
        self._look_number += 1
        self.stopped = self.was_refused = False
        if sheet is None or mapping is None:
            return
        if not self.names_people:
            self.preview = None
            self._set_busy(False)
            return
        self._set_busy(True)

        def look(progress: Progress) -> Parsed | None:
            return unless_stopped(
                lambda: parse(sheet, mapping, today, day_first=day_first, skipped=skipped, progress=progress)
            )

        self._desk.work.compute(
            "import parse", look, self._on_parsed, title=msg("Looking through the list"), refused=self._on_refused
        )

    def _on_parsed(self, parsed: Parsed | None) -> None:
        if parsed is None:
            self._on_stopped()
            return
        programme, role, today, number = self._desk.programme_id, self.role, self._today, self._look_number
        choices = dict(self.decisions.choices)

        def look(store: Store, progress: Progress) -> Imported | None:
            if number != self._look_number:
                return None
            return unless_stopped(
                lambda: import_people(
                    store,
                    parsed.rows,
                    programme=programme,
                    role=role,
                    today=today,
                    choices=choices,
                    dry_run=True,
                    progress=progress,
                )
            )

        self._desk.work.change_at_length(
            msg("Looking who is there already"), look, partial(self._on_previewed, parsed, number), self._on_refused
        )

    def _on_previewed(self, parsed: Parsed, number: int, result: Imported | None) -> None:
        if number != self._look_number:
            return
        if result is None:
            self._on_stopped()
            return
        self.preview = Preview(parsed, result)
        self._set_busy(False)

    def _on_stopped(self) -> None:
        self.preview = None
        self.stopped = True
        self._set_busy(False)

    def _on_imported(self, result: Imported | None) -> None:
        self.result = result
        self._set_busy(False)
        if result is not None:
            self.finished.emit()

    def _on_saved(self, path: Path, count: int) -> None:
        self._desk.tell(msg("The rows that were not taken are in {path}: {count}.", path=str(path), count=count))

    def _on_refused(self, no: Refused) -> None:
        self.was_refused = True
        self._set_busy(False)
        self.refused.emit(no.message)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()
