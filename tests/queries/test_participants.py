"""Participants as a grid and a pane show them: values by Field, what is missing, what is free, and quickly."""

from __future__ import annotations

from datetime import date, time

import pytest

from mentordesk.actions.interview_plan import plan_interview
from mentordesk.domain.fields import Home
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import FULL_NAME, ParticipationStatus, Role
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.participant import participant
from mentordesk.queries.participants import editable_fields, participants
from mentordesk.queries.programmes import programmes
from mentordesk.storage.records import (
    CriterionNoteRecord,
    InterviewRecord,
    MentorRecord,
    PairRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
    RatingRecord,
    UnitRecord,
)
from tests.counts import count
from tests.queries.small_programme import DAY, START, add, change, made


def row(store, id_):
    return next(each for each in participants(store, None, today=DAY) if each.id == id_)


def test_a_row_for_each_participation_of_one_programme_or_of_all(store):
    one, two = made(store), made(store, "nu", "Omgång 1")

    first = participants(store, one.programme, today=DAY)
    everybody = participants(store, None, today=DAY)

    assert sorted((each.name, each.role) for each in first) == [
        ("Mentee 1", Role.MENTEE),
        ("Mentee 2", Role.MENTEE),
        ("Mentor 1", Role.MENTOR),
        ("Mentor 2", Role.MENTOR),
    ]
    assert {each.programme for each in everybody} == {one.programme, two.programme}
    assert len(everybody) == 8


def test_every_field_that_can_be_edited_is_shown(store):
    whole = made(store)
    (programme,) = programmes(store)
    editable = editable_fields(programme)

    for each in participants(store, whole.programme, today=DAY):
        asked = {field.key for field in editable if field.home is not Home.CRITERION}
        assert asked <= each.values.keys()
    assert FULL_NAME not in editable
    assert {field.home for field in editable}.isdisjoint({Home.ROLE, Home.UNIT, Home.RATING})


def test_a_row_tells_of_the_unit_and_what_stands_above_it(store):
    pair = made(store).pairs[0]
    above = UnitRecord(name="Hospital")
    ward = UnitRecord(name="Ward 3", parent_id=above.id, area="surgery")
    add(store, above, ward)
    change(store, PersonRecord, pair.mentee_person, unit_id=ward.id, title="Leader", tags=["a", "b"], retired=True)

    found = row(store, pair.mentee)

    assert (found.unit, found.title, found.retired) == ("Ward 3", "Leader", True)
    assert found.values["parent_unit"] == "Hospital"
    assert found.values["area"] == "surgery"
    assert found.values["tags"] == ("a", "b")
    assert found.values["role"] is Role.MENTEE


def test_missing_is_what_is_asked_and_not_met_nor_excepted(store):
    pair = made(store).pairs[0]
    before = row(store, pair.mentor).missing
    asked = participant(store, pair.mentor, today=DAY).criteria
    assert before == tuple(each.title for each in asked)

    add(store, CriterionNoteRecord(participation_id=pair.mentor, criterion=asked[0].key, answer=True))
    add(store, CriterionNoteRecord(participation_id=pair.mentor, criterion=asked[1].key, exception_reason="So"))
    assert row(store, pair.mentor).missing == before[2:]

    change(store, ParticipationRecord, pair.mentor, status=ParticipationStatus.WITHDRAWN)
    assert row(store, pair.mentor).missing == ()


def test_places_are_what_running_pairs_leave_over_all_programmes(store):
    pair = made(store).pairs[0]
    add(store, MentorRecord(person_id=pair.mentor_person, capacity=3))
    assert row(store, pair.mentor).places == 2
    assert row(store, pair.mentee).places is None
    assert row(store, pair.mentor).partner == "Mentee 1"

    change(store, PairRecord, pair.id, status=PairStatus.DISSOLVED)
    assert row(store, pair.mentor).places == 3
    assert row(store, pair.mentor).partner == ""


def test_the_pane_shows_interviews_papers_pairs_and_what_comes(store):
    pair = made(store).pairs[0]
    interview = InterviewRecord(participation_id=pair.mentee, held_on=DAY, interviewer="Anna", notes="Good")
    add(store, interview, RatingRecord(interview_id=interview.id, rating_key="openness", points=4))
    add(store, PaperRecord(participation_id=pair.mentee, kind="book", received=True))

    found = participant(store, pair.mentee, today=DAY)

    assert found.row.interviewed
    (held,) = found.interviews
    assert (held.interviewer, held.ratings[0].points) == ("Anna", 4)
    assert "book" in {paper.kind for paper in found.papers}
    assert [(each.name, each.status) for each in found.pairs] == [("Mentor 1", PairStatus.ACTIVE)]
    days = [each.starts_at for each in found.meetings]
    assert days == sorted(days)
    assert days[0].date() >= DAY
    said = {catalog("en").say(each.title) for each in found.meetings}
    assert "Conversation" in said
    assert "Last conversation" not in said


def test_the_pane_shows_what_was_changed_lately(store):
    pair = made(store).pairs[0]
    change(store, PersonRecord, pair.mentee_person, title="Leader")
    change(store, PersonRecord, pair.mentor_person, title="Leader")
    store.undo()

    said = [catalog("en").say(each.what) for each in participant(store, pair.mentee, today=DAY).changes]

    assert said == ["change", "pairs"]
    assert [each.what.text for each in participant(store, pair.mentor, today=DAY).changes] == ["pairs"]


def test_whoever_is_gone_is_refused(store):
    pair = made(store).pairs[0]
    store.undo()

    with pytest.raises(Refused):
        participant(store, pair.mentee, today=DAY)


def test_ten_thousand_come_at_once(store):
    rows = count(1_000, 10_000)
    programme = made(store).programme
    people = [
        PersonRecord(given_name="Kari", family_name=str(number), tags=["a"], leadership_since=date(2015, 1, 1))
        for number in range(rows)
    ]
    add(
        store,
        *people,
        *(MentorRecord(person_id=person.id, offers=["budget", "shifts"]) for person in people),
        *(
            ParticipationRecord(programme_id=programme, person_id=person.id, role=Role.MENTOR, since=START)
            for person in people
        ),
    )

    found = participants(store, programme, today=DAY)

    assert len(found) == rows + 4


def test_an_interview_that_is_only_planned_is_not_one_that_was_held(store):
    pair = made(store).pairs[0]
    plan_interview(store, pair.mentee, day=DAY, start=time(10), minutes=45, mode=Mode.PHYSICAL)

    assert not row(store, pair.mentee).interviewed


def test_a_pair_whose_two_work_in_one_unit_is_told_so_on_both_sides_while_it_runs(store):
    pair = made(store).pairs[0]
    unit = UnitRecord(name="Ward 7")
    add(store, unit)
    for person in (pair.mentee_person, pair.mentor_person):
        change(store, PersonRecord, person, unit_id=unit.id)
    for side in (pair.mentee, pair.mentor):
        (found,) = participant(store, side, today=DAY).pairs
        assert found.same_line is not None
        assert catalog("en").say(found.same_line) == "Mentee 1 and Mentor 1 both work at Ward 7."

    change(store, PairRecord, pair.id, status=PairStatus.DISSOLVED)
    assert participant(store, pair.mentee, today=DAY).pairs[0].same_line is None
