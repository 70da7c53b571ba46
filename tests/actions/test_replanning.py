"""The start of a programme is moved: what follows it follows, what was held or moved by hand stays, one undo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from mentordesk.actions.deadlines import finish_deadline, move_deadline
from mentordesk.actions.laying_out import lay_out_pair
from mentordesk.actions.meetings import move_meeting
from mentordesk.actions.replanning import move_start
from mentordesk.domain.holds import Due
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.plan import plan
from mentordesk.domain.refusals import Refused
from mentordesk.domain.replan import Because
from mentordesk.domain.templates import template
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import one_programme, programme_of
from mentordesk.queries.replan import preview
from mentordesk.storage.records import (
    DeadlineRecord,
    HoldRecord,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    ProgrammeRecord,
)
from tests.queries.small_programme import NOON, START, add, change, made

TODAY = date(2026, 9, 1)
LATER = START + timedelta(7)


def lying(store):
    """Every day of every meeting that isn't cancelled, and every deadline."""
    with store.reading() as session:
        meetings = session.execute(
            select(MeetingRecord.setting, MeetingRecord.pair_id, MeetingRecord.semester, MeetingDayRecord.starts_at)
            .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
            .where(MeetingRecord.status != MeetingStatus.CANCELLED)
        ).all()
        deadlines = session.execute(select(DeadlineRecord.setting, DeadlineRecord.due_on)).all()
    return sorted(map(str, meetings)), sorted(map(str, deadlines))


def first_of(store, setting, pair=None):
    with store.reading() as session:
        return session.execute(
            select(MeetingRecord.id, MeetingDayRecord.starts_at)
            .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
            .where(MeetingRecord.setting == setting, *(() if pair is None else (MeetingRecord.pair_id == pair,)))
            .order_by(MeetingDayRecord.starts_at)
            .limit(1)
        ).one()


