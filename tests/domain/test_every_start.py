"""Every start date of ten years, in both countries: each rule of test_plan, and of what a pair gets, holds on all."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.plan import Plan, plan
from mentordesk.domain.programmes import ProgrammeSettings
from tests.counts import count
from tests.domain import test_plan
from tests.domain.test_pair_plan import after_start_up
from tests.domain.test_plan import NNO, NU

FIRST, LAST = date(2026, 1, 1), date(2035, 12, 31)
EVERY = [FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1)]
# Weeks 53, a leap day, both ends of years, the Sundays on which the clocks change, a year without Whit Monday in May.
HARD = [
    *(date(2026, 12, 28), date(2027, 1, 3), date(2032, 12, 27), date(2033, 1, 2), date(2028, 2, 29), date(2032, 2, 29)),
    *(date(2026, 12, 31), date(2027, 1, 1), date(2035, 12, 31), date(2026, 3, 29), date(2026, 10, 25)),
    *(date(2035, 3, 25), date(2029, 4, 1), date(2031, 6, 2)),
]
RULES = (
    test_plan.test_nothing_falls_on_a_free_day,
    test_plan.test_all_is_there_as_often_as_the_template_says,
    test_plan.test_meetings_lie_inside_the_programme_and_closing_leaves_the_last_day,
    test_plan.test_meetings_keep_their_order_and_never_share_a_day,
    test_plan.test_a_meeting_of_several_days_stays_on_days_in_a_row_in_one_week,
    test_plan.test_what_moved_moved_in_its_direction_to_the_nearest_open_day,
    test_plan.test_a_deadline_never_moves_later_and_only_for_a_reason,
    test_plan.test_semesters_are_equal_and_follow_one_another_from_the_first_day_to_the_last,
    test_plan.test_a_window_for_talks_is_never_longer_than_the_template_says,
)
COUNTRIES = [
    pytest.param(
        replace(template, country=other.country, avoided=other.avoided), id=f"{template.template}-{other.country}"
    )
    for template in (NNO, NU)
    for other in (NNO, NU)
]


def some(of: ProgrammeSettings) -> Sequence[date]:
    """One of twelve days, others for each template and country; all of them in the long run."""
    days = random.Random(f"{of.template} {of.country}").sample(EVERY, count(len(EVERY) // 12, len(EVERY)))
    return sorted({*days, *HARD})


@pytest.mark.parametrize("chosen", COUNTRIES)
def test_every_rule_holds_whenever_the_programme_starts(
    chosen: ProgrammeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: dict[date, Plan] = {}

    def once(of: ProgrammeSettings, start: date) -> Plan:
        """Each rule asks for the same plan."""
        assert of is chosen
        if start not in laid:
            laid.clear()
            laid[start] = plan(of, start)
        return laid[start]

    monkeypatch.setattr(test_plan, "plan", once)
    free = FreeDays(chosen.country, chosen.avoided)
    for start in some(chosen):
        for rule in RULES:
            rule.hypothesis.inner_test(chosen, start)  # type: ignore[attr-defined]  # what @given has wrapped
        of_pair = after_start_up(chosen, start)
        assert len(of_pair) >= chosen.conversations.minimum, start
        assert all(free.why(meeting.first_day) is None for meeting in of_pair), start
