"""Plans are made, copied, renamed, deleted, noted on and weighed; each is one undo that gives everything back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.matching import (
    CriteriaException,
    approve,
    copy_scenario,
    delete_scenario,
    keep_apart,
    keep_scenario,
    lock_pair,
    new_scenario,
    note_on_scenario,
    rename_scenario,
    seats_of,
    weigh_scenario,
)
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.programmes import FACTOR_KEYS
from mentordesk.domain.refusals import Refused
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.matching.scenario import solve
from mentordesk.queries.board import board
from mentordesk.queries.comparison import comparison
from mentordesk.queries.scenarios import scenarios
from mentordesk.queries.weight_trial import try_settings
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import PersonRecord, ProgrammeRecord, UnitRecord
from tests.counts import count
from tests.queries.applicants import DAY, applied, planned
from tests.queries.small_programme import NOON

HEAVY = OwnSettings({"focus": 0, "wishes": 40}, floor=60.0, raise_lowest=True)
WAIVED = CriteriaException("a trial", "Kari")


def shown(store, there, name):
    return board(store, there.programme, today=DAY, scenario=name)


def rows(store, there):
    return {row.name: row for row in scenarios(store, there.programme)}


def filled(store, there, name="Calm"):
    """A plan with everything a plan can have."""
    planned(store, there.programme, name)
    who = {"programme": there.programme, "scenario": name}
    lock_pair(store, **who, mentee=there.mentees[0].id, mentor=there.mentors[3].id)
    keep_apart(store, **who, mentee=there.mentees[1].id, mentor=there.mentors[1].id)
    note_on_scenario(store, programme=there.programme, name=name, notes="quiet")
    weigh_scenario(store, programme=there.programme, name=name, own=HEAVY)
    return name


def undo_name(store):
    return catalog("en").say(store.undo_name())


def undone(store, there, act):
    """The act is one change, and its undo gives every plan back."""
    before, steps = rows(store, there), len(store.history())
    act()
    assert len(store.history()) == steps + 1
    after = rows(store, there)
    assert after != before
    store.undo()
    assert rows(store, there) == before
    store.redo()
    assert rows(store, there) == after
    return after


def test_a_new_plan_is_empty_and_follows_the_programme(store):
    there = applied(store)

    after = undone(store, there, lambda: new_scenario(store, programme=there.programme, name=" Bold "))

    assert (after["Bold"].seats, after["Bold"].own) == (0, OwnSettings())
    assert after["Bold"].settings == shown(store, there, "Bold").programme_settings


def test_a_copy_has_all_that_the_original_has(store):
    there = applied(store)
    name = filled(store, there)
    original = shown(store, there, name)

    undone(store, there, lambda: copy_scenario(store, programme=there.programme, name=name))

    copy = shown(store, there, "Calm 2")
    assert copy.question == original.question
    assert (copy.seats, copy.own, copy.notes) == (original.seats, HEAVY, "quiet")
    assert undo_name(store) == "Copy the plan Calm to Calm 2"


def test_a_copy_goes_its_own_way(store):
    there = applied(store)
    name = filled(store, there)
    copy_scenario(store, programme=there.programme, name=name, copy="Bold")
    before = shown(store, there, name)

    weigh_scenario(store, programme=there.programme, name="Bold", own=OwnSettings())
    lock_pair(store, programme=there.programme, scenario="Bold", mentee=there.mentees[2].id, mentor=there.mentors[4].id)
    planned(store, there.programme, "Bold")

    assert shown(store, there, name) == before


def test_a_plan_is_renamed(store):
    there = applied(store)
    name = filled(store, there)
    before = rows(store, there)[name]

    after = undone(
        store, there, lambda: rename_scenario(store, programme=there.programme, name=name, new_name="  Bold   one ")
    )

    assert set(after) == {"Bold one"}
    assert after["Bold one"].own == before.own
    assert undo_name(store) == "Rename the plan Calm to Bold one"


def test_a_deleted_plan_is_gone_with_all_it_held_and_comes_back_whole(store):
    there = applied(store)
    name = filled(store, there)
    before = shown(store, there, name)

    after = undone(store, there, lambda: delete_scenario(store, programme=there.programme, name=name))
    assert after == {}
    store.undo()

    assert shown(store, there, name) == before


def test_a_note_replaces_the_older_and_the_same_note_leaves_no_trace(store):
    there = applied(store)
    planned(store, there.programme, "Calm")
    undone(
        store, there, lambda: note_on_scenario(store, programme=there.programme, name="Calm", notes=" for the team ")
    )
    steps = len(store.history())

    note_on_scenario(store, programme=there.programme, name="Calm", notes="for the team")

    assert rows(store, there)["Calm"].notes == "for the team"
    assert len(store.history()) == steps


def test_weights_of_a_plan_are_its_own(store):
    there = applied(store)
    for name in ("Calm", "Bold"):
        planned(store, there.programme, name)

    undone(store, there, lambda: weigh_scenario(store, programme=there.programme, name="Calm", own=HEAVY))

    calm, bold = (shown(store, there, name).question.settings for name in ("Calm", "Bold"))
    assert (calm.weights["focus"], calm.floor, calm.raise_lowest) == (0, 60.0, True)
    assert bold == shown(store, there, "Bold").programme_settings


def test_another_area_is_a_rule_where_a_plan_says_so_and_else_a_wish(store):
    there = applied(store, mentees=1, mentors=1)
    with store.changing(msg("areas")) as session:
        unit = UnitRecord(name="Ward 1", area="surgery")
        session.add(unit)
        other = UnitRecord(name="Ward 2", area="surgery")
        session.add(other)
        for one, at in ((there.mentees[0], unit), (there.mentors[0], other)):
            session.get_one(PersonRecord, one.person).unit_id = at.id
    for name, own in (("Wish", OwnSettings()), ("Rule", OwnSettings(another_area=True))):
        new_scenario(store, programme=there.programme, name=name)
        weigh_scenario(store, programme=there.programme, name=name, own=own)
        planned(store, there.programme, name)

    assert len(shown(store, there, "Wish").mentor_of) == 1
    assert shown(store, there, "Rule").mentor_of == {}


def test_what_the_programme_says_too_is_not_kept(store):
    there = applied(store)
    planned(store, there.programme, "Calm")
    usual = shown(store, there, "Calm").programme_settings
    own = OwnSettings({"focus": usual.weights["focus"], "wishes": 33}, usual.floor)

    weigh_scenario(store, programme=there.programme, name="Calm", own=own)

    assert rows(store, there)["Calm"].own == OwnSettings({"wishes": 33})


def test_what_a_plan_leaves_out_follows_the_programme(store):
    there = applied(store)
    planned(store, there.programme, "Calm")
    weigh_scenario(store, programme=there.programme, name="Calm", own=OwnSettings({"wishes": 33}))
    _raise_floor(store, there, 64.0)

    settings = shown(store, there, "Calm").question.settings

    assert (settings.floor, settings.weights["wishes"]) == (64.0, 33)


def _raise_floor(store, there, floor):
    with store.changing(msg("floor")) as session:
        programme = session.get_one(ProgrammeRecord, there.programme)
        plain = dict(programme.settings)
        programme.settings = plain | {"matching": plain["matching"] | {"floor": floor}}


def test_a_slider_let_go_is_one_change_with_the_plan_it_leads_to(store):
    there = applied(store)
    planned(store, there.programme, "Calm")
    before = shown(store, there, "Calm")
    wanted = HEAVY.over(before.programme_settings)
    trial = try_settings(solve(before.question, shown=before.mentor_of), wanted, shown=before.mentor_of)

    undone(
        store,
        there,
        lambda: keep_scenario(
            store,
            programme=there.programme,
            name="Calm",
            seats=seats_of(trial.solution),
            settings=trial.settings,
            own=HEAVY,
        ),
    )

    after = shown(store, there, "Calm")
    assert after.question.settings == wanted
    assert after.mentor_of == trial.solution.mentor_of
    store.undo()
    assert shown(store, there, "Calm") == before


def test_a_plan_found_under_older_weights_is_refused(store):
    there = applied(store)
    asked = shown(store, there, "Calm")
    found = solve(asked.question)
    new_scenario(store, programme=there.programme, name="Calm")
    weigh_scenario(store, programme=there.programme, name="Calm", own=HEAVY)

    with pytest.raises(Refused, match="meanwhile"):
        keep_scenario(
            store, programme=there.programme, name="Calm", seats=seats_of(found), settings=asked.question.settings
        )


@pytest.mark.parametrize("name", ["", "  ", "x" * (NAME_LENGTH + 1), "Calm"])
def test_a_name_must_be_one_and_free(store, name):
    there = applied(store)
    for there_already in ("Calm", "Bold"):
        new_scenario(store, programme=there.programme, name=there_already)
    steps = len(store.history())

    for act in (
        lambda: new_scenario(store, programme=there.programme, name=name),
        lambda: copy_scenario(store, programme=there.programme, name="Bold", copy=name),
        lambda: rename_scenario(store, programme=there.programme, name="Bold", new_name=name),
    ):
        with pytest.raises(Refused):
            act()
    assert len(store.history()) == steps


def test_a_plan_that_is_not_there_is_refused(store):
    there = applied(store)
    for act in (
        lambda: copy_scenario(store, programme=there.programme, name="Bold"),
        lambda: rename_scenario(store, programme=there.programme, name="Bold", new_name="Calm"),
        lambda: delete_scenario(store, programme=there.programme, name="Bold"),
        lambda: note_on_scenario(store, programme=there.programme, name="Bold", notes=""),
        lambda: weigh_scenario(store, programme=there.programme, name="Bold", own=HEAVY),
    ):
        with pytest.raises(Refused, match="no plan named"):
            act()


def test_too_long_a_note_and_an_impossible_weight_are_refused(store):
    there = applied(store)
    new_scenario(store, programme=there.programme, name="Calm")

    with pytest.raises(Refused, match="at most"):
        note_on_scenario(store, programme=there.programme, name="Calm", notes="x" * (TEXT_LENGTH + 1))
    with pytest.raises(Refused, match="whole number from 0"):
        weigh_scenario(store, programme=there.programme, name="Calm", own=OwnSettings({"focus": 101}))


def test_an_approved_plan_can_be_copied_and_noted_on_but_no_more(store):
    there = applied(store)
    planned(store, there.programme, "Calm")
    approve(store, programme=there.programme, scenario="Calm", today=DAY, by="Kari", exception=WAIVED)

    for act in (
        lambda: rename_scenario(store, programme=there.programme, name="Calm", new_name="Bold"),
        lambda: delete_scenario(store, programme=there.programme, name="Calm"),
        lambda: weigh_scenario(store, programme=there.programme, name="Calm", own=HEAVY),
    ):
        with pytest.raises(Refused, match="approved"):
            act()
    note_on_scenario(store, programme=there.programme, name="Calm", notes="chosen")
    copy_scenario(store, programme=there.programme, name="Calm")

    after = rows(store, there)
    assert (after["Calm"].notes, after["Calm"].approved_by) == ("chosen", "Kari")
    assert after["Calm 2"].approved_at is None
    assert after["Calm 2"].matched == after["Calm"].matched


PAIRS = st.tuples(st.sampled_from(["lock", "apart"]), st.integers(0, 2), st.integers(0, 2))
OWN = st.builds(
    OwnSettings,
    weights=st.dictionaries(st.sampled_from(FACTOR_KEYS), st.integers(0, 100)),
    floor=st.none() | st.integers(0, 100).map(float),
    raise_lowest=st.none() | st.booleans(),
)


@settings(max_examples=count(6, 300), deadline=None)
@given(st.lists(PAIRS, max_size=4), OWN)
def test_a_copy_compared_with_its_original_shows_no_difference(tmp_path_factory, decided, own):
    file = tmp_path_factory.mktemp("plans") / "kull.mentordesk"
    with open_store(file, create=True, clock=lambda: NOON) as store:
        there = applied(store, mentees=3, mentors=3)
        new_scenario(store, programme=there.programme, name="Calm")
        weigh_scenario(store, programme=there.programme, name="Calm", own=own)
        for kind, row, column in decided:
            act = lock_pair if kind == "lock" else keep_apart
            act(
                store,
                programme=there.programme,
                scenario="Calm",
                mentee=there.mentees[row].id,
                mentor=there.mentors[column].id,
            )
        planned(store, there.programme, "Calm")
        copy = copy_scenario(store, programme=there.programme, name="Calm")

        found = comparison(store, there.programme, ["Calm", copy], today=DAY)

        assert (found.differing, found.differing_weights, found.alike) == ((), (), 3)
        one, other = found.plans
        assert (one.levels, one.by_programme, one.worst, one.floor) == (
            other.levels,
            other.by_programme,
            other.worst,
            other.floor,
        )
        assert (one.best, one.locked, one.apart) == (other.best, other.locked, other.apart)
