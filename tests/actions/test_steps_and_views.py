"""Statuses with their day, name and reason; gates before a selection; restricted people; named views and tags."""

from datetime import date

import pytest
from sqlalchemy import select

from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.actions.participants import add_participant, set_status
from mentordesk.actions.programmes import create_programme
from mentordesk.actions.restricting import lift, restrict
from mentordesk.actions.saved_views import forget_view, keep_view
from mentordesk.actions.tagging import tag, untag
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import Mark, participants
from mentordesk.queries.saved_views import saved_views
from mentordesk.storage.records import ParticipationRecord, StatusStepRecord

DAY = date(2027, 2, 1)


def somebody(store, programme, given="Kari", family="Nord", role=Role.MENTEE, **values):
    told = {"given_name": given, "family_name": family, **values}
    return add_participant(store, programme=programme, role=role, values=told, today=DAY)


@pytest.fixture
def programme(store):
    return create_programme(store, template_key="nno", name="Round 1", starts_on=date(2027, 1, 18)).id


def row(store, id_):
    return next(each for each in participants(store, None, today=DAY) if each.id == id_)


def steps(store, id_):
    with store.reading() as session:
        found = session.scalars(
            select(StatusStepRecord).where(StatusStepRecord.participation_id == id_).order_by(StatusStepRecord.id)
        )
        return [(step.status, step.reached_on, step.decided_by, step.reason) for step in found]


def test_a_status_leaves_a_step_with_day_name_and_reason_and_undo_takes_it_back(store, programme):
    id_ = somebody(store, programme)
    before = steps(store, id_)
    set_status(store, [id_], ParticipationStatus.DECLINED, today=DAY, by="Solveig", reason="The round is\nfull.")

    assert steps(store, id_)[len(before) :] == [(ParticipationStatus.DECLINED, DAY, "Solveig", "The round is full.")]
    set_status(store, [id_], ParticipationStatus.DECLINED, today=DAY, reason="Once more")
    assert len(steps(store, id_)) == len(before) + 1
    store.undo()
    assert steps(store, id_) == before


def test_nobody_is_declined_without_a_reason_and_nobody_is_changed(store, programme):
    ids = [somebody(store, programme, "Kari", str(number)) for number in range(2)]
    with pytest.raises(Refused) as no:
        set_status(store, ids, ParticipationStatus.DECLINED, today=DAY, reason="  ")
    assert "Say why" in catalog("en").say(no.value.message)
    assert {row(store, id_).status for id_ in ids} == {ParticipationStatus.RECEIVED}


def test_an_open_requirement_keeps_the_whole_selection_shut_and_is_named(store, programme):
    lacking = somebody(store, programme, "Kari", "Nord")
    ready = somebody(
        store,
        programme,
        "Per",
        "Sør",
        leadership_since=date(2026, 6, 1),
        leadership_level=None,
        motivation=True,
        confirmation=True,
    )
    with pytest.raises(Refused) as no:
        set_status(store, [lacking, ready], ParticipationStatus.SELECTED, today=DAY)
    details = [catalog("en").say(each) for each in no.value.details]
    assert any(line.startswith("Kari Nord: ") and "mployer" in line for line in details), details
    assert row(store, ready).status is not ParticipationStatus.SELECTED
    assert {line.split(":")[0] for line in details} <= {"Kari Nord", "Per Sør"}


def test_a_place_on_the_waiting_list_goes_with_the_list(store, programme):
    id_ = somebody(store, programme)
    set_status(store, [id_], ParticipationStatus.WAITING, today=DAY)
    with store.changing(msg("Undo")) as session:
        session.get_one(ParticipationRecord, id_).waiting_rank = 3
    assert row(store, id_).waiting_rank == 3
    set_status(store, [id_], ParticipationStatus.INTERVIEWED, today=DAY)
    assert row(store, id_).waiting_rank is None


@pytest.mark.parametrize(
    "act",
    [
        lambda store, id_: set_status(store, [id_], ParticipationStatus.COMPLETE, today=DAY),
        lambda store, id_: edit_participants(store, [Edit(id_, "title", "Nurse")], today=DAY),
        lambda store, id_: tag(store, [id_], "north"),
    ],
)
def test_whoever_is_restricted_is_changed_by_nothing_and_found_by_nothing(store, programme, act):
    id_, other = somebody(store, programme, place="Boathouse"), somebody(store, programme, "Per", "Sør", phone="123")
    assert "Boathouse" in row(store, id_).found_by
    restrict(store, row(store, id_).person, reason="By letter", today=DAY)

    shown = row(store, id_)
    assert (shown.restricted_on, shown.found_by, shown.marks) == (DAY, "", (Mark.RESTRICTED,))
    with pytest.raises(Refused) as no:
        act(store, id_)
    assert "Kari Nord" in catalog("en").say(no.value.message)
    act(store, other)
    lift(store, shown.person)
    act(store, id_)


def test_a_search_finds_the_unit_above_and_what_stands_in_no_column(store, programme):
    id_ = somebody(
        store,
        programme,
        unit="Ward 3",
        parent_unit="Surgery",
        cost_centre="4711",
        place="Deatnu",
        spoken=("davvisámegiella",),
        needs=("budgets",),
    )
    found = row(store, id_)
    assert all(word in found.found_by for word in ("Surgery", "4711", "Deatnu", "davvisámegiella", "budgets"))
    assert len(found.units) == 2


def test_a_view_is_kept_replaced_forgotten_and_brought_back(store, programme):
    keep_view(store, tab="participants", name=" My  list ", programme=programme, view={"role": "mentee"})
    keep_view(store, tab="participants", name="my list", programme=programme, view={"role": "mentor"})
    keep_view(store, tab="participants", name="Everywhere", programme=None, view={})

    kept = saved_views(store, "participants", programme)
    assert [(view.name, dict(view.view)) for view in kept] == [("Everywhere", {}), ("my list", {"role": "mentor"})]
    assert [view.name for view in saved_views(store, "participants", None)] == ["Everywhere"]
    forget_view(store, kept[1].id)
    assert len(saved_views(store, "participants", programme)) == 1
    store.undo()
    assert len(saved_views(store, "participants", programme)) == 2
    with pytest.raises(Refused):
        keep_view(store, tab="participants", name="  ", programme=None, view={})


def test_a_tag_is_given_once_to_a_person_and_taken_again(store, programme):
    ids = [somebody(store, programme, "Kari", str(number), tags=("north",)) for number in range(3)]
    assert tag(store, ids, "Board") == 3
    assert tag(store, ids[:1], "board") == 0
    assert row(store, ids[0]).values["tags"] == ("north", "Board")
    assert untag(store, ids, "NORTH") == 3
    assert row(store, ids[0]).values["tags"] == ("Board",)
    store.undo()
    assert row(store, ids[0]).values["tags"] == ("north", "Board")
