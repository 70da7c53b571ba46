"""The timeline of a programme shows what the calendar and the logbooks know, each in its lane."""

from __future__ import annotations

from datetime import date, timedelta

from mentordesk.actions.deadlines import finish_deadline
from mentordesk.actions.meetings import move_meeting
from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.lanes import LANES
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.agenda import DeadlineRow, MeetingRow, agenda
from mentordesk.queries.logbooks import logbooks
from mentordesk.queries.programmes import one_programme
from mentordesk.queries.timeline import free_stretches, timeline
from mentordesk.storage.records import MeetingRecord
from tests.queries.small_programme import DAY, START, add, change, held, made

_ALONE = {"interview", "pair_talk"}


def bars_of(found, lane):
    return next(each for each in found.lanes if each.key == lane).bars


def test_every_meeting_and_deadline_of_the_calendar_has_its_bar(store):
    of = made(store)
    found = timeline(store, of.programme, today=DAY)
    rows = agenda(store, of.programme, first=date(2020, 1, 1), last=date(2040, 1, 1)).rows
    meetings = {
        row.meeting for row in rows if isinstance(row, MeetingRow) and row.kind not in {*CONVERSATIONS, *_ALONE}
    }
    deadlines = {row.deadline for row in rows if isinstance(row, DeadlineRow)}
    bars = [bar for lane in found.lanes for bar in lane.bars]
    assert {bar.meeting for bar in bars if bar.meeting} == meetings
    assert {bar.deadline for bar in bars if bar.deadline} == deadlines
    for bar in bars:
        assert found.first <= bar.first <= bar.last <= found.last
        days = [row.day for row in rows if isinstance(row, MeetingRow) and row.meeting == bar.meeting]
        assert not bar.meeting or (bar.first, bar.last) == (min(days), max(days))


def test_the_lanes_stand_in_their_order_and_bars_in_that_of_their_days(store):
    found = timeline(store, made(store).programme, today=DAY)
    assert [lane.key for lane in found.lanes] == [lane.key for lane in LANES]
    assert all(list(lane.bars) == sorted(lane.bars, key=lambda bar: bar.first) for lane in found.lanes)
    assert [bar.first for bar in bars_of(found, "recruitment")] == [date(2026, 10, 19)]


def test_pair_talks_are_one_span_a_semester_that_cannot_be_moved(store):
    talks = bars_of(timeline(store, made(store, pairs=4).programme, today=DAY), "talks")
    assert [catalog("en").say(bar.title) for bar in talks] == ["4 pair talks"] * 3
    assert not any(bar.movable for bar in talks)


def test_what_is_held_or_done_stays_where_it_is_and_what_is_cancelled_has_no_bar(store):
    of = made(store)
    network = bars_of(timeline(store, of.programme, today=DAY), "network")
    change(store, MeetingRecord, network[0].meeting, status=MeetingStatus.HELD)
    change(store, MeetingRecord, network[1].meeting, status=MeetingStatus.CANCELLED)
    deadline = bars_of(timeline(store, of.programme, today=DAY), "recruitment")[0].deadline
    finish_deadline(store, deadline, on=date(2026, 11, 20))
    found = timeline(store, of.programme, today=DAY)
    assert [(bar.meeting, bar.movable) for bar in bars_of(found, "network")] == [
        (network[0].meeting, False),
        (network[2].meeting, True),
    ]
    assert not bars_of(found, "recruitment")[0].movable


def test_a_meeting_on_a_day_kept_free_says_so(store):
    of = made(store)
    network = bars_of(timeline(store, of.programme, today=DAY), "network")[0]
    assert network.conflicts == ()
    move_meeting(store, network.meeting, to=date(2027, 5, 17))
    (told,) = bars_of(timeline(store, of.programme, today=DAY), "network")[0].conflicts
    assert "17 May 2027 is kept free: Constitution Day of Norway" in catalog("en").say(told).replace("\xa0", " ")


def test_pairs_and_weeks_are_those_of_the_logbooks(store):
    of = made(store, pairs=3)
    add(store, *held(of.pairs[0], date(2027, 2, 8), date(2027, 3, 1)), *held(of.pairs[1], date(2027, 2, 9)))
    found = timeline(store, of.programme, today=DAY)
    assert found.pairs == logbooks(store, of.programme, today=DAY)
    counted = {week.monday: (week.held, week.planned) for week in found.weeks}
    assert counted[date(2027, 2, 8)][0] == 2
    assert counted[date(2027, 3, 1)][0] == 1
    assert sum(planned for _, planned in counted.values()) == sum(len(pair.planned) for pair in found.pairs)


def test_every_working_day_that_is_kept_free_lies_in_a_stretch_and_no_other_does(store):
    programme = one_programme(store, made(store).programme)
    first, last = START, START + timedelta(900)
    stretches = list(free_stretches(programme, first, last))
    free = FreeDays(programme.settings.country, programme.settings.avoided)
    for number in range(901):
        day = first + timedelta(number)
        if day.isoweekday() < 6:
            inside = [each for each in stretches if each.first <= day <= each.last]
            assert [each.why for each in inside] == ([free.why(day)] if free.why(day) else []), day


def test_a_programme_without_pairs_has_a_timeline_too(store):
    found = timeline(store, made(store, template="nu", pairs=0).programme, today=DAY)
    assert (found.pairs, found.weeks) == ((), ())
    assert found.starts_on == START
