"""Whoever is worked on stays in view, though the filter or the words do not take them any more."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from mentordesk.actions.criteria import note_paper
from mentordesk.domain.criteria import PaperKind
from ui.participants.choosing import Choice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
MISSING = Choice(paper=PaperKind.CONFIRMATION)


def lacking(tab):
    """Those of whom the confirmation is missing, with the first of them in view."""
    tab.page.narrowing.choices.choose(MISSING)
    tab.settle(tab.desk)
    names = tab.names()
    assert len(names) > 2
    tab.go_to(names[0], "name")
    return names


def note_it(tab):
    line = tab.find("confirmation", QLineEdit)
    line.setFocus()
    tab.type("2026-10-05")
    tab.press(Qt.Key.Key_Return)


def test_who_is_worked_on_stays_until_another_is_chosen(tab):
    names = lacking(tab)
    note_it(tab)

    assert tab.names() == names
    assert tab.find("detailName").text() == names[0]
    assert tab.rows()[names[0]].papers_missing.isdisjoint({PaperKind.CONFIRMATION})
    view = tab.page.grid.view
    view.setFocus()
    tab.press(Qt.Key.Key_Down)
    assert tab.names() == names[1:]
    assert view.current_id() == tab.rows()[names[1]].id


def test_who_is_worked_on_leaves_when_the_filter_is_chosen_again(tab):
    names = lacking(tab)
    note_it(tab)
    tab.page.narrowing.choices.clear()
    tab.page.narrowing.choices.choose(MISSING)
    tab.settle(tab.desk)

    assert tab.names() == names[1:]


def test_an_undo_brings_nobody_back_who_never_left(tab):
    names = lacking(tab)
    note_it(tab)
    tab.undo()
    tab.press(Qt.Key.Key_Down, on=tab.page.grid.view)

    assert tab.names() == names


def test_whom_the_words_do_not_find_any_more_stays_in_her_place(tab):
    table = tab.page.grid.table
    [(title, many)] = Counter(tab.cell(name, "title").text for name in tab.names()).most_common(1)
    tab.page.narrowing.search.setText(title)
    tab.page.grid.search(title)
    found = tab.names()
    assert len(found) >= many > 1
    tab.go_to(found[0], "title")
    table.setData(table.index(0, table.column_of("title")), "Quite another")
    tab.settle(tab.desk)

    assert tab.names() == found
    assert tab.find("detailName").text() == found[0]
    tab.page.grid.search(title[:-1])
    assert found[0] not in tab.names()


def test_the_paper_that_is_chosen_stays_chosen_when_the_last_one_came(tab):
    names = lacking(tab)
    ids = [tab.rows()[name].id for name in names]
    for each in ids:
        tab.desk.work.change(
            lambda store, one=each: note_paper(store, one, PaperKind.CONFIRMATION, received=True, on=None)
        )
    tab.settle(tab.desk)

    assert tab.page.narrowing.choices.choice == MISSING
    assert tab.names() == names[:1], "who was in view stays"
