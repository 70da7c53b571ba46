"""Days in words: never negative, never further off than they are, and the nearest three by their names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.i18n.catalog import catalog
from tests.counts import count
from ui.widgets.due_words import due, when

TODAY = date(2026, 11, 23)
DAYS = st.integers(-4_000, 4_000)
LENGTHS = {"day": 1, "week": 7, "month": 30.4375, "year": 365.25}


def said(message, code="en"):
    return catalog(code).say(message)


@pytest.mark.parametrize(
    ("away", "en", "nb", "sv"),
    [
        (0, "today", "i dag", "i dag"),
        (1, "tomorrow", "i morgen", "i morgon"),
        (-1, "yesterday", "i går", "i går"),
        (2, "in 2 days", "om 2 dager", "om 2 dagar"),
        (21, "in 3 weeks", "om 3 uker", "om 3 veckor"),
        (-400, "13 months ago", "for 13 måneder siden", "för 13 månader sedan"),
        (800, "in 2 years", "om 2 år", "om 2 år"),
    ],
)
def test_days_are_said_as_people_say_them(away, en, nb, sv):
    message = when(TODAY + timedelta(away), TODAY)
    assert (said(message), said(message, "nb"), said(message, "sv")) == (en, nb, sv)


@pytest.mark.parametrize(("away", "en"), [(-1, "1 day late"), (-4, "4 days late"), (-30, "4 weeks late"), (0, "today")])
def test_what_is_due_and_was_not_done_is_late(away, en):
    assert said(due(TODAY + timedelta(away), TODAY)) == en


@settings(max_examples=count(200, 20_000), deadline=None)
@given(DAYS, st.sampled_from([when, due]), st.sampled_from(["nb", "sv", "en"]))
def test_no_count_is_negative_or_nothing_and_none_is_far_from_the_truth(away, words, code):
    message = words(TODAY + timedelta(away), TODAY)
    assert "-" not in said(message, code)
    if message.count is None:
        assert away in (-1, 0, 1)
        return
    assert message.count >= 1
    unit = next(length for name, length in LENGTHS.items() if name in message.text)
    assert abs(message.count * unit - abs(away)) <= unit
    assert ("in " in message.text) == (away > 0)


@settings(max_examples=count(200, 20_000), deadline=None)
@given(st.integers(0, 4_000))
def test_a_later_day_is_never_said_to_be_nearer(away):
    def length(days):
        message = when(TODAY + timedelta(days), TODAY)
        unit = next((length for name, length in LENGTHS.items() if name in message.text), 0)
        return (message.count or 0) * unit or days

    assert length(away + 1) >= length(away)
