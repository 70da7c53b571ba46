"""The mid-term meeting by keyboard, from its page to the follow-up of who was absent (R53, R54)."""

from __future__ import annotations

from tests.ui.term.planning import MID_TERM, to_meeting
from tests.ui.term.today import show_all, tasks

PEOPLE = 62  # 32 mentees, and the 30 mentors who have one
SOME = 6


def attendance(w):
    """Two are absent, some are noted by Space, the others all at once; the count is said in words."""
    to_meeting(w, MID_TERM)
    w.key("Ctrl+Return")
    assert w.text("gatheringTitle") == MID_TERM
    w.stop_at("attendanceTable")
    w.key("Home", "A", "A", *["Space"] * SOME)
    assert w.text("attendanceCount") == f"{SOME} of {PEOPLE} present, 2 absent, {PEOPLE - 2 - SOME} not noted"
    w.do("noteAll")
    assert w.text("attendanceCount") == f"{PEOPLE - 2} of {PEOPLE} present, 2 absent"
    w.key("Ctrl+H")
    w.reads("Note as not held")


def absent(w):
    """Who was absent stands on Today until somebody has spoken with them."""
    assert _on_today(w), "nobody asks after the two"
    to_meeting(w, MID_TERM)
    w.key("Ctrl+Return")
    w.stop_at("attendanceTable")
    w.key("Home", "Shift+Down")
    w.key("Ctrl+Return")
    w.key("Esc")
    assert not _on_today(w)


def _on_today(w):
    """Today's lines about who was absent."""
    w.tab("today")
    show_all(w)
    return [words for words in tasks(w) if MID_TERM in words and "absent" in words]
