"""A conversation is registered in one step, checked against the calendar, and never with what was said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentordesk.actions.logbooks import edit_conversation, register_conversation, remove_conversation
from mentordesk.actions.meetings import cancel_meeting
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.logbooks import logbooks
from mentordesk.storage.checks import signature
from mentordesk.storage.records import ConsentRecord, MeetingRecord, PairRecord, SharedTopicRecord
from tests.queries.small_programme import DAY, START, add, change, made

HELD_ON = date(2027, 4, 20)


def register(store, pair, **other):
    told = {"held_on": HELD_ON, "minutes": 60, "mode": Mode.DIGITAL, "today": DAY}
    return register_conversation(store, pair=pair, **(told | other))


def status(store, meeting):
    with store.reading() as session:
        return session.get_one(MeetingRecord, meeting).status


def test_a_registered_conversation_is_on_the_strip_and_its_meeting_is_held(store):
    (pair,) = made(store, pairs=1).pairs
    planned = logbooks(store, None, today=DAY)[0].planned[0].meeting

    entry = register(store, pair.id, place=" Room  2 ", summary_written=True, meeting=planned)

    (mark,) = logbooks(store, None, today=DAY)[0].conversations
    assert (mark.entry, mark.day, mark.minutes, mark.mode, mark.place) == (entry, HELD_ON, 60, Mode.DIGITAL, "Room 2")
    assert (mark.topic_sent, mark.summary_written) == (False, True)
    assert status(store, planned) is MeetingStatus.HELD
    name = store.undo_name()
    assert name
    assert catalog("en").say(name) == "Register the conversation of 20 Apr 2027"  # no name of a person


def test_registering_changing_and_removing_are_one_undo_each(store):
    (pair,) = made(store, pairs=1).pairs
    planned = logbooks(store, None, today=DAY)[0].planned[0].meeting
    marks = [signature(store)]
    entry = register(store, pair.id, meeting=planned)
    marks.append(signature(store))
    told = {"minutes": 45, "mode": None, "place": "", "topic_sent": True, "summary_written": False, "today": DAY}
    edit_conversation(store, entry, held_on=HELD_ON - timedelta(1), **told)
    marks.append(signature(store))
    remove_conversation(store, entry)

    assert status(store, planned) is MeetingStatus.PLANNED
    for mark in reversed(marks):
        store.undo()
        assert signature(store) == mark


def test_what_was_shared_of_a_conversation_goes_with_it(store):
    (pair,) = made(store, pairs=1).pairs
    entry = register(store, pair.id)
    consent = ConsentRecord(pair_id=pair.id, entry_id=entry, item=ConsentItem.TOPIC, given_on=HELD_ON)
    add(store, consent, SharedTopicRecord(consent_id=consent.id, topic="Delegating"))

    remove_conversation(store, entry)

    with store.reading() as session:
        assert session.query(ConsentRecord).count() == session.query(SharedTopicRecord).count() == 0


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"held_on": DAY + timedelta(1)}, "planned as a meeting"),
        ({"held_on": START - timedelta(1)}, "outside the programme"),
        ({"minutes": 0}, "from 1 to 1,440 minutes"),
        ({"minutes": 1441}, "from 1 to 1,440 minutes"),
        ({"place": "x" * 300}, "characters"),
        ({"meeting": "no-such-thing"}, "no conversation with the number"),
        ({"pair": "no-such-thing"}, "no pair with the number"),
    ],
)
def test_what_cannot_have_been_is_refused_and_leaves_nothing(store, wrong, why):
    (pair,) = made(store, pairs=1).pairs
    before = signature(store)

    with pytest.raises(Refused) as no:
        register(store, **({"pair": pair.id} | wrong))

    assert why in catalog("en").say(no.value.message)
    assert signature(store) == before


@pytest.mark.parametrize("minutes", [None, 1, 1440])
def test_a_length_may_be_unknown_and_reaches_a_whole_day(store, minutes):
    (pair,) = made(store, pairs=1).pairs

    register(store, pair.id, minutes=minutes, held_on=DAY)

    assert logbooks(store, None, today=DAY)[0].conversations[0].minutes == minutes


@pytest.mark.parametrize("ended", [PairStatus.COMPLETED, PairStatus.DISSOLVED])
def test_a_pair_that_ended_gets_no_more_but_may_be_corrected(store, ended):
    (pair,) = made(store, pairs=1).pairs
    entry = register(store, pair.id)
    change(store, PairRecord, pair.id, status=ended)

    with pytest.raises(Refused, match="has ended"):
        register(store, pair.id, held_on=DAY)
    told = {"minutes": 45, "mode": None, "place": "", "topic_sent": True, "summary_written": False, "today": DAY}
    edit_conversation(store, entry, held_on=HELD_ON, **told)

    assert logbooks(store, None, today=DAY)[0].conversations[0].minutes == 45


def test_one_conversation_is_not_registered_twice(store):
    (pair,) = made(store, pairs=1).pairs
    planned = logbooks(store, None, today=DAY)[0].planned[0].meeting
    register(store, pair.id, meeting=planned)

    with pytest.raises(Refused, match="registered already"):
        register(store, pair.id)
    with pytest.raises(Refused, match="registered already"):
        register(store, pair.id, held_on=DAY, meeting=planned)


def test_a_cancelled_meeting_was_not_held(store):
    (pair,) = made(store, pairs=1).pairs
    planned = logbooks(store, None, today=DAY)[0].planned[0].meeting
    cancel_meeting(store, planned)

    with pytest.raises(Refused, match="is cancelled"):
        register(store, pair.id, meeting=planned)
