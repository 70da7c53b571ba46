"""A joint meeting is prepared, held, and who came is noted by person and day; whoever did not is followed up."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.actions.attendance import follow_up, note_attendance
from mentordesk.actions.holding import note_held, note_prepared, take_back_held
from mentordesk.actions.meetings import cancel_meeting
from mentordesk.domain.meetings import Attendance, InviteAnswer, MeetingStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.agenda import MeetingRow, agenda
from mentordesk.storage.records import (
    InvitationRecord,
    MeetingRecord,
    ParticipationRecord,
    PersonRecord,
    UnitRecord,
)
from tests.actions.gathered import FIRST, SECOND, opened
from tests.queries.small_programme import add, change, told

PRESENT, ABSENT = Attendance.PRESENT, Attendance.ABSENT


@pytest.fixture
def start_up(tmp_path):
    with opened(tmp_path / "gathered.mentordesk") as made:
        yield made


@pytest.fixture
def store(start_up):
    return start_up.store


def undo_name(store):
    return catalog("en").say(store.undo_name())


def test_mentees_come_first_then_mentors_each_with_employer_and_partner(start_up):
    seen = start_up.seen

    assert [person.name for person in seen.people] == [
        *(f"Mentee {number}" for number in range(1, 5)),
        *(f"Mentor {number}" for number in range(1, 5)),
    ]
    assert start_up.named("Mentee 1").partners == ("Mentor 1",)
    assert start_up.named("Mentee 1").employer == start_up.named("Mentor 3").employer
    assert start_up.named("Mentee 1").employer != start_up.named("Mentee 2").employer
    assert [day.starts_at.date() for day in seen.days] == [FIRST, SECOND]


def test_a_meeting_is_held_from_its_first_day_on_and_undo_takes_that_back(store, start_up):
    with pytest.raises(Refused, match="begins on"):
        note_held(store, start_up.meeting, today=date(2027, 1, 25))
    note_held(store, start_up.meeting, today=FIRST)
    assert start_up.seen.status is MeetingStatus.HELD
    assert undo_name(store) == "Note “Start-up meeting” on 26 Jan 2027 as held"
    store.undo()
    assert start_up.seen.status is MeetingStatus.PLANNED

    note_held(store, start_up.meeting, today=FIRST)
    take_back_held(store, start_up.meeting)
    assert start_up.seen.status is MeetingStatus.PLANNED


def test_to_note_as_held_what_is_noted_leaves_no_trace(store, start_up):
    note_held(store, start_up.meeting, today=FIRST)
    steps = len(store.history())
    note_held(store, start_up.meeting, today=FIRST)

    assert len(store.history()) == steps


def test_conversations_interviews_and_cancelled_meetings_are_not_held_here(store, start_up):
    rows = agenda(store, start_up.made.programme, first=FIRST, last=date(2027, 12, 31)).rows
    conversation = next(row.meeting for row in rows if isinstance(row, MeetingRow) and row.pair is not None)
    with pytest.raises(Refused, match="Logbooks"):
        note_held(store, conversation, today=date(2028, 1, 1))
    change(store, MeetingRecord, start_up.meeting, participation_id=start_up.made.pairs[0].mentee)
    with pytest.raises(Refused, match="interview"):
        note_held(store, start_up.meeting, today=FIRST)
    store.undo()
    cancel_meeting(store, start_up.meeting)
    for refused in (
        lambda: note_held(store, start_up.meeting, today=FIRST),
        lambda: note_attendance(store, start_up.meeting, 1, {}, today=FIRST),
    ):
        with pytest.raises(Refused, match="cancelled"):
            refused()
    with pytest.raises(Refused, match="no meeting"):
        note_held(store, "none", today=FIRST)


def test_prepared_is_a_day_and_can_be_taken_back(store, start_up):
    note_prepared(store, start_up.meeting, on=FIRST)
    assert start_up.seen.prepared_on == FIRST
    note_prepared(store, start_up.meeting, on=None)
    assert start_up.seen.prepared_on is None


def test_attendance_is_by_person_and_day_and_each_note_is_one_undo_with_the_name(store, start_up):
    one, other = start_up.named("Mentee 1").person, start_up.named("Mentor 2").person
    note_attendance(store, start_up.meeting, 1, {one: PRESENT}, today=SECOND)
    note_attendance(store, start_up.meeting, 2, {one: ABSENT}, today=SECOND)
    assert undo_name(store) == "Note Mentee 1 as absent on 27 Jan 2027"
    note_attendance(store, start_up.meeting, 1, {one: PRESENT, other: PRESENT}, today=SECOND)

    assert undo_name(store) == "Note 2 people as present on 26 Jan 2027"
    seen = start_up.seen
    assert seen.asked(one).came == {1: PRESENT, 2: ABSENT}
    assert [(seen.count(1, PRESENT), seen.count(1, ABSENT), seen.count(1, None))] == [(2, 0, 6)]
    store.undo()
    assert start_up.seen.count(1, PRESENT) == 1
    note_attendance(store, start_up.meeting, 1, {one: None}, today=SECOND)
    assert start_up.seen.asked(one).came == {2: ABSENT}


def test_nobody_is_noted_on_a_day_to_come_or_that_is_none_or_who_is_not_asked(store, start_up):
    one = start_up.people[0].person
    with pytest.raises(Refused, match="still to come"):
        note_attendance(store, start_up.meeting, 2, {one: PRESENT}, today=FIRST)
    with pytest.raises(Refused, match="no such day"):
        note_attendance(store, start_up.meeting, 3, {one: PRESENT}, today=SECOND)
    with pytest.raises(Refused, match="not asked"):
        note_attendance(store, start_up.meeting, 1, {"nobody": PRESENT}, today=SECOND)


def test_whoever_was_absent_is_followed_up_and_nobody_else(store, start_up):
    one, other = start_up.people[0].person, start_up.people[1].person
    note_held(store, start_up.meeting, today=SECOND)
    note_attendance(store, start_up.meeting, 1, {one: ABSENT, other: PRESENT}, today=SECOND)
    assert told(store, SECOND, "missed") == [("", "Start-up meeting: 1 person was absent.")]
    with pytest.raises(Refused, match="not noted as absent"):
        follow_up(store, start_up.meeting, [other], on=SECOND, today=SECOND)
    with pytest.raises(Refused, match="future"):
        follow_up(store, start_up.meeting, [one], on=date(2027, 2, 1), today=SECOND)
    follow_up(store, start_up.meeting, [one], on=SECOND, today=SECOND)

    assert start_up.seen.asked(one).followed_up_on == SECOND
    note_attendance(store, start_up.meeting, 2, {one: ABSENT}, today=SECOND)
    assert start_up.seen.asked(one).followed_up_on is None, "a day more was missed"
    store.undo()
    follow_up(store, start_up.meeting, [one], on=None, today=SECOND)
    assert start_up.seen.asked(one).followed_up_on is None


def test_the_same_note_again_keeps_that_it_was_followed_up(store, start_up):
    one = start_up.people[0].person
    note_attendance(store, start_up.meeting, 1, {one: ABSENT}, today=FIRST)
    follow_up(store, start_up.meeting, [one], on=FIRST, today=FIRST)
    note_attendance(store, start_up.meeting, 1, {one: ABSENT}, today=SECOND)

    assert start_up.seen.asked(one).followed_up_on == FIRST


def test_who_is_asked_beyond_or_left_out_who_withdrew_and_who_is_restricted(store, start_up):
    guest = PersonRecord(given_name="Guest", family_name="Speaker")
    hidden, declined, withdrawn = (person.person for person in start_up.people[:3])
    add(store, guest)
    add(
        store,
        InvitationRecord(meeting_id=start_up.meeting, person_id=guest.id, extra=True),
        InvitationRecord(meeting_id=start_up.meeting, person_id=declined, answer=InviteAnswer.DECLINED),
        InvitationRecord(meeting_id=start_up.meeting, person_id=start_up.people[4].person, left_out=True),
    )
    change(store, PersonRecord, hidden, restricted_on=FIRST)
    change(store, ParticipationRecord, start_up.made.pairs[2].mentee, status=ParticipationStatus.WITHDRAWN)
    seen = start_up.seen

    assert [person.name for person in seen.people] == [
        "Mentee 2",
        "Mentee 4",
        "Mentor 2",
        "Mentor 3",
        "Mentor 4",
        "Guest Speaker",
    ]
    assert (seen.restricted, seen.people[-1].role, seen.people[0].expected) == (1, None, False)
    with pytest.raises(Refused, match="not asked"):
        note_attendance(store, start_up.meeting, 1, {hidden: PRESENT}, today=SECOND)
    assert withdrawn not in {person.person for person in seen.people}


def test_who_was_there_stays_in_the_list_after_withdrawing(store, start_up):
    mentee = start_up.people[0].person
    note_attendance(store, start_up.meeting, 1, {mentee: PRESENT}, today=FIRST)
    change(store, ParticipationRecord, start_up.made.pairs[0].mentee, status=ParticipationStatus.WITHDRAWN)

    assert start_up.named("Mentee 1").role is Role.MENTEE


def test_where_all_work_under_one_roof_the_employer_is_the_unit_below_it(store, start_up):
    roof = UnitRecord(name="Helse")
    add(store, roof)
    for unit in {person.employer for person in start_up.people}:
        change(store, UnitRecord, unit, parent_id=roof.id)

    assert start_up.named("Mentee 1").employer != start_up.named("Mentee 2").employer != roof.id
