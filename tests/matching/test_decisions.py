"""What the coordinator decides of a plan stays free of contradictions, and what changed is told mentee by mentee."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.catalog import catalog
from mentordesk.matching.comparison import changes
from mentordesk.matching.decisions import Decisions, deciding, decisions_in
from mentordesk.matching.scenario import solve
from tests.counts import count
from tests.matching.people import random_question

WAYS = (Decisions.lock, Decisions.unlock, Decisions.keep_apart, Decisions.allow_again)
PEOPLE = st.integers(0, 2)
STEPS = st.lists(st.tuples(st.sampled_from(WAYS), PEOPLE, PEOPLE), max_size=12)


def decided(steps, question):
    found = Decisions()
    for way, mentee, mentor in steps:
        found = way(found, question.mentees[mentee].id, question.mentors[mentor].id)
    return found


@settings(deadline=None)
@given(STEPS)
def test_a_mentee_has_one_lock_and_nobody_is_locked_and_kept_apart(steps):
    found = decided(steps, random_question(1, 3, 3))

    assert len({mentee for mentee, _ in found.locked}) == len(found.locked)
    assert not found.locked & found.apart


@settings(deadline=None)
@given(STEPS, PEOPLE, PEOPLE)
def test_the_last_word_holds(steps, mentee, mentor):
    question = random_question(1, 3, 3)
    pair = question.mentees[mentee].id, question.mentors[mentor].id
    before = decided(steps, question)

    assert pair in before.lock(*pair).locked
    assert pair in before.keep_apart(*pair).apart
    assert pair not in before.unlock(*pair).locked
    assert pair not in before.allow_again(*pair).apart


@settings(max_examples=count(60, 5_000), deadline=None)
@given(STEPS, st.integers(0, 500))
def test_every_plan_keeps_what_was_decided(steps, seed):
    question = random_question(seed, 4, 4)
    decisions = decided(steps, question)

    found = solve(deciding(question, decisions))

    assert decisions_in(found.question) == decisions
    assert decisions.locked <= set(found.mentor_of.items())
    assert not decisions.apart & set(found.mentor_of.items())
    assert decisions.as_seated(found.mentor_of) == decisions


@settings(deadline=None)
@given(st.data(), st.integers(0, 50))
def test_moves_lead_from_one_plan_to_the_other(data, seed):
    question = random_question(seed, 4, 3)
    seats = st.dictionaries(
        st.sampled_from([one.id for one in question.mentees]), st.sampled_from([one.id for one in question.mentors])
    )
    before, after = data.draw(seats), data.draw(seats)

    moves = changes(question, before, after)

    plan = dict(before)
    for move in moves:
        assert plan.pop(move.mentee, None) == move.before
        if move.after is not None:
            plan[move.mentee] = move.after
    assert plan == after
    assert all(move.before != move.after for move in moves)


def test_a_mentor_who_left_counts_as_none():
    question = random_question(3, 2, 2)
    mentee, mentor = question.mentees[0], question.mentors[0]

    (move,) = changes(question, {mentee.id: ParticipationId("gone")}, {mentee.id: mentor.id})

    assert (move.before, move.after) == (None, mentor.id)
    assert catalog("en").say(move.words) == f"{mentee.name} gets {mentor.name}."
