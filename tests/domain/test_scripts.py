"""The scripts for every, the first, the third and the last conversation (R63), point for point."""

from __future__ import annotations

import pytest

from mentordesk.domain.meetings import KINDS
from mentordesk.domain.scripts import SCRIPTS, script_of
from mentordesk.i18n.catalog import catalog

AHEAD = ("plan-ahead", "neutral-place", "send-topic", "agree-agenda", "prepared")
OPENING = ("look-back", "check-in", "last-conclusions")
MAIN = ("mentee-steers", "one-theme", "in-confidence", "keep-time")
CLOSING = ("next-steps", "check-out")
GOING_ON = ("value-question", "right-to-stop", "next-day")
POINTS = {
    "first": (
        *("plan-ahead", "neutral-place", "checklist"),
        *("where-and-how-often", "background", "needs", "areas-first", "ground-rules"),
        *(*CLOSING, *GOING_ON, "summary"),
    ),
    "every": (*AHEAD, *OPENING, *MAIN, *CLOSING, *GOING_ON, "summary"),
    "third": (*AHEAD, *OPENING, *MAIN, "analysis", *CLOSING, *GOING_ON, "summary"),
    "last": (*AHEAD, *OPENING, "evaluate", "lessons", "keep-in-touch", *CLOSING, "summary"),
}


def test_the_ids_of_each_script_never_change():
    assert {key: tuple(point.id for point in script.points) for key, script in SCRIPTS.items()} == POINTS


@pytest.mark.parametrize("code", ["nb", "sv"])
def test_every_point_is_said_in_each_language(code):
    said = [(point.heading, point.sentence) for script in SCRIPTS.values() for point in script.points]

    assert [one.text for pair in said for one in pair if catalog(code).say(one) == one.text] == []


def test_every_conversation_in_the_calendar_has_its_script():
    assert {kind.script for kind in KINDS if kind.script} == set(SCRIPTS)


@pytest.mark.parametrize(
    ("kind", "held", "key"),
    [
        (None, 0, "first"),
        (None, 1, "every"),
        (None, 2, "third"),
        ("conversation", 2, "third"),
        ("conversation", 7, "every"),
        ("conversation_last", 7, "last"),
        ("conversation_first", 3, "first"),
    ],
)
def test_the_calendar_says_which_one_is_next_and_else_the_count(kind, held, key):
    assert script_of(kind, held).key == key
