"""Each rule says when it is broken, with its figures, and what comes next; and is silent while it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain import alerts
from mentordesk.domain.alerts import Alert, Notice, Urgency, expected
from mentordesk.domain.alerts.spans import pair_span
from mentordesk.domain.alerts.views import (
    Appointment,
    Conversation,
)
from mentordesk.domain.criteria import Gate, Measure
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.catalog import catalog
from tests.counts import count
from tests.domain.alert_cases import DUES, DUTIES, SILENT, SPEAKS
from tests.domain.alert_views import END, NNO, NU, START, cohort_pair, days, findings, pair, person
from tests.domain.pair_alert_cases import NOT_GOOD

ALL = (
    *alerts.PAIR_ALERTS,
    *alerts.PARTICIPANT_ALERTS,
    *alerts.MEETING_ALERTS,
    *alerts.DEADLINE_ALERTS,
    *alerts.SETTING_ALERTS,
    *alerts.CRITERION_ALERTS,
    *alerts.PROGRAMME_ALERTS,
    *alerts.BANK_ALERTS,
    *alerts.TASK_ALERTS,
    *alerts.ISSUE_ALERTS,
    *alerts.LOAN_ALERTS,
    *alerts.REQUEST_ALERTS,
)


def said(notice: Notice | None) -> str:
    assert notice is not None
    return catalog("en").say(notice.sentence)


def alert(key: str) -> Alert:
    return next(each for each in ALL if each.key == key)


def look(key: str, view: object) -> Notice | None:
    return alert(key).look(view)


@pytest.mark.parametrize(("key", "view", "urgency", "sentence"), SPEAKS, ids=[case[0] for case in SPEAKS])
def test_a_broken_rule_speaks_with_its_figures(key, view, urgency, sentence):
    notice = look(key, view)

    assert (said(notice), notice.urgency.value) == (sentence, urgency)


@pytest.mark.parametrize(("key", "view"), SILENT, ids=[case[0] for case in SILENT])
def test_a_kept_rule_is_silent(key, view):
    assert look(key, view) is None


@pytest.mark.parametrize(("key", "view", "due"), DUES, ids=[case[0] for case in DUES])
def test_a_notice_says_by_when(key, view, due):
    assert look(key, view).due == due


@pytest.mark.parametrize("code", ["nb", "sv", "en"])
@pytest.mark.parametrize(("key", "view"), [case[:2] for case in SPEAKS], ids=[case[0] for case in SPEAKS])
def test_every_notice_has_a_rule_and_an_action_in_every_language(key, view, code):
    notice = look(key, view)

    for sentence in (notice.sentence, notice.rule, notice.action):
        text = catalog(code).say(sentence)
        assert text
        assert "{" not in text
        assert code == "en" or text != catalog("en").say(sentence)


def test_keys_are_unique_and_every_alert_has_both_cases():
    keys = [each.key for each in ALL]

    assert len(set(keys)) == len(keys)
    assert {case[0] for case in SPEAKS} == set(keys)
    assert {case[0] for case in SILENT} == set(keys)


def test_no_duty_of_the_source_programmes_is_without_an_alert():
    watched = set().union(*DUTIES.values())

    assert all(DUTIES.values())
    assert watched == {each.key for each in ALL}


def test_silence_climbs_a_ladder_that_ends_in_a_talk_about_dissolution():
    steps = [look("rhythm", cohort_pair(START + days(gap), START)) for gap in (32, 42, 63)]

    assert [catalog("en").say(step.action) for step in steps] == [
        "Register a conversation",
        "Ask the pair how it is going",
        "Talk with both about going on or ending",
    ]


def test_one_silence_is_told_once():
    """What was planned meanwhile is not told again beside the silence itself."""
    planned = (Appointment("conversation", START + days(21)),)
    view = cohort_pair(START + days(43), START, appointments=planned)

    assert look("rhythm", view) is not None
    assert look("unregistered", view) is None


def test_a_dissolved_pair_is_left_in_peace():
    view = pair(END + days(100), status=PairStatus.DISSOLVED, fit=(NOT_GOOD,))

    assert [each.key for each in alerts.PAIR_ALERTS if each.look(view) is not None] == []


@pytest.mark.parametrize(
    ("role", "status", "matched", "gates"),
    [
        (Role.MENTEE, ParticipationStatus.RECEIVED, False, {Gate.SELECTION}),
        (Role.MENTEE, ParticipationStatus.SELECTED, False, {Gate.SELECTION}),
        (Role.MENTOR, ParticipationStatus.RECEIVED, False, {Gate.MATCHING}),
        (Role.MENTOR, ParticipationStatus.SELECTED, True, {Gate.START}),
        (Role.MENTEE, ParticipationStatus.DECLINED, False, set()),
    ],
)
def test_only_what_blocks_the_next_step_is_asked_for(role, status, matched, gates):
    """Of the criteria that the programme has at each gate."""
    someone = person(START, status, role=role, matched=matched, findings=findings(role))

    assert {each.criterion.gate for each in alerts.unanswered(someone)} == gates
    assert all(each.criterion.measure is Measure.PAPER for each in alerts.missing_papers(someone))


def test_a_pair_that_joins_later_has_its_own_year():
    rolling = Programme(ProgrammeId("1"), "NU", START, END, NU)

    span = pair_span(rolling, date(2027, 6, 1), None)

    assert (span.begins_on, span.ends_on) == (date(2027, 6, 1), date(2028, 5, 31))


def test_pairs_of_a_cohort_begin_after_the_start_up_meeting():
    cohort = Programme(ProgrammeId("1"), "NNO", START, date(2028, 7, 10), NNO)

    assert pair_span(cohort, date(2026, 12, 1), date(2027, 1, 27)).begins_on == date(2027, 1, 27)
    assert pair_span(cohort, date(2027, 3, 1), date(2027, 1, 27)).begins_on == date(2027, 3, 1)


views = st.builds(
    lambda settings, offset, held, agreed, status: pair(
        START + days(offset),
        *sorted(START + days(min(day, offset)) for day in held),
        settings=settings,
        agreed_rhythm=agreed,
        status=status,
    ),
    st.sampled_from([NNO, NU]),
    st.integers(-30, 500),
    st.lists(st.integers(0, 400), max_size=14),
    st.none() | st.integers(1, 200),
    st.sampled_from(PairStatus),
).filter(lambda view: view.today >= START or not view.conversations)


@settings(max_examples=count(200, 20_000), deadline=None)
@given(views)
def test_whatever_the_dates_a_notice_is_whole(view):
    for each in alerts.PAIR_ALERTS:
        notice = each.look(view)
        if notice is not None:
            assert catalog("nb").say(notice.sentence)
            assert catalog("nb").say(notice.rule)
            assert catalog("nb").say(notice.action)
            if notice.due is not None and notice.urgency is Urgency.OVERDUE and each.key != "minimum":
                assert notice.due <= view.today


@settings(max_examples=count(200, 20_000), deadline=None)
@given(views)
def test_waiting_never_makes_a_silence_less_urgent(view):
    """Until the pair's last day, after which closing it is what is left."""
    levels = [Urgency.OVERDUE, Urgency.THIS_WEEK, None]
    seen = 2
    for later in range(60):
        day = view.today + days(later)
        if day > view.ends_on:
            break
        notice = look("rhythm", replace(view, today=day))
        level = levels.index(notice.urgency if notice else None)
        assert level <= seen
        seen = level


@settings(max_examples=count(200, 20_000), deadline=None)
@given(views, st.integers(0, 30))
def test_another_conversation_never_makes_it_worse(view, back):
    """Neither its rhythm nor its count gets more urgent because the pair met."""
    order = [None, Urgency.TOO_EARLY, Urgency.THIS_WEEK, Urgency.OVERDUE]
    met = max(START, view.today - days(back))
    if met > view.today:
        return
    more = replace(view, conversations=tuple(sorted([*view.conversations, Conversation(met)], key=lambda c: c.held_on)))
    for key in ("minimum", "first_contact"):
        before, after = look(key, view), look(key, more)
        assert order.index(after.urgency if after else None) <= order.index(before.urgency if before else None)


@settings(max_examples=count(200, 20_000), deadline=None)
@given(views)
def test_expected_conversations_grow_with_time_and_reach_the_minimum(view):
    numbers = [expected(replace(view, today=START + days(day))) for day in range(0, 400, 20)]

    assert numbers == sorted(numbers)
    assert numbers[0] == 0
    assert expected(replace(view, today=view.ends_on)) >= view.settings.conversations.minimum
