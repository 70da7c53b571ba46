"""Today over a real file: meetings, deadlines and people reach their alerts; counts, sections, how long it takes."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from sqlalchemy import event

from mentordesk.domain.alerts import Urgency
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.meetings import Attendance, MeetingStatus
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.today import SECTIONS, today
from mentordesk.storage.records import (
    AttendanceRecord,
    DeadlineRecord,
    InterviewRecord,
    LogbookEntryRecord,
    MeetingDayRecord,
    MeetingRecord,
    MentorRecord,
    PairRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
)
from tests.counts import count
from tests.queries.small_programme import DAY, NOON, START, add, change, held, made, told


def test_a_joint_meeting_runs_from_preparing_to_following_up(store):
    pair, _ = made(store).pairs
    with store.reading() as session:
        start_up = session.query(MeetingRecord).filter_by(kind="start_up").one().id
        first, last = (day.starts_at.date() for day in session.query(MeetingDayRecord).filter_by(meeting_id=start_up))
        day_id = session.query(MeetingDayRecord).filter_by(meeting_id=start_up, number=1).one().id
    say = lambda key, day: [sentence for _, sentence in told(store, day, key) if "Start-up" in sentence]  # noqa: E731

    assert say("meeting_ahead", first - timedelta(2)) == ["Start-up meeting: in 2 days, on 26 Jan 2027."]
    assert say("meeting_ahead", last) == ["Start-up meeting: today."]
    assert len(say("meeting_past", last + timedelta(1))) == 1
    change(store, MeetingRecord, start_up, status=MeetingStatus.HELD)
    assert say("meeting_past", last + timedelta(1)) == [
        "Start-up meeting: held on 26 Jan 2027, and attendance is not recorded."
    ]
    add(
        store,
        AttendanceRecord(
            meeting_day_id=day_id, person_id=pair.mentee_person, attendance=Attendance.ABSENT, noted_on=first
        ),
    )
    assert say("meeting_past", last + timedelta(1)) == []
    assert say("missed", last + timedelta(1)) == ["Start-up meeting: 1 person was absent."]


def test_a_cancelled_meeting_of_the_plan_is_missed(store):
    made(store)
    with store.reading() as session:
        mid_term = session.query(MeetingRecord).filter_by(kind="mid_term").one().id

    change(store, MeetingRecord, mid_term, status=MeetingStatus.CANCELLED)

    assert told(store, DAY, "not_planned") == [("", "Mid-term meeting: not planned.")]


def test_deadlines_are_quiet_once_done(store):
    of = made(store).programme
    with store.reading() as session:
        contracts = session.query(DeadlineRecord).filter_by(setting="contracts").one()
        due, id_ = contracts.due_on, contracts.id
    assert ("", "Contracts are to be signed: today.") in told(store, due, "deadline", of)

    change(store, DeadlineRecord, id_, done_on=due)

    assert ("", "Contracts are to be signed: today.") not in told(store, due, "deadline", of)


def test_applicants_papers_interviews_and_waiting_list(store):
    day = START - timedelta(10)
    of = made(store, pairs=0).programme
    people = [PersonRecord(given_name="Applicant", family_name=str(number)) for number in range(4)]
    statuses = [
        ParticipationStatus.RECEIVED,
        ParticipationStatus.COMPLETE,
        ParticipationStatus.COMPLETE,
        ParticipationStatus.WAITING,
    ]
    since = day - timedelta(40)
    taking_part = [
        ParticipationRecord(programme_id=of, person_id=person.id, role=Role.MENTEE, status=status, since=since)
        for person, status in zip(people, statuses, strict=True)
    ]
    asked = PaperRecord(participation_id=taking_part[0].id, kind=PaperKind.CONFIRMATION, asked_by=day - timedelta(1))
    add(store, *people, *taking_part, asked, InterviewRecord(participation_id=taking_part[2].id, held_on=day))

    assert told(store, day, "application") == [("Applicant 0", "Application received 40 days ago, not answered.")]
    assert told(store, day, "interview") == [("Applicant 1", "Complete for 40 days, no interview.")]
    assert told(store, day, "without_mentor") == [("Applicant 3", "On the waiting list since 22 Nov 2026.")]
    overdue = [entry for entry in today(store, day).section(Urgency.OVERDUE) if entry.alert == "papers"]
    assert [(entry.subject.name, entry.due) for entry in overdue] == [("Applicant 0", day - timedelta(1))]
    assert told(store, day, "criterion") == [
        ("", "“Nurse in a leadership position” is unknown or not met for 4 mentees."),
        ("", "“New in the leadership role (two years at most)” is unknown or not met for 4 mentees."),
        ("", "“Wants support and development in the role” is unknown or not met for 4 mentees."),
    ]


def test_places_count_capacity_rest_and_pairs_elsewhere(store):
    first = made(store, pairs=1)
    second = made(store, "nu", "NU", pairs=0).programme
    rested, roomy = (PersonRecord(given_name="Mentor", family_name=word) for word in ("rested", "roomy"))
    add(
        store,
        rested,
        roomy,
        MentorRecord(person_id=rested.id, rests_until=DAY + timedelta(1)),
        MentorRecord(person_id=roomy.id, capacity=2),
        *(
            ParticipationRecord(programme_id=second, person_id=person, role=Role.MENTOR, since=DAY)
            for person in (rested.id, roomy.id, first.pairs[0].mentor_person)
        ),
    )
    mentees = [PersonRecord(given_name="New", family_name=str(number)) for number in range(5)]
    add(
        store,
        *mentees,
        *(ParticipationRecord(programme_id=second, person_id=each.id, role=Role.MENTEE, since=DAY) for each in mentees),
    )

    assert told(store, DAY, "places", second)[0][1] == (
        "3 places with mentors are missing: 5 mentees without a mentor, 2 places left."
    )


def test_costs_that_no_unit_bears_are_counted_and_a_retired_mentor_needs_none(store):
    pair, other = made(store).pairs
    change(store, PersonRecord, pair.mentor_person, unit_id=None)
    change(store, PersonRecord, other.mentor_person, unit_id=None, retired=True)

    assert told(store, DAY, "unit_unknown")[0][1] == "It is not known which unit bears the costs of 1 participant."


def test_counts_of_a_programme(store):
    pairs = made(store, "nu").pairs
    add(store, *held(pairs[0], START, START + timedelta(30), START + timedelta(60)))
    change(store, PairRecord, pairs[1].id, status=PairStatus.PROPOSED)

    (counts,) = today(store, START + timedelta(61)).counts

    assert (counts.applied, counts.selected, counts.matched, counts.active) == (2, 2, 2, 1)
    assert (counts.conversations_held, counts.conversations_expected) == (3, 4)
    assert counts.too_early == 0
    assert today(store, START + timedelta(30)).counts[0].too_early == 2


def test_sections_come_in_order_and_each_entry_can_be_acted_on(store):
    made(store, status=PairStatus.PROPOSED)

    found = today(store, START + timedelta(20))

    sections = [SECTIONS.index(entry.section) for entry in found.entries]
    assert sections == sorted(sections)
    assert len(set(sections)) > 2
    assert all(catalog("en").say(entry.action) for entry in found.entries)


def test_only_the_programme_that_was_asked_for(store):
    first = made(store).programme
    made(store, "nu", "NU")

    found = today(store, DAY, first)

    assert {entry.subject.programme for entry in found.entries} == {first}
    assert [counts.programme for counts in found.counts] == [first]
    assert len(today(store, DAY).counts) == 2


def test_an_empty_file_has_nothing_to_do(store):
    assert today(store, DAY).entries == ()


def many_pairs(store, programme, pairs, meetings):
    """Pairs with so many meetings each, half of them in the logbook."""
    with store.changing(msg("many")) as session:
        for number in range(pairs):
            sides = []
            for role in (Role.MENTEE, Role.MENTOR):
                person = PersonRecord(given_name=role.value, family_name=str(number))
                side = ParticipationRecord(
                    programme_id=programme,
                    person_id=person.id,
                    role=role,
                    status=ParticipationStatus.SELECTED,
                    since=START,
                )
                session.add_all([person, side])
                sides.append(side.id)
            pair = PairRecord(
                programme_id=programme,
                mentee_id=sides[0],
                mentor_id=sides[1],
                approved_on=START,
                status=PairStatus.ACTIVE,
            )
            session.add(pair)
            for turn in range(meetings):
                day = START + timedelta(21 * turn % 500)
                meeting = MeetingRecord(
                    programme_id=programme,
                    pair_id=pair.id,
                    kind="conversation",
                    mode=Mode.DIGITAL,
                    audience=["mentee", "mentor"],
                    changed_at=NOON,
                )
                starts_at = datetime(day.year, day.month, day.day, 14)  # the wall clock's
                session.add_all(
                    [
                        meeting,
                        MeetingDayRecord(
                            meeting_id=meeting.id, number=1, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
                        ),
                    ]
                )
                if turn % 2 == 0:
                    session.add(LogbookEntryRecord(pair_id=pair.id, held_on=day, meeting_id=meeting.id))


def test_many_meetings_are_read_in_a_handful_of_questions(store):
    """A list a question, however long the lists are."""
    programme = made(store, pairs=0).programme
    asked: list[str] = []

    def questions(pairs):
        many_pairs(store, programme, pairs, 10)
        asked.clear()
        with store.reading() as session:
            engine = session.connection().engine
        listener = lambda *args: asked.append(args[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", listener)
        try:
            today(store, DAY)
        finally:
            event.remove(engine, "before_cursor_execute", listener)
        return len(asked)

    few, many = questions(2), questions(20)

    assert 5 < few == many < 45


def test_fifty_thousand_meetings_take_a_moment(store):
    """Of five hundred running pairs; measured as this process's own time, for others run beside it."""
    pairs = count(20, 500)
    programme = made(store, pairs=0).programme
    many_pairs(store, programme, pairs, 100)

    began = time.process_time()
    found = today(store, DAY)
    took = time.process_time() - began

    assert found.counts[0].matched == pairs
    assert took < 0.5 + 2.0 * pairs / 500, took
