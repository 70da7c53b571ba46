"""A programme laid out in time: properties over ten years of start dates in both countries, and known plans."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.free_days import FreeDays, run
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.plan import EARLIER, Plan, plan, semester_of, semesters_from
from mentordesk.domain.programmes import AvoidedSpan, MeetingSetting, ProgrammeSettings, Timing
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import template
from mentordesk.i18n.message import Wording, msg
from tests.counts import count

NNO, NU = template("nno"), template("nu")
starts = st.dates(date(2026, 1, 1), date(2036, 12, 31))
SCHOOL_BREAKS = tuple(
    AvoidedSpan(Wording.everywhere(title), weeks=weeks)
    for title, weeks in (("winter break", (8, 9)), ("autumn break", (40, 41)), ("sports week", (44, 44)))
)
# Both templates in both countries, with and without the school breaks that a coordinator adds.
VARIANTS = [
    replace(one, country=other.country, avoided=(*other.avoided, *breaks))
    for one in (NNO, NU)
    for other in (NNO, NU)
    for breaks in ((), SCHOOL_BREAKS)
]
many = settings(max_examples=count(150, 4_000), deadline=None)
any_start = given(chosen=st.sampled_from(VARIANTS), start=starts)


def setting_of(chosen: ProgrammeSettings, key: str) -> MeetingSetting:
    return next(setting for setting in chosen.meetings if setting.key == key)


def before_the_start(chosen: ProgrammeSettings, key: str) -> bool:
    setting = setting_of(chosen, key)
    return setting.timing is Timing.FROM_START and setting.offset_days < 0


def days_of(laid: Plan) -> list[date]:
    return [begin.date() for meeting in laid.meetings for begin, _ in meeting.days]


@many
@any_start
def test_nothing_falls_on_a_free_day(chosen: ProgrammeSettings, start: date) -> None:
    laid, free = plan(chosen, start), FreeDays(chosen.country, chosen.avoided)
    edges = [day for window in laid.talk_windows for day in (window.opens_on, window.closes_on)]
    for day in (*days_of(laid), *edges, *(deadline.day for deadline in laid.deadlines)):
        assert free.why(day) is None, day


@many
@any_start
def test_all_is_there_as_often_as_the_template_says(chosen: ProgrammeSettings, start: date) -> None:
    laid = plan(chosen, start)
    counted = Counter(meeting.key for meeting in laid.meetings)
    for setting in chosen.meetings:
        match setting.timing:
            case Timing.EACH_SEMESTER:
                assert counted[setting.key] == chosen.semesters
                semesters = [m.semester for m in laid.meetings if m.key == setting.key]
                assert semesters == list(range(1, chosen.semesters + 1))
            case Timing.PAIR_EACH_SEMESTER:
                assert counted[setting.key] == 0
                numbers = [window.semester.number for window in laid.talk_windows]
                assert numbers == list(range(1, chosen.semesters + 1))
            case Timing.EACH_ROUND:
                length = (laid.ends_on - start).days - setting.offset_days
                assert length // (setting.every_days + 31) <= counted[setting.key] <= length // setting.every_days + 1
            case _:
                assert counted[setting.key] == 1
    due = Counter(deadline.key for deadline in laid.deadlines)
    assert due == {
        setting.key: chosen.semesters if setting.timing is Timing.EACH_SEMESTER else 1 for setting in chosen.deadlines
    }


@many
@any_start
def test_meetings_lie_inside_the_programme_and_closing_leaves_the_last_day(
    chosen: ProgrammeSettings, start: date
) -> None:
    laid = plan(chosen, start)
    for meeting in laid.meetings:
        semester = laid.semesters[meeting.semester - 1]
        assert meeting.first_day <= meeting.last_day < laid.ends_on
        assert meeting.first_day <= semester.ends_on
        if before_the_start(chosen, meeting.key):
            assert meeting.last_day < start
            assert semester.number == 1
        else:
            assert semester.starts_on <= meeting.first_day
    for window in laid.talk_windows:
        assert window.semester.starts_on <= window.opens_on <= window.closes_on <= window.semester.ends_on


@many
@any_start
def test_meetings_keep_their_order_and_never_share_a_day(chosen: ProgrammeSettings, start: date) -> None:
    laid = plan(chosen, start)
    days = days_of(laid)
    assert len(set(days)) == len(days)
    assert days == sorted(days)
    once = [m.key for m in laid.meetings if m.key in ("mentor_training", "start_up", "mid_term", "closing")]
    assert once == [s.key for s in chosen.meetings if s.key in once]


@many
@any_start
def test_a_meeting_of_several_days_stays_on_days_in_a_row_in_one_week(chosen: ProgrammeSettings, start: date) -> None:
    for meeting in plan(chosen, start).meetings:
        setting = setting_of(chosen, meeting.key)
        days = [begin.date() for begin, _ in meeting.days]
        assert days == run(meeting.first_day, setting.days)
        assert len({day.isocalendar()[:2] for day in days}) == 1
        for begin, end in meeting.days:
            assert (begin.time(), end.time()) == (setting.starts_at, setting.ends_at)
            assert begin.date() == end.date()


@many
@any_start
def test_what_moved_moved_in_its_direction_to_the_nearest_open_day(chosen: ProgrammeSettings, start: date) -> None:
    """Nothing that was open and not another meeting's lies between the wanted day and the found one."""
    laid, free = plan(chosen, start), FreeDays(chosen.country, chosen.avoided)
    for meeting in laid.meetings:
        setting = setting_of(chosen, meeting.key)
        assert (meeting.why_moved is None) == (meeting.first_day == meeting.wanted)
        if setting.days > 1:
            continue
        low, high = sorted((meeting.wanted, meeting.first_day))
        between = run(low, (high - low).days + 1)
        others = laid.meeting_days - {meeting.first_day}
        passed = [day for day in between if day != meeting.first_day and free.why(day) is None and day not in others]
        in_direction = (
            meeting.first_day <= meeting.wanted if setting.timing in EARLIER else meeting.first_day >= meeting.wanted
        )
        if in_direction:
            assert passed == [], meeting


