"""The mentor bank in the window: who is free at a glance, edited in place, asked whether they stay (R11)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from mentordesk.actions.bank import edit_mentor, leave_bank
from mentordesk.actions.files import new_file, open_file
from mentordesk.domain.bank import Stay
from mentordesk.queries.bank_list import bank
from tests.ui.participants.standing_alone import standing
from ui.participants.bank.view import BankView


@pytest.fixture
def alone(desk_over, qtbot, settled):
    return lambda path, **more: standing(desk_over(path, **more), qtbot, settled, BankView)


@pytest.fixture
def matched(matched_example):
    """One mentor rests, one has left; the others are as the approved plan has them."""
    with open_file(matched_example) as store:
        today = store.today()
        free = [row for row in bank(store, today=today) if row.places.free]
        edit_mentor(store, free[0].person, {"rests_until": today.replace(year=today.year + 1)})
        leave_bank(store, free[1].person, on=today)
    return matched_example


def rows(view):
    today = view.desk.today
    return {row.name: row for row in view.ask(lambda store: bank(store, today=today))}


def names(view):
    table = view.page.table
    return [table.cell(place, 0).text for place in range(len(table.rows.shown))]


def words(view):
    return "\n".join(each.text() for each in view.find("bankPane").findChildren(QLabel) if each.isVisible())


def at(view, name):
    view.page.view.select_ids([rows(view)[name].person])
    view.page.view.setFocus()
    view.settle(view.desk)


def test_free_mentors_are_one_press_away_and_no_resting_one_is_among_them(alone, matched):
    view = alone(matched)
    everybody = names(view)
    view.click("bankFree")
    free = {name for name, row in rows(view).items() if row.places.free}
    assert set(names(view)) == free
    assert free
    assert len(free) < len(everybody)
    view.click("bankAway")
    resting = next(name for name in names(view) if rows(view)[name].places.presence.rests_until)
    at(view, resting)
    assert "Rests until" in words(view)
    view.click("bankLeft")
    (gone,) = names(view)
    assert gone not in everybody
    assert view.page.close_topmost()
    assert names(view) == everybody


def test_places_are_entered_in_the_table_and_what_cannot_be_is_said(alone, matched):
    view = alone(matched)
    name = names(view)[0]
    table = view.page.table
    cell = table.index(0, table.column_of("capacity"))
    table.setData(cell, "3")
    view.settle(view.desk)
    assert rows(view)[name].places.most == 3
    table.setData(cell, "many")
    view.settle(view.desk)
    assert "whole number" in view.told_text()
    assert rows(view)[name].places.most == 3
    view.undo()
    assert rows(view)[name].places.own_maximum != 3


def test_she_is_asked_and_says_that_she_stays(alone, matched):
    view = alone(matched)
    name = names(view)[0]
    at(view, name)
    view.press(Qt.Key.Key_Return)
    assert view.focused().objectName() == "askToStay"
    view.press(Qt.Key.Key_Return)
    assert rows(view)[name].stay is Stay.ASKED
    assert "no answer yet" in words(view)
    view.click("noteStays")
    assert rows(view)[name].stay is Stay.STAYS
    view.click("noteLeaves")
    assert rows(view)[name].stay is Stay.LEFT
    assert name not in names(view)
    view.undo()
    assert name in names(view)


def test_a_field_of_the_pane_goes_into_the_file_when_it_is_left(alone, matched):
    view = alone(matched)
    name = names(view)[0]
    at(view, name)
    line = view.find("capacity", QLineEdit)
    line.setFocus()
    line.selectAll()
    view.type("2", on=line)
    view.press(Qt.Key.Key_Tab, on=line)
    assert rows(view)[name].places.most == 2


def test_a_mentor_of_another_programme_is_suggested_for_this_one(alone, matched):
    from mentordesk.actions.programmes import create_programme

    with open_file(matched) as store:
        create_programme(store, template_key="nu", name="NU & 1", starts_on=store.today())
    view = alone(matched)
    name = names(view)[0]
    at(view, name)
    assert view.find("takeIntoProgramme", QPushButton).accessibleName() == "Suggest for NU & 1"
    view.click("takeIntoProgramme")
    assert [each.name for each in rows(view)[name].programmes][-1] == "NU & 1"
    assert not [each for each in view.window.findChildren(QPushButton, "takeIntoProgramme") if each.isVisible()]


def test_an_empty_bank_says_how_it_fills(alone, tmp_path):
    path = tmp_path / "new.mentordesk"
    with new_file(path):
        pass
    view = alone(path)
    page = view.find("emptyPage")
    assert page.accessibleName() == "The mentor bank is empty."
    view.page.enter()
    view.click("bankFree")
    assert view.find("emptyPage").accessibleName() == "The mentor bank is empty."


def test_a_filter_that_nobody_fits_is_cleared_from_where_one_is(alone, matched):
    view = alone(matched)
    everybody = names(view)
    view.type("zzzz", on=view.page.choices.search)
    view.settle(view.desk)
    from PySide6.QtTest import QTest

    QTest.qWait(60)
    view.click("showWholeBank")
    assert names(view) == everybody
