"""The list of ten thousand people: first paint, a key in the search, a sort, a pasted block, each beside the plainest.

python -m tests.benchmarks.participants [people]

The goal is 16 ms a key at the median. The bare baseline shows the same people, read by one SELECT, in a QTableView over
a model that knows nothing but its texts; searches all texts of a row; sorts them by `sorted`; and writes the block's
cells in one transaction.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from sqlalchemy import select

from mentordesk.actions.files import new_file, open_file
from mentordesk.actions.programmes import create_programme
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.programmes import programmes
from mentordesk.sample.many import fill_people
from mentordesk.storage.records import PersonRecord
from tests.ui.conftest import ScriptedAsk
from ui import language
from ui.changes import Changes
from ui.desk import Desk, OpenFile
from ui.immortals import keep_constants
from ui.preferences import Preferences
from ui.tables.blocks import block_text
from ui.theme import LIGHT, Look
from ui.work import Work

PEOPLE = 10_000
PASTED = 1_000
GOAL = 16  # ms a key
SIZE = (1104, 764)
TODAY = date(2027, 1, 18)
WRITTEN = ("a", "be", "ber", "berg", "kirurgi", "zzz", "å", "mentor a")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def ms(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1000


def painted(widget: QWidget) -> None:
    QApplication.processEvents()
    widget.repaint()


class Bare(QAbstractTableModel):
    """Texts and nothing else."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self.rows[0])

    def data(self, index: _Index, role: int = 0) -> object:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def made(folder: Path, people: int) -> Path:
    path = folder / "many.mentordesk"
    with new_file(path, clock=lambda: datetime(2027, 1, 18, 12, tzinfo=UTC)) as store:
        create_programme(store, template_key="nno", name="Mentors 2027", starts_on=TODAY)
        fill_people(store, programmes(store)[-1].id, people)
    return path


def bare(path: Path) -> dict[str, float]:
    """What the plainest program would need for the same."""
    found = {}
    with open_file(path) as store:
        began = time.perf_counter()
        with store.reading() as session:
            columns = list(PersonRecord.__table__.columns)[:14]
            rows = [
                tuple("" if cell is None else str(cell) for cell in row) for row in session.execute(select(*columns))
            ]
        view, model = QTableView(), Bare(rows)
        view.setModel(model)
        view.resize(*SIZE)
        view.show()
        painted(view)
        found["first paint"] = (time.perf_counter() - began) * 1000
        lines = [" ".join(row).casefold() for row in rows]
        found["key"] = statistics.median(
            ms(lambda word=word: [at for at, line in enumerate(lines) if word in line]) for word in WRITTEN
        )
        found["key, its painting"] = statistics.median(
            ms(lambda: (view.viewport().update(), painted(view))) for _ in WRITTEN
        )
        found["sort"] = ms(lambda: sorted(rows, key=lambda row: row[2]))
        ids = [row[0] for row in rows[:PASTED]]
    found["paste"] = ms(lambda: write(path, ids))
    return found


def write(path: Path, ids: list[str]) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.executemany(
            "UPDATE person SET title = ?, grade = ? WHERE id = ?", [(f"T{at}", "G", id_) for at, id_ in enumerate(ids)]
        )


def ours(path: Path) -> tuple[dict[str, float], list[float]]:
    """The page over the file; and each key's time."""
    from ui.opening import load_rooms
    from ui.participants.tab import ParticipantsPage

    load_rooms()
    changes = Changes()
    work = Work(changes)
    done: list[object] = []
    work.open(lambda: open_file(path), done.append, done.append)
    wait(lambda: bool(done))
    preferences = Preferences(path.with_suffix(".ini"))
    desk = Desk(
        work=work,
        changes=changes,
        ask=ScriptedAsk(),
        look=Look(LIGHT),
        preferences=preferences,
        file=OpenFile(path, TODAY),
    )
    found = {}
    began = time.perf_counter()
    page = ParticipantsPage(desk)
    page.resize(*SIZE)
    page.show()
    wait(lambda: bool(page.grid.table.rows.total))
    painted(page)
    found["first paint"] = (time.perf_counter() - began) * 1000
    wait(lambda: work.idle)
    QTest.qWait(2_500)  # idle turns get the texts ready, as while somebody looks at the list
    keys, seen = [], []
    for word in WRITTEN:
        keys.append(ms(lambda word=word: page.grid.search(word)))
        seen.append(ms(lambda: painted(page.grid.view)))
    found["key"] = statistics.median(keys)
    found["key, its painting"] = statistics.median(seen)
    page.grid.search("")
    painted(page)
    found["sort"] = ms(lambda: (page.grid.sort_by("unit:up"), painted(page.grid.view)))
    page.grid.sort_by("")
    place = page.grid.table.index(0, page.grid.table.column_of("title"))
    page.grid.view.setCurrentIndex(place)
    block = block_text((f"Title {number}", "nursing") for number in range(PASTED))
    QApplication.clipboard().setText(block)
    page.grid.view.setFocus()
    held = ms(lambda: QTest.keyClick(page.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier))
    began = time.perf_counter()
    wait(lambda: work.idle)
    painted(page)
    found["paste"] = held + (time.perf_counter() - began) * 1000
    found["paste, the window's thread"] = held
    work.close()
    return found, keys


def wait(until: Callable[[], bool]) -> None:
    while not until():
        QApplication.processEvents()
        time.sleep(0.001)


def main(people: int) -> None:
    gc.disable()
    keep_constants()
    app = QApplication.instance() or QApplication([])
    language.use(LanguageCode.EN)
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder), people)
        found, keys = ours(path)
        plain = bare(path)
    print(f"{people} people; a block of {PASTED} rows; goal: {GOAL} ms a key at the median")
    for what, took in found.items():
        beside = f"{plain[what]:8.1f} ms the plainest, {took / plain[what]:5.1f} of it" if what in plain else ""
        print(f"  {what:28} {took:8.1f} ms   {beside}")
    print("  keys: " + ", ".join(f"“{word}” {took:.1f}" for word, took in zip(WRITTEN, keys, strict=True)))
    del app


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
