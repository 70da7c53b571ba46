"""Who is matched: everybody until a cohort selects; nobody restricted; traits are the interviewers' mean."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.programmes import create_programme
from mentordesk.actions.restricting import lift, restrict
from mentordesk.domain.people import MATCHABLE, ParticipationStatus, Role
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.board import board
from mentordesk.queries.matching import everybody, question
from mentordesk.queries.surroundings import mean
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import (
    InterviewRecord,
    MentorRecord,
    ParticipationRecord,
    PersonRecord,
    RatingRecord,
    StatusStepRecord,
)
from tests.counts import count
from tests.queries.small_programme import DAY, NOON, START, add, made

TODAY = NOON.date()
S = ParticipationStatus


def taking_part(store, programme, status, role=Role.MENTEE, restricted=False):
    person = PersonRecord(given_name="A", family_name="B", restricted_on=TODAY if restricted else None)
    part = ParticipationRecord(programme_id=programme, person_id=person.id, role=role, status=status, since=START)
    add(store, person, part)
    return part.id


def programme(store, template="nno"):
    return create_programme(store, template_key=template, name=f"Of {template}", starts_on=START).id


def mentees(store, of):
    return {mentee.id for mentee in question(store, of, today=TODAY).mentees}


def said(store, of):
    sentence = board(store, of, today=TODAY).who_is_matched
    return None if sentence is None else catalog("en").say(sentence)


def test_everybody_is_matched_until_the_first_is_selected(store):
    of = programme(store)
    received, waiting = taking_part(store, of, S.RECEIVED), taking_part(store, of, S.WAITING)
    taking_part(store, of, S.DECLINED)
    assert mentees(store, of) == {received, waiting}
    assert said(store, of) is None
    selected = taking_part(store, of, S.SELECTED)

    assert mentees(store, of) == {selected}
    assert said(store, of) == "Only selected mentees are matched; 2 are not selected."


def test_mentors_need_no_selection(store):
    of = programme(store)
    mentor = taking_part(store, of, S.ASKED, Role.MENTOR)
    taking_part(store, of, S.SELECTED)

    assert [each.id for each in question(store, of, today=TODAY).mentors] == [mentor]


def test_a_rolling_programme_goes_on_as_people_come(store):
    of = programme(store, "nu")
    both = {taking_part(store, of, S.RECEIVED), taking_part(store, of, S.SELECTED)}

    assert mentees(store, of) == both


def test_an_approved_pair_alone_selects_nobody_else_away(store):
    """Approval notes its mentee as selected; those without a mentor still wait for one."""
    there = made(store, pairs=1)
    waits = taking_part(store, there.programme, S.RECEIVED)
    assert mentees(store, there.programme) == {waits}
    add(
        store,
        StatusStepRecord(participation_id=there.pairs[0].mentee, status=S.SELECTED, reached_on=START),
    )

    assert mentees(store, there.programme) == set()


def test_whoever_is_restricted_is_not_matched_and_comes_back(store):
    of = programme(store)
    one, other = taking_part(store, of, S.RECEIVED), taking_part(store, of, S.RECEIVED)
    with store.reading() as session:
        person = session.get_one(ParticipationRecord, one).person_id
    restrict(store, person, reason="x", today=TODAY)
    assert mentees(store, of) == {other}
    lift(store, person)
    assert mentees(store, of) == {one, other}


def test_a_pair_of_somebody_restricted_can_still_be_explained(store):
    there = made(store, pairs=1)
    pair = there.pairs[0]
    restrict(store, pair.mentor_person, reason="x", today=TODAY)
    restrict(store, pair.mentee_person, reason="x", today=TODAY)
    asked = everybody(store, there.programme, today=DAY)

    assert (asked.mentee(pair.mentee).id, asked.mentor(pair.mentor).id) == (pair.mentee, pair.mentor)
    assert question(store, there.programme, today=DAY).mentors == ()


person = st.tuples(st.sampled_from(S), st.sampled_from([Role.MENTEE, Role.MENTOR]), st.booleans())


@settings(max_examples=count(15, 500), deadline=None)
@given(st.lists(person, max_size=8), st.sampled_from(["nno", "nu"]))
def test_nobody_restricted_and_nobody_undecided_is_matched(people, template):
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "x.mentordesk", create=True, clock=lambda: NOON) as store,
    ):
        of = programme(store, template)
        ids = [taking_part(store, of, *each) for each in people]
        asked = question(store, of, today=TODAY)
    chosen = {S.SELECTED, S.COMPLETED}
    selecting = template == "nno" and any(status in chosen and role is Role.MENTEE for status, role, _ in people)
    expected = {
        id_
        for id_, (status, role, restricted) in zip(ids, people, strict=True)
        if status in MATCHABLE and not restricted and (role is Role.MENTOR or not selecting or status in chosen)
    }
    assert {each.id for each in (*asked.mentees, *asked.mentors)} == expected


@pytest.mark.parametrize(
    ("told", "places"), [({}, 1), ({"left_on": TODAY}, 0), ({"available_until": TODAY}, 0), ({"left_on": DAY}, 1)]
)
def test_a_mentor_who_is_gone_when_it_starts_has_no_place(store, told, places):
    of = programme(store)
    taking_part(store, of, S.RECEIVED)
    mentor = taking_part(store, of, S.RECEIVED, Role.MENTOR)
    with store.reading() as session:
        person = session.get_one(ParticipationRecord, mentor).person_id
    add(store, MentorRecord(person_id=person, **told))

    assert question(store, of, today=TODAY).mentors[0].places == places


def rated(store, part, interviewer, points):
    interview = InterviewRecord(participation_id=part, interviewer=interviewer, held_on=START)
    add(store, interview, RatingRecord(interview_id=interview.id, rating_key="openness", points=points))
    add(store, RatingRecord(interview_id=interview.id, rating_key="trust", points=5))


def test_traits_are_the_mean_of_what_each_interviewer_said_last(store):
    of = programme(store)
    part = taking_part(store, of, S.RECEIVED)
    for interviewer, points in (("Anne", 1), ("Per", 4), ("anne", 5)):
        rated(store, part, interviewer, points)

    assert question(store, of, today=TODAY).mentees[0].traits == {"openness": 5}, "of 5 and 4, rounded half up"


@pytest.mark.parametrize(("points", "value"), [([3], 3), ([1, 2], 2), ([2, 2, 3], 2), ([4, 5, 5], 5), ([1, 5], 3)])
def test_half_a_point_is_rounded_up(points, value):
    assert mean(points) == value


@given(st.lists(st.integers(1, 5), min_size=1, max_size=9))
def test_a_mean_is_a_whole_point_within_its_points(points):
    assert isinstance(mean(points), int)
    assert min(points) <= mean(points) <= max(points)
    assert abs(mean(points) - sum(points) / len(points)) <= 0.5
