"""NNO's applications by keyboard: they come by a list, are complete by themselves, and lack a paper (A3 to A8)."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from tests.recruitment import NEVER_TAKEN, as_pasted
from tests.ui.recruiter import go_to_person, place_of, row_of, show_view
from tests.ui.test_whole_job import chips, said


def list_comes(w, people):
    """Fifty rows from the clipboard: four steps, what is never taken, doubles side by side (A3, A4)."""
    w.tab("participants")
    same, swapped = people[5], people[11]
    QGuiApplication.clipboard().setText(as_pasted(people, same=same, swapped=swapped))
    w.reads("No participants yet.")
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


def complete_by_itself(w, people):
    """Whose papers are all in has a complete application; nobody set that by hand (A5)."""
    shown = [each["Status"] for each in w.cells("participantsTable")]
    complete = sum(one.is_complete for one in people)
    assert shown.count("Application complete") == complete
    assert shown.count("Application received") == len(people) - complete


def missing_confirmation(w, people, drafts):
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


def evidence(w, people, folder):
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


def exception(w, people):
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
