"""Meetings are added, moved and cancelled in one step each, which undo takes back to the last row."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.meetings import add_meeting, cancel_meeting, move_meeting
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.agenda import MeetingRow, agenda
from mentordesk.queries.calendar import meeting_calendar
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import MeetingRecord, PairRecord
from tests.counts import count
from tests.queries.small_programme import NOON, change, made


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """One file for all examples: each leaves it as it found it."""
    path = tmp_path_factory.mktemp("planned") / "kull.mentordesk"
    with open_store(path, create=True, clock=lambda: NOON) as store:
        made(store, pairs=1)
        yield store


def rows(store, **wanted) -> list[MeetingRow]:
    found = agenda(store, None, first=date(2026, 1, 1), last=date(2029, 12, 31)).rows
    meetings = [row for row in found if isinstance(row, MeetingRow)]
    return [row for row in meetings if all(getattr(row, name) == value for name, value in wanted.items())]


def undo_name(store) -> str:
    name = store.undo_name()
    return catalog("en").say(name) if name else ""


def test_all_days_of_a_meeting_move_and_keep_times_and_distance(store):
    made(store)
    before = rows(store, kind="start_up")

    move_meeting(store, before[0].meeting, to=date(2027, 3, 3))

    after = rows(store, kind="start_up")
    assert [row.day for row in after] == [date(2027, 3, 3), date(2027, 3, 4)]
    assert [(row.starts_at.time(), row.ends_at.time()) for row in after] == [
        (row.starts_at.time(), row.ends_at.time()) for row in before
    ]
    assert undo_name(store) == "Move “Start-up meeting” to 3 Mar 2027"


def test_a_new_hour_moves_both_ends(store):
    made(store)
    first = rows(store, kind="start_up")[0]

    move_meeting(store, first.meeting, to=first.day, start=time(10, 30))

    after = rows(store, kind="start_up")
    assert {row.starts_at.time() for row in after} == {time(10, 30)}
    assert {row.ends_at - row.starts_at for row in after} == {first.ends_at - first.starts_at}


def test_calendars_learn_of_a_move_and_of_a_cancelling(store):
    made(store)
    meeting = rows(store, kind="mid_term")[0].meeting

    move_meeting(store, meeting, to=date(2027, 9, 1))
    cancel_meeting(store, meeting)

    (event,) = meeting_calendar(store, meeting).events
    assert (event.sequence, event.cancelled, event.last_modified) == (2, True, NOON)


def test_a_move_to_where_it_lies_leaves_no_trace(store):
    made(store)
    first = rows(store, kind="start_up")[0]
    before = undo_name(store)

    move_meeting(store, first.meeting, to=first.day, start=first.starts_at.time())

    assert undo_name(store) == before


def test_an_hour_that_the_clock_skips_is_refused_with_the_next_that_exists(store):
    made(store)
    meeting = rows(store, kind="conversation")[0].meeting
    before = signature(store)

    with pytest.raises(Refused) as no:
        move_meeting(store, meeting, to=date(2027, 3, 28), start=time(2, 30))

    assert "03:00" in catalog("en").say(no.value.message)
    assert signature(store) == before


@pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.CANCELLED])
@pytest.mark.parametrize("act", [cancel_meeting, lambda *given: move_meeting(*given, to=date(2027, 9, 1))])
def test_what_was_held_or_cancelled_stays(store, status, act):
    made(store)
    meeting = rows(store, kind="mid_term")[0].meeting
    change(store, MeetingRecord, meeting, status=status)

    with pytest.raises(Refused):
        act(store, meeting)


def test_a_meeting_is_added_where_and_when_it_was_drawn(store):
    whole = made(store)
    slot = {"day": date(2027, 9, 7), "start": time(13), "end": time(14, 30)}

    talk = add_meeting(
        store, programme=whole.programme, kind="pair_talk", title="", place=" Room  2 ", pair=whole.pairs[0].id, **slot
    )
    joint = add_meeting(store, programme=whole.programme, kind="mid_term", title="Theatre", **slot)

    (row,) = rows(store, meeting=talk)
    assert (row.starts_at, row.ends_at) == (datetime(2027, 9, 7, 13), datetime(2027, 9, 7, 14, 30))
    assert (row.place, row.who, row.status) == ("Room 2", "Mentee 1 – Mentor 1", MeetingStatus.PLANNED)
    assert catalog("nb").say(rows(store, meeting=joint)[0].title) == "Theatre"
    assert undo_name(store) == "Add “Theatre” on 7 Sept 2027"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": "conversation", "title": "My boss"}, "no title"),
        ({"kind": "conversation", "pair": None}, "Choose the pair"),
        ({"kind": "mid_term"}, "joint meeting"),
        ({"end": time(13)}, "ends before"),
        ({"day": date(2027, 3, 28), "start": time(2), "end": time(4)}, "clock is put forward"),
        ({"day": date(1027, 3, 1)}, "far from our time"),
        ({"title": "x" * 300}, "characters"),
    ],
)
def test_what_cannot_be_added_is_refused_and_leaves_nothing(store, wrong, why):
    whole = made(store)
    before = signature(store)
    given_ = {
        "programme": whole.programme,
        "kind": "pair_talk",
        "title": "",
        "day": date(2027, 9, 7),
        "start": time(13),
        "end": time(14),
        "pair": whole.pairs[0].id,
    }

    with pytest.raises(Refused) as no:
        add_meeting(store, **(given_ | wrong))

    assert why in catalog("en").say(no.value.message)
    assert signature(store) == before


def test_nothing_is_planned_for_a_pair_that_ended(store):
    whole = made(store)
    pair = whole.pairs[0].id
    change(store, PairRecord, pair, status=PairStatus.COMPLETED)

    with pytest.raises(Refused, match="has ended"):
        add_meeting(
            store,
            programme=whole.programme,
            kind="pair_talk",
            title="",
            day=date(2027, 9, 7),
            start=time(13),
            end=time(14),
            pair=pair,
        )


@settings(max_examples=count(40, 2_000), deadline=None)
@given(data=st.data())
def test_undo_takes_any_move_back_and_redo_makes_it_again(planned, data):
    store = planned
    meetings = sorted({row.meeting for row in rows(store)})
    before = signature(store)

    to = data.draw(st.dates(date(2027, 1, 1), date(2028, 12, 31)))
    start = data.draw(st.none() | st.times())
    try:
        move_meeting(store, data.draw(st.sampled_from(meetings)), to=to, start=start)
    except Refused:
        assert signature(store) == before
        return

    after = signature(store)
    if after != before:
        store.undo()
        assert signature(store) == before
        store.redo()
        assert signature(store) == after
        store.undo()
