"""A letter in the programme's own words, drafts with a paper, and contracts looked at and saved (R22, R80)."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from tests.ui.hands import find
from tests.ui.paperwork.story import kind, type_there, view, words
from tests.ui.recruiter import mark, place_of
from tests.ui.test_whole_job import chips, said

TITLE = "A place in the programme"
OWN = "Vi ses snart, {given_name}!"


def letter(w):
    """The words in bokmål; a field that is none is said, mended, and the text is kept."""
    view(w, "texts")
    w.select("textChoice", place_of(w, "textChoice", TITLE))
    w.settle()
    w.select("textLanguage", place_of(w, "textLanguage", "bokmål"))
    w.settle()
    w.stop_at("textBody")
    w.key("Ctrl+End")
    type_there(w, " {given_nam}")
    w.key("Ctrl+Return")
    w.reads("given_nam")
    assert "Not kept yet" in chips(w.program)
    w.key("Backspace")
    type_there(w, OWN)
    w.key("Ctrl+Return")
    assert "Own words" in chips(w.program), (chips(w.program), said(w.program))


def readers(w):
    """Three of them one after the other, each as they will find it."""
    read = set()
    for _ in range(3):
        body = find(w.program.window, "readBody")
        assert isinstance(body, QPlainTextEdit)
        read.add((w.text("readerPlace").split(",")[0], body.toPlainText()))
        w.key("Alt+PgDown")
    assert len(read) == 3
    for name, text in read:
        assert f"Vi ses snart, {name.split()[0]}!" in text


def drafts(w, folder):
    """One for each of the three mentees, in their language and the programme's words, with a paper in it."""
    w.tab("participants")
    w.key("Ctrl+1")
    mark(w, [f"Mentee {number}" for number in (1, 2, 3)], "participantsTable", "bulkCount")
    w.key("Ctrl+E")
    w.select("lettersKind", place_of(w, "lettersKind", TITLE))
    w.settle()
    w.press("lettersEnclosures")
    w.settle()
    w.pick("enclose_role-guide-mentee")
    w.settle()
    w.reads("3 letters", "With it: ")
    w.program.ask.answers.append(folder)
    w.do("lettersSave")
    written = [BytesParser(policy=policy.default).parsebytes(one.read_bytes()) for one in folder.glob("*.eml")]
    assert sorted(each["To"].addresses[0].addr_spec for each in written) == [
        f"mentee{number}@example.org" for number in (1, 2, 3)
    ]
    for each in written:
        body, [paper] = each.get_body(), each.iter_attachments()
        assert body is not None
        assert "Vi ses snart, Mentee!" in body.get_content()
        assert paper.get_content_type() == "application/pdf"
    w.key("Esc")
    view(w, "mail")
    assert len(w.cells("letterLog")) == 3


def contracts(w, folder):
    """Looked at in a window of their own and saved from there; the first is in both languages, side by side."""
    kind(w, "Cooperation contract")
    w.press("lookAt")
    _until(w, _preview_is_there)
    w.program.ask.answers.append(folder)
    w.press("savePapers")
    _until(w, lambda: any(folder.iterdir()))
    w.do("closePapers")
    papers = {path.stem: path for path in folder.iterdir()}
    assert len(papers) == 3
    mixed = next(words(path) for name, path in papers.items() if "Mentee 1" in name)
    assert "adept" in mixed
    assert "Samarbetskontrakt" in mixed
    assert "Samarbeidskontrakt" in mixed
    view(w, "history")
    assert len([row for row in w.cells("madeList") if "Mentee" in " ".join(row.values())]) >= 3


def _until(w, there):
    """The keyboard stays in the window that came up over the first one."""
    for _ in range(1_000):
        if there() and w.program.is_idle:
            return
        QTest.qWait(10)
    raise AssertionError("it never came")


def _preview_is_there():
    shown = (window.findChild(QPushButton, "savePapers") for window in QApplication.topLevelWidgets())
    return any(each is not None and each.isVisible() for each in shown)
