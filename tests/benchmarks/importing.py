"""What taking in and writing out a list of 10,000 people costs, beside the barest thing that does the same.

    python -m tests.benchmarks.importing [ROUNDS]

Seconds are of the processor, the median of the rounds; the clock's are in brackets.
Goal: an import at most 3 times a bare insert of the same rows in one transaction. Two inserts are bare: SQLAlchemy's of
the values as Python has them, and the driver's own of values that were made ready before the clock started.
As in the window, Python's collector rests meanwhile.
"""

from __future__ import annotations

import contextlib
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from sqlalchemy import Table, insert, select

from mentordesk.actions.files import new_file
from mentordesk.actions.people_import import import_people
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.fields import Cell
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.spreadsheets.export import write_table
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import PersonRow, parse
from mentordesk.spreadsheets.sheet import Sheet, read
from mentordesk.storage.records import (
    MentorRecord,
    ParticipationRecord,
    PersonRecord,
    StatusStepRecord,
    UnitRecord,
)
from mentordesk.storage.store import Store

PEOPLE = 10_000
TODAY = date(2026, 11, 22)
FIRST = ("Åse", "Ánte", "Kari", "Per", "Göran", "Ingrid", "Marit", "Tor")
LAST = ("Berg", "Ødegård", "Lund", "Sjö", "Nes", "Åsen")
HEADINGS = ("Given name", "Family name", "E-mail", "Unit", "Job title", "Leader since", "Needs", "Phone")
RECORDS = (UnitRecord, PersonRecord, MentorRecord, ParticipationRecord, StatusStepRecord)


@dataclass(frozen=True, slots=True)
class Taken:
    processor: float
    clock: float


def people() -> list[list[Cell]]:
    return [
        [
            FIRST[n % 8],
            f"{LAST[n % 6]}{n}",
            f"p{n}@example.org",
            f"Ward {n % 40}",
            "Nurse",
            date(2000 + n % 20, 1, 1),
            "change; courage" if n % 2 else "budgets",
            f"+47 {n:08}",
        ]
        for n in range(PEOPLE)
    ]


@contextlib.contextmanager
def programme(folder: Path) -> Iterator[tuple[Store, ProgrammeId]]:
    with new_file(folder / "list.mentordesk") as store:
        made = create_programme(store, template_key="nno", name="Mentors 2027", starts_on=date(2027, 1, 18))
        yield store, made.id


def taken(run: Callable[[], object]) -> Taken:
    gc.collect()
    gc.disable()
    began, clock = time.process_time(), time.perf_counter()
    run()
    return Taken(time.process_time() - began, time.perf_counter() - clock)


class Bare:
    """The rows of an import, and their insert with nothing around it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._values: list[tuple[Table, list[dict[str, object]]]] = []
        self._tables: list[tuple[str, list[tuple[object, ...]]]] = []
        with store.reading() as session:
            known = [(record, session.execute(select(record.__table__)).mappings().all()) for record in RECORDS]
        dialect = store._connection.dialect
        for record, rows in known:
            self._values.append((record.__table__, [dict(row) for row in rows]))
            columns = record.__table__.columns
            binders = {c.name: c.type.dialect_impl(dialect).bind_processor(dialect) for c in columns}
            bound = [
                tuple(value if binders[name] is None else binders[name](value) for name, value in row.items())
                for row in rows
            ]
            places = ", ".join("?" * len(columns))
            names = ", ".join(column.name for column in columns)
            self._tables.append((f"INSERT INTO {record.__tablename__} ({names}) VALUES ({places})", bound))

    @property
    def rows(self) -> int:
        return sum(len(rows) for _, rows in self._tables)

    def insert(self) -> None:
        """By SQLAlchemy, in this transaction of the store and no journal."""
        with self._store._transaction() as transaction, self._store._guard.lifted():
            for table, rows in self._values:
                if rows:
                    self._store._connection.execute(insert(table), rows)
            transaction.commit()

    def insert_by_the_driver(self) -> None:
        with self._store.whole_file() as file:
            file.execute("BEGIN IMMEDIATE")
            file.execute("PRAGMA defer_foreign_keys = ON")
            for statement, rows in self._tables:
                file.executemany(statement, rows)
            file.execute("COMMIT")

    def clear(self) -> None:
        with self._store.whole_file() as file:
            file.execute("BEGIN IMMEDIATE")
            file.execute("PRAGMA defer_foreign_keys = ON")
            for record in reversed(RECORDS):
                file.execute(f"DELETE FROM {record.__tablename__}")
            file.execute("COMMIT")


def say(name: str, ours: Sequence[Taken], bare: Sequence[Taken], beside: str) -> None:
    processor = [statistics.median(each.processor for each in kind) for kind in (ours, bare)]
    clock = [statistics.median(each.clock for each in kind) for kind in (ours, bare)]
    print(
        f"{name}: {processor[0]:.2f} s ({clock[0]:.2f}); {beside}: {processor[1]:.2f} s ({clock[1]:.2f}); "
        f"{processor[0] / processor[1]:.1f} times"
    )


def taking_in(folder: Path, rows: Sequence[PersonRow], rounds: int) -> None:
    with programme(folder) as (store, into):

        def run(*, dry_run: bool = False) -> None:
            import_people(store, rows, programme=into, role=Role.MENTEE, today=TODAY, dry_run=dry_run)

        run()
        bare = Bare(store)
        store.undo()
        figures: dict[str, list[Taken]] = {name: [] for name in ("bare", "driver", "import", "preview", "undo", "redo")}
        for _ in range(rounds):
            figures["bare"].append(taken(bare.insert))
            bare.clear()
            figures["driver"].append(taken(bare.insert_by_the_driver))
            bare.clear()
            figures["preview"].append(taken(lambda: run(dry_run=True)))
            figures["import"].append(taken(run))
            figures["undo"].append(taken(store.undo))
            figures["redo"].append(taken(store.redo))
            store.undo()
        for name in ("import", "preview", "undo", "redo"):
            say(name, figures[name], figures["bare"], f"bare insert of the same {bare.rows} rows")
        say("import", figures["import"], figures["driver"], "the driver alone with rows made ready")


def reading(path: Path, rounds: int) -> Sheet:
    def bare() -> None:
        CalamineWorkbook.from_filelike(BytesIO(path.read_bytes())).get_sheet_by_index(0).to_python()

    ours, alone = [], []
    for _ in range(rounds):
        ours.append(taken(lambda: read(path)))  # its process's time is in the clock's figure only
        alone.append(taken(bare))
    say(".xlsx read", ours, alone, "calamine alone")
    return read(path)


def writing(folder: Path, table: Sequence[Sequence[Cell]], rounds: int) -> None:
    def bare() -> None:
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in (HEADINGS, *table):
            sheet.append(row)
        book.save(folder / "bare.xlsx")

    ours, alone = [], []
    for _ in range(rounds):
        ours.append(taken(lambda: write_table(folder / "ours.xlsx", HEADINGS, table)))
        alone.append(taken(bare))
    say(".xlsx written", ours, alone, "openpyxl alone")


def main(rounds: int) -> None:
    print(f"{PEOPLE} people")
    table = people()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        writing(folder, table, rounds)
        sheet = reading(folder / "ours.xlsx", rounds)
        mapping = guess(sheet.headings, rows=sheet.rows)
        parsing = [taken(lambda: parse(sheet, mapping, TODAY)) for _ in range(rounds)]
        print(f"parsed: {statistics.median(each.processor for each in parsing):.2f} s")
        taking_in(folder, parse(sheet, mapping, TODAY).rows, rounds)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
