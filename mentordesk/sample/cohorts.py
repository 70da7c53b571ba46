"""The invented cohorts as spreadsheets: those that ship, from one seed, and others from any other seed.

`python -m mentordesk.sample.cohorts` writes the ones in resources/sample/, the same bytes each time.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from mentordesk import places
from mentordesk.domain.fields import Cell
from mentordesk.sample import norwegian, swedish
from mentordesk.sample.draw import Row
from mentordesk.spreadsheets.export import write_table

SAMPLE_DAY = date(2026, 11, 23)  # the day on which the demo plays
SEED = 2026  # of the cohorts that ship
FOLDER = places.RESOURCES / "sample"
_STEADY_TIME = (2026, 11, 1, 12, 0, 0)  # for what a workbook says of when it was made


@dataclass(frozen=True, slots=True)
class SampleFile:
    name: str
    columns: tuple[str, ...]
    people: Callable[[int], list[Row]]

    def rows(self, seed: int) -> list[list[Cell]]:
        return [[person.get(column) for column in self.columns] for person in self.people(seed)]


FILES = (
    SampleFile("people-nno.xlsx", norwegian.WORDS.columns, norwegian.cohort),
    SampleFile("people-nu.xlsx", swedish.WORDS.columns, swedish.cohort),
)


def write(folder: Path) -> None:
    """All that ship, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in FILES:
        write_cohort(file, SEED, folder / file.name)


def write_cohort(file: SampleFile, seed: int, path: Path) -> None:
    """One cohort of a seed; the same seed gives the same bytes."""
    write_table(path, file.columns, file.rows(seed))
    _make_steady(path)


def _make_steady(path: Path) -> None:
    """Without the clock, in the package as in its properties; and readable by everybody, as a resource is."""
    steady = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-11-01T12:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _STEADY_TIME), content, zipfile.ZIP_DEFLATED)
    path.write_bytes(steady.getvalue())
    path.chmod(0o644)


if __name__ == "__main__":
    write(FOLDER)
    sys.stdout.write("".join(f"{FOLDER / file.name}\n" for file in FILES))
