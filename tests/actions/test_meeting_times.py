"""Dates that are easily got wrong, over everything that lays a meeting somewhere: one table; and days that go."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from mentordesk.actions.meeting_days import change_days, change_meeting
from mentordesk.actions.meetings import add_meeting, copy_meeting, edit_meeting, move_meeting, stretch_meeting
from mentordesk.actions.series import lay, propose
from mentordesk.domain.programmes import Mode
from mentordesk.domain.quick_add import Draft, read
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import NoSuchTime, moment
from mentordesk.i18n.catalog import catalog
from mentordesk.messages.calendar_file import calendar_bytes
from mentordesk.queries.agenda import MeetingRow, agenda
from mentordesk.queries.calendar import meeting_calendar
from mentordesk.queries.running_pairs import running_pairs
from mentordesk.storage.checks import signature
from mentordesk.storage.records import MeetingRecord
from tests.queries.small_programme import made

EVER = {"first": date(2025, 1, 1), "last": date(2033, 12, 31)}
OSLO = "Europe/Oslo"
DAYS = [
    date(2026, 3, 29),  # the clock is put forward
    date(2026, 10, 25),  # and back
    date(2026, 12, 31),  # week 53, the year's last
    date(2027, 1, 1),  # of week 53 still
    date(2032, 12, 31),  # week 53 again
    date(2028, 2, 29),
]


def rows(store, meeting):
    found = agenda(store, None, **EVER).rows
    return [row for row in found if isinstance(row, MeetingRow) and row.meeting == meeting]


def one(store, programme, day=date(2027, 2, 2), start=time(9), end=time(10)):
    return add_meeting(store, programme=programme, kind="team_follow_up", title="", day=day, start=start, end=end)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_way_of_laying_a_meeting_gets_the_day_right(store, day):
    whole = made(store, pairs=1)
    nine, ten = datetime.combine(day, time(9)), datetime.combine(day, time(10))

    added = one(store, whole.programme, day)
    moved = one(store, whole.programme)
    move_meeting(store, moved, to=day)
    copied = copy_meeting(store, one(store, whole.programme), to=day)
    stretched = one(store, whole.programme, day, end=time(9, 30))
    stretch_meeting(store, stretched, day=1, end=time(10))
    (laid,) = lay(store, like=one(store, whole.programme), days=[day])

    for meeting in (added, moved, copied, stretched, laid):
        assert [(row.starts_at, row.ends_at) for row in rows(store, meeting)] == [(nine, ten)]
    content = meeting_calendar(store, copied)
    told = calendar_bytes(content.events, catalog("en"), zone=content.zone, name="x").decode()
    assert f"DTSTART;TZID={OSLO}:{nine:%Y%m%dT%H%M%S}" in told
    whom = running_pairs(store, whole.programme)
    draft = read(f"samtale mentee 1 {day.isoformat()} 9", whom, date(2026, 1, 1))
    assert draft == Draft("conversation", whom[0], day, time(9), time(10))


@pytest.mark.parametrize("way", ["add", "move", "copy", "stretch", "lay"])
def test_a_time_that_the_clock_skips_is_refused_with_the_next_one_and_leaves_nothing(store, way):
    whole = made(store, pairs=1)
    day = date(2026, 3, 29)
    night = one(store, whole.programme, date(2026, 3, 22), time(2), time(2, 30))
    early = one(store, whole.programme, day, time(1), time(1, 30))
    before = signature(store)
    ways = {
        "add": lambda: one(store, whole.programme, day, time(2), time(4)),
        "move": lambda: move_meeting(store, night, to=day),
        "copy": lambda: copy_meeting(store, night, to=day),
        "stretch": lambda: stretch_meeting(store, early, day=1, end=time(2)),
        "lay": lambda: lay(store, like=night, days=[day]),
    }

    with pytest.raises(NoSuchTime) as no:
        ways[way]()

    assert no.value.next == datetime(2026, 3, 29, 3)
    assert signature(store) == before


def test_of_an_hour_that_comes_twice_the_first_is_meant():
    assert moment(datetime(2026, 10, 25, 2, 30), OSLO).utcoffset() == timedelta(hours=2)


def test_a_stretch_changes_its_own_day_alone_and_calendars_learn_of_it(store):
    whole = made(store)
    row = next(row for row in agenda(store, whole.programme, **EVER).rows if getattr(row, "kind", "") == "start_up")

    stretch_meeting(store, row.meeting, day=2, end=time(18))

    after = rows(store, row.meeting)
    assert [each.ends_at.time() for each in after] == [row.ends_at.time(), time(18)]
    assert meeting_calendar(store, row.meeting).events[0].sequence == 1
    with pytest.raises(Refused, match="ends before"):
        stretch_meeting(store, row.meeting, day=1, end=time(8))
    store.undo()
    assert [each.ends_at.time() for each in rows(store, row.meeting)] == [row.ends_at.time()] * 2


def test_a_copy_is_a_new_meeting_that_nobody_was_asked_to_yet(store):
    whole = made(store)
    before = one(store, whole.programme)

    copied = copy_meeting(store, before, to=date(2027, 2, 9))

    with store.reading() as session:
        record = session.get_one(MeetingRecord, copied)
    assert (record.sequence, record.setting, record.pinned) == (0, None, None)
    assert len(rows(store, before)) == len(rows(store, copied)) == 1
    store.undo()
    assert rows(store, copied) == []


def test_a_series_is_proposed_first_and_made_in_one_step(store):
    whole = made(store)
    like = one(store, whole.programme, date(2027, 3, 4))
    before = signature(store)

    laid = propose(store, like=like, every_days=21, until=date(2027, 5, 10))
    assert signature(store) == before
    assert laid.days == (date(2027, 3, 30), date(2027, 4, 15), date(2027, 5, 7))
    assert [each.wanted for each in laid.skipped] == [date(2027, 3, 25), date(2027, 5, 6)]
    made_ = lay(store, like=like, days=laid.days)

    assert [rows(store, each)[0].day for each in made_] == list(laid.days)
    move_meeting(store, made_[0], to=date(2027, 4, 1))
    assert rows(store, made_[1])[0].day == laid.days[1], "no rule lies behind them"
    store.undo()
    store.undo()
    assert signature(store) == before


def test_an_hour_that_the_clock_skips_is_taken_later_on_that_day_alone(store):
    """A meeting on a Friday and in the night to the Sunday on which the clock is put forward."""
    whole = made(store)
    row = next(row for row in agenda(store, whole.programme, **EVER).rows if getattr(row, "kind", "") == "start_up")
    night = datetime(2028, 3, 12, 2, 30), datetime(2028, 3, 12, 4)
    change_days(store, row.meeting, kept={1: (datetime(2028, 3, 10, 9), datetime(2028, 3, 10, 16)), 2: night})
    laid = propose(store, like=row.meeting, every_days=7, until=date(2028, 3, 31))
    assert date(2028, 3, 24) in laid.days
    before = signature(store)
    with pytest.raises(NoSuchTime) as no:
        lay(store, like=row.meeting, days=laid.days)
    assert signature(store) == before
    made_ = lay(store, like=row.meeting, days=laid.days, instead={no.value.wall: no.value.next})

    hours = [[(each.starts_at.time(), each.ends_at.time()) for each in rows(store, meeting)] for meeting in made_]
    whole_day, usual = (time(9), time(16)), (time(2, 30), time(4))
    moved = (time(3), time(4, 30))
    assert hours == [[whole_day, moved if day == date(2028, 3, 24) else usual] for day in laid.days]
    store.undo()
    assert signature(store) == before


def test_all_of_a_meeting_is_changed_in_one_step_and_what_is_as_it_was_leaves_no_trace(store):
    whole = made(store)
    row = next(row for row in agenda(store, whole.programme, **EVER).rows if getattr(row, "kind", "") == "start_up")
    days = {each.number: (each.starts_at, each.ends_at) for each in rows(store, row.meeting)}
    before = signature(store)
    as_it_is = {"title": catalog("nb").say(row.title), "place": row.place, "mode": row.mode, "kept": days}

    change_meeting(store, row.meeting, **as_it_is)
    assert signature(store) == before

    change_meeting(store, row.meeting, **{**as_it_is, "title": "Oppstart", "kept": {2: days[2]}})
    assert [each.number for each in rows(store, row.meeting)] == [2]
    assert catalog("nb").say(rows(store, row.meeting)[0].title) == "Oppstart"
    assert meeting_calendar(store, row.meeting).events[0].sequence == 1
    assert meeting_calendar(store, row.meeting).events[0].lost == (1,)
    store.undo()
    assert {each.number: (each.starts_at, each.ends_at) for each in rows(store, row.meeting)} == days
    assert rows(store, row.meeting)[0].title == row.title

    change_meeting(store, row.meeting, **{**as_it_is, "place": "Finse"})
    assert [each.place for each in rows(store, row.meeting)] == ["Finse"] * 2
    assert meeting_calendar(store, row.meeting).events[0].sequence == 3, "an undo is news to calendars, too"


def test_a_day_that_goes_is_remembered_by_its_number_and_never_given_away(store):
    whole = made(store)
    row = next(row for row in agenda(store, whole.programme, **EVER).rows if getattr(row, "kind", "") == "start_up")
    second = (datetime(2027, 1, 27, 9), datetime(2027, 1, 27, 16))
    third = (datetime(2027, 1, 28, 9), datetime(2027, 1, 28, 16))

    change_days(store, row.meeting, kept={2: second}, added=[third])

    after = rows(store, row.meeting)
    assert [(each.number, each.place_of_day, each.days, each.starts_at) for each in after] == [
        (2, 1, 2, second[0]),
        (3, 2, 2, third[0]),
    ]
    with store.reading() as session:
        assert session.get_one(MeetingRecord, row.meeting).days_ever == 3
    for kept, added in (({}, []), ({9: second}, []), ({2: second, 3: second}, [])):
        with pytest.raises(Refused):
            change_days(store, row.meeting, kept=kept, added=added)


def test_a_meeting_is_called_and_held_otherwise(store):
    whole = made(store, pairs=1)
    meeting = one(store, whole.programme)

    edit_meeting(store, meeting, title="Budget", place=" Room  2", mode=Mode.DIGITAL)

    (row,) = rows(store, meeting)
    assert (catalog("en").say(row.title), row.place, row.mode) == ("Budget", "Room 2", Mode.DIGITAL)
    talk = next(row for row in agenda(store, None, **EVER).rows if getattr(row, "kind", "") == "conversation")
    with pytest.raises(Refused, match="no title"):
        edit_meeting(store, talk.meeting, title="My boss", place="", mode=Mode.DIGITAL)
