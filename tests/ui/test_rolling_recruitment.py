"""NU's rolling intake walked in the Swedish window by keyboard alone; what a person sees is asserted at each step.

The notice of a new manager by the palette, Today's task and its end, the letter to whoever appoints her, the
introduction, a referral, a requirement from unknown to met, the selection; then the bank across programmes, units, two
people side by side, a restricted person, and the report on one, which stand in tests/ui/recruiting.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from email import policy
from email.parser import BytesParser

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication

from tests.ui.hands import find
from tests.ui.recruiter import Walker, begin, decide, go_to_person, mark, place_of, row_of, seats
from tests.ui.recruiting import bank_and_units
from tests.ui.test_whole_job import said


@pytest.fixture
def walker(program_in, calm):
    return lambda code: Walker(program_in(code), calm)


@pytest.mark.timeout(600)
def test_nu_from_the_notice_to_a_selected_manager(walker, shell, tmp_path):
    today = datetime.now().astimezone().date()
    w = walker("sv")
    file, drafts = tmp_path / "nu.mentordesk", tmp_path / "drafts"
    drafts.mkdir()
    begin(w, "template_nu", "NU", today - timedelta(days=30), file)
    _notice(w, "Åsa", "Nilsson", today)
    assert "Enter: Erbjud en mentor" in _tasks(w)
    _offer(w, drafts)
    _answers(w)
    assert "Enter: Erbjud en mentor" not in _tasks(w)
    _referral(w, today)
    _rolling_selection(w)
    bank_and_units.mentors_of_another_programme(w, today)
    mentor = bank_and_units.bank(w)
    bank_and_units.units(w)
    bank_and_units.same_line(w, mentor)
    bank_and_units.restricted(w, "Eva Lind")
    bank_and_units.own_report(w, shell, file, tmp_path, "Eva Lind")


def _tasks(w):
    """What Today asks for, as it is read (B2)."""
    w.tab("today")
    return "\n".join(_words(_task_list(w)))


def _offer(w, drafts):
    """The task leads to the person; what is written to whoever appoints her is a draft in Swedish (B2)."""
    tasks = _task_list(w)
    at = next(at for at, words in enumerate(_words(tasks)) if "Erbjud en mentor" in words)
    w.choose("taskList", at)
    w.key("Return")
    assert w.text("detailName") == "Åsa Nilsson"
    w.key("Ctrl+E")
    w.select("lettersKind", place_of(w, "lettersKind", "Erbjudande om mentor till den anställande chefen"))
    w.settle()
    assert w.text("letterSubject") == "Mentor till Åsa Nilsson?"
    w.reads("Bengt Ek")
    w.program.ask.answers.append(drafts)
    w.do("lettersSave")
    [draft] = drafts.glob("*.eml")
    told = BytesParser(policy=policy.default).parsebytes(draft.read_bytes())
    assert told["Subject"] == "Mentor till Åsa Nilsson?"
    assert "Åsa Nilsson är ny chef hos dig" in told.get_content()
    w.key("Esc")


def _task_list(w):
    shown = find(w.program.window, "taskList")
    assert isinstance(shown, QAbstractItemView)
    return shown


def _words(shown):
    model, words = shown.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(words)) for at in range(model.rowCount())]


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
