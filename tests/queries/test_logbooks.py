"""A strip tells when a pair met and where it was silent for long, in the words that Today would use."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentordesk.domain.holds import Due
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import PairStatus
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.conversations import Outcome, next_conversation
from mentordesk.queries.logbooks import Gap, StripState, logbooks
from mentordesk.storage.records import HoldRecord, LogbookEntryRecord, MeetingRecord, PairRecord
from tests.queries.small_programme import DAY, add, change, held, made, told


def strip(store, day=DAY):
    return logbooks(store, None, today=day)[0]


def words(found) -> str:
    return catalog("en").say(found.sentence)


def test_every_pair_has_a_strip_with_its_names_and_its_own_conversations(store):
    whole = made(store)
    add(store, *held(whole.pairs[1], date(2027, 3, 1), minutes=50, topic_sent=True))

    one, other = logbooks(store, whole.programme, today=DAY)

    assert [(each.mentee, each.mentor) for each in (one, other)] == [("Mentee 1", "Mentor 1"), ("Mentee 2", "Mentor 2")]
    assert one.conversations == ()
    (mark,) = other.conversations
    assert (mark.day, mark.minutes, mark.topic_sent, mark.summary_written) == (date(2027, 3, 1), 50, True, False)
    assert (other.held, other.minimum >= other.expected) == (1, True)


def test_one_programme_shows_no_other(store):
    whole = made(store)
    made(store, "nu", "NU")

    assert {each.programme for each in logbooks(store, whole.programme, today=DAY)} == {whole.programme}
    assert len(logbooks(store, None, today=DAY)) == 4


def test_planned_ones_are_those_ahead_and_the_next_is_the_first(store):
    made(store, pairs=1)

    found = strip(store)

    assert found.planned
    assert found.next_on == found.planned[0].day == min(each.day for each in found.planned)
    assert all(each.day >= DAY for each in found.planned)


def test_a_conversation_on_another_day_than_planned_was_moved_and_a_cancelled_one_says_so(store):
    (pair,) = made(store, pairs=1).pairs
    first, second, third = strip(store, date(2027, 1, 12)).planned[:3]
    for each, day in ((first, first.day), (second, second.day + timedelta(2))):
        add(store, LogbookEntryRecord(pair_id=pair.id, meeting_id=each.meeting, held_on=day))
        change(store, MeetingRecord, each.meeting, status=MeetingStatus.HELD)
    change(store, MeetingRecord, third.meeting, status=MeetingStatus.CANCELLED)

    found = strip(store)

    assert [mark.outcome for mark in found.conversations] == [Outcome.HELD, Outcome.MOVED, Outcome.CANCELLED]
    assert (found.conversations[1].planned_on, found.held) == (second.day, 2)


def test_a_pair_that_has_not_met_is_early_at_first_and_then_not_started(store):
    made(store, pairs=1)

    assert words(strip(store, date(2027, 1, 28))) == "Too early to tell"
    assert words(strip(store)) == "Not started"


def test_a_long_silence_is_said_in_days_and_drawn_as_a_gap_as_today_says_it(store):
    (pair,) = made(store, pairs=1).pairs
    add(store, *held(pair, date(2027, 2, 3), date(2027, 2, 24)))

    found = strip(store)

    assert words(found) == "Long since last (61 days)"
    assert found.gaps == (Gap(date(2027, 2, 24), DAY),)
    assert told(store, DAY, "rhythm")


def test_a_pair_in_rhythm_is_on_track_and_silent_in_today(store):
    (pair,) = made(store, pairs=1).pairs
    add(store, *held(pair, *(date(2027, 2, 3) + timedelta(21 * number) for number in range(4))))

    found = strip(store)

    assert (found.state, words(found), found.gaps) == (StripState.ON_TRACK, "On track", ())
    assert not told(store, DAY, "rhythm")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (PairStatus.COMPLETED, "Ended"),
        (PairStatus.DISSOLVED, "Ended"),
        (PairStatus.ON_HOLD, "On hold"),
    ],
)
def test_a_pair_that_does_not_meet_is_not_late(store, status, said):
    (pair,) = made(store, pairs=1).pairs
    change(store, PairRecord, pair.id, status=status)

    assert words(strip(store)) == said


def test_the_next_conversation_is_like_the_last_and_is_the_planned_one_nearby(store):
    (pair,) = made(store, pairs=1).pairs
    first, second = strip(store, date(2027, 1, 12)).planned[:2]

    unlike = next_conversation(store, pair.id, first.day)
    change(store, PairRecord, pair.id, length_minutes=75, place="Library")
    agreed = next_conversation(store, pair.id, first.day)
    add(store, LogbookEntryRecord(pair_id=pair.id, meeting_id=first.meeting, held_on=first.day, minutes=50))
    change(store, MeetingRecord, first.meeting, status=MeetingStatus.HELD)
    after = next_conversation(store, pair.id, second.day - timedelta(3))

    assert (unlike.minutes, unlike.held_on, unlike.meeting) == (60, first.day, first.meeting)
    assert (agreed.minutes, agreed.place) == (75, "Library")
    assert (after.minutes, after.meeting) == (50, second.meeting)
    assert next_conversation(store, pair.id, second.day - timedelta(10)).meeting is None


def test_a_time_on_hold_is_no_silence_on_the_strip_nor_in_today(store):
    """Woken up long after the last conversation: the strip and Today say the same."""
    (pair,) = made(store, pairs=1).pairs
    last = DAY - timedelta(80)
    add(store, *held(pair, *(last - timedelta(21 * back) for back in range(2))))
    late = logbooks(store, None, today=DAY)[0].state
    assert told(store, DAY, "rhythm")
    assert late is StripState.LONG_SINCE

    add(store, HoldRecord(pair_id=pair.id, from_on=last + timedelta(1), due=Due.MOVES, resumed_on=DAY - timedelta(3)))

    assert not told(store, DAY, "rhythm")
    assert logbooks(store, None, today=DAY)[0].state is not StripState.LONG_SINCE
