"""How NNO's recruitment ends, by keyboard: the bank, whom the matching places, the lists it leaves (A13, A14)."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from mentordesk.storage.records.foundation import Record, Row
from tests.recruitment import APPLICANTS, MENTORS, MENTORS_WITHOUT_CONFIRMATION
from tests.ui.recruiter import go_to_person, place_of, show_view
from tests.ui.recruiting.choosing import PLACES, WAITING
from tests.ui.test_whole_job import chips, said

CONTROL = Qt.KeyboardModifier.ControlModifier
MOST_STEPS, _AT_A_TIME = 400, 10
_RISES = {"sequence", "changed_at"}


def mentors_and_matching(w, mentors):
    """The bank says who is free, the list of whom the confirmation lacks, the matching whom it places."""
    last = {f"Mentor{at}" for at in range(MENTORS - MENTORS_WITHOUT_CONFIRMATION, MENTORS)}
    _unconfirmed(w, sorted(name for name in mentors if name.split()[0] in last))
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
    w.key("Alt+Left", "Ctrl+1")


def _unconfirmed(w, without):
    """Named in the list, in the pane, and where mentors are selected."""
    w.key("Ctrl+1")
    show_view(w, "view_noConfirmation")
    shown = [each["Name"] for each in w.cells("participantsTable")]
    assert sorted(name for name in shown if name.startswith("Mentor")) == without
    go_to_person(w, without[0])
    w.part("Requirements")
    assert "unknown" in chips(w.program)
    w.key("Ctrl+4")
    w.select("selectionRole", place_of(w, "selectionRole", "Mentors"))
    w.settle()
    rows = w.cells("selectionTable")
    [title] = [title for title in rows[0] if title.startswith("The emp")]
    assert sorted(each["Name"] for each in rows if each[title] == "unknown") == without
    w.select("selectionRole", place_of(w, "selectionRole", "Mentees"))
    w.settle()
    w.key("Ctrl+1")
    show_view(w, "viewEverybody")


def list_leaves(w, people, path):
    """What is exported from the window is read again there, and nothing in it is new or otherwise."""
    show_view(w, "viewEverybody")
    w.program.ask.answers.append(path)
    w.key("Ctrl+Shift+E")
    assert said(w.program) == f"{len(people) + MENTORS} rows written to {path}."


def all_undone_and_redone(w):
    """Every step of the recruitment goes back, and comes again: each row of the file is as it was."""
    w.tab("today")
    done = _signed(w)
    steps = 0
    while said(w.program) != "There is nothing to undo.":
        assert steps < MOST_STEPS
        for _ in range(_AT_A_TIME):
            QTest.keyClick(w.program.window, Qt.Key.Key_Z, CONTROL)
        w.settle()
        steps += _AT_A_TIME
    assert _signed(w) != done
    for _ in range(steps):
        QTest.keyClick(w.program.window, Qt.Key.Key_Y, CONTROL)
    w.settle()
    assert said(w.program) == "There is nothing to redo."
    assert _signed(w) == done


def _signed(w):
    """Each row of the file; a meeting's revision is left out, which only ever rises so that calendars learn of it."""
    found = []
    w.program.work.ask("rows", _rows, found.append)
    w.settle()
    return found[0]


def _rows(store):
    kinds = [mapper.class_ for mapper in Row.registry.mappers if issubclass(mapper.class_, Record)]
    with store.reading() as session:
        return {
            (table.name, row[key]): {column: row[column] for column in row if column not in _RISES}
            for table in (kind.__table__ for kind in kinds)
            for key in [table.primary_key.columns[0].name]
            for row in session.execute(select(table)).mappings()
        }


def read_again(shell, file, of_the_window, folder):
    """Both lists of people change nothing when they are read again; in that of applications each decision stands."""
    people, applications = folder / "all.xlsx", folder / "applications.json"
    assert shell("export", file, "people", "--to", people, "--programme", "Cohort 2027").status == 0
    for each in (people, of_the_window):
        told = shell("import", file, each, "--dry-run", "--json").json
        assert (told["added"], told["updated"], told["rejected"]) == (0, 0, [])
        assert told["read"] == told["unchanged"] == APPLICANTS + MENTORS
    assert shell("export", file, "applications", "--to", applications).status == 0
    rows = [row for row in json.loads(applications.read_text(encoding="utf-8"))["rows"] if row["role"] == "Mentee"]
    by_status = {status: [row for row in rows if row["status"] == status] for status in {row["status"] for row in rows}}
    figures = {status: len(found) for status, found in by_status.items()}
    assert figures == {"Selected": PLACES, "Waiting list": WAITING, "Declined": APPLICANTS - PLACES - WAITING}
    ranks = sorted(int(row["waiting_rank"]) for row in by_status["Waiting list"])
    assert ranks == list(range(1, WAITING + 1))
    assert {row["reason"] for row in by_status["Declined"]} == {"Others met more of the requirements"}
    assert all(row["reason"] and row["decided_by"] == "Kari Ås" and row["since"] for row in rows)
    excepted = "\n".join(str(row["exceptions"]) for row in rows if row["exceptions"])
    assert "The head of the clinic has agreed" in excepted
    assert "The paper comes on Monday" in excepted
