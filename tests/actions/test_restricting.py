"""A person's data restricted and freed again: one change each, and nobody restricted is asked for."""

from __future__ import annotations

import pytest

from mentordesk.actions.restricting import lift, restrict
from mentordesk.domain.refusals import Refused
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.checks import signature
from tests.actions.test_participants import a_programme, row, somebody
from tests.queries.small_programme import NOON

TODAY = NOON.date()


def restricted(store):
    with store.reading() as session:
        return restricted_over(session)


def test_restricting_and_lifting_are_undone_and_done_again(store):
    person = row(store, somebody(store, a_programme(store))).person
    free = signature(store)
    restrict(store, person, reason="She contests what is written", today=TODAY)
    assert restricted(store) == {person}
    held = signature(store)
    lift(store, person)
    assert restricted(store) == frozenset()
    store.undo()
    assert signature(store) == held
    store.undo()
    assert signature(store) == free
    store.redo()
    assert signature(store) == held


def test_it_needs_a_reason_and_is_done_once(store):
    person = row(store, somebody(store, a_programme(store))).person
    with pytest.raises(Refused, match="Say why"):
        restrict(store, person, reason=" ", today=TODAY)
    with pytest.raises(Refused, match="not restricted"):
        lift(store, person)
    restrict(store, person, reason="x", today=TODAY)
    with pytest.raises(Refused, match="is restricted since"):
        restrict(store, person, reason="y", today=TODAY)
    with pytest.raises(Refused, match="nobody"):
        restrict(store, "gone", reason="x", today=TODAY)
