"""Calendar files: what other programs read in them, and that no text becomes anything but text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from mentordesk.domain.cleaning import clean, one_line
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.plan import plan
from mentordesk.domain.programmes import ZONES, Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import template
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Wording, msg
from mentordesk.messages.calendar_event import CalendarAddress, CalendarEvent, Method
from mentordesk.messages.calendar_file import calendar_bytes
from tests.counts import count
from tests.messages.hostile import HOSTILE
from tests.messages.rfc5545 import Component, read_strictly

at = datetime.fromisoformat
CHANGED = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
HR = CalendarAddress("HR", "hr@example.org")
START_UP = CalendarEvent(
    uid="0199a1b2-0000-7000-8000-000000000001",
    sequence=3,
    title=meeting_kind("start_up").title,
    days=((at("2027-02-02 09:00"), at("2027-02-02 16:00")), (at("2027-02-03 09:00"), at("2027-02-03 15:30"))),
    last_modified=CHANGED,
    mode=Mode.PHYSICAL,
    place="Oslo, Tollbugata 22",
    description=(msg("Conclusions and next steps"), Wording(nb="Ta med loggboken"), "Velkommen!"),
)
TALK = replace(START_UP, uid="talk", days=START_UP.days[:1], title="Parsamtale", description=(), place="")


def written(*events: CalendarEvent, language: str = "nb", zone: str = "Europe/Oslo") -> bytes:
    return calendar_bytes(events, catalog(language), zone=zone, name="NNO 2027")


def entries(content: bytes) -> list[Component]:
    return read_strictly(content).all("VEVENT")


def test_a_meeting_of_two_days_is_two_timed_entries() -> None:
    first, second = entries(written(START_UP))
    assert first.one("SUMMARY") == "Oppstartssamling, dag 1 av 2"
    assert second.one("SUMMARY") == "Oppstartssamling, dag 2 av 2"
    assert (first.one("DTSTART"), first.one("DTEND")) == ("20270202T090000", "20270202T160000")
    assert (second.one("DTSTART"), second.one("DTEND")) == ("20270203T090000", "20270203T153000")
    assert first.one("LOCATION") == "Oslo, Tollbugata 22"
    assert first.one("DESCRIPTION") == "Konklusjoner og veien videre\nTa med loggboken\nVelkommen!"
    assert first.one("SEQUENCE") == "3"
    assert first.one("DTSTAMP") == first.one("LAST-MODIFIED") == "20261122T123000Z"
    assert first.one("STATUS") == "CONFIRMED"


def test_the_library_reads_the_same_moments() -> None:
    calendar = Calendar.from_ical(written(START_UP))
    starts = [event.decoded("dtstart") for event in calendar.walk("VEVENT")]
    assert [moment.astimezone(UTC) for moment in starts] == [
        datetime(2027, 2, 2, 8, tzinfo=UTC),
        datetime(2027, 2, 3, 8, tzinfo=UTC),
    ]


def test_the_file_speaks_the_language_asked_for() -> None:
    assert entries(written(START_UP, language="sv"))[0].one("SUMMARY") == "Uppstartsträff, dag 1 av 2"
    assert entries(written(START_UP, language="en"))[0].one("SUMMARY") == "Start-up meeting, day 1 of 2"


def test_identifiers_last_and_differ_by_day() -> None:
    before = [entry.one("UID") for entry in entries(written(START_UP))]
    moved = replace(START_UP, sequence=4, days=tuple((a + timedelta(7), b + timedelta(7)) for a, b in START_UP.days))
    after = [entry.one("UID") for entry in entries(written(moved))]
    assert before == after
    assert len(set(before)) == 2
    assert {entry.one("SEQUENCE") for entry in entries(written(moved))} == {"4"}


def test_the_same_events_make_the_same_bytes() -> None:
    assert written(START_UP, TALK) == written(START_UP, TALK)


def test_nobody_is_named_unless_chosen() -> None:
    content = written(START_UP, TALK)
    assert b"ATTENDEE" not in content
    assert b"ORGANIZER" not in content
    assert b"@example.org" not in content


def test_a_digital_meeting_without_a_place_says_so() -> None:
    digital = replace(TALK, mode=Mode.DIGITAL)
    assert entries(written(digital))[0].one("LOCATION") == "digitalt"
    assert entries(written(replace(digital, place="Teams")))[0].one("LOCATION") == "Teams"
    assert entries(written(replace(TALK, mode=None)))[0].get("LOCATION") is None
    assert entries(written(TALK))[0].get("DESCRIPTION") is None


@pytest.mark.parametrize("method", ["PUBLISH", "CANCEL"])
def test_a_cancelled_meeting_is_cancelled_under_its_identifier(method: Method) -> None:
    gone = replace(TALK, cancelled=method == "PUBLISH", sequence=4, organizer=HR)
    content = calendar_bytes([gone], catalog("nb"), zone="Europe/Oslo", name="", method=method)
    (entry,) = entries(content)
    assert entry.one("STATUS") == "CANCELLED"
    assert entry.one("TRANSP") == "TRANSPARENT"
    assert entry.one("UID") == entries(written(TALK))[0].one("UID")
    assert read_strictly(content).one("METHOD") == method


def test_an_invitation_names_organizer_and_attendees() -> None:
    invited = replace(TALK, attendees=(CalendarAddress("Åse “Sol” Ødegård", "ase@example.org"), HR), organizer=HR)
    content = calendar_bytes([invited], catalog("nb"), zone="Europe/Oslo", name="", method="REQUEST")
    (entry,) = entries(content)
    assert [item.value for item in entry.properties if item.name == "ATTENDEE"] == [
        "mailto:ase@example.org",
        "mailto:hr@example.org",
    ]
    assert entry.one("ORGANIZER") == "mailto:hr@example.org"
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event["attendee"][0].params["CN"] == "Åse “Sol” Ødegård"


def test_what_the_standard_forbids_is_an_error() -> None:
    invited = replace(TALK, attendees=(HR,))
    with pytest.raises(ValueError, match="attendees"):
        written(invited)
    with pytest.raises(ValueError, match="organizer"):
        calendar_bytes([invited], catalog("nb"), zone="Europe/Oslo", name="", method="REQUEST")
    with pytest.raises(ValueError, match="ends before"):
        written(replace(TALK, days=((at("2027-02-02 09:00"), at("2027-02-02 09:00")),)))
    with pytest.raises(ValueError, match="needs a zone"):
        written(replace(TALK, last_modified=at("2026-11-22 12:30")))
    with pytest.raises(ValueError, match="America"):
        written(TALK, zone="America/New_York")


def test_a_deadline_takes_whole_days_with_an_exclusive_end_and_keeps_nobody_busy() -> None:
    day = at("2026-12-31 00:00")
    (entry,) = entries(written(replace(TALK, all_day=True, days=((day, day),))))
    assert (entry.one("DTSTART"), entry.one("DTEND")) == ("20261231", "20270101")
    assert entry.one("TRANSP") == "TRANSPARENT"


def test_a_time_that_the_clock_skips_is_refused_with_the_next_one() -> None:
    skipped = replace(TALK, days=((at("2027-03-28 02:30"), at("2027-03-28 04:00")),))
    with pytest.raises(Refused) as refused:
        written(skipped)
    assert dict(refused.value.message.values)["next"] == time(3)
    assert "03:00" in catalog("nb").say(refused.value.message)


def test_an_hour_that_comes_twice_is_written_on_the_wall_clock() -> None:
    twice = replace(TALK, days=((at("2026-10-25 02:30"), at("2026-10-25 03:30")),))
    content = written(twice)
    assert entries(content)[0].one("DTSTART") == "20261025T023000"
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("dtstart").astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_meetings_before_and_after_the_clock_change_stay_at_their_hour() -> None:
    days = ((at("2027-03-26 14:00"), at("2027-03-26 15:00")), (at("2027-03-29 14:00"), at("2027-03-29 15:00")))
    events = Calendar.from_ical(written(replace(TALK, days=days))).walk("VEVENT")
    assert [event.decoded("dtstart").astimezone(UTC).hour for event in events] == [13, 12]


@pytest.mark.parametrize("zone", sorted(ZONES.values()))
def test_the_definition_of_the_zone_gives_the_offset_of_the_zone(zone: str) -> None:
    """Every hour around every change of clock, and a day a week, from 2020 to 2045."""
    calendar = read_strictly(written(TALK, zone=zone))
    (definition,) = calendar.all("VTIMEZONE")
    assert definition.one("TZID") == zone
    changes: list[tuple[datetime, timedelta]] = []
    for part in definition.components:
        begins = datetime.strptime(part.one("DTSTART"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - wall clock
        before, after = _offset(part.one("TZOFFSETFROM")), _offset(part.one("TZOFFSETTO"))
        for change in rrulestr(part.one("RRULE"), dtstart=begins).between(at("2018-01-01"), at("2046-01-01")):
            changes.append(((change - before).replace(tzinfo=UTC), after))
    changes.sort()
    moments = [datetime(2020, 1, 1, tzinfo=UTC) + timedelta(weeks=week) for week in range(52 * 25)]
    near = [change + timedelta(hours=hour) for change, _ in changes[4:] for hour in range(-4, 5)]
    for moment in (*moments, *near):
        defined = [offset for change, offset in changes if change <= moment][-1]
        assert defined == moment.astimezone(ZoneInfo(zone)).utcoffset(), moment


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text(text: str) -> None:
    event = replace(START_UP, title=text, place=text, description=(text, Wording.everywhere(text)), uid=f"x{text}")
    event = replace(
        event,
        attendees=(CalendarAddress(text, f"{text}@example.org"),),
        organizer=CalendarAddress(text, text + "x"),
    )
    content = calendar_bytes(
        [event],
        catalog("nb"),
        zone="Europe/Oslo",
        name=text,
        method="REQUEST",
    )
    calendar = read_strictly(content)
    plain = read_strictly(
        calendar_bytes(
            [replace(START_UP, attendees=(HR,), organizer=HR)],
            catalog("nb"),
            zone="Europe/Oslo",
            name="",
            method="REQUEST",
        )
    )
    assert [item.name for item in calendar.properties] == [item.name for item in plain.properties]
    for entry, ordinary in zip(calendar.all("VEVENT"), plain.all("VEVENT"), strict=True):
        allowed = {item.name for item in ordinary.properties}
        assert {item.name for item in entry.properties} <= allowed
    first = calendar.all("VEVENT")[0]
    assert first.one("SUMMARY") == f"{one_line(text)}, dag 1 av 2"
    assert calendar.one("X-WR-CALNAME") == one_line(text)
    assert (first.get("LOCATION") or "") == one_line(text)
    (read_back, _) = Calendar.from_ical(content).walk("VEVENT")
    assert str(read_back["summary"]) == f"{one_line(text)}, dag 1 av 2"
    assert set(read_back) <= {item.name for item in plain.all("VEVENT")[0].properties}


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Refused):
        written(replace(TALK, title="a\ud800"))


@settings(max_examples=count(150, 5_000), deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_comes_back_as_it_was_cleaned(text: str) -> None:
    event = replace(TALK, title=text, place=text, description=(text,))
    (entry,) = entries(written(event))
    assert entry.one("SUMMARY") == one_line(text)
    assert (entry.get("LOCATION") or "") == one_line(text)
    described = clean(text).replace("\u2028", "\n").replace("\u2029", "\n")
    assert (entry.get("DESCRIPTION") or "") == described
    (read_back,) = Calendar.from_ical(written(event)).walk("VEVENT")
    assert str(read_back["summary"]) == one_line(text)


@pytest.mark.parametrize("key", ["nno", "nu"])
def test_a_whole_programme_is_one_valid_file(key: str) -> None:
    chosen = template(key)
    laid = plan(chosen, date(2027, 1, 18))
    meetings = [
        CalendarEvent(
            uid=f"meeting{number}",
            sequence=0,
            title=meeting.title,
            days=meeting.days,
            last_modified=CHANGED.astimezone(timezone(timedelta(hours=1))),
            mode=meeting.mode,
            place=meeting.place,
        )
        for number, meeting in enumerate(laid.meetings)
    ]
    content = written(*meetings, zone=chosen.zone)
    assert len(entries(content)) == sum(len(meeting.days) for meeting in laid.meetings)
    assert len({entry.one("UID") for entry in entries(content)}) == len(entries(content))


def test_an_empty_calendar_is_still_one() -> None:
    assert entries(written()) == []


def _offset(text: str) -> timedelta:
    sign = -1 if text[0] == "-" else 1
    return sign * timedelta(hours=int(text[1:3]), minutes=int(text[3:]))
