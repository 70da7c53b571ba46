"""The lanes of the timeline: every kind of meeting has its place in one of them."""

from __future__ import annotations

import pytest

from mentordesk.domain.lanes import LANES, lane_of_deadline, lane_of_kind
from mentordesk.domain.meetings import KINDS
from mentordesk.domain.templates import template


@pytest.mark.parametrize("kind", [kind.key for kind in KINDS])
def test_every_kind_of_meeting_lies_in_exactly_one_lane(kind: str) -> None:
    assert [lane.key for lane in LANES if kind in lane.kinds] == [lane_of_kind(kind)]


def test_what_is_no_kind_has_no_lane() -> None:
    with pytest.raises(KeyError):
        lane_of_kind("party")


@pytest.mark.parametrize("key", ["nno", "nu"])
def test_every_deadline_of_a_template_lies_in_a_lane_by_its_name(key: str) -> None:
    for deadline in template(key).deadlines:
        assert [lane.key for lane in LANES if deadline.key in lane.deadlines] == [lane_of_deadline(deadline.key)]


def test_a_deadline_of_ones_own_lies_among_surveys_and_reports() -> None:
    assert lane_of_deadline("own") == "surveys"
