"""The book: in the library, with two of the mentees, and on Today when it should be back (R66)."""

from __future__ import annotations

from datetime import timedelta

from tests.ui.paperwork.story import DAY, view
from tests.ui.term.today import tasks

BOOK = "Lede andre"
LENT = timedelta(days=40)  # ten days too long


def book(w):
    """Added with its copies, and handed out to the first two it is for."""
    view(w, "library")
    w.key("Ctrl+N")
    w.tell("itemTitle", BOOK)
    w.tell("itemCopies", "3")
    w.key("Ctrl+Return")
    assert w.cells("libraryTable")[0]["Title"] == BOOK
    w.stop_at("libraryTable")
    w.key("Ctrl+Return", "Shift+Down", "Space")
    assert w.text("handOutCount") == "2 people get it; 3 copies are left now."
    w.tell("dueOn", (DAY + timedelta(days=30)).isoformat())
    w.key("Ctrl+Return")
    w.key("Ctrl+PgDown")
    assert len(w.cells("loanTable")) == 2


def overdue(w):
    """Another day it stands on Today, which leads to who has it; what is back stands there no more."""
    w.tab("today")
    line = next(at for at, words in enumerate(tasks(w)) if f"2 copies of “{BOOK}” should be back." in words)
    w.choose("taskList", line)
    w.key("Return")
    assert w.program.workplace.current == "documents"
    w.reads("2 copies should be back.")
    w.key("Ctrl+Return")
    w.tab("today")
    assert not any(BOOK in words for words in tasks(w))
