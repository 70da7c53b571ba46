"""A programme planned again: nothing moves without cause, what was held stays, and there and back is as before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count as numbers

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.pair_plan import conversations, pair_talks, time_of_pair
from mentordesk.domain.plan import PlannedDeadline, PlannedMeeting, plan
from mentordesk.domain.planned_again import PairThere, TalkThere, group_of, plan_from
from mentordesk.domain.programmes import ProgrammeSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.replan import Because, Group, Replan, Standing, Wanted, all_of, count_groups, replan
from mentordesk.i18n.message import msg
from tests.counts import count
from tests.domain.test_plan import NNO, NU

START, LONG_AGO = date(2027, 1, 18), date(2020, 1, 1)
starts = st.dates(date(2026, 1, 1), date(2034, 12, 31))
some = settings(max_examples=count(25, 800), deadline=None)
_TALKS = "pair_talk"


class File:
    """What a file would hold: laid out as actions lay it out, moved as a replan says."""

    def __init__(self, chosen: ProgrammeSettings, start: date, pairs: int = 0, approved_on: date | None = None) -> None:
        self.chosen, self.start = chosen, start
        self.approved_on = approved_on or start
        self._ids = numbers(1)
        self.things: dict[str, Standing] = {}
        laid = plan(chosen, start)
        for meeting in laid.meetings:
            self.add(group_of(chosen, meeting.key, None, meeting.semester), meeting)
        for deadline in laid.deadlines:
            self.add(Group(deadline.key, deadline=True), deadline)
        theirs = time_of_pair(chosen, start, self.approved_on)
        own = theirs.laid
        self.pairs = [f"pair {turn}" for turn in range(pairs)]
        for turn, pair in enumerate(self.pairs):
            for one in conversations(chosen, own.starts_on, own.ends_on, theirs.first_after, busy=own.taken):
                self.add(Group("conversation", pair=pair), one)
            for talk in pair_talks(chosen, own, turn, not_before=self.approved_on):
                self.add(group_of(chosen, talk.key, pair, talk.semester), talk)

    def add(self, group: Group | None, planned: PlannedMeeting | PlannedDeadline) -> None:
        new = f"{next(self._ids):05}"
        self.things[new] = standing(new, group, planned)

    def pairs_there(self) -> list[PairThere]:
        return [
            PairThere(
                pair,
                self.approved_on,
                tuple(
                    TalkThere(each.id, each.group.entry, each.group.semester, each.days[0][0])
                    for each in self.things.values()
                    if each.group and each.group.pair == pair and each.group.semester and each.days
                ),
            )
            for pair in self.pairs
        ]

    def again(self, start: date, today: date = LONG_AGO, leave: Sequence[str] = ()) -> Replan:
        there = self.pairs_there()
        wanted = plan_from(self.chosen, start, there, now=self.start).wanted
        before = plan_from(self.chosen, self.start, there, now=self.start).wanted
        return replan(tuple(self.things.values()), wanted, before=count_groups(before), today=today, leave=leave)

    def move(self, start: date) -> None:
        found = self.again(start)
        for each in found.moves:
            self.things[each.standing.id] = standing(each.standing.id, each.wanted.group, each.wanted.planned)
        for one in found.gone:
            self.things[one.id] = replace(one, fixed=Because.CANCELLED)
        for new in found.new:
            self.add(new.group, new.planned)
        self.start = start

    def days(self) -> list[tuple[str, object]]:
        """Of all that isn't cancelled."""
        valid = [each for each in self.things.values() if each.fixed is not Because.CANCELLED]
        return sorted((str(each.group), each.days or each.day) for each in valid)


def standing(number: str, group: Group | None, planned: PlannedMeeting | PlannedDeadline) -> Standing:
    if isinstance(planned, PlannedDeadline):
        return Standing(number, group, planned.title, planned.day)
    return Standing(number, group, planned.title, planned.first_day, planned.days)


@some
@given(chosen=st.sampled_from([NNO, NU]), start=starts, late=st.integers(-60, 300))
def test_planned_again_from_the_same_day_nothing_moves(chosen: ProgrammeSettings, start: date, late: int) -> None:
    file = File(chosen, start, pairs=3, approved_on=start + timedelta(late))
    assert file.again(start) == Replan()


@some
@given(chosen=st.sampled_from([NNO, NU]), start=starts, by=st.integers(-400, 400))
def test_moved_it_lies_as_if_it_had_been_planned_there(chosen: ProgrammeSettings, start: date, by: int) -> None:
    file = File(chosen, start, pairs=2, approved_on=date(2020, 1, 1))
    file.move(start + timedelta(by))
    assert file.days() == File(chosen, start + timedelta(by), pairs=2, approved_on=date(2020, 1, 1)).days()


