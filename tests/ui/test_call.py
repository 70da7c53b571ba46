"""The call and a requirement of the team's own, made in the real window by keyboard alone (NNO)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.ui.recruiter import (
    Walker,
    begin,
    place_of,
    said_day,
)
from tests.ui.test_whole_job import said
from ui.programme.views import VIEWS, keys_of


@pytest.fixture
def walker(program_in, calm):
    return lambda code: Walker(program_in(code), calm)


@pytest.mark.timeout(600)
def test_a_call_goes_out_and_a_requirement_is_added(walker, tmp_path):
    today = datetime.now().astimezone().date()
    w = walker("en")
    begin(w, "template_nno", "Cohort 2027", today + timedelta(days=120), tmp_path / "nno.mentordesk")
    _call(w, today)
    _requirements(w)


def view_key(key):
    """The keys that lead to a view of the Programme page."""
    return next(keys_of(entry) for entry in VIEWS if entry.key == key)


def _call(w, today):
    """Both days, both texts and a channel (A1)."""
    w.tab("programme")
    w.stop_at("timelineView")
    w.key(view_key("call"))
    opens, closes = today - timedelta(days=20), today + timedelta(days=10)
    w.tell("opensOn", opens.isoformat())
    w.tell("closesOn", closes.isoformat())
    w.tell("callText_nb", "Søk om plass i kullet.")
    w.tell("callText_en", "Apply for a place in the cohort.")
    w.key("Ctrl+N")
    w.tell("channelName", "Sykepleien")
    w.tell("channelPublished", today.isoformat())
    w.key("Ctrl+Return")
    w.reads("1 channel", said_day(opens), said_day(closes))
    assert [each["Channel"] for each in w.cells("channelTable")] == ["Sykepleien"]


def _requirements(w):
    """One of the team's own comes, goes, comes back and is removed (A2)."""
    w.key(view_key("requirements"))
    asked = len(w.cells("criteriaList"))
    w.key("Ctrl+N")
    w.tell("criterionTitle_nb", "Lederen dekker samlingene")
    w.tell("criterionTitle_en", "The manager covers the joint meetings")
    w.select("criterionMeasure", place_of(w, "criterionMeasure", "Yes or no, noted by the team"))
    w.select("criterionGate", place_of(w, "criterionGate", "Selection"))
    w.key("Ctrl+Return")
    assert said(w.program) == "Add the requirement “The manager covers the joint meetings”"
    assert len(w.cells("criteriaList")) == asked + 1
    w.key("Ctrl+Z")
    assert len(w.cells("criteriaList")) == asked
    w.key("Ctrl+Y")
    assert len(w.cells("criteriaList")) == asked + 1
    at = next(at for at, each in enumerate(w.cells("criteriaList")) if each["Requirement"].startswith("The manager"))
    w.choose("criteriaList", at)
    w.key("Delete")
    assert said(w.program) == "Remove the requirement “The manager covers the joint meetings”"
    assert len(w.cells("criteriaList")) == asked
