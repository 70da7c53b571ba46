"""Whom a meeting asks by itself, and that every list of the program goes by the same rule (R50, R53)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from random import Random

import pytest

from mentordesk.actions.inviting import ask_too, leave_out
from mentordesk.domain.asking import asks
from mentordesk.domain.meetings import KINDS
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.agenda import agenda
from mentordesk.queries.asked_people import asked_of
from mentordesk.queries.calendar import person_calendar
from mentordesk.queries.gathering import gathering
from mentordesk.queries.participant import participant
from mentordesk.queries.who_is_asked import asked_to, heads
from mentordesk.storage.records import (
    InvitationRecord,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
)
from tests.counts import count
from tests.queries.small_programme import START, add, change, made, told

BOTH, MENTORS = ("start_up", "mid_term", "closing"), ("mentor_training", "mentor_network")


def takes_part(store, programme, name, role=Role.MENTOR, status=ParticipationStatus.SELECTED):
    person = PersonRecord(given_name=name, family_name="")
    side = ParticipationRecord(programme_id=programme, person_id=person.id, role=role, status=status, since=START)
    add(store, person, side)
    return person.id, side.id


def meeting(store, kind):
    with store.reading() as session:
        return session.query(MeetingRecord).filter_by(kind=kind).order_by(MeetingRecord.id).first().id


def names(store, kind):
    return {each.name for each in gathering(store, meeting(store, kind)).people}


def test_a_mentor_in_reserve_is_asked_to_what_is_for_mentors_and_not_to_what_pairs_do(store):
    whole = made(store)
    takes_part(store, whole.programme, "Reserve")
    takes_part(store, whole.programme, "Waits", Role.MENTEE)
    for kind in BOTH:
        assert names(store, kind) == {"Mentee 1", "Mentee 2", "Mentor 1", "Mentor 2", "Waits"}
    for kind in MENTORS:
        assert names(store, kind) == {"Mentor 1", "Mentor 2", "Reserve"}
    assert heads(store, meeting(store, "start_up")) == (3, 2)
    assert heads(store, meeting(store, "mentor_training")) == (0, 3)


def test_before_the_first_pair_everybody_who_was_selected_is_asked(store):
    programme = made(store, pairs=0).programme
    takes_part(store, programme, "Anne")
    takes_part(store, programme, "Liv", Role.MENTEE)
    takes_part(store, programme, "Not yet", status=ParticipationStatus.ASKED)
    assert names(store, "start_up") == {"Anne", "Liv"}


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        *((each, True) for each in (PairStatus.PROPOSED, PairStatus.SIGNED, PairStatus.ACTIVE, PairStatus.ON_HOLD)),
        (PairStatus.COMPLETED, True),
        (PairStatus.DISSOLVED, False),
        (PairStatus.DECLINED, False),
    ],
)
def test_a_mentor_is_asked_from_the_approval_to_the_last_meeting_of_her_pair(store, status, asked):
    pair, _ = made(store).pairs
    change(store, PairRecord, pair.id, status=status)
    assert ("Mentor 1" in names(store, "closing")) is asked
    assert "Mentee 1" in names(store, "closing"), "a mentee takes part, whatever became of the pair"


def test_by_hand_a_mentor_in_reserve_can_be_asked_and_one_with_a_mentee_left_out(store):
    whole = made(store)
    reserve, _ = takes_part(store, whole.programme, "Reserve")
    start_up = meeting(store, "start_up")
    assert ask_too(store, start_up, [reserve]) == 1
    leave_out(store, start_up, [whole.pairs[0].mentor_person])
    assert names(store, "start_up") == {"Mentee 1", "Mentee 2", "Mentor 2", "Reserve"}
    leave_out(store, start_up, [reserve])
    assert ask_too(store, start_up, [reserve, whole.pairs[0].mentor_person]) == 2
    assert names(store, "start_up") == {"Mentee 1", "Mentee 2", "Mentor 1", "Mentor 2", "Reserve"}


def test_a_mentor_who_was_left_out_as_an_extra_is_asked_again_as_one(store):
    """Between the two her pair has come, and has gone again."""
    whole = made(store)
    reserve, _ = takes_part(store, whole.programme, "Reserve")
    leave_out(store, meeting(store, "mentor_network"), [reserve])
    start_up = meeting(store, "start_up")
    add(store, InvitationRecord(meeting_id=start_up, person_id=reserve, left_out=True))
    assert ask_too(store, start_up, [reserve]) == 1
    assert "Reserve" in names(store, "start_up")


def test_nobody_in_reserve_is_in_two_places_at_once(store):
    whole = made(store)
    takes_part(store, whole.programme, "Reserve")
    mid_term, of_mentors = meeting(store, "mid_term"), meeting(store, "mentor_network")
    with store.reading() as session:
        starts = session.query(MeetingDayRecord).filter_by(meeting_id=mid_term, number=1).one().starts_at
        network = session.query(MeetingDayRecord).filter_by(meeting_id=of_mentors).first().id
    change(store, MeetingDayRecord, network, starts_at=starts, ends_at=starts + timedelta(hours=2))
    rows = agenda(store, None, first=starts.date(), last=starts.date()).rows
    said = [catalog("en").say(each) for row in rows for each in row.conflicts]
    assert [each for each in said if "Mid-term" in each] == [
        "At the same time as “Mid-term meeting”: Mentor 1 and Mentor 2."
    ]


def test_today_waits_for_no_answer_of_who_is_asked_no_more(store):
    whole = made(store)
    reserve, _ = takes_part(store, whole.programme, "Reserve")
    start_up = meeting(store, "start_up")
    first = gathering(store, start_up).days[0].starts_at.date()
    for person in (reserve, whole.pairs[0].mentor_person):
        add(store, InvitationRecord(meeting_id=start_up, person_id=person, invited_on=START))
    say = lambda: [sentence for _, sentence in told(store, first - timedelta(1), "invitation")]  # noqa: E731
    assert say() == ["Start-up meeting: 1 person has not answered the invitation."]
    ask_too(store, start_up, [reserve])
    assert say() == ["Start-up meeting: 2 people have not answered the invitation."]


def test_her_own_page_and_her_own_calendar_tell_the_same_meetings(store):
    whole = made(store)
    person, taking_part = takes_part(store, whole.programme, "Reserve")
    ask_too(store, meeting(store, "closing"), [person])
    with store.reading() as session:
        asked = {each.id for each in session.query(MeetingRecord) if person in asked_to(session, each)}
    assert {event.uid for event in person_calendar(store, person).events} == asked
    assert {each.id for each in participant(store, taking_part, today=date(2026, 12, 1)).meetings} == asked
    with store.reading() as session:
        assert {session.get_one(MeetingRecord, each).kind for each in asked} == {*MENTORS, "closing"}


@pytest.mark.parametrize("seed", range(count(6, 200)))
def test_one_list_of_everybody_and_every_persons_own_list_are_one(store, seed):
    """Of any mixture of statuses, and of what was changed by hand."""
    draw = Random(seed)
    whole = made(store, pairs=5)
    people = [person for pair in whole.pairs for person in (pair.mentee_person, pair.mentor_person)]
    for role in (Role.MENTOR, Role.MENTOR, Role.MENTEE, Role.MANAGER, Role.TEAM):
        people.append(takes_part(store, whole.programme, f"{role} beside", role)[0])
    for pair in whole.pairs:
        change(store, PairRecord, pair.id, status=draw.choice(list(PairStatus)))
        change(
            store,
            ParticipationRecord,
            draw.choice([pair.mentee, pair.mentor]),
            status=draw.choice(list(ParticipationStatus)),
        )
    with store.reading() as session:
        meetings = [each.id for each in session.query(MeetingRecord).order_by(MeetingRecord.id)]
    for number in draw.sample(meetings, 5):
        extra = draw.random() < 0.5
        add(store, InvitationRecord(meeting_id=number, person_id=draw.choice(people), extra=extra, left_out=not extra))
    with store.reading() as session:
        theirs = {person: asked_of(session, [person]) for person in people}
        for record in session.query(MeetingRecord):
            of = (record.id, record.programme_id, record.pair_id, record.participation_id, frozenset(record.audience))
            assert {person for person, asked in theirs.items() if asked.is_in(*of)} == asked_to(session, record)


def test_the_rule_leaves_at_home_nobody_but_a_mentor_in_reserve_where_mentees_come():
    for kind, role, with_mentee, pairs_made in product(KINDS, Role, (True, False), (True, False)):
        asked = asks(kind.audience, role, of_a_pair=kind.of_a_pair, with_mentee=with_mentee, pairs_made=pairs_made)
        if kind.key in BOTH and role is Role.MENTOR:
            assert asked is (with_mentee or not pairs_made), kind.key
        elif kind.of_a_pair and role in (Role.MENTEE, Role.MENTOR):
            assert not asked, "its two are asked as such"
        else:
            assert asked is (role in kind.audience)