@some
@given(chosen=st.sampled_from([NNO, NU]), start=starts, by=st.integers(-400, 400))
def test_there_and_back_all_lies_as_before(chosen: ProgrammeSettings, start: date, by: int) -> None:
    file = File(chosen, start, pairs=2, approved_on=date(2020, 1, 1))
    before = file.days()
    file.move(start + timedelta(by))
    file.move(start)
    assert file.days() == before
    assert file.again(start).moves == ()


@some
@given(data=st.data(), start=starts, by=st.integers(-200, 200), waits=st.integers(-300, 300))
def test_what_is_fixed_stays_and_says_why_and_nothing_moves_to_a_day_that_is_over(
    data: st.DataObject, start: date, by: int, waits: int
) -> None:
    file, today = File(NNO, start, pairs=1), start + timedelta(waits)
    chosen = data.draw(st.dictionaries(st.sampled_from(sorted(file.things)), st.sampled_from(list(Because)[:5])))
    for number, because in chosen.items():
        file.things[number] = replace(file.things[number], fixed=because)
    found = file.again(start + timedelta(by), today)
    stayed = {each.standing.id: each.because for each in found.stays}
    assert chosen.items() <= stayed.items()
    assert all(each.wanted.day >= today for each in found.moves)
    assert all(each.day >= today for each in found.new)
    told = [each.id for each in all_of(found)]
    assert len(told) == len(set(told)), "each is said one thing of"
    assert set(told) <= set(file.things)
    assert all(each.standing.day != each.wanted.day or each.standing.days for each in found.moves)


@some
@given(start=starts, by=st.integers(-200, 200), data=st.data())
def test_what_is_left_where_it_is_does_not_move_anything_else(start: date, by: int, data: st.DataObject) -> None:
    file = File(NNO, start, pairs=1)
    whole = file.again(start + timedelta(by))
    leave = data.draw(st.lists(st.sampled_from(sorted(file.things)), max_size=5))
    partly = file.again(start + timedelta(by), leave=leave)
    assert partly.moves == tuple(each for each in whole.moves if each.standing.id not in leave)


@settings(max_examples=count(10, 200), deadline=None)
@given(start=starts, by=st.integers(-100, 100))
def test_no_two_talks_meet_after_a_move(start: date, by: int) -> None:
    file = File(NNO, start, pairs=30)
    file.move(start + timedelta(by))
    talks = [each.days[0] for each in file.things.values() if each.group and each.group.entry == _TALKS and each.days]
    assert len(set(talks)) == len(talks) == 90


def test_a_cancelled_conversation_in_the_middle_keeps_its_place_among_the_others() -> None:
    file = File(NNO, START, pairs=1)
    fifth = sorted(each.id for each in file.things.values() if each.group and each.group.entry == "conversation")[4]
    file.things[fifth] = replace(file.things[fifth], fixed=Because.CANCELLED)
    before = file.days()
    assert file.again(START).moves == file.again(START).new == ()
    file.move(START + timedelta(7))
    file.move(START)
    assert file.days() == before


def test_a_talk_outside_the_line_is_nobodys_place() -> None:
    file = File(NNO, START, pairs=1)
    talk = next(each for each in file.things.values() if each.group and each.group.entry == _TALKS)
    odd = tuple((begin + timedelta(minutes=7), end + timedelta(minutes=7)) for begin, end in talk.days)
    file.things[talk.id] = replace(talk, days=odd)
    found = plan_from(NNO, START + timedelta(7), file.pairs_there(), now=START)
    assert found.placeless == {talk.id}


def test_what_no_plan_made_is_told_to_stay() -> None:
    file = File(NU, date(2027, 2, 1))
    file.things["own"] = Standing("own", None, msg("Interview"), date(2027, 3, 1))
    found = file.again(date(2027, 3, 1))
    assert [(each.standing.id, each.because) for each in found.stays] == [("own", Because.OWN)]
    assert found.changes == len(found.moves) == len(file.things) - 1


def test_a_start_that_finds_no_day_is_refused_before_anything_is_done() -> None:
    file = File(replace(NNO, months=1, semesters=1), date(2027, 2, 1))
    with pytest.raises(Refused):
        file.again(date(2027, 7, 5))


def test_a_moved_meeting_says_what_pushed_it() -> None:
    file = File(NNO, START)
    moved = file.again(START + timedelta(6)).moves  # a Sunday
    training = next(each for each in moved if each.wanted.group.entry == "mentor_training")
    assert (training.wanted.day, training.why) == (date(2027, 1, 25), msg("a Sunday"))


def test_fewer_wanted_are_told_as_gone_the_last_ones() -> None:
    one, two = (Standing(str(n), Group("round"), msg("Conversation"), START + timedelta(n)) for n in (1, 2))
    kept = PlannedDeadline("round", NNO.deadlines[0].title, one.day, one.day)
    found = replan((two, one), (Wanted(Group("round"), kept),), before={Group("round"): 2}, today=LONG_AGO)
    assert found == Replan(gone=(two,))
