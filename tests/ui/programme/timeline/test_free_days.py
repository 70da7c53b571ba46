"""The days kept free, by keyboard: the template's are shown, a school break is added and taken out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentordesk.queries.programmes import one_programme
from tests.ui.programme.conftest import CTRL

ENTER = Qt.Key.Key_Return


def cells(one):
    return [[cell.replace("\xa0", " ") for cell in row] for row in one.cells("freeDaysTable")]


def write_break(one, title, first, last):
    for text in (title, first.isoformat(), last.isoformat()):
        QApplication.focusWidget().selectAll()
        one.write(text)
        if text != last.isoformat():
            one.tab()
            while QApplication.focusWidget().objectName() not in ("freeFirst", "freeLast"):
                one.tab()
    one.press(ENTER)


def test_the_template_s_days_are_shown_in_words(timed):
    one = timed()
    one.page.views.view.show_free_days()
    one.settle()
    assert QApplication.focusWidget().objectName() == "freeDaysTable"
    assert [row[1] for row in cells(one)] == [
        "weeks 28 to 31, every year",
        "the Monday before Easter to Easter Monday, every year",
        "24 Dec to 1 Jan, every year",
    ]


def test_a_school_break_is_added_and_taken_out_by_keys(timed):
    one = timed()
    one.press(Qt.Key.Key_N, CTRL)
    assert QApplication.focusWidget().objectName() == "freeTitle"
    write_break(one, "Autumn break", date(2027, 10, 4), date(2027, 10, 8))
    assert cells(one)[-1] == ["Autumn break", "4 Oct 2027 to 8 Oct 2027"]
    assert QApplication.focusWidget().objectName() == "freeDaysTable"
    one.press(Qt.Key.Key_Delete)
    assert len(cells(one)) == 3
    one.undo()
    assert len(one.ask(lambda store: one_programme(store, one.desk.programme_id)).settings.avoided) == 4
    one.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget().objectName() == "timelineChart"


def test_a_break_that_ends_before_it_begins_is_refused_with_a_day_that_would_do(timed):
    one = timed()
    one.press(Qt.Key.Key_N, CTRL)
    write_break(one, "Autumn break", date(2027, 10, 8), date(2027, 10, 4))
    assert len(cells(one)) == 3
    assert one.widget("freeDaysForm").isVisible()
