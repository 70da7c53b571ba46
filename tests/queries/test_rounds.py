"""Rounds side by side count the coordinator's own work, each round's alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentordesk.domain.pairs import Ending, PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.queries.rounds import compare_rounds
from mentordesk.storage.records import PairRecord, ParticipationRecord, PersonRecord, StatusStepRecord
from tests.queries.small_programme import DAY, START, add, change, held, made


def applicant(store, programme, status, *, was_selected=False):
    person = PersonRecord(given_name="A", family_name="B")
    part = ParticipationRecord(
        programme_id=programme, person_id=person.id, role=Role.MENTEE, status=status, since=START
    )
    step = StatusStepRecord(participation_id=part.id, status=ParticipationStatus.SELECTED, reached_on=START)
    add(store, person, part, *([step] if was_selected else []))


def test_a_pilot_beside_its_follower(store):
    pilot, follower = made(store, name="Pilot", pairs=3), made(store, name="Follower", pairs=2)
    applicant(store, pilot.programme, ParticipationStatus.SUGGESTED)
    applicant(store, pilot.programme, ParticipationStatus.WITHDRAWN, was_selected=True)
    applicant(store, pilot.programme, ParticipationStatus.DECLINED)
    change(store, PairRecord, pilot.pairs[0].id, status=PairStatus.COMPLETED)
    change(store, PairRecord, pilot.pairs[1].id, status=PairStatus.DISSOLVED, ending=Ending.TIME)
    change(store, PairRecord, follower.pairs[0].id, status=PairStatus.DECLINED)
    add(store, *held(pilot.pairs[0], DAY, DAY + timedelta(30)), *held(follower.pairs[1], DAY))

    found = compare_rounds(store, [pilot.programme, follower.programme])
    one, other = found.rounds
    assert (one.name, one.applied, one.selected, one.matched, one.mentors) == ("Pilot", 5, 4, 3, 3)
    assert (one.completed, one.ended, one.conversations) == (1, {Ending.TIME: 1}, 2)
    assert (other.applied, other.selected, other.matched, other.conversations) == (2, 2, 1, 1)
    assert found.endings == (Ending.TIME,)


def test_a_programme_that_is_not_there(store):
    with pytest.raises(KeyError):
        compare_rounds(store, ["none"])
