"""NNO's applications read one after the other, and the interviews, by keyboard (A9, A10)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from mentordesk.actions.interviews import record_interview
from tests.recruitment import MENTORS, mentors_as_pasted
from tests.ui.hands import find
from tests.ui.recruiter import go_to_person, row_of
from tests.ui.test_whole_job import chips, said
from ui.widgets.chip import Chip

LETTER = "I have led the ward for a year, and want to share the work out better and to take the hard talks early. " * 4
_MENTOR_TRAITS = ("relationship", "recognition", "breadth", "develops_others", "trust", "learning")


def reading(w, people):
    """A letter in its column, and one key to decide while it has the focus, but in no line (A9)."""
    w.key("Ctrl+5")
    assert w.text("readingPlace") == f"1 of {len(people)}"
    name = w.text("readingName")
    w.do("readingOpen")  # the list came without letters: this one is written down where she stands
    assert w.text("detailName") == name
    w.part("Application")
    w.tell("letter", LETTER)
    w.key("Tab", "Ctrl+5")
    assert w.text("readingName") == name
    letter = find(w.program.window, "readingLetter")
    assert isinstance(letter, QPlainTextEdit)
    assert letter.toPlainText() == LETTER.strip()
    lines = _lines(letter)
    assert len(lines) > 4
    assert all(60 <= len(line) <= 80 for line in lines[:-1]), lines
    w.key(*["Ctrl+PgDown"] * 3)
    assert w.text("readingPlace") == f"4 of {len(people)}"
    for _ in range(2):
        invited = w.text("readingName")
        w.key("2")
        assert said(w.program) == f"Invite {invited} to an interview"
        assert w.text("readingSaid") == "Done: Invite to an interview"
        assert _chip(w, "readingStatus") == "Application complete"
        w.key("Ctrl+PgDown")
    told, status = said(w.program), _chip(w, "readingStatus")
    w.stop_at("readingReason")
    w.key("2")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "2", "a digit is a digit where somebody writes"
    assert (said(w.program), _chip(w, "readingStatus")) == (told, status), "and decides nothing"
    w.key("Esc")
    assert QApplication.focusWidget() is letter
    w.key("Esc")
    assert "to interview" in row_of(w, invited).values()


def mentors_come(w, today):
    """By a list of their own."""
    w.key("Ctrl+1")
    QGuiApplication.clipboard().setText(mentors_as_pasted(today))
    w.do("importList")
    w.do("importPaste")
    w.select("importRole", 2)
    w.settle()
    w.do("importRun")
    w.do("importShow")
    w.reads(f"{MENTORS} mentors")
    return [each["Name"] for each in w.cells("participantsTable") if each["Name"].startswith("Mentor")]


def interviews(w, people, mentors, today):
    """Planned, held by two, set side by side; the other applicants' by the action: more forms prove nothing more."""
    one = people[0]
    go_to_person(w, one.name)
    w.part("Interview")
    w.do("planInterview")
    w.tell("plan_day", today.isoformat())
    w.tell("plan_start", "13.30")
    w.tell("plan_place", "Room 4")
    w.tell("plan_interviewer", "Kari Ås")
    w.do("planKeep")
    w.tab("calendar")
    assert any(one.name in line and "13:30" in line for line in _agenda(w)), _agenda(w)
    w.tab("participants")
    _held(w, mentors)
    _second(w)
    _others(w, people[1:], today)
    _mentor_seen(w, mentors[6])


def _held(w, mentors):
    """By the guide, with traits, needs, a wish and a veto."""
    w.tell("interviewer", "Kari Ås")
    w.tell("guide_m_focus", "To share the work out")
    _rate(w, "openness", 4, "Told of two changes of her own")
    _rate(w, "structure", 2, "Three calendars")
    w.tell("needs", "delegation")
    for line, name in (("wishesLine", mentors[6]), ("vetoesLine", mentors[7])):
        w.tell(line, name)
        w.key("Return")
    w.key("Ctrl+Return")
    assert said(w.program).startswith("Interview with ")
    w.reads("The applicant may ask to read this.")


def _second(w):
    """Another interviewer has a form of her own; both stand side by side."""
    w.do("addInterview")
    w.tell("interviewer", "Per Lund")
    _rate(w, "openness", 2, "Said little")
    w.key("Ctrl+Return")
    w.do("compareInterviews")
    w.reads("Kari Ås, ", "Per Lund, ", "4: Told of two changes of her own", "2: Said little")
    assert "2 points apart" in chips(w.program)
    w.key("Esc")


def _others(w, people, today):
    ids = _ids(w)

    def noted(store):
        for at, one in enumerate(people):
            record_interview(
                store,
                participation=ids[one.name],
                held_on=today,
                interviewer="Kari Ås",
                notes=one.note,
                ratings={"openness": (at % 5 + 1, "")},
                words=(one.need,),
                wishes=(),
                vetoes=(),
                today=today,
            )

    w.program.work.change(noted)
    w.settle()
    assert row_of(w, people[-1].name)["Status"] == "Interviewed"


def _ids(w):
    rows = w.program.workplace_shown().page.grid.table.rows
    return {rows.row(at).name: rows.id_at(at) for at in range(len(rows.shown))}


def _mentor_seen(w, name):
    """The six traits of a mentor, each with what shows it."""
    go_to_person(w, name)
    w.part("Interview")
    for trait in _MENTOR_TRAITS:
        _rate(w, trait, 5, "seen")
    w.key("Ctrl+Return")
    assert said(w.program) == f"Interview with {name}"
    w.part("Interview")
    box = find(w.program.window, "learning")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "5 – very much"


def _rate(w, trait, points, evidence):
    box = find(w.program.window, trait)
    assert isinstance(box, QComboBox)
    w.select(trait, box.findData(str(points)))
    w.tell(f"{trait}_evidence", evidence)


def _chip(w, name):
    found = find(w.program.window, name)
    assert isinstance(found, Chip)
    return found.text


def _lines(letter):
    """As they are laid out in the window."""
    found, block = [], letter.document().firstBlock()
    while block.isValid():
        text, laid_out = block.text(), block.layout()
        for at in range(laid_out.lineCount()):
            line = laid_out.lineAt(at)
            found.append(text[line.textStart() : line.textStart() + line.textLength()])
        block = block.next()
    return found


def _agenda(w):
    shown = find(w.program.window, "agenda")
    assert isinstance(shown, QAbstractItemView)
    model, words = shown.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(words) or "") for at in range(model.rowCount())]