@many
@any_start
def test_a_deadline_never_moves_later_and_only_for_a_reason(chosen: ProgrammeSettings, start: date) -> None:
    free = FreeDays(chosen.country, chosen.avoided)
    for deadline in plan(chosen, start).deadlines:
        assert deadline.day <= deadline.wanted
        assert (deadline.why_moved is None) == (deadline.day == deadline.wanted)
        assert all(free.why(day) for day in run(deadline.day, (deadline.wanted - deadline.day).days + 1)[1:])


@many
@any_start
def test_semesters_are_equal_and_follow_one_another_from_the_first_day_to_the_last(
    chosen: ProgrammeSettings, start: date
) -> None:
    semesters = semesters_from(chosen, start)
    assert semesters[0].starts_on == start
    for one, after in itertools.pairwise(semesters):
        assert after.starts_on == one.ends_on + timedelta(1)
        assert after.number == one.number + 1
    for semester in semesters:
        assert 180 <= (semester.ends_on - semester.starts_on).days + 1 <= 185
        assert semester_of(semesters, semester.starts_on) == semester.number
        assert semester_of(semesters, semester.ends_on) == semester.number


@many
@any_start
def test_a_window_for_talks_is_never_longer_than_the_template_says(chosen: ProgrammeSettings, start: date) -> None:
    laid, free = plan(chosen, start), FreeDays(chosen.country, chosen.avoided)
    for window in laid.talk_windows:
        over = window.opens_on + timedelta(window.setting.window_days)
        assert window.closes_on <= over
        assert all(free.why(day) for day in run(window.closes_on, (over - window.closes_on).days + 1)[1:])


@settings(max_examples=count(30, 500), deadline=None)
@any_start
def test_the_same_start_gives_the_same_plan(chosen: ProgrammeSettings, start: date) -> None:
    assert plan(chosen, start) == plan(replace(chosen), start)


def test_a_norwegian_cohort_from_january_2027() -> None:
    laid = plan(NNO, date(2027, 1, 18))
    assert laid.ends_on == date(2028, 7, 17)
    assert [(m.key, m.first_day.isoformat(), len(m.days)) for m in laid.meetings if m.kind != "team_follow_up"] == [
        ("team_planning", "2026-11-09", 1),
        ("mentor_training", "2027-01-18", 1),
        ("start_up", "2027-02-02", 2),
        ("mentor_network", "2027-03-15", 1),
        ("mentor_network", "2027-09-13", 1),
        ("mid_term", "2027-10-18", 1),
        ("mentor_network", "2028-03-14", 1),
        ("closing", "2028-07-03", 2),
    ]
    second = next(m for m in laid.meetings if m.key == "mentor_network" and m.semester == 2)
    assert (second.wanted, second.why_moved) == (date(2027, 9, 12), msg("a Sunday"))
    assert [(d.key, d.day.isoformat()) for d in laid.deadlines] == [
        ("applications", "2026-10-26"),
        ("confirmations", "2026-11-16"),
        ("survey_before", "2027-01-11"),
        ("contracts", "2027-02-15"),
        ("owners_report", "2027-07-05"),
        ("survey_mid", "2027-10-18"),
        ("owners_report", "2027-12-23"),
        ("owners_report", "2028-07-04"),
        ("survey_after", "2028-07-07"),
        ("survey_later", "2029-01-15"),
    ]


