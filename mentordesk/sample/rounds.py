"""The rounds that the demo plays and that "open the example" shows: a programme, and its invented people taken in.

Matching them and printing their papers is cli/demo.py's, or the user's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from mentordesk.actions.files import Store, new_file
from mentordesk.actions.people_import import Imported, import_people
from mentordesk.actions.programmes import NewProgramme, create_programme
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.programmes import import_fields, programme_named
from mentordesk.sample.cohorts import FILES, FOLDER, SAMPLE_DAY, SampleFile
from mentordesk.spreadsheets import sheet as sheets
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import parse


@dataclass(frozen=True, slots=True)
class SampleRound:
    """A round of a programme with its invented people. To add one: a line in ROUNDS."""

    template: str
    name: str
    starts_on: date
    people: SampleFile

    @property
    def shipped(self) -> Path:
        """Its list of people that comes with the program."""
        return FOLDER / self.people.name


ROUNDS = (
    SampleRound("nno", "Mentorprogram for sykepleierledere 2027", date(2027, 1, 18), FILES[0]),
    SampleRound("nu", "Mentorprogram för nya chefer 2027", date(2026, 11, 30), FILES[1]),
)


def write_example(path: Path, *, programmes: Sequence[str] = ("nno",), progress: Progress = SILENT) -> None:
    """A new file with these rounds (keys of their templates), people taken in and nobody matched yet.

    A refusal or a stop through `progress` leaves no file behind.

    Raises:
        Refused: there is a file of that name, or the folder cannot be written.
        KeyError: a template of which there is no round.
        Cancelled: somebody asked `progress` to stop.
    """
    chosen = [round_of(key) for key in programmes]
    with new_file(path, clock=on_the_sample_day) as store:
        for sample in progress.over(chosen, len(chosen)):
            begin(store, sample, sample.shipped)


def begin(store: Store, sample: SampleRound, table: Path) -> tuple[NewProgramme, Imported]:
    """The programme made, and the people of the table taken in, as on the sample day."""
    programme = create_programme(store, template_key=sample.template, name=sample.name, starts_on=sample.starts_on)
    sheet = sheets.read(table)
    mapping = guess(sheet.headings, import_fields(programme_named(store, programme.name)), sheet.rows)
    parsed = parse(sheet, mapping, SAMPLE_DAY)
    taken = import_people(store, parsed.rows, programme=programme.id, role=None, today=SAMPLE_DAY, mapping=mapping)
    return programme, taken


def round_of(template: str) -> SampleRound:
    """Raises KeyError for a template of which there is no round."""
    for sample in ROUNDS:
        if sample.template == template:
            return sample
    raise KeyError(template)


def on_the_sample_day() -> datetime:
    """A clock that stands."""
    return datetime.combine(SAMPLE_DAY, time(12), UTC)
