"""Calendar files that come back: what is ours is understood, everything else is named, and nothing does harm."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.meetings import InviteAnswer
from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.messages.calendar_reading import read
from tests.counts import count
from tests.messages.hostile_calendars import NOT_TAKEN, OURS, TIMES, UNUSABLE, answer, calendar, event

STAMP = "DTSTAMP:20261123T100000Z"


def test_there_are_forty_of_them():
    assert len(UNUSABLE) + len(NOT_TAKEN) >= 40


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_is_no_calendar_file_is_refused_in_words(name):
    with pytest.raises(UnusableInput):
        read(UNUSABLE[name])


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_what_is_not_taken_is_named_with_the_reason(name):
    found = read(NOT_TAKEN[name])

    assert (found.replies, found.changed) == ([], [])
    (left,) = found.not_read
    assert catalog("en").say(left.reason)
    assert left.title.isprintable()


def test_a_reply_as_outlook_writes_it():
    found = read(
        answer(
            STAMP,
            "SEQUENCE:3",
            "SUMMARY;LANGUAGE=nb-no:Godtatt: Samling",
            'ATTENDEE;PARTSTAT=ACCEPTED;CN="Ødegård; Åse":mailto:ase@example',
            " .org",
            "DTSTART;TZID=W. Europe Standard Time:20270126T090000",
        )
    )
    (reply,) = found.replies
    assert (reply.meeting, reply.number) == (OURS.rpartition("-")[0], 1)
    assert (reply.attendee, reply.answer, reply.sequence) == ("ase@example.org", InviteAnswer.ACCEPTED, 3)
    assert reply.sent_at == datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("DTSTART:20270126T080000Z", "DTEND:20270126T093000Z"),
        ("DTSTART;TZID=Europe/Oslo:20270126T090000", "DURATION:PT1H30M"),
        ('DTSTART;TZID="W. Europe Standard Time":20270126T090000', "DTEND;TZID=Europe/Stockholm:20270126T103000"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Oslo:20270126T090000", "DTEND:20270126T093000Z"),
    ],
)
@pytest.mark.parametrize("method", ["REQUEST", "COUNTER", "PUBLISH"])
def test_a_changed_meeting_is_read_in_whatever_way_its_time_is_written(starts, ends, method):
    (changed,) = read(event(starts, ends, "LOCATION:Sal 2\\, Oslo", "SEQUENCE:2", method=method)).changed
    assert changed.starts_at.astimezone(UTC) == datetime(2027, 1, 26, 8, tzinfo=UTC)
    assert changed.ends_at.astimezone(UTC) == datetime(2027, 1, 26, 9, 30, tzinfo=UTC)
    assert (changed.place, changed.sequence) == ("Sal 2, Oslo", 2)


def test_plain_line_ends_a_byte_order_mark_and_lines_that_say_nothing_do_no_harm():
    data = calendar("BEGIN:VEVENT", f"UID:{OURS}", TIMES, "garbage without a colon", "END:VEVENT")
    assert len(read(b"\xef\xbb\xbf" + data.replace(b"\r\n", b"\n")).changed) == 1


def test_one_bad_entry_does_not_keep_the_others_out():
    data = calendar(
        *("BEGIN:VEVENT", "UID:foreign", "SUMMARY:Tannlege", "END:VEVENT"),
        *("BEGIN:VEVENT", f"UID:{OURS}", TIMES, "END:VEVENT"),
    )
    found = read(data)
    assert [left.title for left in found.not_read] == ["Tannlege"]
    assert len(found.changed) == 1


@settings(max_examples=count(200, 20_000), deadline=None)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: event(text, TIMES))))
def test_any_bytes_are_read_or_refused(data):
    try:
        read(data)
    except UnusableInput:
        return


def test_the_largest_hostile_lines_are_read_like_any_other():
    """Were one of them read in steps that multiply, it would take hours."""
    for lines in (";A=" * 300_000, ";A=b," * 180_000, "A" * 900_000, 'A;B="' + ";" * 900_000, "\n " * 300_000):
        assert len(read(calendar("BEGIN:VEVENT", lines, "END:VEVENT")).not_read) == 1