def days_of(store, setting):
    with store.reading() as session:
        starts = session.scalars(
            select(MeetingDayRecord.starts_at)
            .join(MeetingRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
            .where(MeetingRecord.setting == setting)
            .order_by(MeetingDayRecord.starts_at)
        )
        return [each.date() for each in starts]


def test_everything_that_the_plan_made_follows_the_start(store):
    programme = made(store).programme
    done = move_start(store, programme, starts_on=LATER, today=TODAY)
    laid = plan(template("nno"), LATER)
    assert one_programme(store, programme).starts_on == LATER
    assert one_programme(store, programme).ends_on == laid.ends_on
    for key in ("mentor_training", "start_up", "mentor_network", "closing"):
        wanted = [begin.date() for meeting in laid.meetings if meeting.key == key for begin, _ in meeting.days]
        assert days_of(store, key) == wanted
    assert done.moved > 50
    assert preview(store, programme, LATER, today=TODAY).changes_nothing


def test_there_and_back_lies_as_before(store):
    programme = made(store, pairs=3).programme
    before = lying(store)
    move_start(store, programme, starts_on=START + timedelta(70), today=TODAY)
    assert lying(store) != before
    move_start(store, programme, starts_on=START, today=TODAY)
    assert lying(store) == before


def test_one_undo_takes_all_of_it_back_and_it_has_a_name(store):
    programme = made(store).programme
    before = lying(store)
    move_start(store, programme, starts_on=LATER, today=TODAY)
    undone = store.undo()
    assert undone is not None
    assert catalog("en").say(undone).startswith("Move the start of Kull 1 to")
    assert lying(store) == before
    assert one_programme(store, programme).starts_on == START


def test_the_same_start_changes_nothing_and_leaves_no_trace(store):
    programme = made(store).programme
    last = store.undo_name()
    before = lying(store)
    done = move_start(store, programme, starts_on=START, today=TODAY)
    assert (done.moved, done.added, done.cancelled) == (0, 0, 0)
    assert lying(store) == before
    assert store.undo_name() == last


def test_a_calendar_learns_of_what_moved_and_of_nothing_else(store):
    programme = made(store).programme
    move_start(store, programme, starts_on=LATER, today=TODAY, leave=[first_of(store, "mentor_training").id])
    with store.reading() as session:
        sequences = dict(
            session.execute(
                select(MeetingRecord.setting, MeetingRecord.sequence).where(MeetingRecord.pair_id.is_(None))
            ).all()
        )
    assert sequences["start_up"] == 1
    assert sequences["mentor_training"] == 0


def test_what_is_left_where_it_is_stays_there_for_good(store):
    programme = made(store).programme
    training, day = first_of(store, "mentor_training")
    move_start(store, programme, starts_on=LATER, today=TODAY, leave=[training])
    assert first_of(store, "mentor_training").starts_at == day
    found = preview(store, programme, LATER + timedelta(7), today=TODAY).replan
    assert {each.because for each in found.stays if each.standing.id == training} == {Because.PINNED}


def test_what_was_moved_by_hand_held_or_done_stays_and_says_so(store):
    programme = made(store).programme
    with store.reading() as session:
        confirmations, contracts = (
            session.scalars(select(DeadlineRecord.id).where(DeadlineRecord.setting == setting)).one()
            for setting in ("confirmations", "contracts")
        )
    move_deadline(store, contracts, to=date(2027, 3, 1))
    finish_deadline(store, confirmations, on=date(2026, 11, 20))
    closing = first_of(store, "closing").id
    move_meeting(store, closing, to=date(2028, 6, 6))
    network = first_of(store, "mentor_network").id
    change(store, MeetingRecord, network, status=MeetingStatus.HELD)
    found = preview(store, programme, LATER, today=TODAY).replan
    assert {each.standing.id: each.because for each in found.stays} == {
        contracts: Because.PINNED,
        confirmations: Because.DONE,
        closing: Because.PINNED,
        network: Because.HELD,
    }


def test_a_start_after_something_was_held_is_refused_with_the_last_day_possible(store):
    programme = made(store).programme
    training, day = first_of(store, "mentor_training")
    change(store, MeetingRecord, training, status=MeetingStatus.HELD)
    before = lying(store)
    with pytest.raises(Refused) as refused:
        move_start(store, programme, starts_on=day.date() + timedelta(1), today=TODAY)
    assert dict(refused.value.message.values)["day"] == day.date()
    assert lying(store) == before
    assert preview(store, programme, day.date(), today=TODAY)


def test_a_conversation_that_was_held_stays_and_the_next_ones_follow(store):
    of = made(store, pairs=1)
    first, day = first_of(store, "conversation")
    change(store, MeetingRecord, first, status=MeetingStatus.HELD)
    move_start(store, of.programme, starts_on=START - timedelta(7), today=day.date())
    days = days_of(store, "conversation")
    assert days[0] == day.date()
    assert days == sorted(set(days))
    assert all(each >= day.date() for each in days)


def test_a_pair_that_rested_keeps_its_own_rhythm_and_one_that_ended_is_left_alone(store):
    of = made(store, pairs=3)
    rested, ended, _ = of.pairs
    add(store, HoldRecord(pair_id=rested.id, from_on=date(2027, 2, 1), due=Due.MOVES, resumed_on=date(2027, 3, 1)))
    change(store, PairRecord, ended.id, status=PairStatus.DISSOLVED)
    found = preview(store, of.programme, LATER, today=TODAY).replan
    conversations = [each for each in found.moves if each.wanted.group.entry == "conversation"]
    assert {each.wanted.group.pair for each in conversations} == {of.pairs[2].id}
    assert {each.because for each in found.stays} == {Because.RESTED}


def test_conversations_follow_a_start_up_that_was_moved_by_hand(store):
    of = made(store, pairs=2)
    start_up, _ = first_of(store, "start_up")
    move_meeting(store, start_up, to=date(2027, 2, 23))
    found = preview(store, of.programme, START, today=TODAY).replan
    assert {each.wanted.group.entry for each in found.moves} == {"conversation"}
    move_start(store, of.programme, starts_on=START, today=TODAY)
    assert first_of(store, "conversation").starts_at.date() == date(2027, 2, 25)
    assert first_of(store, "start_up").starts_at.date() == date(2027, 2, 23)
    assert preview(store, of.programme, START, today=TODAY).changes_nothing


def test_a_pair_approved_after_the_start_up_was_moved_begins_behind_it(store):
    of = made(store, pairs=1)
    start_up, _ = first_of(store, "start_up")
    move_meeting(store, start_up, to=date(2027, 2, 23))
    with store.changing(msg("the same pair once more")) as session:
        lay_out_pair(session, programme_of(session, of.programme), of.pairs[0].id, 0, START, NOON)
    days = days_of(store, "conversation")
    assert days[0] < date(2027, 2, 23), "the one of before"
    assert date(2027, 2, 25) in days


def test_the_surplus_of_a_shorter_plan_is_cancelled_and_comes_back_anew(store):
    programme = made(store, pairs=1).programme
    numbers = set()
    for week in range(8):
        move_start(store, programme, starts_on=START + timedelta(7 * week), today=TODAY)
        with store.reading() as session:
            standing = session.scalars(
                select(MeetingRecord).where(
                    MeetingRecord.setting == "conversation", MeetingRecord.status == MeetingStatus.PLANNED
                )
            ).all()
        numbers.add(len(standing))
        assert preview(store, programme, START + timedelta(7 * week), today=TODAY).changes_nothing
    assert len(numbers) > 1, "else this shows nothing"


def test_a_year_far_from_ours_is_refused(store):
    programme = made(store).programme
    with pytest.raises(Refused):
        preview(store, programme, date(1927, 1, 18), today=TODAY)


def test_a_cancelled_meeting_stays_cancelled(store):
    programme = made(store).programme
    network = first_of(store, "mentor_network").id
    change(store, MeetingRecord, network, status=MeetingStatus.CANCELLED)
    move_start(store, programme, starts_on=LATER, today=TODAY)
    with store.reading() as session:
        assert session.get_one(MeetingRecord, network).status is MeetingStatus.CANCELLED
        assert session.get_one(ProgrammeRecord, programme).starts_on == LATER


def test_with_rolling_intake_a_pair_keeps_its_own_time(store):
    of = made(store, template="nu", name="Rolling", pairs=1, approved_on=date(2027, 5, 3))
    found = preview(store, of.programme, LATER, today=TODAY).replan
    assert {each.wanted.group.pair for each in found.moves} == {None}
