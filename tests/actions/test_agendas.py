"""The programme of a joint meeting: filled, changed, put in order, and never over itself or out of its day."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.agendas import fill_from_kind, move_item, put_item, remove_item
from mentordesk.actions.meetings import cancel_meeting, move_meeting
from mentordesk.domain.agendas import Slot, check_place, gaps, next_place, shared_out, stepped
from mentordesk.domain.meetings import KINDS
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.gathering_programme import Speaker, speakers_named
from tests.actions.gathered import opened
from tests.counts import count

NB, EN = LanguageCode.NB, LanguageCode.EN


@pytest.fixture
def start_up(tmp_path):
    with opened(tmp_path / "gathered.mentordesk") as found:
        yield found


def said(refused):
    return catalog("en").say(refused.value.message).replace("\u202f", " ")


def put(start_up, title, begins, minutes, **more):
    values = {"day": 1, "titles": {NB: title}, "begins": begins, "minutes": minutes, **more}
    return put_item(start_up.store, start_up.meeting, **values)


def lines(start_up, day=1):
    return [
        (item.starts_at.strftime("%H:%M"), item.ends_at.strftime("%H:%M"), item.title.nb)
        for item in start_up.seen.items
        if item.day == day
    ]


def test_every_joint_kind_has_a_usual_programme():
    assert all(kind.agenda for kind in KINDS if kind.key != "interview" and kind.key != "pair_talk")


def test_the_usual_programme_lies_over_both_days_in_three_languages_and_is_one_change(start_up):
    assert fill_from_kind(start_up.store, start_up.meeting) == 8

    assert [len(lines(start_up, day)) for day in (1, 2)] == [4, 4]
    assert lines(start_up)[0][:2] == ("09:00", "10:30")
    assert lines(start_up)[2][0] == "12:45", "after lunch"
    first = start_up.seen.items[0].title
    assert first.nb
    assert first.sv
    assert len({first.nb, first.sv, first.en}) == 3
    with pytest.raises(Refused, match="already"):
        fill_from_kind(start_up.store, start_up.meeting)
    start_up.store.undo()
    assert start_up.seen.items == ()


def test_an_item_has_its_room_its_speakers_and_follows_the_meeting(start_up):
    known = start_up.people[0]
    speakers = speakers_named(start_up.store, start_up.made.programme, [known.name.lower(), "Professor Dahl", " "])
    assert speakers == (Speaker(known.person, known.name.lower()), Speaker(None, "Professor Dahl"))
    item = put(start_up, "Foredrag", time(10), 45, room="Sal 2", note="Film", speakers=speakers)

    (seen,) = start_up.seen.items
    assert (seen.id, seen.room, seen.note) == (item, "Sal 2", "Film")
    assert [speaker.name for speaker in seen.speakers] == [known.name, "Professor Dahl"]
    move_meeting(start_up.store, start_up.meeting, to=datetime(2027, 2, 9).date(), start=time(8))
    assert start_up.seen.items[0].starts_at == datetime(2027, 2, 9, 9)


def test_two_items_never_lie_over_each_other_and_the_sentence_says_what_is_free(start_up):
    put(start_up, "Velkommen", time(9), 60)
    put(start_up, "Grupper", time(13), 120)
    with pytest.raises(Refused) as refused:
        put(start_up, "Foredrag", time(12), 90)
    assert said(refused) == "Something else is planned then. Free are: 10:00 to 13:00 and 15:00 to 16:00."
    with pytest.raises(Refused) as refused:
        put(start_up, "Foredrag", time(15, 30), 60)
    assert said(refused).startswith("The day does not last that long. Free are: 10:00")
    with pytest.raises(Refused, match="at least one minute"):
        put(start_up, "Foredrag", time(12), 0)
    with pytest.raises(Refused, match="needs a title"):
        put(start_up, "  ", time(12), 10)
    put(start_up, "Foredrag", time(10), 180)
    put(start_up, "Slutt", time(15), 60)
    with pytest.raises(Refused, match="full"):
        put(start_up, "Mer", time(9), 10)
    assert len(start_up.seen.items) == 4


def test_an_item_is_changed_moved_removed_and_each_comes_back(start_up):
    first = put(start_up, "Velkommen", time(9), 30, speakers=[Speaker(None, "Dahl")])
    second = put(start_up, "Foredrag", time(9, 45), 60)

    move_item(start_up.store, start_up.meeting, second, step=-1)
    assert lines(start_up) == [("09:00", "10:00", "Foredrag"), ("10:15", "10:45", "Velkommen")]
    start_up.store.undo()
    assert lines(start_up)[0][2] == "Velkommen"
    for item, step in ((first, -1), (second, 1)):
        with pytest.raises(Refused, match="of the day"):
            move_item(start_up.store, start_up.meeting, item, step=step)
    put(start_up, "Velkommen!", time(14), 30, day=2, item=first)
    assert lines(start_up, 2) == [("14:00", "14:30", "Velkommen!")]
    assert start_up.seen.items[1].speakers == ()
    start_up.store.undo()
    assert start_up.seen.items[0].speakers == (Speaker(None, "Dahl"),)
    remove_item(start_up.store, start_up.meeting, first)
    assert len(lines(start_up)) == 1
    with pytest.raises(Refused, match="no longer"):
        remove_item(start_up.store, start_up.meeting, first)
    start_up.store.undo()
    assert start_up.seen.items[0].speakers == (Speaker(None, "Dahl"),)


def test_a_cancelled_meeting_keeps_its_programme(start_up):
    item = put(start_up, "Velkommen", time(9), 30)
    cancel_meeting(start_up.store, start_up.meeting)
    for act in (
        lambda: put(start_up, "Mer", time(12), 30),
        lambda: move_item(start_up.store, start_up.meeting, item, step=1),
        lambda: remove_item(start_up.store, start_up.meeting, item),
        lambda: fill_from_kind(start_up.store, start_up.meeting),
    ):
        with pytest.raises(Refused, match="cancelled"):
            act()


@settings(max_examples=count(150, 5_000), deadline=None)
@given(
    wanted=st.lists(st.tuples(st.integers(-30, 500), st.integers(0, 200)), max_size=12),
    minutes=st.integers(30, 480),
)
def test_whatever_is_put_and_moved_lies_within_the_day_and_apart(wanted, minutes):
    start, day = datetime(2027, 1, 26, 9), []
    for number, (begins_after, length) in enumerate(wanted):
        new = Slot(str(number), begins_after, length)
        try:
            check_place(new, day, start, minutes)
        except Refused:
            free = [
                minute for minute in range(minutes) if not any(s.begins_after <= minute < s.ends_after for s in day)
            ]
            covered = set(range(begins_after, begins_after + length))
            assert length == 0 or not covered <= set(free)
        else:
            day.append(new)
        for step in (-1, 1):
            if day:
                moved = {slot.item: slot for slot in stepped(day, day[0].item, step)}
                day = [moved.get(slot.item, slot) for slot in day]
        taken = [minute for slot in day for minute in range(slot.begins_after, slot.ends_after)]
        assert len(taken) == len(set(taken))
        assert all(0 <= minute < minutes for minute in taken)
        assert sum(gap.last - gap.first for gap in gaps(day, minutes)) == minutes - len(taken)
        place = next_place(day, minutes, 15)
        if any(gap.last - gap.first >= 15 for gap in gaps(day, minutes)):
            check_place(Slot("next", place, 15), day, start, minutes)


@pytest.mark.parametrize("days", [[420], [420, 420], [60], [5], [420, 60, 30]])
@pytest.mark.parametrize("number", [1, 3, 8])
def test_items_shared_out_keep_their_order_and_their_day(number, days):
    laid = shared_out(number, days)
    assert len(laid) == len(days)
    flat = [int(slot.item) for slots in laid for slot in slots]
    assert flat == sorted(flat)
    for slots, minutes in zip(laid, days, strict=True):
        for slot in slots:
            check_place(slot, [each for each in slots if each is not slot], datetime(2027, 1, 1, 8), minutes)
