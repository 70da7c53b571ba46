"""The order in which applicants are looked at, and how places are counted."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.criteria import Criterion, Evidence, Finding, Measure, Standing
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.programmes import PriorityGroup
from mentordesk.domain.selecting import Place, counted, group_of, in_line, order
from mentordesk.domain.templates import template
from mentordesk.i18n.message import Wording, msg

DAY = date(2027, 1, 11)
STATUS = ParticipationStatus.RECEIVED


def finding(standing):
    criterion = Criterion("own", Role.MENTEE, Measure.OWN, Wording.everywhere("Own"))
    return Finding(criterion, standing, msg("noted by the team: yes"))


PLACES = st.builds(
    Place,
    id=st.uuids().map(str),
    status=st.just(STATUS),
    findings=st.lists(st.sampled_from(Standing).map(finding), max_size=4).map(tuple),
    since=st.integers(0, 40).map(lambda days: DAY + timedelta(days=days)),
    group=st.none() | st.integers(0, 2),
    waits_from_last_round=st.booleans(),
    waiting_rank=st.none() | st.integers(1, 5),
)


@given(st.lists(PLACES, max_size=12), st.randoms(use_true_random=False))
def test_the_order_hangs_on_the_applicants_alone(places, chance):
    """Whoever comes first in the list given: the same people are looked at in the same order, nobody lost."""
    turned = list(places)
    chance.shuffle(turned)

    assert order(turned) == order(places)
    assert sorted(order(places), key=id) == sorted(places, key=id)


@given(st.lists(PLACES, max_size=12))
def test_nobody_is_before_somebody_who_has_more_to_be_first_by(places):
    found = order(places)

    for before, after in pairwise(found):
        assert before.waits_from_last_round >= after.waits_from_last_round
        if before.waits_from_last_round is not after.waits_from_last_round:
            continue
        ours, theirs = (9 if each.group is None else each.group for each in (before, after))
        assert ours <= theirs
        if ours == theirs:
            assert (-before.met, before.since) <= (-after.met, after.since)


@given(st.lists(PLACES, max_size=12))
def test_a_waiting_list_never_changes_the_places_of_those_who_have_one(places):
    found = in_line(places)

    ranks = [each.waiting_rank for each in found]
    ranked = [rank for rank in ranks if rank is not None]
    assert ranks[: len(ranked)] == sorted(ranked)
    assert set(found) == set(places)


def test_a_capacity_is_for_mentees_and_can_be_exceeded():
    settings = template("nno")
    taken = [ParticipationStatus.SELECTED] * 33 + [ParticipationStatus.WAITING]

    seats = counted(settings, Role.MENTEE, taken)

    assert (seats.capacity, seats.taken, seats.left) == (32, 33, -1)
    assert counted(settings, Role.MENTOR, taken).left is None


def test_somebody_of_whom_nothing_is_known_is_of_no_group():
    newest = PriorityGroup("newest", Role.MENTEE, Wording.everywhere("New"), Measure.NEW_IN_LEADERSHIP, 12)

    def group(since, role=Role.MENTEE):
        return group_of((newest,), Evidence(role, leadership_since=since), DAY)

    assert group(DAY - timedelta(days=30)) == 0
    assert group(DAY - timedelta(days=900)) is None
    assert group(None) is None
    assert group(DAY - timedelta(days=30), Role.MENTOR) is None
