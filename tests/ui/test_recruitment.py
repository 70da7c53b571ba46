"""NNO's recruitment walked in the real window by keyboard alone; what a person sees is asserted at each step.

A cohort of 32 places: fifty pasted rows with two doubles,
applications complete by themselves, the missing confirmations asked for and written about, a paper attached and a
program refused, an exception, the selection (open requirements refused by name, places, waiting list, a decline with
its reason, undone and done again), a letter to each in the language they read, the mentor bank, and that only the
selected are matched. The call before it is in test_call.py, the rolling intake in test_rolling_recruitment.py;
interviews, the reading mode, comparing and the export are walked in their rooms' own tests.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from email import policy
from email.parser import BytesParser

import pytest
from PySide6.QtGui import QGuiApplication

from tests.recruitment import MENTORS, NEVER_TAKEN, applicants, as_pasted, mentors_as_pasted
from tests.ui.recruiter import (
    Walker,
    begin,
    decide,
    go_to_person,
    lines_of,
    mark,
    place_of,
    row_of,
    seats,
    show_view,
)
from tests.ui.test_whole_job import chips, said

PLACES, WAITING = 32, 10
IN_ENGLISH = ("You have a place in", "You are on the waiting list", "Our answer to")
IN_NORWEGIAN = ("Du har fått plass i", "Du står på venteliste", "Svar på søknaden")


@pytest.fixture
def walker(program_in, calm):
    return lambda code: Walker(program_in(code), calm)


@pytest.mark.timeout(600)
def test_nno_from_the_pasted_list_to_the_selected_cohort(walker, tmp_path):
    today = datetime.now().astimezone().date()
    people = applicants(today)
    w = walker("en")
    begin(w, "template_nno", "Cohort 2027", today + timedelta(days=120), tmp_path / "nno.mentordesk")
    _list_comes(w, people)
    _complete_by_itself(w, people)
    (tmp_path / "drafts").mkdir()
    _missing_confirmation(w, people, tmp_path / "drafts")
    _evidence(w, people, tmp_path)
    _exception(w, people)
    _selection(w, people)
    (tmp_path / "letters").mkdir()
    _letters(w, people, tmp_path / "letters")
    _mentors(w, today)


def _list_comes(w, people):
    """Fifty rows from the clipboard: four steps, what is never taken, doubles side by side (A3, A4)."""
    w.tab("participants")
    same, swapped = people[5], people[11]
    QGuiApplication.clipboard().setText(as_pasted(people, same=same, swapped=swapped))
    w.reads("No participants yet.")
    w.stop_at("firstImport")
    w.key("Ctrl+V")
    w.reads(
        "Clipboard: 50 rows", "1. File", "2. Columns", "3. Check", "4. Import", f"in the file at all: {NEVER_TAKEN}"
    )
    w.select("importRole", 1)
    w.settle()
    w.reads("Import 50 people")
    doubles = w.cells("importDuplicates")
    assert [each["Why"] for each in doubles] == ["Same e-mail", "Given and family name swapped"]
    w.choose("importDuplicates", 0)
    w.key("Return", "Space")
    w.choose("importDuplicates", 1)
    w.settle()
    assert [(each["In the file"], each["In the list"]) for each in w.cells("importSides")][:2] == [
        (swapped.given, swapped.family),
        (swapped.family, swapped.given),
    ]
    w.do("importSkip")
    assert [each["The row"] for each in w.cells("importDuplicates")] == ["is merged", "is left out"]
    assert {f"{len(people)} new", "1 as before", "1 left out"} <= set(chips(w.program))
    w.do("importRun")
    w.reads(f"In the file now: {len(people)} new, 0 brought up to date, 1 as before.")
    w.do("importShow")
    w.reads(f"{len(people)} mentees")
    w.key("Ctrl+Z")
    w.reads("No participants yet.")
    w.key("Ctrl+Y")
    w.reads(f"{len(people)} mentees")


def _complete_by_itself(w, people):
    """Whose papers are all in has a complete application; nobody set that by hand (A5)."""
    shown = [each["Status"] for each in w.cells("participantsTable")]
    complete = sum(one.is_complete for one in people)
    assert shown.count("Application complete") == complete
    assert shown.count("Application received") == len(people) - complete


def _missing_confirmation(w, people, drafts):
    """The view that shows whom a confirmation is missing of; all are asked for it, and written to (A6)."""
    w.press("savedViews")
    w.pick("view_noConfirmation")
    w.settle()
    missing = sum(one.confirmed is not True for one in people)
    papers = missing + sum(not one.has_letter for one in people)
    assert len(w.cells("participantsTable")) == missing
    w.key("Ctrl+A")
    assert w.text("bulkCount") == f"{missing} selected"
    w.do("bulkAskPaper")
    w.do("askPaperNow")
    assert said(w.program).startswith(f"Ask {missing} participants for “Employer's confirmation” by ")
    w.key("Ctrl+A", "Ctrl+E")
    assert w.text("lettersFigures") == f"{missing} letters"
    w.select("lettersKind", place_of(w, "lettersKind", "Ask for a paper"))
    w.settle()
    assert w.text("letterPlace") == f"1 of {missing}"
    w.key("Alt+PgDown")
    assert w.text("letterPlace") == f"2 of {missing}"
    assert w.text("letterSubject") in {
        *(
            "Vi trenger noe mer til søknaden din: Cohort 2027",
            "We need something more for your application: Cohort 2027",
        )
    }
    w.program.ask.answers.append(drafts)
    w.do("lettersSave")
    assert said(w.program) == f"Write {missing} letters: Ask for a paper"
    assert len(list(drafts.glob("*.eml"))) == missing
    w.key("Esc")
    w.tab("today")
    w.reads(f"{len(people)} mentees have applied", f"{papers} papers are missing")
    w.key("Alt+Left")
    assert len(w.cells("participantsTable")) == missing, "as it was left"


def _evidence(w, people, folder):
    """The day a confirmation came, and the paper itself; a program under a paper's name is refused (A7)."""
    show_view(w, "viewEverybody")
    one = next(one for one in people if one.confirmed is None)
    go_to_person(w, one.name)
    assert w.text("criteriaSum") == "4 of 5 requirements are settled"
    w.tell("confirmation", "2026-11-20")
    w.key("Tab")
    assert w.text("criteriaSum") == "5 of 5 requirements are settled"
    assert row_of(w, one.name)["Status"] == "Application complete"
    w.reads("received on 20 Nov 2026", "It came in on 20 November 2026.")
    w.undo()
    w.settle()
    assert w.text("criteriaSum") == "4 of 5 requirements are settled"
    assert row_of(w, one.name)["Status"] == "Application received"
    w.redo()
    w.settle()
    assert w.text("criteriaSum") == "5 of 5 requirements are settled"
    assert row_of(w, one.name)["Status"] == "Application complete"
    paper = folder / "confirmation.pdf"
    paper.write_bytes(b"%PDF-1.7\n% from the employer\n%%EOF\n")
    program = folder / "cv\u202efdp.exe"
    program.write_bytes(b"MZ program")
    w.part("Application")
    w.select("attachAs", place_of(w, "attachAs", "Employer's confirmation"))
    w.program.ask.answers.append(paper)
    w.do("attachAdd")
    w.reads("confirmation.pdf", "Employer's confirmation, 1 kB, attached ")
    w.program.ask.answers.append(program)
    w.do("attachAdd")
    w.reads("The name holds marks that hide its ending. Without them it is “cvfdp.exe”. It is not taken.")
    w.part("Requirements")


