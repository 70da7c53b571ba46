"""The month view over 50,000 meetings beside the same grid with none: first paint, and on to the next month.

Run from the root: `python -m tests.benchmarks.month [meetings]`. One process, both files, a calendar over each; a
figure is the median of several, the two taken in turns. Measured is what the window's own thread does, in its own
processor time, and so how long it cannot answer a key: for the first paint showing what was read and painting it;
for a step, from the key to the painted month, without the time in which it is free while the file's thread reads.
That reading is printed beside it, and not part of the ratio: meanwhile the window shows the month before, and
answers. Goal: at most 2 times.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.actions.files import new_file, open_file
from mentordesk.actions.meetings import add_meeting
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.programmes import programmes
from mentordesk.sample.many import fill_meetings
from mentordesk.storage.records import DeadlineRecord, MeetingDayRecord, MeetingRecord
from mentordesk.storage.store import Store
from tests.ui.conftest import ScriptedAsk
from ui import language
from ui.calendar.tab import CalendarPage
from ui.changes import Changes
from ui.desk import Desk, OpenFile
from ui.immortals import keep_constants
from ui.preferences import Preferences
from ui.theme import LIGHT, Look
from ui.wearing import wear
from ui.work import Work

MEETINGS = 50_000
GOAL = 2.0  # times the empty grid
STEPS = 9
TODAY = date(2027, 3, 10)
SIZE = (1104, 764)


class Timed(QApplication):
    """Adds up the time in which the window's thread is at work, event by event."""

    busy = 0.0
    _depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._depth:
            return super().notify(receiver, event)
        self._depth, begun = 1, time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            Timed.busy += time.thread_time() - begun
            self._depth = 0


@dataclass
class Calendar:
    page: CalendarPage
    desk: Desk

    def settle(self) -> None:
        while not self.desk.work.idle:
            QTest.qWait(1)
        for _ in range(3):
            QApplication.processEvents()


def made(folder: Path, count: int) -> Path:
    from mentordesk.i18n.message import msg

    path = folder / f"{count}.mentordesk"
    with new_file(path, clock=lambda: datetime(2027, 1, 11, 12, tzinfo=UTC)) as store:
        programme = create_programme(store, template_key="nno", name="Many", starts_on=date(2027, 1, 11)).id
        with store.changing(msg("Empty")) as session:
            for kind in (MeetingDayRecord, MeetingRecord, DeadlineRecord):
                for each in session.query(kind):
                    session.delete(each)
        far = date(2028, 6, 1)  # without any date the calendar shows no grid
        nine, ten = clock(9), clock(10)
        add_meeting(store, programme=programme, kind="team_follow_up", title="", day=far, start=nine, end=ten)
        if count:
            fill_meetings(store, programme, count)
    return path


def opened(path: Path, look: Look) -> Calendar:
    work = Work(Changes())
    found: list[object] = []
    work.open(lambda: open_file(path), found.append, found.append)
    while not found:
        QTest.qWait(1)
    assert isinstance(found[0], Store), found[0]
    file = OpenFile(path, TODAY, None)
    preferences = Preferences(path.parent / "window.ini")
    desk = Desk(work=work, changes=Changes(), ask=ScriptedAsk(), look=look, preferences=preferences, file=file)
    rows: list[tuple[Programme, ...]] = []
    work.ask("programmes", programmes, rows.append)
    while not rows:
        QTest.qWait(1)
    desk.programme = rows[0][-1]
    page = CalendarPage(desk)
    page.resize(*SIZE)
    calendar = Calendar(page, desk)
    page.show()
    calendar.settle()
    page.set_view("month")
    calendar.settle()
    return calendar


def busy(run: Callable[[], object], calendar: Calendar) -> tuple[float, float]:
    """Milliseconds at work in the window, and in all, until everything was painted."""
    Timed.busy, begun, work = 0.0, time.perf_counter(), time.thread_time()
    run()
    spent = time.thread_time() - work
    calendar.settle()
    return (Timed.busy + spent) * 1000, (time.perf_counter() - begun) * 1000


def first_paint(calendar: Calendar) -> float:
    """What was read is shown anew and painted whole."""
    shown = calendar.page._shown
    assert shown is not None
    begun = time.thread_time()
    calendar.page._show(shown)
    calendar.page.repaint()
    return (time.thread_time() - begun) * 1000


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MEETINGS
    keep_constants()
    gc.disable()
    app, look = Timed([]), Look(LIGHT, 100)
    language.use(LanguageCode.EN)
    wear(app, look)
    with tempfile.TemporaryDirectory() as folder:
        files = {each: made(Path(folder), each) for each in (0, count)}
        calendars = {each: opened(path, look) for each, path in files.items()}
        painted: dict[int, list[float]] = {each: [] for each in calendars}
        stepped: dict[int, list[tuple[float, float]]] = {each: [] for each in calendars}
        for number in range(STEPS):
            for each, calendar in calendars.items():
                calendar.page.activateWindow()
                painted[each].append(first_paint(calendar))
                later = 1 if number % 4 < 2 else -1  # to and fro within the months that are full
                stepped[each].append(busy(partial(calendar.page._step, later), calendar))
        shown = calendars[count].page._shown
        assert shown is not None
        print(f"{count} meetings, {len(shown.rows)} of them in the six weeks of the month shown")
        good = True
        for name, figures in (
            ("first paint", painted),
            ("next month", {each: [one for one, _ in some] for each, some in stepped.items()}),
        ):
            empty, full = (statistics.median(figures[each]) for each in (0, count))
            good &= full <= GOAL * empty
            print(f"{name:12} empty {empty:6.1f} ms, full {full:6.1f} ms: {full / empty:.2f} times (goal {GOAL:g})")
        empty, full = (statistics.median(whole for _, whole in stepped[each]) for each in (0, count))
        print(f"until it is there, the file read meanwhile: empty {empty:.0f} ms, full {full:.0f} ms")
        for calendar in calendars.values():
            calendar.desk.work.close()
    return 0 if good else 1


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
