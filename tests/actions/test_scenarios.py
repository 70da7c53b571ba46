"""Plans are kept with their locks and vetoes; each decision, and a drag with all that follows, is one undo."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.matching import (
    CriteriaException,
    Decided,
    allow_again,
    approve,
    keep_apart,
    keep_scenario,
    lock_pair,
    put_together,
    seats_of,
    unlock_pair,
)
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.matching.comparison import changes
from mentordesk.matching.decisions import Decisions, deciding
from mentordesk.matching.scenario import solve
from mentordesk.queries.board import board
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import ParticipationRecord
from tests.counts import count
from tests.queries.applicants import DAY, applied, planned
from tests.queries.small_programme import NOON, change

PLAN = "1"
WAIVED = CriteriaException("a trial", "Kari")


def shown(store, there, scenario=None):
    return board(store, there.programme, today=DAY, scenario=scenario)


def undo_name(store):
    name = store.undo_name()
    return None if name is None else catalog("en").say(name)


def drag(store, there, mentee, mentor):
    """What the window does when somebody drops a mentor on a mentee."""
    asked = shown(store, there)
    decided = asked.decisions.lock(mentee.id, mentor.id)
    found = solve(deciding(asked.question, decided), shown=asked.mentor_of)
    keep_scenario(
        store,
        programme=there.programme,
        name=asked.scenario,
        seats=seats_of(found),
        settings=asked.question.settings,
        decided=Decided(asked.decisions, decided),
        what=put_together("Mentee 1", "Mentor 2"),
    )
    return asked


def test_a_plan_in_one_click_is_one_change(store):
    there = applied(store)
    before = shown(store, there)

    planned(store, there.programme)

    assert shown(store, there).mentor_of == {
        mentee.id: mentor.id for mentee, mentor in zip(there.mentees, there.mentors, strict=False)
    }
    assert undo_name(store) == "Match, plan 1"
    store.undo()
    assert shown(store, there) == before


def test_a_lock_survives_the_next_matching(store):
    there = applied(store)
    planned(store, there.programme)
    mentee, mentor = there.mentees[0], there.mentors[3]
    lock_pair(store, programme=there.programme, scenario=PLAN, mentee=mentee.id, mentor=mentor.id)

    planned(store, there.programme)

    after = shown(store, there)
    assert after.decisions.locked == {(mentee.id, mentor.id)}
    assert after.mentor_of[mentee.id] == mentor.id
    assert [seat.mentee for seat in after.seats if seat.locked] == [mentee.id]
    assert None not in [seat.points for seat in after.seats]


def test_a_lock_needs_no_plan_before_it(store):
    there = applied(store)
    pair = there.mentees[0].id, there.mentors[3].id

    lock_pair(store, programme=there.programme, scenario=PLAN, mentee=pair[0], mentor=pair[1])

    assert shown(store, there).decisions == Decisions(frozenset({pair}))
    assert undo_name(store) == "Lock Mentee 1 with Mentor 4"
    store.undo()
    assert shown(store, there).solved_at is None


def test_a_mentees_new_lock_replaces_the_older(store):
    there = applied(store)
    for mentor in (there.mentors[1], there.mentors[2]):
        lock_pair(store, programme=there.programme, scenario=PLAN, mentee=there.mentees[0].id, mentor=mentor.id)

    assert shown(store, there).decisions.locked == {(there.mentees[0].id, there.mentors[2].id)}


def test_a_lock_that_is_there_leaves_no_trace(store):
    there = applied(store)
    who = {"programme": there.programme, "scenario": PLAN, "mentee": there.mentees[0].id, "mentor": there.mentors[1].id}
    lock_pair(store, **who)
    before = len(store.history())

    lock_pair(store, **who)

    assert len(store.history()) == before


def test_unlocked_two_stay_until_the_next_matching(store):
    there = applied(store)
    planned(store, there.programme)
    who = {"programme": there.programme, "scenario": PLAN, "mentee": there.mentees[0].id, "mentor": there.mentors[4].id}
    lock_pair(store, **who)
    unlock_pair(store, **who)
    assert shown(store, there).mentor_of[who["mentee"]] == who["mentor"]
    assert undo_name(store) == "Unlock Mentee 1 from Mentor 5"

    planned(store, there.programme)

    assert shown(store, there).mentor_of[who["mentee"]] == there.mentors[0].id


def test_two_kept_apart_are_no_pair_now_nor_after_the_next_matching(store):
    there = applied(store)
    planned(store, there.programme)
    who = {"programme": there.programme, "scenario": PLAN, "mentee": there.mentees[0].id, "mentor": there.mentors[0].id}
    lock_pair(store, **who)

    keep_apart(store, **who)

    apart = shown(store, there)
    assert apart.decisions == Decisions(apart=frozenset({(who["mentee"], who["mentor"])}))
    assert who["mentee"] not in apart.mentor_of
    planned(store, there.programme)
    assert shown(store, there).mentor_of[who["mentee"]] != who["mentor"]
    allow_again(store, **who)
    planned(store, there.programme)
    assert shown(store, there).mentor_of[who["mentee"]] == who["mentor"]


def test_a_drag_is_one_undo_that_gives_the_whole_board_back(store):
    there = applied(store, mentors=4)
    planned(store, there.programme)
    before = shown(store, there)

    drag(store, there, there.mentees[0], there.mentors[1])

    after = shown(store, there)
    assert after.mentor_of[there.mentees[0].id] == there.mentors[1].id
    assert after.mentor_of[there.mentees[1].id] != there.mentors[1].id
    moves = changes(after.question, before.mentor_of, after.mentor_of)
    assert {move.mentee for move in moves} == {there.mentees[0].id, there.mentees[1].id}
    assert undo_name(store) == "Put Mentee 1 with Mentor 2"
    store.undo()
    assert shown(store, there) == before
    store.redo()
    assert shown(store, there) == after


def test_a_plan_found_under_older_decisions_is_refused(store):
    there = applied(store)
    asked = shown(store, there)
    found = solve(asked.question)
    lock_pair(store, programme=there.programme, scenario=PLAN, mentee=there.mentees[0].id, mentor=there.mentors[3].id)
    before = shown(store, there)

    with pytest.raises(Refused, match="meanwhile"):
        keep_scenario(
            store,
            programme=there.programme,
            name=PLAN,
            seats=seats_of(found),
            settings=asked.question.settings,
            decided=Decided(asked.decisions, asked.decisions),
        )

    assert shown(store, there) == before


def test_a_lock_of_somebody_who_left_falls_with_the_next_plan(store):
    there = applied(store)
    mentee, mentor = there.mentees[0], there.mentors[3]
    lock_pair(store, programme=there.programme, scenario=PLAN, mentee=mentee.id, mentor=mentor.id)
    change(store, ParticipationRecord, mentor.id, status=ParticipationStatus.WITHDRAWN)
    assert mentee.id not in shown(store, there).mentor_of

    planned(store, there.programme)

    after = shown(store, there)
    assert after.decisions == Decisions()
    assert after.mentor_of[mentee.id] == there.mentors[0].id


def test_nobody_is_locked_to_somebody_elses_programme_or_the_wrong_way_round(store):
    there = applied(store)

    with pytest.raises(Refused):
        lock_pair(
            store, programme=there.programme, scenario=PLAN, mentee=there.mentors[0].id, mentor=there.mentees[0].id
        )
    with pytest.raises(Refused):
        lock_pair(
            store, programme=there.programme, scenario=PLAN, mentee=there.mentees[0].id, mentor=there.mentees[1].id
        )


def test_nobody_is_their_own_mentor_not_even_locked(store):
    there = applied(store)
    change(store, ParticipationRecord, there.mentors[0].id, person_id=there.mentees[0].person)

    with pytest.raises(Refused, match="same person"):
        lock_pair(
            store, programme=there.programme, scenario=PLAN, mentee=there.mentees[0].id, mentor=there.mentors[0].id
        )


def test_an_approved_plan_is_history(store):
    there = applied(store)
    planned(store, there.programme)
    approve(store, programme=there.programme, scenario=PLAN, today=DAY, by="Kari", exception=WAIVED)
    who = {"programme": there.programme, "scenario": PLAN, "mentee": there.mentees[0].id, "mentor": there.mentors[4].id}

    for action in (lock_pair, unlock_pair, keep_apart, allow_again):
        with pytest.raises(Refused, match="approved"):
            action(store, **who)
    with pytest.raises(Refused, match="approved"):
        planned(store, there.programme, PLAN)


def test_undoing_an_approval_gives_the_board_back(store):
    there = applied(store)
    planned(store, there.programme)
    drag(store, there, there.mentees[0], there.mentors[1])
    before = shown(store, there)

    approve(store, programme=there.programme, scenario=PLAN, today=DAY, by="Kari", exception=WAIVED)

    after = shown(store, there)
    assert (after.scenario, after.running, after.question.mentees) == ("2", 4, ())
    assert undo_name(store) == "Approve the plan 1"
    store.undo()
    assert shown(store, there) == before
    store.redo()
    assert shown(store, there) == after


ACTIONS = {
    "lock": (lock_pair, Decisions.lock),
    "unlock": (unlock_pair, Decisions.unlock),
    "apart": (keep_apart, Decisions.keep_apart),
    "again": (allow_again, Decisions.allow_again),
    "match": (None, lambda now, *_: now),
}
STEPS = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(0, 2), st.integers(0, 2)), max_size=8)


@settings(max_examples=count(8, 500), deadline=None)
@given(STEPS)
def test_what_is_kept_is_what_was_decided_and_undo_takes_it_back(tmp_path_factory, steps):
    file = tmp_path_factory.mktemp("plans") / "kull.mentordesk"
    with open_store(file, create=True, clock=lambda: NOON) as store:
        there = applied(store, mentees=3, mentors=3)
        wanted = Decisions()
        begun = len(store.history())
        boards = [shown(store, there)]
        for name, row, column in steps:
            pair = there.mentees[row].id, there.mentors[column].id
            action, rule = ACTIONS[name]
            wanted = rule(wanted, *pair)
            if action is None:
                planned(store, there.programme)
            else:
                action(store, programme=there.programme, scenario=PLAN, mentee=pair[0], mentor=pair[1])
            now = shown(store, there)
            assert now.decisions == wanted
            assert wanted.locked <= set(now.mentor_of.items())
            assert not wanted.apart & set(now.mentor_of.items())
            if len(store.history()) > begun + len(boards) - 1:
                boards.append(now)
            assert now == boards[-1]
        for board_then in reversed(boards[:-1]):
            store.undo()
            assert shown(store, there) == board_then
