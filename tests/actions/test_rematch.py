"""A new mentor for a mentee whose pair ends: the others see it coming, and it comes exactly as they saw it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.matching import Agreement, Consent, rematch, rematch_effect
from mentordesk.domain.pair_stages import Stage
from mentordesk.domain.pairs import Ending, Side
from mentordesk.domain.passing import Passing
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.matching.scenario import solve
from mentordesk.queries.loads import places_over
from mentordesk.queries.matching import question
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from tests.actions.paired import CONSENT, WAIVED, Clock, house
from tests.counts import count


def effect(there, pair, mentor, **told):
    return rematch_effect(
        there.store,
        pair,
        there.agreement(**told),
        mentor=None if mentor is None else there.mentor(mentor),
        today=there.today,
    )


def best_plan(there):
    return solve(question(there.store, there.there.programme, today=there.today))


def test_looking_ahead_changes_nothing(house):
    pair = house.active()
    house.converse(pair)
    before, steps = signature(house.store), len(house.store.history())
    told = []
    house.store.on_commit(told.append)

    effect(house, pair, 1)

    assert (signature(house.store), len(house.store.history()), told) == (before, steps, [])


def test_who_would_have_had_the_mentor_moves_on_and_that_is_shown_first(house):
    """Mentee 2 would get Mentor 2, whom Mentee 1 is to have now; and Mentor 1 is free for others."""
    pair = house.active(0, 0)
    assert best_plan(house).mentor_of[house.mentee(1)] == house.mentor(1)

    seen = effect(house, pair, 1)

    assert [move.mentee for move in seen.others] == [house.mentee(1)]
    assert [move.before for move in seen.others] == [house.mentor(1)]
    assert seen.places[house.mentor(0)].left == 1
    assert seen.places[house.mentor(1)].left == 0
    assert seen.without_before == seen.without_after == ()


def test_without_a_mentor_chosen_she_goes_among_those_to_be_matched(house):
    pair = house.active(0, 0)

    seen = effect(house, pair, None)
    none_wanted = effect(house, pair, None, new_mentor_wanted=False)

    assert [(move.mentee, move.before, move.after) for move in seen.others] == [
        (house.mentee(0), None, house.mentor(4))
    ]
    assert (seen.meetings, seen.said) == (0, None)
    assert none_wanted.others == ()


def test_the_deed_is_one_undo_and_the_new_pair_follows_the_old(house):
    pair = house.active()
    before = signature(house.store)

    done = rematch(house.store, pair, house.agreement(), mentor=house.mentor(4), today=house.today, consent=CONSENT)

    new, old = house.page(done.new.pair), house.page(pair)
    assert (old.stage, old.followed_by, old.ended.new_mentor_wanted) == (Stage.DISSOLVED, new.row.id, True)
    assert (new.stage, new.follows, new.row.mentor.name) == (Stage.PROPOSAL, pair, "Mentor 5")
    assert house.undo_name() == "End the pair Mentee 1 and Mentor 1, and match Mentee 1 with Mentor 5"
    after = signature(house.store)
    house.store.undo()
    assert signature(house.store) == before
    house.store.redo()
    assert signature(house.store) == after


def test_back_to_the_same_mentor_takes_two_confirmations(house):
    pair = house.active()
    asked = {"mentor": house.mentor(0), "today": house.today}
    (said,) = effect(house, pair, 0).said.warnings
    key = frozenset({said.key})
    before = signature(house.store)

    with pytest.raises(NotYet):
        rematch(house.store, pair, house.agreement(), **asked, consent=CONSENT)
    assert signature(house.store) == before
    rematch(
        house.store,
        pair,
        house.agreement(),
        **asked,
        consent=Consent("Kari", WAIVED, Passing("Both want it", "Kari", key, key)),
    )

    assert said.rule == "not_again"


def test_nothing_ends_where_the_new_mentor_has_no_place(house):
    first, _ = house.active(0, 0), house.active(1, 1)
    before = signature(house.store)

    seen = effect(house, first, 1)
    with pytest.raises(Refused):
        rematch(house.store, first, house.agreement(), mentor=house.mentor(1), today=house.today, consent=CONSENT)

    assert "capacity" in [each.rule for each in seen.said.warnings]
    assert signature(house.store) == before


@settings(max_examples=count(6, 200), deadline=None)
@given(
    st.sets(st.integers(0, 3), min_size=1),
    st.integers(0, 4),
    st.sampled_from(Ending),
    st.sampled_from([*Side, None]),
    st.integers(0, 60),
)
def test_what_was_seen_is_what_comes(tmp_path_factory, paired, mentor, ending, asked_by, later):
    clock = Clock()
    with open_store(tmp_path_factory.mktemp("re") / "kull.mentordesk", create=True, clock=clock) as store:
        there = house(store, clock)
        pairs = [there.active(number, number) for number in sorted(paired)]
        clock.turn(later)
        agreement = Agreement(there.today, ending, asked_by, new_mentor_wanted=True)
        asked = {"mentor": there.mentor(mentor), "today": there.today}
        seen = rematch_effect(store, pairs[0], agreement, **asked)
        keys = frozenset(warning.key for warning in seen.said.warnings)
        consent = Consent("Kari", WAIVED, Passing("Both want it", "Kari", keys, keys))
        plan = best_plan(there)
        try:
            done = rematch(store, pairs[0], agreement, **asked, consent=consent)
        except Refused:
            assert any(places.taken > places.most for places in seen.places.values())
            return

        assert set(done.cancelled) == set(seen.cancelled)
        assert done.new.meetings == seen.meetings == len(there.page(done.new.pair).due)
        with store.reading() as session:
            programme = programme_of(session, there.there.programme)
            assert places_over(session, programme, seen.places, there.today) == seen.places
        becomes = dict(best_plan(there).mentor_of)
        foreseen = dict(plan.mentor_of)
        for move in seen.others:
            assert foreseen.pop(move.mentee, None) == move.before
            if move.after is not None:
                foreseen[move.mentee] = move.after
        assert foreseen == becomes
