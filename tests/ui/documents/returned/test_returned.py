"""Forms that came back, by keys alone: side by side, Space chooses, Enter takes all, one undo; drops; a scan's code."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.actions.files import new_file
from mentordesk.domain.application_form import APPLICATION_FORM
from mentordesk.domain.confirmations import CONFIRMATION_FORMS
from mentordesk.domain.form_identity import FormIdentity, code_of
from mentordesk.domain.goal_form import GOAL_FORM
from mentordesk.domain.people import Role
from mentordesk.domain.subjects import Subject
from mentordesk.queries.form_stamps import file_id_over
from mentordesk.storage.records import GoalRecord, PersonRecord
from tests.queries.small_programme import change, made
from tests.returned_forms import by_pikepdf, issued_by
from tests.ui.documents.alone import Alone
from ui.desk import CAME_BACK
from ui.documents.returned.view import ReturnedView
from ui.dropped_files import DropsOfForms, forms_in

pytestmark = pytest.mark.filterwarnings("ignore")  # of pikepdf while it fills in

SPACE, ENTER, ESC, TAB, DOWN = (
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Down,
)
_FORMS = {}


def _with_a_pair(path):
    """A file, and beside it what three people have sent back."""
    with new_file(path) as store:
        there = made(store, pairs=1)
        (pair,) = there.pairs
        change(store, PersonRecord, pair.mentee_person, phone="111")
        told = (
            (APPLICATION_FORM, pair.mentee, {"given_name": "Mentee", "family_name": "1", "phone": "222", "title": "L"}),
            (CONFIRMATION_FORMS[Role.MENTOR], pair.mentor, {"confirmed": "yes"}),
            (GOAL_FORM, pair.id, {"goal.1.due_on": "01.08.2027", "goal.1.words": "kanarifugl"}),
        )
        for number, (form, whose, values) in enumerate(told, start=1):
            _FORMS[f"{number}.pdf"] = by_pikepdf(issued_by(store, form, there.programme, whose), values)
        with store.reading() as session:
            identity = FormIdentity("conversation-slip", 1, there.programme, pair.id)
            _FORMS["code"] = code_of(identity, file_id_over(session))


@pytest.fixture
def shown(desk_over, settled, copy_of, qtbot):
    def make():
        desk = desk_over(copy_of(_with_a_pair))
        return Alone(ReturnedView(desk), desk, settled).show(qtbot)

    return make


@pytest.fixture
def folder(tmp_path):
    def make():
        made_here = tmp_path / "forms"
        made_here.mkdir()
        for name, content in _FORMS.items():
            if name != "code":
                (made_here / name).write_bytes(content)
        (made_here / "4.pdf").write_bytes(b"no form")
        return made_here

    return make


def rows(one, name):
    model = one.find(name).model()
    return [[model.index(row, at).data() or "" for at in range(model.columnCount())] for row in range(model.rowCount())]


def kept(one, kind, **where):
    def ask(store):
        with store.reading() as session:
            return [getattr(each, key) for each in session.query(kind).all() for key in where]

    return one.ask(ask)


def test_a_folder_of_forms_is_looked_at_and_taken_by_keys_and_one_undo_takes_all_back(shown, folder):
    one = shown()
    one.desk.ask.answers.append(folder())
    one.find("chooseFirstForms").setFocus()
    one.press(SPACE)

    assert [row[:3] for row in rows(one, "returnedForms")] == [
        ["Mentee 1", "Application form", "1 differs"],
        ["Mentor 1", "Employer’s confirmation for a mentor", "1 answer"],
        ["Mentee 1 – Mentor 1", "Goal document", "1 answer"],
        ["", "", "not taken"],
    ]
    assert one.find("returnedForms").hasFocus()
    assert rows(one, "returnedAnswers") == [
        ["Phone", "111", "222", "the file"],
        ["Job title", "", "L", "the form"],
    ]
    one.press(TAB)
    assert one.find("returnedAnswers").hasFocus()
    one.press(SPACE)
    assert rows(one, "returnedAnswers")[0] == ["Phone", "111", "222", "the form"]
    assert one.find("takeForms").text() == "Take in 4 answers"

    one.press(ENTER)
    assert "222" in kept(one, PersonRecord, phone=...)
    assert kept(one, GoalRecord, number=...) == [1]
    assert one.find("returnedFigures").text().startswith("The answers are in the file.")
    one.do(lambda store: store.undo())
    assert "222" not in kept(one, PersonRecord, phone=...)
    assert kept(one, GoalRecord, number=...) == []


def test_what_was_not_read_and_what_cannot_be_taken_is_said(shown, folder):
    one = shown()
    one.view.please_show(Subject.DOCUMENTS, str(folder()))
    one.settle()
    one.press(DOWN)
    one.press(DOWN)
    assert one.find("returnedNotes").text() == "1 field is the writer’s own and was not read."
    one.press(DOWN)
    assert one.find("returnedNotes").text() == "“4.pdf” is not a PDF file."
    assert rows(one, "returnedAnswers") == []
    assert "kanarifugl" not in repr((one.view.returning.files, one.view.returning.takings))

    assert one.view.close_topmost()
    assert one.view.returning.takings == ()
    assert not one.view.close_topmost()


def test_those_that_were_read_are_listed_when_nothing_waits(shown, folder):
    one = shown()
    one.view.returning.read([folder()])
    one.settle()
    one.press(ENTER)
    one.view.close_topmost()
    one.settle()
    assert sorted(row[1:4] for row in rows(one, "cameBackList")) == [
        ["Application form", "Mentee 1", "1"],
        ["Employer’s confirmation for a mentor", "Mentor 1", "1"],
        ["Goal document", "Mentee 1 – Mentor 1", "1"],
    ]


def test_a_code_typed_from_a_scan_says_whose_form_it_is_and_leads_there(shown):
    one = shown()
    led = []
    one.desk.show.connect(lambda subject, number: led.append((subject, number)))
    one.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    one.write(_FORMS["code"].lower())
    one.press(ENTER)
    assert one.find("formCodeAnswer").text() == "Conversation slip: Mentee 1 – Mentor 1"
    one.click("showWhose")
    assert [subject for subject, _ in led] == [Subject.LOGBOOKS]

    one.find("formCode").setText("K7QX2-M9P4D")
    one.click("findCode")
    assert one.find("formCodeAnswer").text().startswith("No form of this file has that code.")


def dropped(widget, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(widget, entering)
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(widget, drop)
    return entering.isAccepted()


def test_forms_dropped_anywhere_on_the_window_lead_to_where_forms_come_back(shown, folder, tmp_path, qtbot):
    one = shown()
    asked = []
    one.desk.show.connect(lambda subject, number: asked.append((subject, number)))
    window = QWidget()
    qtbot.addWidget(window)
    DropsOfForms(one.desk, window)
    forms = folder()
    (tmp_path / "list.xlsx").write_bytes(b"x")

    assert dropped(window, forms, forms / "1.pdf")
    assert asked == [(Subject.DOCUMENTS, f"{CAME_BACK}{forms}\n{forms / '1.pdf'}")]
    assert not dropped(window, tmp_path / "list.xlsx", forms / "1.pdf")
    assert len(asked) == 1
    assert forms_in(QMimeData()) == ()


def test_forms_dropped_on_the_view_itself_are_read(shown, folder):
    one = shown()
    assert dropped(one.view, folder())
    one.settle()
    assert len(rows(one, "returnedForms")) == 4
