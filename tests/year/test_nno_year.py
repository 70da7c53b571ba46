"""A Norwegian cohort day by day: every breach of a rule is told when it is due, with its figures; nothing else is."""

from __future__ import annotations

import pytest

from mentordesk.domain import alerts
from tests.counts import count
from tests.year.lived import Lived
from tests.year.requirements import NOT_IN_THE_STORY, ONLY_IN_NU, RULES

pytestmark = pytest.mark.timeout(count(240, 36_000))


def test_today_says_what_the_requirements_ask_and_nothing_else(nno_year: tuple[Lived, ...]) -> None:
    assert [line for lived in nno_year for line in lived.differences] == []


def test_every_rule_is_broken_at_some_time(nno_year: tuple[Lived, ...]) -> None:
    """Or the comparison would say nothing about it."""
    broken = {each.alert for lived in nno_year for each in lived.wanted}

    assert {rule.alert for rule in RULES} - broken <= ONLY_IN_NU


def test_no_alert_escapes_the_comparison() -> None:
    keys = {each.key for name in alerts.__all__ if name.endswith("_ALERTS") for each in getattr(alerts, name)}

    assert keys <= {rule.alert for rule in RULES} | set(NOT_IN_THE_STORY)