def test_the_teams_own_meetings_leave_the_days_of_pairs_free() -> None:
    laid = plan(NNO, date(2027, 1, 18))
    follow_ups = {m.first_day for m in laid.meetings if m.kind == "team_follow_up"}
    assert len(follow_ups) == 10
    follow_ups |= {m.first_day for m in laid.meetings if m.kind == "team_planning"}
    assert follow_ups <= laid.meeting_days
    assert not follow_ups & laid.taken
    assert laid.meeting_days - laid.taken == follow_ups


def test_a_swedish_year_from_february_2027() -> None:
    laid = plan(NU, date(2027, 2, 1))
    assert laid.ends_on == date(2028, 1, 31)
    assert [m.first_day.isoformat() for m in laid.meetings] == ["2027-03-18", "2027-06-17", "2027-09-16", "2027-12-16"]
    assert laid.talk_windows == ()


@pytest.mark.parametrize("start", [date(2028, 2, 29), date(2027, 8, 31), date(2027, 12, 31)])
def test_a_start_at_the_end_of_a_month_ends_at_the_end_of_one(start: date) -> None:
    semesters = semesters_from(NNO, start)
    assert len(semesters) == 3
    assert semesters[-1].ends_on + timedelta(1) >= start + timedelta(18 * 30)


def test_months_that_do_not_divide_go_to_the_last_semesters() -> None:
    seven = semesters_from(replace(NNO, months=7, semesters=2), date(2027, 1, 1))
    assert [s.ends_on for s in seven] == [date(2027, 3, 31), date(2027, 7, 31)]


def test_the_middle_day_of_a_pushed_start_up_pushes_what_follows() -> None:
    """A start in the summer weeks: training comes behind them, the start-up behind the training."""
    laid = plan(NNO, date(2027, 7, 12))
    _, training, start_up, *_ = laid.meetings
    assert (training.key, training.first_day) == ("mentor_training", date(2027, 8, 9))
    assert (start_up.key, start_up.first_day) == ("start_up", date(2027, 8, 10))


def test_a_moved_meeting_says_what_stood_in_its_way() -> None:
    christmas = next(m for m in plan(NNO, date(2026, 12, 24)).meetings if m.key == "mentor_training")
    assert christmas.first_day == date(2027, 1, 4)
    assert christmas.why_moved == NNO.avoided[2].title
    closed_by_another = replace(
        NNO, meetings=(replace(setting_of(NNO, "mentor_network"), offset_days=0), *NNO.meetings[:4])
    )
    network = next(m for m in plan(closed_by_another, date(2027, 1, 18)).meetings if m.key == "mentor_network")
    assert network.first_day == date(2027, 1, 19)
    assert network.why_moved == msg("to keep clear of the other meetings")


@pytest.mark.parametrize("chosen", [NNO, NU], ids=["nno", "nu"])
def test_a_programme_without_any_open_day_is_refused_and_says_which_meeting(chosen: ProgrammeSettings) -> None:
    closed = replace(chosen, avoided=(AvoidedSpan(Wording.everywhere("always"), weeks=(1, 53)),))
    with pytest.raises(Refused) as refused:
        plan(closed, date(2027, 1, 18))
    assert dict(refused.value.message.values)["title"] == chosen.meetings[0].title


def test_one_open_week_is_too_short_for_the_norwegian_meetings() -> None:
    with pytest.raises(Refused):
        plan(replace(NNO, months=1, semesters=1), date(2027, 7, 5))


def test_the_last_day_of_a_programme_is_left_alone() -> None:
    closing = replace(setting_of(NNO, "closing"), offset_days=0, days=1)
    laid = plan(replace(NNO, meetings=(closing,)), date(2027, 3, 1))
    assert laid.ends_on == date(2028, 8, 31)
    assert laid.meetings[0].first_day == date(2028, 8, 30)


def test_every_planned_kind_is_a_kind_of_meeting() -> None:
    for meeting in plan(NNO, date(2027, 1, 18)).meetings:
        assert meeting_kind(meeting.kind).key == meeting.kind
