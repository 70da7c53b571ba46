"""The library by keys: something is added, handed out to several at once, comes back; a request gets its answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from mentordesk.actions.files import new_file
from mentordesk.actions.library import add_item
from mentordesk.actions.loans import hand_out
from mentordesk.actions.requests import ask
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Wording
from mentordesk.queries.library import library
from tests.queries.small_programme import made
from tests.ui.documents.alone import Alone
from ui.documents.library.view import LibraryView

SPACE, ENTER, TAB = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab
DOWN, N, A = Qt.Key.Key_Down, Qt.Key.Key_N, Qt.Key.Key_A
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOOK = Wording.everywhere("The book")


def _empty(path):
    with new_file(path) as store:
        made(store, pairs=2)


def _with_book(path):
    with new_file(path) as store:
        there = made(store, pairs=2)
        add_item(store, programme=there.programme, title=BOOK, copies=3, is_book=True)


def _late(path):
    with new_file(path) as store:
        there, today = made(store, pairs=2), store.today()
        item = add_item(store, programme=there.programme, title=BOOK, copies=3)
        mentees = [pair.mentee for pair in there.pairs]
        hand_out(store, item, mentees, on=today - timedelta(40), due=today - timedelta(1))
        ask(store, mentees[0], "a course", on=today)


@pytest.fixture
def shown(desk_over, settled, copy_of, qtbot):
    def make(write=_empty):
        desk = desk_over(copy_of(write))
        return Alone(LibraryView(desk), desk, settled).show(qtbot)

    return make


def seen(one):
    programme, today = one.desk.programme_id, one.desk.today
    return one.ask(lambda store: library(store, programme, today=today))


def rows(one, name):
    model = one.find(name).model()
    return [[model.index(row, at).data() or "" for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_the_book_is_added_by_keys(shown):
    one = shown()
    assert one.find("firstItem").hasFocus()
    assert not one.find("addItem").isVisible()

    one.press(SPACE)
    one.write("The book")
    one.press(ENTER, CTRL)

    (item,) = seen(one).items
    assert (item.title, item.is_book, item.copies) == (BOOK, False, None)
    assert rows(one, "libraryTable")[0][0] == "The book"
    assert one.find("libraryTable").hasFocus()
    one.do(lambda store: store.undo())
    assert rows(one, "libraryTable") == []
    assert one.find("firstItem").isVisible()


def test_it_is_handed_out_to_several_at_once_by_keys(shown):
    one = shown(_with_book)

    one.press(ENTER, CTRL)
    assert one.find("handOutList").hasFocus()
    one.press(DOWN, SHIFT)
    one.press(SPACE)
    assert one.find("handOutCount").text() == "2 people get it; 3 copies are left now."
    one.press(ENTER, CTRL)

    loans = seen(one).loans
    assert [(loan.name, loan.handed_on, loan.due_on) for loan in loans] == [
        (name, one.desk.today, None) for name in sorted(loan.name for loan in loans)
    ]
    assert len(loans) == 2
    assert one.find("libraryTable").hasFocus()
    assert rows(one, "libraryTable")[0][3:5] == ["2", "1"]


def test_nobody_ticked_is_told_and_nothing_is_handed_out(shown):
    one = shown(_with_book)

    one.press(ENTER, CTRL)
    one.press(ENTER, CTRL)

    assert seen(one).loans == ()
    assert one.view.items.hand_out.form.remark.text == "Tick at least one person."
    one.view.close_topmost()
    assert one.find("libraryTable").hasFocus()


def test_what_is_back_is_noted_for_several_at_once(shown):
    one = shown(_late)
    one.click("libraryLoans")
    assert one.find("loanWords").text() == "2 copies should be back."

    one.press(A, CTRL)
    one.press(ENTER, CTRL)

    assert {loan.returned_on for loan in seen(one).loans} == {one.desk.today}
    assert rows(one, "loanTable") == []
    one.click("loansBack")
    assert len(rows(one, "loanTable")) == 2


def test_another_day_is_given_by_keys(shown):
    one = shown(_late)
    one.click("libraryLoans")

    one.press(ENTER)
    day = one.desk.today + timedelta(7)
    one.write(day.isoformat())
    one.press(ENTER)

    assert sorted(loan.overdue for loan in seen(one).loans) == [False, True]
    assert day in {loan.due_on for loan in seen(one).loans}


def test_a_request_is_answered_by_keys_and_the_answer_taken_back(shown):
    one = shown(_late)
    one.click("libraryRequests")
    assert one.find("requestWords").text() == "1 request waits for an answer."

    one.press(ENTER, CTRL)
    one.write("The one in May")
    one.press(ENTER, CTRL)

    assert seen(one).requests[0].answer == "The one in May"
    assert rows(one, "requestTable")[0][2].startswith("Answered on ")
    one.click("reopenRequest")
    assert seen(one).requests[0].answered_on is None


def test_a_slip_is_looked_at_before_it_is_printed(shown, qtbot):
    one = shown(_late)
    one.click("libraryLoans")

    one.click("loanSlip")
    qtbot.waitUntil(lambda: one.view.loans._papers.preview is not None, timeout=20_000)
    one.view.loans._papers.preview.close()


def test_today_leads_to_what_should_be_back_and_to_a_request(shown):
    one = shown(_late)
    found = seen(one)

    one.view.please_show(Subject.DOCUMENTS, found.items[0].id)
    one.view.reload(one.desk.programme_id)
    one.settle()
    assert len(one.find("loanTable").selected_ids()) == 2
    one.view.please_show(Subject.DOCUMENTS, found.requests[0].id)
    one.view.reload(one.desk.programme_id)
    one.settle()
    assert one.find("requestTable").selected_ids() == (found.requests[0].id,)


class Asked:
    """Stands for the dialogs: gives the file that is taken, and where a copy goes."""

    def __init__(self, source, target):
        self._source, self._target = source, target

    def open_file(self, title, kind):
        return self._source

    def save_file(self, title, suggested, kind):
        assert suggested == self._source.name
        return self._target


def test_a_file_is_taken_in_and_a_copy_saved(shown, tmp_path):
    one = shown()
    source, target = tmp_path / "Hefte.pdf", tmp_path / "kopi.pdf"
    source.write_bytes(b"%PDF-1.7 compendium")
    one.desk.ask = Asked(source, target)

    one.click("firstFile")
    assert rows(one, "libraryTable")[0][0] == "Hefte"
    one.click("saveFile")

    assert target.read_bytes() == source.read_bytes()
    assert one.told[-1].values == (("file", "kopi.pdf"),)


def test_what_needs_a_row_is_open_on_one_that_fits(shown):
    one = shown(_late)
    assert one.find("handOutItem").isEnabled()
    assert not one.find("saveFile").isEnabled(), "a book has no file"
    one.click("libraryRequests")
    assert one.find("answerRequest").isEnabled()
    assert not one.find("reopenRequest").isEnabled(), "it has no answer yet"


def test_nothing_handed_out_leads_to_the_material(shown):
    one = shown(_with_book)
    one.click("libraryLoans")
    one.click("toMaterial")
    assert one.find("libraryTable").hasFocus()
    one.click("libraryRequests")
    assert one.find("firstRequest").hasFocus()
