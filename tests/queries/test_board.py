"""The board shows the plan as it was kept, the pairs there are, and leaves out who is gone."""

from __future__ import annotations

from mentordesk.actions.matching import CriteriaException, approve
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import ParticipationStatus
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.board import board
from mentordesk.storage.records import DocumentRecord, PairRecord, ParticipationRecord
from tests.queries.applicants import DAY, applied, planned
from tests.queries.small_programme import NOON, add, change

WAIVED = CriteriaException("a trial", "Kari")


def test_before_the_first_plan_there_is_a_name_and_the_question(store):
    there = applied(store)

    shown = board(store, there.programme, today=DAY)

    assert (shown.scenario, shown.solved_at, shown.approved, shown.running) == ("1", None, False, 0)
    assert len(shown.question.mentees) == 4
    assert (shown.seats, shown.pairs) == ((), ())
    assert shown.floor == shown.question.settings.floor


def test_the_seats_are_the_plan_with_its_points(store):
    there = applied(store)
    _, found = planned(store, there.programme)

    shown = board(store, there.programme, today=DAY)

    assert shown.solved_at == NOON
    assert shown.mentor_of == found.mentor_of
    assert [seat.points for seat in shown.seats] == [pair.score for pair in found.pairs]


def test_whoever_cannot_be_seated_has_an_empty_seat(store):
    there = applied(store, mentees=3, mentors=2)
    planned(store, there.programme)

    shown = board(store, there.programme, today=DAY)

    assert len(shown.seats) == 3
    assert len(shown.mentor_of) == 2


def test_whoever_left_sits_nowhere(store):
    there = applied(store)
    planned(store, there.programme)
    for gone in (there.mentees[0], there.mentors[1]):
        change(store, ParticipationRecord, gone.id, status=ParticipationStatus.WITHDRAWN)

    shown = board(store, there.programme, today=DAY)

    assert {seat.mentee for seat in shown.seats} == {one.id for one in there.mentees[1:]}
    assert there.mentees[1].id not in shown.mentor_of


def test_two_plans_stand_side_by_side(store):
    there = applied(store)
    planned(store, there.programme, "Calm")

    assert board(store, there.programme, today=DAY, scenario=" Calm ").mentor_of
    assert not board(store, there.programme, today=DAY).mentor_of


def test_approved_pairs_show_their_stage_and_their_contract(store):
    there = applied(store)
    planned(store, there.programme)
    approved = approve(store, programme=there.programme, scenario="1", today=DAY, by="Kari", exception=WAIVED)
    paper = {"programme_id": there.programme, "languages": ["nb"], "file_name": "x.pdf", "pages": 2, "made_at": NOON}
    add(
        store,
        DocumentRecord(kind="contract", pair_id=approved.pairs[0], **paper),
        DocumentRecord(kind="first-meeting-checklist", pair_id=approved.pairs[1], **paper),
    )
    change(store, PairRecord, approved.pairs[3], status=PairStatus.DISSOLVED)

    shown = board(store, there.programme, today=DAY, scenario="1")

    assert shown.approved
    assert shown.running == 3
    assert {(pair.mentee, pair.mentor) for pair in shown.pairs} == {
        (f"Mentee {number}", f"Mentor {number}") for number in range(1, 5)
    }
    assert {pair.id for pair in shown.pairs if pair.contract_printed} == {approved.pairs[0]}
    stage = {pair.id: catalog("en").say(pair.status_name) for pair in shown.pairs}
    assert stage == dict.fromkeys(approved.pairs[:3], "Approved, contract to be signed") | {
        approved.pairs[3]: "Ended by agreement"
    }
    (ended,) = (pair for pair in shown.pairs if pair.id == approved.pairs[3])
    assert [one.name for one in shown.question.mentees] == [ended.mentee]
