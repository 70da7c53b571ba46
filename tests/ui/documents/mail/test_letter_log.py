"""The log of letters: what was made for whom, ticked as sent with the keyboard, and a way to whom it was written."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from mentordesk.actions.files import new_file, open_for_reading
from mentordesk.actions.letters import write_letters
from mentordesk.domain.subjects import Subject
from mentordesk.messages.letters import LetterKind
from mentordesk.queries.letter_log import letter_log
from tests.queries.small_programme import made
from tests.ui.documents.alone import Alone
from ui.documents.mail.view import LetterLogView

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


def _written(path):
    with new_file(path) as store:
        pairs = made(store).pairs
        folder = path.parent / "drafts"
        write_letters(store, [pairs[0].mentee, pairs[0].mentor], LetterKind.THANKS, folder=folder)
        write_letters(store, [pairs[1].mentee], LetterKind.RECEIVED, folder=folder)


def _nothing_written(path):
    with new_file(path) as store:
        made(store)


@pytest.fixture
def shown(desk_over, settled, copy_of, qtbot):
    def make(write=_written, opener=None):
        path = copy_of(write)
        desk = desk_over(path, opener=opener and (lambda: opener(path)))
        return Alone(LetterLogView(desk), desk, settled).show(qtbot)

    return make


@pytest.fixture
def one(shown):
    return shown()


def cells(one):
    model = one.view.list.model()
    keys = [each.key for each in model.columns]
    return [{key: model.index(row, at).data() or "" for at, key in enumerate(keys)} for row in range(model.rowCount())]


def sent(one):
    return [each["sent"] for each in cells(one)]


def test_every_letter_is_listed_with_its_way(one):
    assert {(each["name"], each["kind"], each["way"], each["sent"]) for each in cells(one)} == {
        ("Mentee 1", "Thanks for taking part", "as a draft", "Not ticked"),
        ("Mentor 1", "Thanks for taking part", "as a draft", "Not ticked"),
        ("Mentee 2", "The application was received", "as a draft", "Not ticked"),
    }
    assert one.find("letterLogWords", QLabel).text() == "3 letters · 3 of them are not ticked as sent"


def test_space_ticks_what_is_chosen_and_takes_it_back(one):
    one.press(Qt.Key.Key_A, CTRL)
    one.press(SPACE)

    assert "Not ticked" not in sent(one)
    assert one.find("letterLogWords", QLabel).text() == "3 letters · all of them are ticked as sent"
    one.press(SPACE)
    assert set(sent(one)) == {"Not ticked"}
    one.do(lambda store: store.undo())
    assert "Not ticked" not in sent(one)
    one.click("notSent")
    assert set(sent(one)) == {"Not ticked"}


def test_another_day_is_asked_for_and_one_to_come_is_refused(one):
    one.click("sentToday")
    one.click("sentOnDay")
    day = one.find("sentOn", QLineEdit)
    day.selectAll()
    one.write((one.desk.today + timedelta(1)).isoformat())
    one.press(ENTER)
    assert "is to come" in " ".join(each.text() for each in one.window.findChildren(QLabel))

    day.selectAll()
    one.write(one.desk.today.isoformat())
    one.press(ENTER)
    rows = one.ask(letter_log)
    assert sorted(str(row.sent_on) for row in rows) == sorted(["None", "None", one.desk.today.isoformat()])
    assert (
        one.window.findChild(QLineEdit, "sentOn") is None or not one.window.findChild(QLineEdit, "sentOn").isVisible()
    )


def test_esc_closes_the_form_and_enter_leads_to_the_person(one):
    one.click("sentOnDay")
    assert one.view.close_topmost()
    assert not one.view.close_topmost()
    led = []
    one.desk.show.connect(lambda subject, number: led.append((subject, number)))
    one.view.list.setFocus()
    one.press(ENTER)

    row = next(row for row in one.ask(letter_log) if row.id == one.view.list.current_id())
    assert led == [(Subject.PARTICIPATIONS, row.participation)]


def test_where_nothing_was_written_it_teaches(shown):
    one = shown(_nothing_written)

    assert one.find("emptyPage").accessibleName() == "No letter was written yet"
    led = []
    one.desk.show.connect(lambda subject, _: led.append(subject))
    one.click("toParticipants")
    assert led == [Subject.PARTICIPATIONS]


def test_in_a_file_open_for_reading_nothing_is_ticked(shown):
    one = shown(opener=open_for_reading)
    one.press(SPACE)

    assert set(sent(one)) == {"Not ticked"}
    assert one.told
