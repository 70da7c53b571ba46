"""Who runs a programme joins, is given something to see to, and leaves."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from mentordesk.actions.team import set_responsibility, take_into_team, take_out_of_team
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.queries.team import team
from mentordesk.storage.checks import signature
from mentordesk.storage.records import StatusStepRecord
from tests.actions.test_participants import a_programme, somebody
from tests.queries.small_programme import NOON

TODAY = NOON.date()


def joins(store, programme, role=Role.MANAGER, given="Anne", family="Lie", sees_to="", **values):
    told = {"given_name": given, "family_name": family, **values}
    return take_into_team(store, programme=programme, role=role, values=told, responsibility=sees_to, today=TODAY)


def test_the_team_stands_by_its_roles(store):
    programme = a_programme(store)
    joins(store, programme, Role.RESEARCH, "Eva", email="eva@example.org")
    joins(store, programme, Role.TEAM, "Per", sees_to="Books and rooms")
    joins(store, programme, Role.OWNER)

    found = team(store, programme)
    assert [(member.name, member.role) for member in found] == [
        ("Anne Lie", Role.OWNER),
        ("Per Lie", Role.TEAM),
        ("Eva Lie", Role.RESEARCH),
    ]
    assert [member.responsibility for member in found] == ["", "Books and rooms", ""]
    assert found[2].email == "eva@example.org"


def test_somebody_who_is_in_the_file_is_not_made_twice(store):
    programme = a_programme(store)
    somebody(store, programme, role=Role.MENTOR, email="kari@example.org")
    joins(store, programme, Role.HR, "Kari", "Berg", email="kari@example.org")

    assert len(team(store, programme)) == 1
    with pytest.raises(Refused, match="already takes part"):
        joins(store, programme, Role.HR, "Kari", "Berg", email="kari@example.org")


def test_responsibilities_change_and_members_leave(store):
    programme = a_programme(store)
    before = signature(store)
    member = joins(store, programme)
    set_responsibility(store, member, " the  letters ")
    assert team(store, programme)[0].responsibility == "the letters"
    take_out_of_team(store, member)
    assert team(store, programme) == ()
    for _ in range(3):
        store.undo()

    assert signature(store) == before


def test_nobody_without_a_name_and_nobody_who_takes_part(store):
    programme = a_programme(store)
    with pytest.raises(Refused, match="A name is missing"):
        joins(store, programme, given="", family="")
    with pytest.raises(ValueError, match="does not run"):
        joins(store, programme, Role.MENTEE)
    with pytest.raises(ValueError, match="does not run"):
        take_out_of_team(store, somebody(store, programme))


def test_whoever_joins_the_team_has_one_step_with_who_took_them_in(store):
    member = joins(store, a_programme(store))

    with store.reading() as session:
        steps = session.scalars(select(StatusStepRecord).where(StatusStepRecord.participation_id == member)).all()
    assert [(step.status, step.reached_on, step.decided_by) for step in steps] == [
        (ParticipationStatus.SELECTED, TODAY, store.who)
    ]
