"""Wishes and vetoes are chosen among the people of the programme, by themselves or in an interview."""

from __future__ import annotations

import pytest

from mentordesk.actions.restricting import restrict
from mentordesk.actions.wishes import choose_wishes
from mentordesk.domain.refusals import Refused
from mentordesk.queries.interviews import interview
from tests.queries.applicants import DAY, applied


@pytest.fixture
def there(store):
    return applied(store)


def named(store, who):
    form = interview(store, who.id)
    return [each.name for each in form.wishes], [each.name for each in form.vetoes]


def test_the_first_is_the_dearest_and_undo_brings_back_what_was(store, there):
    one, two, three = there.mentors[:3]
    choose_wishes(store, there.mentees[0].id, wishes=[two.person, one.person], vetoes=[three.person])
    choose_wishes(store, there.mentees[0].id, wishes=[one.person], vetoes=[])

    assert named(store, there.mentees[0]) == (["Mentor 1"], [])
    store.undo()
    assert named(store, there.mentees[0]) == (["Mentor 2", "Mentor 1"], ["Mentor 3"])


def test_the_same_person_cannot_be_both(store, there):
    mentor = there.mentors[0].person
    with pytest.raises(Refused, match="among the wishes and the vetoes"):
        choose_wishes(store, there.mentees[0].id, wishes=[mentor], vetoes=[mentor])


def test_nobody_of_the_same_role_can_be_chosen(store, there):
    with pytest.raises(Refused, match="takes no part in the programme"):
        choose_wishes(store, there.mentees[0].id, wishes=[there.mentees[1].person], vetoes=[])


def test_nothing_is_noted_of_whoever_is_restricted(store, there):
    restrict(store, there.mentees[0].person, reason="asked", today=DAY)
    with pytest.raises(Refused, match="is restricted"):
        choose_wishes(store, there.mentees[0].id, wishes=[], vetoes=[])
