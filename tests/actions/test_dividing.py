"""Groups of a joint meeting are kept in the file; what was done by hand stays, and undo takes each step back."""

from __future__ import annotations

import pytest

from mentordesk.actions.dividing import make_groups, move_to_group, remove_groups
from mentordesk.actions.meetings import cancel_meeting
from mentordesk.domain.meetings import InviteAnswer
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.group_quality import in_words, standing_division
from mentordesk.storage.records import InvitationRecord
from tests.actions.gathered import opened
from tests.queries.small_programme import add


@pytest.fixture
def start_up(tmp_path):
    with opened(tmp_path / "gathered.mentordesk") as made:
        yield made


@pytest.fixture
def store(start_up):
    return start_up.store


def members(start_up):
    return [set(group.people) for group in start_up.seen.groups]


def where(start_up, person):
    return next(group.number for group in start_up.seen.groups if person in group.people)


def words(start_up):
    return [catalog("en").say(each) for each in in_words(standing_division(start_up.seen))]


def test_groups_part_every_pair_and_mix_the_employers_and_say_so(store, start_up):
    made = make_groups(store, start_up.meeting, 2)

    assert [len(people) for people in members(start_up)] == [4, 4]
    assert (made.pairs_together, made.together, made.proved) == (0, 4, True)
    assert words(start_up) == [
        "Nobody sits with the own mentor or mentee.",
        "4 times two of one employer sit together; fewer is impossible.",
    ]
    store.undo()
    assert start_up.seen.groups == ()
    assert standing_division(start_up.seen) is None


def test_whoever_was_moved_by_hand_stays_when_groups_are_made_anew(store, start_up):
    make_groups(store, start_up.meeting, 2)
    mentee = start_up.named("Mentee 1").person
    target = 3 - where(start_up, mentee)
    move_to_group(store, start_up.meeting, mentee, target)

    assert where(start_up, mentee) == target
    assert catalog("en").say(store.undo_name()) == f"Move Mentee 1 to group {target}"
    assert "fewer" not in words(start_up)[1] or words(start_up)[0] != "Nobody sits with the own mentor or mentee."
    make_groups(store, start_up.meeting, 2)
    assert where(start_up, mentee) == target
    assert [len(people) for people in members(start_up)] == [4, 4]
    assert words(start_up)[0] == "Nobody sits with the own mentor or mentee."
    assert [person in group.held for group in start_up.seen.groups for person in group.people].count(True) == 1


def test_whoever_declined_is_in_no_group_and_can_be_put_into_one_by_hand(store, start_up):
    declined = start_up.people[0].person
    add(store, InvitationRecord(meeting_id=start_up.meeting, person_id=declined, answer=InviteAnswer.DECLINED))
    make_groups(store, start_up.meeting, 2)
    assert sorted(len(people) for people in members(start_up)) == [3, 4]

    move_to_group(store, start_up.meeting, declined, 2)
    assert where(start_up, declined) == 2
    store.undo()
    assert all(declined not in people for people in members(start_up))


def test_groups_are_removed_and_come_back_with_undo(store, start_up):
    make_groups(store, start_up.meeting, 3)
    before = members(start_up)
    remove_groups(store, start_up.meeting)
    assert start_up.seen.groups == ()
    store.undo()
    assert members(start_up) == before


def test_what_cannot_be_is_refused_and_changes_nothing(store, start_up):
    make_groups(store, start_up.meeting, 2)
    before = members(start_up)
    for refused, sentence in (
        (lambda: move_to_group(store, start_up.meeting, start_up.people[0].person, 9), "no group 9"),
        (lambda: move_to_group(store, start_up.meeting, "nobody", 1), "not asked"),
        (lambda: make_groups(store, start_up.meeting, 9), "cannot be 9 groups"),
        (lambda: make_groups(store, "none", 2), "no meeting"),
    ):
        with pytest.raises(Refused) as no:
            refused()
        assert sentence in catalog("en").say(no.value.message)
    assert members(start_up) == before
    cancel_meeting(store, start_up.meeting)
    with pytest.raises(Refused, match="cancelled"):
        make_groups(store, start_up.meeting, 2)
