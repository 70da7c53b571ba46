"""The plan of a term by keyboard: three gatherings, the start a week later, the pairs, the mid-term meeting moved."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mentordesk.sample.rounds import ROUNDS
from tests.ui.hands import find
from tests.ui.test_whole_job import chips, said

PAIRS = 32
MID_TERM = "Mid-term meeting"
GATHERINGS = ("Start-up meeting", MID_TERM, "Closing meeting")


def the_plan_as_it_lies(w):
    """The timeline in words holds every gathering; each lies on an open day of the week (R51, R52)."""
    w.tab("programme")
    w.key("Ctrl+1", "F9")
    rows = w.cells("timelineTable")
    said_of = [" ".join(row.values()) for row in rows]
    for title in GATHERINGS:
        assert any(title in each for each in said_of), title
    w.key("F9")


def a_week_later(w, begins):
    """What moves and what stays is seen before it is done, undone by one key and done again by one."""
    later = begins + timedelta(days=7)
    before = _days(w)
    w.key("Ctrl+M")
    w.tell("newStart", later.isoformat())
    w.key("Return")
    rows = [tuple(each.values()) for each in w.cells("planningTable")]
    assert {each for row in rows for each in row} >= {"Start-up meeting", "Moves"}
    assert _days(w, after="Esc") == before, "nothing is done yet"
    w.key("Ctrl+M")
    w.tell("newStart", later.isoformat())
    w.key("Return")
    w.key("Ctrl+Return")
    moved = _days(w)
    assert moved != before
    w.key("Ctrl+Z")
    assert _days(w) == before
    w.key("Ctrl+Y")
    assert _days(w) == moved


def _days(w, after=""):
    """The timeline's rows as they are read."""
    if after:
        w.key(after)
    w.key("F9")
    rows = [tuple(each.values()) for each in w.cells("timelineTable")]
    w.key("F9")
    return rows


def the_pairs(w):
    """The example's people come, are matched and approved: the pairs' conversations are planned with it."""
    w.tab("participants")
    w.do("importList")
    w.program.ask.answers.append(ROUNDS[0].shipped)
    w.do("importChoose")
    w.do("importRun")
    w.tab("matching")
    w.do("mainAction")
    assert "Proven best" in chips(w.program)
    w.do("mainAction")
    w.reads(f"All {PAIRS} pairs are approved")


def mid_term_to(w, day):
    """Found by the palette, moved by one key, taken back, and moved by its form to the day that was agreed (R50)."""
    before = to_meeting(w, MID_TERM)
    w.key("Alt+Right")
    assert said(w.program).startswith(f"Move “{MID_TERM}” to ")
    assert to_meeting(w, MID_TERM) != before
    w.key("Ctrl+Z")
    assert to_meeting(w, MID_TERM) == before
    w.key("Ctrl+M")
    w.tell("day", day.isoformat())
    w.key("Return")
    assert said(w.program).startswith(f"Move “{MID_TERM}” to ")
    assert f"{day.day} {day:%B} {day.year}" in to_meeting(w, MID_TERM)


def to_meeting(w, title):
    """Ctrl+K, some letters, Enter; answers what the pane beside the calendar says of it then."""
    w.key("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), f"#{title}")
    QTest.qWait(150)  # the palette waits for whoever goes on typing
    w.settle()
    w.key("Return")
    assert w.text("itemTitle") == title
    return "\n".join(each.text() for each in find(w.program.window, "details").findChildren(QLabel) if each.isVisible())
