"""The tree of units out of a list: made, moved, never in a circle, and one undo."""

from __future__ import annotations

import pytest

from mentordesk.actions.files import new_file
from mentordesk.actions.units_import import import_units
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.lists import listed
from mentordesk.spreadsheets.units import UnitRow


@pytest.fixture
def store(tmp_path):
    with new_file(tmp_path / "a.mentordesk") as store:
        yield store


def rows(*told):
    return [UnitRow(number, *row) for number, row in enumerate(told, start=2)]


def tree(store):
    return {(name, parent) for name, parent, *_ in listed(store, "units").rows}


def test_units_stand_under_one_another_whatever_their_order(store):
    done = import_units(store, rows(("Post 3", "Klinikk A"), ("Klinikk A", "Sykehus"), ("Sykehus",)))

    assert (done.added, done.updated, done.unchanged, done.further) == (3, 0, 0, ())
    assert tree(store) == {("Post 3", "Klinikk A"), ("Klinikk A", "Sykehus"), ("Sykehus", None)}
    store.undo()
    assert tree(store) == set()


def test_what_others_are_part_of_is_made_and_named(store):
    assert import_units(store, rows(("Post 3", "Klinikk A"))).further == ("Klinikk A",)


def test_two_units_of_one_name_under_two_parents_are_two(store):
    import_units(store, rows(("Post 3", "A"), ("Post 3", "B")))

    assert tree(store) == {("Post 3", "A"), ("Post 3", "B"), ("A", None), ("B", None)}


def test_a_unit_moves_to_where_the_list_says_and_its_figures_are_kept(store):
    import_units(store, rows(("Post 3", "A", "Kirurgi", "4410")))
    done = import_units(store, rows(("Post 3", "B")))

    assert (done.added, done.updated) == (0, 1)
    assert ("Post 3", "B", "Kirurgi", "4410") in listed(store, "units").rows


def test_a_circle_is_refused_with_both_names(store):
    done = import_units(store, rows(("A", "B"), ("B", "A")))

    assert [catalog("en").say(each.message) for each in done.rejected] == [
        "B cannot be part of A, which is part of it."
    ]


def test_looking_changes_nothing_and_says_the_same(store):
    told = rows(("Post 3", "Klinikk A"), ("Klinikk A",))
    looked = import_units(store, told, dry_run=True)

    assert tree(store) == set()
    assert looked == import_units(store, told)


def test_a_unit_written_nearly_as_a_known_one_is_another_and_said_to_be_near(store):
    import_units(store, [UnitRow(2, "Öppenvård")])
    done = import_units(store, [UnitRow(2, "Oppenvard"), UnitRow(3, "O\u0308PPENVA\u030aRD")])

    assert (done.added, done.unchanged, done.near) == (1, 1, (("Oppenvard", "Öppenvård"),))