def _exception(w, people):
    """What the employer refused is passed by the team, with a reason and a name (A8)."""
    one = next(one for one in people if one.confirmed is False)
    go_to_person(w, one.name)
    key = "mentee_confirmation"
    assert chips(w.program).count("not met") == 1
    w.press(f"except_{key}")
    w.tell(f"reason_{key}", "The head of the clinic has agreed")
    w.tell(f"by_{key}", "Kari Ås")
    w.do(f"makeException_{key}")
    made = w.text("exceptionMade")
    assert made.startswith("Exception by Kari Ås on ")
    assert made.endswith(": The head of the clinic has agreed")
    assert "exception" in chips(w.program)
    go_to_person(w, people[0].name)
    go_to_person(w, one.name)
    assert w.text("exceptionMade") == made


def _selection(w, people):
    """Everybody side by side with each requirement in a word; refusal, exception, places, waiting list (A11)."""
    w.key("Ctrl+4")
    assert seats(w) == f"0 of {PLACES} chosen"
    assert w.text("selectionFigures") == f"{len(people)} not decided · 0 on the waiting list · 0 declined"
    w.key("Ctrl+Home", "Ctrl+Shift+Up")  # by name
    rows = w.cells("selectionTable")
    assert {each[title] for each in rows for title in each if title.startswith(("Letter", "The emp", "New"))} == {
        *("met", "not met", "unknown", "exception")
    }
    w.key("Ctrl+Home", *["Shift+Down"] * (PLACES - 1))
    assert w.text("decisionCount") == f"{PLACES} people selected in the list"
    open_ = [each["Name"] for each in rows[:PLACES] if _is_open(each)]
    decide(w, "decideSelected", "As the team agreed")
    w.reads(f"Nobody was selected: {len(open_)} of those chosen have open requirements.")
    assert [each.partition(":")[0] for each in lines_of(w, "decisionOpen")] == open_
    assert all("not met" in each or "unknown" in each for each in lines_of(w, "decisionOpen"))
    assert seats(w) == f"0 of {PLACES} chosen"

    w.do("leaveOpenOut")
    decide(w, "decideSelected", "As the team agreed")
    chosen = PLACES - len(open_)
    assert seats(w) == f"{chosen} of {PLACES} chosen"

    mark(w, [open_[0]])
    decide(w, "decideSelected", "The paper comes on Monday")
    w.do("exceptOpen")
    assert seats(w) == f"{chosen + 1} of {PLACES} chosen"
    assert "exception" in row_of(w, open_[0], "selectionTable").values()

    ready = [each["Name"] for each in w.cells("selectionTable")[PLACES:] if not _is_open(each)]
    more = PLACES - chosen - 1
    mark(w, ready[:more])
    decide(w, "decideSelected", "Next in line")
    assert seats(w) == f"{PLACES} of {PLACES} chosen"

    mark(w, ready[more : more + 1])
    decide(w, "decideSelected", "One more")
    w.reads(f"The programme has {PLACES} places, and with these {PLACES + 1} would be selected.", "Select them anyway")
    w.do("turnBack")
    assert seats(w) == f"{PLACES} of {PLACES} chosen"

    left = [each["Name"] for each in w.cells("selectionTable") if each["Status"].startswith("Application")]
    mark(w, left[:WAITING])
    decide(w, "decideWaiting", "If somebody turns back")
    assert (
        w.text("selectionFigures") == f"{len(left) - WAITING} not decided · {WAITING} on the waiting list · 0 declined"
    )
    lines = [row_of(w, name, "selectionTable")["In line"] for name in left[:WAITING]]
    assert sorted(lines, key=int) == [str(at + 1) for at in range(WAITING)]

    mark(w, left[WAITING:])
    decide(w, "decideDeclined", "")
    w.reads("Write why: whoever is declined may ask for the reason.")
    assert "0 declined" in w.text("selectionFigures")
    decide(w, "decideDeclined", "Others met more of the requirements")
    decided = f"0 not decided · {WAITING} on the waiting list · {len(left) - WAITING} declined"
    assert w.text("selectionFigures") == decided
    w.key("Ctrl+Z")
    assert "0 declined" in w.text("selectionFigures")
    w.key("Ctrl+Y")
    assert w.text("selectionFigures") == decided


