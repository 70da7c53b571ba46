"""The agenda shows every meeting day and deadline of its window, in order, and says what stands in the way."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from mentordesk.actions.interview_plan import plan_interview
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.agenda import Agenda, DeadlineRow, Mark, MeetingRow, agenda
from mentordesk.queries.agenda_days import agenda_bounds, first_day
from mentordesk.queries.calendar import meetings_calendar
from mentordesk.storage.records import (
    DeadlineRecord,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
)
from tests.queries.applicants import applied
from tests.queries.small_programme import NOON, add, change, made

EVER = {"first": date(2026, 1, 1), "last": date(2029, 12, 31)}


def meetings(found: Agenda, **wanted) -> list[MeetingRow]:
    rows = [row for row in found.rows if isinstance(row, MeetingRow)]
    return [row for row in rows if all(getattr(row, name) == value for name, value in wanted.items())]


def said(row) -> list[str]:
    return [catalog("en").say(sentence) for sentence in row.conflicts]


def lay(store, programme, kind, starts, *, pair=None, audience=("mentee", "mentor"), minutes=60, **more):
    record = MeetingRecord(
        programme_id=programme,
        pair_id=pair,
        kind=kind,
        mode=Mode.DIGITAL,
        audience=list(audience),
        changed_at=NOON,
        **more,
    )
    day = MeetingDayRecord(
        meeting_id=record.id, number=1, starts_at=starts, ends_at=starts + timedelta(minutes=minutes)
    )
    add(store, record, day)
    return record.id


def test_every_day_of_every_meeting_and_every_deadline_is_in_once_and_in_order(store):
    made(store)

    found = agenda(store, None, **EVER)

    with store.reading() as session:
        days = session.query(MeetingDayRecord).count()
        due = session.query(DeadlineRecord).count()
    keys = [(row.meeting, row.number) for row in meetings(found)]
    assert len(keys) == len(set(keys)) == days
    assert sum(isinstance(row, DeadlineRow) for row in found.rows) == due > 0
    assert [row.day for row in found.rows] == sorted(row.day for row in found.rows)
    assert sum(len(rows) for rows in found.by_day().values()) == days + due


def test_both_ends_of_the_window_are_in_it_and_nothing_beyond(store):
    whole = made(store)
    (first, second) = meetings(agenda(store, whole.programme, **EVER), kind="start_up")

    only = agenda(store, whole.programme, first=first.day, last=first.day)

    assert [row.number for row in meetings(only, kind="start_up")] == [1]
    assert (first.days, second.number, second.day - first.day) == (2, 2, timedelta(1))


def test_a_window_of_one_programme_holds_no_other(store):
    one, other = made(store), made(store, "nu", "Another")

    assert {row.programme for row in agenda(store, one.programme, **EVER).rows} == {one.programme}
    assert {row.programme_name for row in agenda(store, None, **EVER).rows} == {"Kull 1", "Another"}
    assert meetings(agenda(store, other.programme, **EVER))


def test_a_conversation_is_a_date_and_two_names(store):
    made(store)

    rows = meetings(agenda(store, None, **EVER), mark=Mark.CONVERSATION)

    assert {catalog("en").say(row.title) for row in rows} == {"Conversation"}
    assert {catalog("en").say(row.kind_title) for row in rows} == {"Conversation"}
    assert {row.who for row in rows} == {"Mentee 1 – Mentor 1", "Mentee 2 – Mentor 2"}


def test_marks_are_the_letters_of_their_kinds(store):
    made(store)

    marks = {(row.kind, row.mark.value) for row in meetings(agenda(store, None, **EVER))}

    assert {("start_up", "S"), ("mentor_network", "M"), ("pair_talk", "P"), ("conversation", "K")} <= marks
    assert {row.mark.value for row in agenda(store, None, **EVER).rows if isinstance(row, DeadlineRow)} == {"F"}


def test_an_interview_has_a_letter_of_its_own(store):
    there = applied(store)
    when = {"day": date(2027, 2, 3), "start": time(9), "minutes": 45, "mode": Mode.DIGITAL, "place": ""}
    plan_interview(store, there.mentees[0].id, interviewer="", **when)

    (row,) = meetings(agenda(store, None, **EVER), kind="interview")
    assert (row.mark, row.mark.value) == (Mark.INTERVIEW, "I")


def test_a_holiday_has_its_name_on_a_saturday_and_an_ordinary_sunday_has_none(store):
    made(store)

    holidays = agenda(store, None, first=date(2027, 5, 1), last=date(2027, 5, 31)).holidays

    assert catalog("nb").say(holidays[date(2027, 5, 1)]) == "Arbeidernes dag"
    assert catalog("nb").say(holidays[date(2027, 5, 16)]) == "Første pinsedag"
    assert date(2027, 5, 2) not in holidays


def test_the_first_day_of_a_meeting_is_told_whichever_day_is_in_view(store):
    whole = made(store)
    (first, _) = meetings(agenda(store, whole.programme, **EVER), kind="start_up")

    assert first_day(store, first.meeting) == first.day
    assert first_day(store, MeetingId("nobody")) is None


def test_holidays_have_their_names_and_are_those_of_the_country(store):
    norwegian, swedish = made(store).programme, made(store, "nu", "NU").programme
    may = {"first": date(2027, 5, 1), "last": date(2027, 6, 30)}

    norway, sweden = (agenda(store, each, **may).holidays for each in (norwegian, swedish))

    assert catalog("en").say(norway[date(2027, 5, 17)]) == "Constitution Day of Norway; Whit Monday"
    assert date(2027, 5, 17) not in sweden
    assert date(2027, 6, 25) not in norway  # midsummer eve is no public holiday
    both = agenda(store, None, **may).holidays[date(2027, 5, 6)]
    assert (catalog("nb").say(both), catalog("sv").say(both)) == (
        "Kristi himmelfartsdag",
        "Kristi himmelsfärdsdag",
    )


def test_a_planned_programme_lies_in_nobodys_way(store):
    made(store)

    assert [said(row) for row in agenda(store, None, **EVER).rows if row.conflicts] == []


def test_a_meeting_on_a_holiday_says_which(store):
    whole = made(store)
    lay(store, whole.programme, "conversation", datetime(2027, 5, 6, 9), pair=whole.pairs[0].id)

    (row,) = meetings(agenda(store, None, first=date(2027, 5, 6), last=date(2027, 5, 6)))

    assert said(row) == ["6 May 2027 is kept free: Ascension Day."]


def test_a_meeting_outside_the_programme_says_so(store):
    whole = made(store)
    lay(store, whole.programme, "conversation", datetime(2027, 1, 6, 9), pair=whole.pairs[0].id)

    (row,) = meetings(agenda(store, None, first=date(2027, 1, 6), last=date(2027, 1, 6)))

    assert said(row)[0].startswith("This is outside the programme, which lasts from 11 Jan 2027 to ")


def test_two_conversations_of_one_mentor_at_once_name_her_in_both(store):
    whole = made(store)
    one, other = whole.pairs
    change(store, PairRecord, other.id, mentor_id=one.mentor)
    day = date(2027, 8, 18)
    lay(store, whole.programme, "conversation", datetime(2027, 8, 18, 9), pair=one.id)
    lay(store, whole.programme, "conversation", datetime(2027, 8, 18, 9, 30), pair=other.id)
    lay(store, whole.programme, "conversation", datetime(2027, 8, 18, 10, 30), pair=other.id)  # begins as that ends

    rows = meetings(agenda(store, None, first=day, last=day), kind="conversation")
    rows = [row for row in rows if row.starts_at.time() < datetime(2027, 1, 1, 11).time()]

    assert [said(row) for row in rows] == [
        ["At the same time as “Conversation”: Mentor 1."],
        ["At the same time as “Conversation”: Mentor 1."],
        [],
    ]


def test_a_joint_meeting_clashes_with_those_it_asks_and_a_cancelled_one_with_nobody(store):
    whole = made(store, pairs=6)
    day = date(2027, 8, 18)
    network = lay(store, whole.programme, "mentor_network", datetime(2027, 8, 18, 9), audience=("mentor",), minutes=420)
    lay(store, whole.programme, "mid_term", datetime(2027, 8, 18, 15), minutes=120)
    window = {"first": day, "last": day}

    (row,) = meetings(agenda(store, None, **window), meeting=network)

    assert [each for each in said(row) if "Mid-term" in each] == [
        "At the same time as “Mid-term meeting”: Mentor 1, Mentor 2, Mentor 3 and 3 others."
    ]
    change(store, MeetingRecord, network, status=MeetingStatus.CANCELLED)
    assert [said(row) for row in meetings(agenda(store, None, **window), kind="mid_term")] == [[]]


def test_bounds_are_the_first_and_the_last_day_that_have_anything(store):
    assert agenda_bounds(store, None) is None
    whole = made(store)

    days = [row.day for row in agenda(store, None, **EVER).rows]

    assert agenda_bounds(store, None) == agenda_bounds(store, whole.programme) == (min(days), max(days))


def test_bounds_of_a_programme_are_its_own_beside_a_bigger_one(store):
    whole, small = made(store), made(store, "nu", "Small", pairs=0)
    for year in (2020, 2030):  # far more than are looked at first
        for number in range(60):
            lay(store, whole.programme, "team_planning", datetime(year, 1, 5, 9) + timedelta(number))

    days = [row.day for row in agenda(store, small.programme, **EVER).rows]

    assert agenda_bounds(store, small.programme) == (min(days), max(days))


def test_a_selection_becomes_one_calendar_of_all_its_programmes(store):
    one, other = made(store), made(store, "nu", "NU")
    rows = meetings(agenda(store, None, **EVER), number=1)
    chosen = [rows[0].meeting, rows[-1].meeting, *(row.meeting for row in rows if row.pair == one.pairs[0].id)]

    content = meetings_calendar(store, chosen, with_names=True)

    assert {event.uid for event in content.events} == set(chosen)
    assert [event.days for event in content.events] == sorted(event.days for event in content.events)
    titles = {catalog("en").say(event.title) for event in content.events}
    assert "Conversation: Mentee 1 – Mentor 1" in titles
    assert all("Mentee" not in catalog("en").say(each.title) for each in meetings_calendar(store, chosen).events)
    assert other.programme != one.programme


@pytest.mark.parametrize("chosen", [[], [MeetingId("no-such-thing")]])
def test_a_selection_of_nothing_or_of_what_is_not_there_is_refused(store, chosen):
    made(store)

    with pytest.raises(Refused):
        meetings_calendar(store, chosen)
