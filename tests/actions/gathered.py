"""A start-up meeting of two days with four pairs, at work for two employers, and a clock on its first day."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentordesk.domain.ids import MeetingId
from mentordesk.queries.agenda import MeetingRow, agenda
from mentordesk.queries.gathering import Asked, Gathering, gathering
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import PersonRecord, UnitRecord
from tests.queries.small_programme import NOON, Made, add, change, made

FIRST, SECOND = date(2027, 1, 26), date(2027, 1, 27)


@dataclass
class Gathered:
    store: object
    made: Made
    meeting: MeetingId

    @property
    def seen(self) -> Gathering:
        return gathering(self.store, self.meeting)

    @property
    def people(self) -> tuple[Asked, ...]:
        return self.seen.people

    def named(self, name: str) -> Asked:
        return next(each for each in self.people if each.name == name)


def gathered(store, pairs: int = 4) -> Gathered:
    """Everybody of the odd pairs works at the first employer, the others at the second."""
    programme = made(store, pairs=pairs)
    two = [UnitRecord(name="Ringerike"), UnitRecord(name="Finnmark")]
    add(store, *two)
    for number, pair in enumerate(programme.pairs):
        for person in (pair.mentee_person, pair.mentor_person):
            change(store, PersonRecord, person, unit_id=two[number % 2].id)
    found = agenda(store, programme.programme, first=FIRST, last=FIRST).rows
    meeting = next(row.meeting for row in found if isinstance(row, MeetingRow) and row.kind == "start_up")
    return Gathered(store, programme, meeting)


@contextmanager
def opened(path: Path) -> Iterator[Gathered]:
    """A copy of one file that is written once for all tests."""
    content, programme, meeting = _written()
    path.write_bytes(content)
    with open_store(path, clock=lambda: NOON) as store:
        yield Gathered(store, programme, meeting)


@functools.cache
def _written() -> tuple[bytes, Made, MeetingId]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gathered.mentordesk"
        with open_store(path, create=True, clock=lambda: NOON) as store:
            found = gathered(store)
        return path.read_bytes(), found.made, found.meeting
