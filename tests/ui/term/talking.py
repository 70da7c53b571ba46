"""Conversations and pair talks of a term by keyboard: four keys for a conversation, three answers for a talk."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.ui.test_whole_job import said

THREE = 3


def conversations(w):
    """A pair, then Ctrl+N and Enter: day and length are there already (ux.md 5.6, U7)."""
    w.tab("logbooks")
    for at in range(THREE):
        w.choose("pairStrips", at)
        w.settle()
        w.key("Ctrl+N")
        w.key("Return")
        assert said(w.program).startswith("Register ")
        w.reads("1 conversation")


def talks(w):
    """Three answers by the arrows; what is not good needs an issue, which the team finds on its list (R64, R4)."""
    w.tab("logbooks")
    w.key("Ctrl+3")
    w.key("Ctrl+N")
    assert QApplication.focusWidget().objectName() == "talkHeldOn"
    w.select("talkGoals", 1)
    w.select("talkCollaboration", 3)
    w.select("talkChallenges", 1)
    w.key("Ctrl+Return")
    w.reads("The collaboration is not good, so something is difficult.")
    w.select("talkChallenges", 2)
    w.tell("talkIssues", "Too little time")
    w.key("Ctrl+Return")
    w.reads("Too little time")
    w.tab("programme")
    w.key("Ctrl+4")
    w.stop_at("teamPeople")
    w.key("Right", "Right", "Right")
    assert [each for each in w.cells("issueTable") if "Too little time" in each.values()]
