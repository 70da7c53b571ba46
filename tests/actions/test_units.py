"""Units are added, renamed, moved, merged and removed; no unit stands under itself; each is one undo (R5)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentordesk.actions.line_managers import set_line_manager
from mentordesk.actions.units import add_unit, edit_unit, merge_units, move_unit, remove_unit
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.units import same_line, units
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import PersonRecord, UnitRecord
from tests.counts import count


@pytest.fixture
def tree(store):
    """A trust with two clinics, each with a Post 3; somebody works in the first of them."""
    trust = add_unit(store, name="Helse Nord", parent=None)
    made = {"trust": trust}
    for clinic in ("A", "B"):
        made[clinic] = add_unit(store, name=f"Klinikk {clinic}", parent=trust, area=f"Area {clinic}")
        made[f"{clinic}3"] = add_unit(store, name="Post 3", parent=made[clinic], cost_centre="70")
    with store.changing(msg("people")) as session:
        worker = PersonRecord(given_name="Anna", family_name="Berg", unit_id=made["A3"])
        session.add(worker)
        made["worker"] = worker.id
    return made


def shown(store):
    return {node.id: node for node in units(store)}


def test_the_tree_comes_depth_first_with_paths_people_and_areas(store, tree):
    rows = units(store)

    assert [(row.depth, row.name) for row in rows] == [
        (0, "Helse Nord"),
        (1, "Klinikk A"),
        (2, "Post 3"),
        (1, "Klinikk B"),
        (2, "Post 3"),
    ]
    ward = shown(store)[tree["A3"]]
    assert (ward.path, ward.area, ward.area_above) == ("Helse Nord › Klinikk A › Post 3", "", "Area A")
    assert [shown(store)[tree[key]].people_below for key in ("trust", "A", "A3", "B")] == [1, 1, 1, 0]
    assert (shown(store)[tree["A"]].people, shown(store)[tree["trust"]].children) == (0, 2)


def test_two_of_one_name_stand_in_different_places_only(store, tree):
    with pytest.raises(Refused, match="already"):
        add_unit(store, name="post  3", parent=tree["A"])
    with pytest.raises(Refused, match="already"):
        move_unit(store, tree["A3"], tree["B"])
    with pytest.raises(Refused, match="already"):
        edit_unit(store, tree["B"], name="Klinikk A")
    with pytest.raises(Refused, match="name"):
        edit_unit(store, tree["B"], name=" \n ")
    edit_unit(store, tree["B"], name="Klinikk b", cost_centre="9")  # itself it may be
    assert shown(store)[tree["B"]].cost_centre == "9"


def test_no_unit_is_moved_under_itself(store, tree):
    for target in ("trust", "A", "A3"):
        with pytest.raises(Refused, match="cannot stand under"):
            move_unit(store, tree["trust"], tree[target])
    move_unit(store, tree["A3"], None)
    assert shown(store)[tree["A3"]].depth == 0
    assert catalog("en").say(store.undo_name()) == "Move the unit Post 3 to the top"


@pytest.mark.parametrize(("kept", "gone"), [("A3", "B3"), ("A", "trust"), ("trust", "A"), ("A3", "trust")])
def test_merging_moves_people_and_units_and_is_one_undo(store, tree, kept, gone):
    before = signature(store)
    merge_units(store, tree[kept], tree[gone])

    rows = units(store)
    assert tree[gone] not in {row.id for row in rows}
    assert len(rows) == 4
    assert sum(row.people for row in rows) == 1
    store.undo()
    assert signature(store) == before


def test_merging_takes_over_what_the_first_does_not_say(store, tree):
    merge_units(store, tree["A"], tree["A3"])
    assert (shown(store)[tree["A"]].area, shown(store)[tree["A"]].cost_centre) == ("Area A", "70")
    with pytest.raises(Refused, match="same unit"):
        merge_units(store, tree["A"], tree["A"])


def test_only_an_empty_unit_is_removed(store, tree):
    for unit, said in (("A3", "1 person works at Post 3. Merge"), ("B", "1 unit stands under Klinikk B. Move it")):
        with pytest.raises(Refused) as no:
            remove_unit(store, tree[unit])
        assert catalog("en").say(no.value.message).startswith(said)
    remove_unit(store, tree["B3"])
    with pytest.raises(Refused, match="not there any more"):
        remove_unit(store, tree["B3"])


def test_a_circle_in_the_file_is_cut_and_every_unit_is_there_once(store, tree):
    with store.changing(msg("circle")) as session:
        session.get_one(UnitRecord, tree["trust"]).parent_id = tree["A3"]
    assert len(units(store)) == 5
    assert len(shown(store)) == 5


def test_five_hundred_units_in_a_line_are_no_trouble(store):
    with store.changing(msg("deep")) as session:
        above = None
        for number in range(500):
            unit = UnitRecord(name=f"Unit {number}", parent_id=above)
            session.add(unit)
            session.flush()
            above = unit.id
    assert units(store)[-1].depth == 499


def test_a_line_manager_is_chosen_and_never_ones_own_subordinate(store, tree):
    with store.changing(msg("people")) as session:
        chief, head = PersonRecord(given_name="Chief"), PersonRecord(given_name="Head")
        session.add_all([chief, head])
        ids = chief.id, head.id
    set_line_manager(store, tree["worker"], ids[1])
    set_line_manager(store, ids[1], ids[0])

    assert catalog("en").say(same_line(store, tree["worker"], ids[0])) == (
        "Chief stands above Anna Berg in the line of management."
    )
    for lower in (ids[0], ids[1], tree["worker"]):
        with pytest.raises(Refused):
            set_line_manager(store, ids[0], lower)
    set_line_manager(store, tree["worker"], None)
    assert same_line(store, tree["worker"], ids[0]) is None


def test_two_of_one_ward_are_told_so(store, tree):
    with store.changing(msg("people")) as session:
        other = PersonRecord(given_name="Eva", family_name="Lund", unit_id=tree["A3"])
        session.add(other)
    assert catalog("en").say(same_line(store, tree["worker"], other.id)) == (
        "Anna Berg and Eva Lund both work at Post 3."
    )


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-1, 5), st.booleans()), max_size=12))
@settings(max_examples=count(25, 500), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_moved_and_merged_the_tree_stays_a_tree(tmp_path_factory, moves):
    path = tmp_path_factory.mktemp("tree") / "tree.mentordesk"
    with open_store(path, create=True) as store:
        there = [add_unit(store, name=f"Unit {number}", parent=None) for number in range(6)]
        for one, other, merge in moves:
            try:
                if merge and other >= 0:
                    merge_units(store, there[one], there[other])
                else:
                    move_unit(store, there[one], None if other < 0 else there[other])
            except Refused:
                continue
        rows = units(store)
        assert {row.parent for row in rows} <= {None, *(row.id for row in rows)}
        assert all((row.depth == 0) == (row.parent is None) for row in rows), "nothing hangs in a circle"
