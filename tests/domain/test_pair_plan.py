"""What one pair gets in time: its conversations by the programme's rhythm, its talks with the manager."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.free_days import FreeDays, run
from mentordesk.domain.pair_plan import conversations, pair_talks, plan_of_pairs
from mentordesk.domain.plan import PlannedMeeting, plan
from mentordesk.domain.programmes import AvoidedSpan, ProgrammeSettings, Timing
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import template
from mentordesk.i18n.message import Wording
from tests.counts import count
from tests.domain.test_plan import NNO, NU, VARIANTS, many, starts

NNO_START, NU_START = date(2027, 1, 18), date(2027, 2, 1)


def after_start_up(chosen: ProgrammeSettings, start: date) -> tuple[PlannedMeeting, ...]:
    laid = plan(chosen, start)
    start_up = max((m.last_day for m in laid.meetings if m.key == "start_up"), default=start)
    return conversations(chosen, start, laid.ends_on, start_up, busy=laid.taken)


@many
@given(chosen=st.sampled_from(VARIANTS), start=starts)
def test_conversations_keep_free_days_order_and_programme(chosen: ProgrammeSettings, start: date) -> None:
    laid, free = plan(chosen, start), FreeDays(chosen.country, chosen.avoided)
    planned = after_start_up(chosen, start)
    days = [meeting.first_day for meeting in planned]
    assert days == sorted(set(days))
    assert start < days[0]
    assert days[-1] <= laid.ends_on
    assert not set(days) & laid.taken
    for meeting in planned:
        assert free.why(meeting.first_day) is None
        assert (meeting.why_moved is None) == (meeting.first_day == meeting.wanted)
        ((begin, end),) = meeting.days
        assert end - begin == timedelta(minutes=chosen.conversations.length_minutes)
        assert laid.semesters[meeting.semester - 1].starts_on <= meeting.first_day
        assert meeting.first_day <= laid.semesters[meeting.semester - 1].ends_on


@many
@given(start=starts, breaks=st.booleans())
def test_a_norwegian_pair_meets_about_every_three_weeks(start: date, breaks: bool) -> None:
    chosen = VARIANTS[1] if breaks else NNO
    free = FreeDays(chosen.country, chosen.avoided)
    planned = after_start_up(chosen, start)
    assert 20 <= len(planned) <= 26
    taken = plan(chosen, start).taken
    for one, after in itertools.pairwise(planned):
        wanted = one.first_day + timedelta(21)
        assert after.wanted == wanted
        assert after.first_day >= wanted
        late = run(wanted, (after.first_day - wanted).days)
        assert all(free.why(day) or day in taken for day in late), "no open day was passed over"
    # The last is near the end: there was no room for one more.
    last, ends_on = planned[-1].first_day, plan(chosen, start).ends_on
    assert all(free.why(day) or day in taken for day in run(last + timedelta(21), (ends_on - last).days - 20))


@many
@given(start=starts, breaks=st.booleans())
def test_a_swedish_pair_meets_monthly_at_first_and_at_least_six_times(start: date, breaks: bool) -> None:
    chosen = VARIANTS[-1] if breaks else NU
    planned = after_start_up(chosen, start)
    days = [meeting.first_day for meeting in planned]
    assert 6 <= len(days) <= 10
    gaps = [(after - one).days for one, after in itertools.pairwise(days)]
    assert all(30 <= gap <= 30 + 31 for gap in gaps[:3])
    assert all(gap <= 70 + 31 for gap in gaps), "two months, and at most a summer"
    ends_on = plan(chosen, start).ends_on
    free = FreeDays(chosen.country, chosen.avoided)
    assert all(
        free.why(day) or day in plan(chosen, start).taken for day in run(days[-1], (ends_on - days[-1]).days + 1)[1:]
    )


@many
@given(chosen=st.sampled_from(VARIANTS), start=starts)
def test_the_kinds_of_conversation_come_where_they_belong(chosen: ProgrammeSettings, start: date) -> None:
    kinds = [meeting.kind for meeting in after_start_up(chosen, start)]
    third = "conversation_third" if chosen.third_meeting_analysis else "conversation"
    rest = ["conversation"] * (len(kinds) - 4)
    assert kinds == ["conversation_first", "conversation", third, *rest, "conversation_last"]


@settings(max_examples=count(150, 4_000), deadline=None)
@given(
    start=starts,
    length=st.integers(0, 800),
    rhythm=st.integers(1, 120),
    dense=st.integers(0, 6),
    later=st.integers(1, 120),
    minimum=st.integers(0, 15),
    waits=st.integers(-30, 60),
)
def test_any_rule_gives_its_minimum_where_there_is_room(
    start: date, length: int, rhythm: int, dense: int, later: int, minimum: int, waits: int
) -> None:
    rule = replace(NU.conversations, rhythm_days=rhythm, dense=dense, later_days=later, minimum=minimum)
    end, first_after = start + timedelta(length), start + timedelta(waits)
    planned = conversations(replace(NU, conversations=rule), start, end, first_after)
    days = [meeting.first_day for meeting in planned]
    assert days == sorted(set(days))
    assert all(max(start, first_after + timedelta(1)) <= day <= end for day in days)
    if length - max(waits, 0) > 40 * max(minimum, 2):  # a month of summer may lie between any two
        assert len(days) >= minimum
        assert planned[0].kind == "conversation_first"


def test_a_time_without_open_days_has_no_conversations() -> None:
    assert conversations(NU, date(2027, 7, 12), date(2027, 8, 8), date(2027, 7, 12)) == ()
    assert conversations(NU, date(2027, 2, 1), date(2027, 1, 1), date(2027, 2, 1)) == ()


def test_one_conversation_alone_is_the_first() -> None:
    (only,) = conversations(NNO, date(2027, 2, 1), date(2027, 2, 10), date(2027, 2, 1))
    assert only.kind == "conversation_first"


def test_a_norwegian_pair_from_january_2027_has_24_conversations() -> None:
    planned = after_start_up(NNO, NNO_START)
    assert len(planned) == 24
    assert planned[0].days == (
        (datetime.fromisoformat("2027-02-04 14:00"), datetime.fromisoformat("2027-02-04 15:00")),
    )
    assert planned[8].first_day == date(2027, 8, 9), "the first day behind the summer weeks"
    assert planned[8].why_moved == NNO.avoided[0].title


def test_a_swedish_pair_from_february_2027_has_nine_conversations() -> None:
    planned = after_start_up(NU, NU_START)
    assert [meeting.first_day.isoformat() for meeting in planned] == [
        "2027-02-02",
        "2027-03-04",
        "2027-04-05",
        "2027-05-05",
        "2027-06-28",
        "2027-08-23",
        "2027-10-14",
        "2027-12-07",
        "2028-01-31",
    ]


@settings(max_examples=count(50, 1_000), deadline=None)
@given(start=starts, pairs=st.integers(1, 40))
def test_every_pair_has_a_talk_a_semester_and_no_two_talks_meet(start: date, pairs: int) -> None:
    laid, free = plan(NNO, start), FreeDays(NNO.country, NNO.avoided)
    talks = [pair_talks(NNO, laid, turn) for turn in range(pairs)]
    assert all([talk.semester for talk in of_pair] == [1, 2, 3] for of_pair in talks)
    times = sorted(talk.days[0] for of_pair in talks for talk in of_pair)
    for (_, end), (begin, _) in itertools.pairwise(times):
        assert begin - end >= timedelta(minutes=15)
    for begin, end in times:
        assert free.why(begin.date()) is None
        assert begin.date() not in laid.meeting_days
        assert end - begin == timedelta(minutes=45)
        assert begin.hour >= 9
        assert end.hour < 15
    if pairs <= 32:
        for of_pair in talks:
            for talk, window in zip(of_pair, laid.talk_windows, strict=True):
                assert window.opens_on <= talk.first_day <= window.closes_on


def test_a_pair_that_begins_late_misses_the_windows_that_are_over() -> None:
    laid = plan(NNO, NNO_START)
    assert [talk.semester for talk in pair_talks(NNO, laid, not_before=date(2027, 8, 1))] == [2, 3]
    within = laid.talk_windows[0].opens_on + timedelta(14)
    assert pair_talks(NNO, laid, not_before=within)[0].first_day == within
    assert pair_talks(NNO, laid, not_before=date(2029, 1, 1)) == ()


def test_more_pairs_than_the_window_holds_go_on_behind_it_and_at_last_are_refused() -> None:
    laid = plan(NNO, NNO_START)
    behind = pair_talks(NNO, laid, turn=6 * 35)[0]
    assert behind.first_day > laid.talk_windows[0].closes_on
    assert behind.first_day <= laid.semesters[0].ends_on
    with pytest.raises(Refused) as refused:
        pair_talks(NNO, laid, turn=6 * 200)
    assert dict(refused.value.message.values)["title"] == laid.talk_windows[0].setting.title


def test_a_programme_without_pair_talks_has_none() -> None:
    assert pair_talks(NU, plan(NU, NU_START)) == ()


def test_what_a_coordinator_keeps_free_counts_for_pairs_too() -> None:
    kept = replace(NNO, avoided=(*NNO.avoided, AvoidedSpan(Wording.everywhere("course"), weeks=(5, 6))))
    assert after_start_up(kept, NNO_START)[0].first_day.isocalendar().week not in (5, 6)


def test_the_templates_are_never_changed_by_planning() -> None:
    before = template("nno")
    plan(NNO, NNO_START)
    assert template("nno") is before


def at_once(chosen: ProgrammeSettings, talks: int, hours: int = 6) -> ProgrammeSettings:
    """With so many talks at the same time, on days of so many hours."""
    ends_at = time(9 + hours)
    longer = [
        replace(s, at_once=talks, ends_at=ends_at) if s.timing is Timing.PAIR_EACH_SEMESTER else s
        for s in chosen.meetings
    ]
    return replace(chosen, meetings=tuple(longer))


@settings(max_examples=count(15, 300), deadline=None)
@given(start=starts, pairs=st.integers(1, 40), waits=st.integers(-40, 200), talks=st.integers(1, 3))
def test_pairs_planned_together_get_what_each_alone_would_be_given(
    start: date, pairs: int, waits: int, talks: int
) -> None:
    chosen = at_once(NNO, talks)
    laid, not_before = plan(chosen, start), start + timedelta(waits)
    together = plan_of_pairs(chosen, laid, pairs, first_after=not_before, not_before=not_before)
    assert len(together) == pairs
    for turn, planned in enumerate(together):
        theirs = conversations(chosen, start, laid.ends_on, not_before, busy=laid.taken)
        assert planned == (*theirs, *pair_talks(chosen, laid, turn, not_before=not_before))
    begins = Counter(talk.days[0] for planned in together for talk in planned if talk.kind == "pair_talk")
    assert max(begins.values(), default=0) <= talks


def test_who_is_in_line_behind_the_last_place_is_told_how_many_there_are() -> None:
    """And just as many find one."""
    laid = plan(NNO, NNO_START)
    with pytest.raises(Refused) as refused:
        plan_of_pairs(NNO, laid, 500, first_after=NNO_START)
    room = refused.value.message.count
    assert room is not None
    assert 200 < room < 500
    assert len(plan_of_pairs(NNO, laid, room, first_after=NNO_START)) == room
    with pytest.raises(Refused):
        plan_of_pairs(NNO, laid, room + 1, first_after=NNO_START)


def test_two_at_once_have_room_for_twice_as_many() -> None:
    twice = at_once(NNO, 2)
    laid = plan(twice, NNO_START)
    assert len(plan_of_pairs(twice, laid, 500, first_after=NNO_START)) == 500
