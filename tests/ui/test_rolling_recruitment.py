"""NU's rolling intake walked in the Swedish window by keyboard alone; what a person sees is asserted at each step.

The notice of a new manager by the palette, Today's task and its end, the introduction, a referral, a requirement from
unknown to met, the selection, somebody of the bank asked whether they stay, and a restricted person. Units, comparing
and the report on a person are walked in their rooms' own tests.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication

from tests.recruitment import MENTORS, mentors_as_pasted
from tests.ui.hands import find
from tests.ui.recruiter import Walker, begin, decide, go_to_person, mark, row_of, seats
from tests.ui.test_whole_job import chips, said


@pytest.fixture
def walker(program_in, calm):
    return lambda code: Walker(program_in(code), calm)


@pytest.mark.timeout(600)
def test_nu_from_the_notice_to_a_selected_manager(walker, tmp_path):
    today = datetime.now().astimezone().date()
    w = walker("sv")
    begin(w, "template_nu", "NU", today - timedelta(days=30), tmp_path / "nu.mentordesk")
    _notice(w, "Åsa", "Nilsson", today)
    assert "Enter: Erbjud en mentor" in _tasks(w)
    _answers(w)
    assert "Enter: Erbjud en mentor" not in _tasks(w)
    _referral(w, today)
    _rolling_selection(w)
    _stays_in_the_bank(w, today)
    _restricted(w)


def _tasks(w):
    """What Today asks for, as it is read (B2)."""
    w.tab("today")
    shown = find(w.program.window, "taskList")
    assert isinstance(shown, QAbstractItemView)
    model = shown.model()
    said_of = Qt.ItemDataRole.AccessibleTextRole
    return "\n".join(str(model.index(at, 0).data(said_of)) for at in range(model.rowCount()))


def _answers(w):
    """The offer and its answer; the introduction ticks by itself what is known, and the rest by Space (B3)."""
    w.tab("participants")
    go_to_person(w, "Åsa Nilsson")
    w.part("Ansökan")
    w.reads("Anställd av Bengt Ek", "Ingen mentor har erbjudits ännu")
    w.do("noticeOffered")
    w.do("noticeAnswer_wants")
    assert said(w.program) == "Svar för Åsa Nilsson: Önskar en mentor"
    assert row_of(w, "Åsa Nilsson", title="Namn")["Status"] == "Ansökan mottagen"
    assert [_ticked(w, key) for key in ("welcome", "mentor")] == [False, True]
    w.do("introduction_welcome")
    assert [_ticked(w, key) for key in ("welcome", "mentor")] == [True, True]


def _ticked(w, key):
    box = find(w.program.window, f"introduction_{key}")
    assert isinstance(box, QAbstractButton)
    return box.isChecked()


def _referral(w, today):
    """Not now: withdrawn, and referred to the regional programme (B4)."""
    _notice(w, "Ulf", "Berg", today)
    go_to_person(w, "Ulf Berg")
    w.part("Ansökan")
    w.do("noticeAnswer_not_now")
    assert row_of(w, "Ulf Berg", title="Namn")["Status"] == "Har dragit sig ur"
    w.do("referralAdd")
    w.do("referralNow")
    w.reads("Västra Götalandsregionens mentorprogram")
    assert said(w.program) == "Hänvisa Ulf Berg till Västra Götalandsregionens mentorprogram"


def _rolling_selection(w):
    """Somebody of whom it is not known since when she leads: unknown in a word, then answered, then selected (B5)."""
    _notice(w, "Eva", "Lind", None)
    w.key("Ctrl+4")
    new = "Nytillträdd chef (högst ett år)"
    rows = {each["Namn"]: each for each in w.cells("selectionTable")}
    assert rows["Åsa Nilsson"][new] == "uppfyllt"
    assert rows["Eva Lind"][new] == "okänt"
    w.key("Ctrl+1")
    go_to_person(w, "Eva Lind")
    w.part("Krav")
    w.do("yes_mentee_new")
    w.tell("note_mentee_new", "Beslutet")
    w.key("Tab")
    w.key("Ctrl+4")
    assert row_of(w, "Eva Lind", "selectionTable", "Namn")[new] == "uppfyllt"
    mark(w, ["Eva Lind", "Åsa Nilsson"])
    decide(w, "decideSelected", "Ny i chefsrollen")
    assert seats(w) == "2 antagna"
    assert row_of(w, "Eva Lind", "selectionTable", "Namn")["Status"] == "Antagen"


def _stays_in_the_bank(w, today):
    """The bank names who is free; one is asked whether she stays, and stays (B6)."""
    w.key("Ctrl+1")
    QGuiApplication.clipboard().setText(mentors_as_pasted(today))
    for each in ("importList", "importPaste"):
        w.do(each)
    w.select("importRole", 2)
    w.settle()
    for each in ("importRun", "importShow"):
        w.do(each)
    w.key("Ctrl+2")
    assert len(w.cells("bankTable")) == MENTORS
    w.do("askToStay")
    assert w.text("stayWords").startswith("Tillfrågad ")
    w.do("noteStays")
    assert "att de stannar; tillfrågas igen " in w.text("stayWords")


def _restricted(w):
    """Grey, with a padlock and a reason; it can be undone and done again (B8)."""
    w.key("Ctrl+1")
    go_to_person(w, "Eva Lind")
    w.part("Dataskydd")
    w.tell("restrictReason", "Hon har bett om det")
    w.do("restrictPerson")
    assert said(w.program) == "Begränsa uppgifterna om Eva Lind"
    w.reads("Skäl: Hon har bett om det")
    assert _restriction(w)
    w.undo()
    w.settle()
    assert not _restriction(w)
    w.redo()
    w.settle()
    assert _restriction(w)


def _restriction(w):
    return any(each.startswith("Begränsad sedan ") for each in chips(w.program))


def _notice(w, given, family, today):
    """By the palette; whoever is appointed is suggested at once (B1)."""
    w.tab("participants")
    w.key("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "ny chef")
    QTest.qWait(150)  # the palette waits for whoever goes on typing
    w.settle()
    w.key("Return")
    w.tell("given_name", given)
    w.tell("family_name", family)
    w.tell("email", f"{family}@example.org")
    w.tell("unit", "Avdelning 4")
    w.tell("appointing_manager", "Bengt Ek")
    if today is not None:
        w.tell("takes_office_on", today.isoformat())
    w.key("Ctrl+Return")
    assert said(w.program) == f"Anmälan om ny chef: {given} {family}"
    row = row_of(w, f"{given} {family}", title="Namn")
    assert row["Status"] == "Föreslagen", row
