"""What we write is read alike by our strict reader, by the library that wrote it, and by one of another family."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import ics
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from mentordesk.actions.meeting_days import change_days
from mentordesk.actions.meetings import cancel_meeting, move_meeting
from mentordesk.domain.cleaning import one_line
from mentordesk.i18n.catalog import catalog
from mentordesk.messages.calendar_event import CalendarAddress, CalendarEvent
from mentordesk.messages.calendar_file import calendar_bytes, invitation_files
from mentordesk.queries.agenda import MeetingRow, agenda
from mentordesk.queries.calendar import programme_calendar
from mentordesk.storage.opening import open_store
from tests.counts import count
from tests.messages.rfc5545 import read_strictly
from tests.queries.small_programme import NOON, made

at = datetime.fromisoformat
OSLO = ZoneInfo("Europe/Oslo")
MEETING = CalendarEvent(
    uid="0199a1b2-0000-7000-8000-000000000001",
    sequence=3,
    title="Samling; med «komma», og \\",
    days=((at("2027-02-02 09:00"), at("2027-02-02 16:00")), (at("2027-02-04 09:00"), at("2027-02-04 15:30"))),
    last_modified=datetime(2026, 11, 22, 12, 30, tzinfo=UTC),
    place="Oslo, Tollbugata 22",
    description=("Ta med loggboken",),
    organizer=CalendarAddress("Kari Ås", "kari@example.org"),
    numbers=(1, 3),
    lost=(2,),
)
# Clock changes, week 53, 29 February, the turn of the year.
DAYS = ["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-12-31", "2027-01-01", "2028-02-29", "2032-12-30"]


def written(event):
    return calendar_bytes([event], catalog("nb"), zone="Europe/Oslo", name="Kull 1")


def three_ways(content, zone=OSLO):
    """(uid, begin, end, status) of each entry, by each reader."""
    strict = [
        (
            each.one("UID"),
            datetime.strptime(each.one("DTSTART"), "%Y%m%dT%H%M%S").replace(tzinfo=zone),
            datetime.strptime(each.one("DTEND"), "%Y%m%dT%H%M%S").replace(tzinfo=zone),
            each.one("STATUS"),
        )
        for each in read_strictly(content).all("VEVENT")
    ]
    library = [
        (str(each["uid"]), each.decoded("dtstart"), each.decoded("dtend"), str(each["status"]))
        for each in Calendar.from_ical(content).walk("VEVENT")
    ]
    other = [
        (each.uid, each.begin.datetime, each.end.datetime, each.status)
        for each in ics.Calendar(content.decode()).events
    ]
    return [
        sorted((uid, a.astimezone(UTC), b.astimezone(UTC), status) for uid, a, b, status in found)
        for found in (strict, library, other)
    ]


def test_three_readers_see_the_same_days_and_the_lost_one_as_cancelled():
    strict, library, other = three_ways(written(MEETING))
    assert strict == library == other
    assert [(uid[-12:], status) for uid, _, _, status in strict] == [
        ("0@mentordesk", "CONFIRMED"),
        ("1@mentordesk", "CANCELLED"),
        ("2@mentordesk", "CONFIRMED"),
    ]


def test_the_other_family_reads_the_texts_as_they_were():
    found = {each.uid[-12:]: each for each in ics.Calendar(written(MEETING).decode()).events}
    first = found["0@mentordesk"]
    assert first.name == "Samling; med «komma», og \\, dag 1 av 2"
    assert first.location == "Oslo, Tollbugata 22"
    assert first.description == "Ta med loggboken"
    assert first.organizer.email == "kari@example.org"


@pytest.mark.parametrize("day", DAYS)
def test_days_on_which_clocks_or_years_change_are_the_same_moment_for_all(day):
    strict, library, other = three_ways(
        written(replace(MEETING, days=((at(f"{day} 09:00"), at(f"{day} 16:00")),), numbers=(1,), lost=()))
    )
    assert strict == library == other


@pytest.mark.parametrize(("template", "zone"), [("nno", "Europe/Oslo"), ("nu", "Europe/Stockholm")])
def test_a_whole_programme_is_read_alike_by_all_three_in_its_own_zone(template, zone, tmp_path):
    """With a meeting that was cancelled, one that was moved over the change of the clock, and one that lost a day."""
    with open_store(tmp_path / "whole.mentordesk", create=True, clock=lambda: NOON) as store:
        programme = made(store, template, "Kull 1", pairs=8).programme
        rows = [row for row in agenda(store, programme, first=date.min, last=date(2040, 1, 1)).rows if _of_pairs(row)]
        cancel_meeting(store, rows[0].meeting)
        move_meeting(store, rows[1].meeting, to=date(2027, 3, 29))
        lengthened = (rows[2].starts_at, rows[2].ends_at)
        second = tuple(each + timedelta(7) for each in lengthened)
        change_days(store, rows[2].meeting, kept={1: lengthened}, added=[second])
        change_days(store, rows[2].meeting, kept={2: second})
        content = programme_calendar(store, programme)
        days = {
            (f"{row.meeting}-{row.number - 1}@mentordesk", row.starts_at)
            for row in agenda(store, programme, first=date.min, last=date(2040, 1, 1)).rows
            if isinstance(row, MeetingRow)
        }
    assert content.zone == zone
    file = calendar_bytes(content.events, catalog("nb"), zone=content.zone, name=content.name)

    strict, library, other = three_ways(file, ZoneInfo(zone))

    assert strict == library == other
    assert len(strict) == content.entries > 60
    assert sum(status == "CANCELLED" for *_, status in strict) == 2
    there = {(uid, begin.astimezone(ZoneInfo(zone)).replace(tzinfo=None)) for uid, begin, _, _ in strict}
    assert days <= there, "every day of the programme stands at its hour on the wall"
    assert {each.one("TZID") for each in read_strictly(file).all("VTIMEZONE")} == {zone}


def _of_pairs(row):
    return isinstance(row, MeetingRow) and row.pair is not None


def test_an_invitation_is_a_file_a_day_for_one_reader():
    attendee = CalendarAddress("Åse", "ase@example.org")
    files = invitation_files(MEETING, catalog("nb"), zone="Europe/Oslo", name="Kull 1", attendee=attendee)
    assert [each.method for each in files] == ["REQUEST", "REQUEST", "CANCEL"]
    for each in files:
        read = ics.Calendar(each.content.decode())
        (entry,) = read.events
        assert read.method == each.method
        assert [one.email for one in entry.attendees] == ["ase@example.org"]
        assert b"RSVP=TRUE" in each.content.replace(b"\r\n ", b"")
        assert read_strictly(each.content).one("METHOD") == each.method


def test_a_canary_stands_in_no_file_unless_it_was_chosen():
    canary = CalendarAddress("KANARIFUGL", "kanari@example.org")
    assert b"KANARI" not in written(MEETING)
    chosen, *_ = invitation_files(MEETING, catalog("nb"), zone="Europe/Oslo", name="", attendee=canary)
    assert b"KANARI" in chosen.content


@settings(max_examples=count(12, 2_000), deadline=None)
@given(title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_title_comes_back_from_the_other_family(title):
    day = replace(MEETING, title=title, days=MEETING.days[:1], numbers=(1,), lost=())
    (entry,) = ics.Calendar(written(day).decode()).events
    assert (entry.name or "") == one_line(title)