def _letters(w, people, folder):
    """One draft for each, in the language they read, with nobody else's words in it (A12)."""
    w.stop_at("selectionTable")
    w.key("Ctrl+A", "Ctrl+E")
    w.reads(f"{len(people)} letters")
    w.program.ask.answers.append(folder)
    w.do("lettersSave")
    drafts = [BytesParser(policy=policy.default).parsebytes(one.read_bytes()) for one in folder.glob("*.eml")]
    assert len(drafts) == len(people)
    read = {each["To"].addresses[0].addr_spec: each for each in drafts}
    for one in people:
        body = read[one.email].get_content()
        assert not any(other.note in body or (other.email in body) for other in people)
        assert not any(other.name in body for other in people if other is not one)
    english = {one.email for one in people if one.language == "en"}
    for address, each in read.items():
        assert each["Subject"].startswith(IN_ENGLISH if address in english else IN_NORWEGIAN), each["Subject"]
    w.key("Esc")


def _mentors(w, today):
    """Mentors come by a list of their own; the bank says who is free, the matching whom it places (A13)."""
    w.key("Ctrl+1")
    QGuiApplication.clipboard().setText(mentors_as_pasted(today))
    w.do("importList")
    w.do("importPaste")
    w.select("importRole", 2)
    w.settle()
    w.do("importRun")
    w.do("importShow")
    w.reads(f"{MENTORS} mentors")
    w.key("Ctrl+2")
    assert len(w.cells("bankTable")) == MENTORS
    w.stop_at("bankAll")
    w.key("Right")
    assert len(w.cells("bankTable")) == MENTORS - 1
    w.key("Right")
    resting = w.cells("bankTable")
    assert len(resting) == 1
    assert resting[0]["Now"].startswith("Rests until ")
    w.tab("matching")
    w.reads(f"Only selected mentees are matched; {WAITING} are not selected.", f"Mentees {PLACES}")


def _is_open(row):
    return any(row[title] in ("not met", "unknown") for title in row)
