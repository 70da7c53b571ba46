"""A meeting's number in calendars: whatever is moved, cancelled, deleted, undone and redone, it never goes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.message import msg
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, ProgrammeRecord
from mentordesk.storage.store import Store
from tests.counts import count

BEGIN = datetime(2027, 3, 1, 9)
PROGRAMME = ProgrammeId("p")
STEPS = ("add", "move", "cancel", "add a day", "lose a day", "delete", "undo", "undo", "undo", "redo", "redo")


class Clock:
    """A second later each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2027, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@contextmanager
def a_file() -> Iterator[Store]:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "a.mentordesk", create=True, clock=Clock()) as store:
        with store.changing(msg("Begin"), undoable=False) as session:
            session.add(
                ProgrammeRecord(
                    id=PROGRAMME, name="P", starts_on=date(2027, 1, 1), ends_on=date(2028, 1, 1), settings={}
                )
            )
        yield store


def days(session: Session, meeting: MeetingRecord) -> list[MeetingDayRecord]:
    asked = select(MeetingDayRecord).where(MeetingDayRecord.meeting_id == meeting.id)
    return list(session.scalars(asked.order_by(MeetingDayRecord.number)))


def day(meeting: MeetingRecord, number: int) -> MeetingDayRecord:
    starts = BEGIN + timedelta(number)
    return MeetingDayRecord(meeting_id=meeting.id, number=number, starts_at=starts, ends_at=starts + timedelta(hours=7))


def take(store: Store, step: str) -> None:
    if step in ("undo", "redo"):
        store.undo() if step == "undo" else store.redo()
        return
    with store.changing(msg("Change")) as session:
        meeting = session.scalar(select(MeetingRecord))
        if meeting is None:
            if step == "add":
                made = MeetingRecord(
                    programme_id=PROGRAMME, kind="start_up", mode=Mode.DIGITAL, audience=[], changed_at=store.clock()
                )
                session.add_all([made, day(made, 1)])
            return
        all_days = days(session, meeting)
        match step:
            case "move":
                for each in all_days:
                    each.starts_at += timedelta(1)
                    each.ends_at += timedelta(1)
            case "cancel":
                meeting.status = MeetingStatus.CANCELLED
            case "add a day":
                ever = max(meeting.days_ever or 0, len(all_days)) + 1
                session.add(day(meeting, ever))
                meeting.days_ever = ever
            case "lose a day" if len(all_days) > 1:
                meeting.days_ever = max(meeting.days_ever or 0, all_days[-1].number)
                session.delete(all_days[-1])
            case "delete":
                for each in all_days:
                    session.delete(each)
                session.delete(meeting)
                return
            case _:
                return
        meeting.sequence += 1
        meeting.changed_at = store.clock()


@dataclass(frozen=True)
class Seen:
    id: str
    sequence: int
    changed_at: datetime
    days_ever: int
    told: object


def seen(store: Store) -> Seen | None:
    with store.reading() as session:
        meeting = session.scalar(select(MeetingRecord))
        if meeting is None:
            return None
        told = (meeting.status, tuple((each.number, each.starts_at) for each in days(session, meeting)))
        return Seen(meeting.id, meeting.sequence, meeting.changed_at, meeting.days_ever or 1, told)


@pytest.mark.timeout(count(120, 3_600))
@settings(max_examples=count(15, 1_500), deadline=None)
@given(st.lists(st.sampled_from(STEPS), min_size=5, max_size=30))
def test_whoever_has_an_older_entry_takes_the_newer_one(walk: list[str]) -> None:
    exported: dict[str, Seen] = {}
    with a_file() as store:
        for step in ("add", *walk):
            take(store, step)
            now = seen(store)
            if now is None:
                continue
            before = exported.get(now.id, now)
            assert now.sequence >= before.sequence
            assert now.days_ever >= before.days_ever
            if now.told != before.told:
                assert now.sequence > before.sequence
            exported[now.id] = now


def test_undo_and_redo_count_on_and_take_the_clock() -> None:
    with a_file() as store:
        take(store, "add")
        take(store, "move")
        moved = seen(store)
        store.undo()
        back = seen(store)
        store.redo()
        again = seen(store)

    assert moved is not None
    assert back is not None
    assert again is not None
    assert [moved.sequence, back.sequence, again.sequence] == [1, 2, 3]
    assert moved.changed_at < back.changed_at < again.changed_at
    assert back.told != moved.told == again.told


def test_every_step_can_be_undone_though_the_number_went_on() -> None:
    with a_file() as store:
        for step in ("add", "move", "cancel", "move"):
            take(store, step)
        before = seen(store)
        assert before is not None
        assert [store.undo() is not None for _ in range(4)] == [True] * 4
        assert seen(store) is None
        assert [store.redo() is not None for _ in range(4)] == [True] * 4
        after = seen(store)

    assert after is not None
    assert after.told == before.told
    assert after.sequence > before.sequence


def test_a_lost_day_stays_counted_after_undo() -> None:
    with a_file() as store:
        take(store, "add")
        take(store, "add a day")
        store.undo()
        now = seen(store)

    assert now is not None
    assert now.days_ever == 2
