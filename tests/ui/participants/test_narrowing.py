"""What the list is narrowed by: filters, words, and views under a name; and which columns it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu

from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.actions.restricting import restrict
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import UnitId
from mentordesk.domain.people import ParticipationStatus, Role
from ui.participants.choosing import Choice, choice_of, fields_of
from ui.participants.saved_views import ListView, view_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen

choices = st.builds(
    Choice,
    role=st.sampled_from([None, *Role]),
    status=st.sampled_from([None, *ParticipationStatus]),
    missing=st.booleans(),
    unpaired=st.booleans(),
    free=st.booleans(),
    to_read=st.booleans(),
    unit=st.none() | st.text(min_size=1).map(UnitId),
    field=st.text(),
    paper=st.sampled_from([None, *PaperKind]),
)


def search(tab, words):
    tab.page.narrowing.search.setText(words)
    QTest.qWait(60)
    tab.settle(tab.desk)


def pick(tab, name):
    tab.click("savedViews")
    menu = tab.find("viewMenu", QMenu)
    action = next(action for action in menu.actions() if action.objectName() == name)
    action.trigger()
    menu.close()
    tab.settle(tab.desk)


def keep(tab, name):
    pick(tab, "keepView")
    tab.type(name)
    tab.press(Qt.Key.Key_Return)


@given(choices, st.text(), st.sampled_from(["", "name:up", "unit:down"]))
def test_a_view_comes_back_as_it_was_kept(choice, words, order):
    view = ListView(choice, words, order)
    assert view_of(view.as_kept()) == view


@given(
    st.dictionaries(st.sampled_from(["role", "unit", "paper", "field", "missing", "words"]), st.none() | st.integers())
)
def test_a_spoilt_view_takes_everybody(kept):
    assert view_of(kept) == ListView()
    assert not choice_of(kept).narrows


def test_notes_areas_and_the_unit_above_are_found_and_columns_that_are_hidden_too(tab):
    name, row = next((name, row) for name, row in tab.rows().items())
    edit = Edit(row.id, "notes", "sings in the choir")
    tab.desk.work.change(lambda store: edit_participants(store, [edit], today=tab.desk.today))
    tab.settle(tab.desk)
    search(tab, "CHOIR sing")
    assert tab.names() == [name]


def test_whoever_is_restricted_is_grey_tells_why_and_is_not_found(tab):
    name, row = next(iter(tab.rows().items()))
    tab.desk.work.change(lambda store: restrict(store, row.person, reason="By letter.", today=tab.desk.today))
    tab.settle(tab.desk)

    assert tab.cell(name, "name").locked
    tab.go_to(name, "title")
    tab.press(Qt.Key.Key_F2)
    assert name in str(tab.told[-1].sentence.values)
    assert tab.find("detailRestricted").isVisible()
    tabs = tab.find("detailTabs")
    assert [tabs.tabText(at) for at in range(tabs.count()) if tabs.isTabVisible(at)] == [
        "Overview",
        "History",
        "Privacy",
    ]
    search(tab, name)
    assert name not in tab.names()
    search(tab, "")
    assert name in tab.names()


def test_the_restriction_is_made_and_lifted_by_keyboard_in_the_privacy_part(tab):
    name = tab.names()[0]
    tab.go_to(name, "name")
    tabs = tab.find("detailTabs")
    tabs.setCurrentIndex(next(at for at in range(tabs.count()) if tabs.tabText(at) == "Privacy"))
    tab.settle(tab.desk)
    line = tab.find("restrictReason")
    line.setFocus()
    tab.press(Qt.Key.Key_Return)
    assert tab.rows()[name].restricted_on is None
    tab.type("She asked by letter.")
    tab.press(Qt.Key.Key_Return)
    assert tab.rows()[name].restricted_on == tab.desk.today
    assert tab.find("privacyWords").text() == "Reason: She asked by letter."
    tab.click("liftRestriction")
    assert tab.rows()[name].restricted_on is None
    tab.undo()
    assert tab.rows()[name].restricted_on is not None


def test_a_unit_takes_all_that_lies_below_and_a_field_whoever_has_it(tab):
    rows = tab.rows()
    units = tab.find("unitChoice", QComboBox)
    for at in range(1, units.count()):
        units.setCurrentIndex(at)
        wanted = {name for name, row in rows.items() if units.currentData() in row.units}
        assert set(tab.names()) == wanted != set()
    units.setCurrentIndex(0)
    fields = tab.find("fieldChoice", QComboBox)
    fields.setCurrentIndex(1)
    assert set(tab.names()) == {name for name, row in rows.items() if fields.currentData() in fields_of(row)}


def test_the_shipped_view_of_missing_confirmations_holds_exactly_those(tab):
    rows = tab.rows()
    pick(tab, "view_noConfirmation")
    wanted = {name for name, row in rows.items() if PaperKind.CONFIRMATION in row.papers_missing}
    assert set(tab.names()) == wanted
    assert tab.find("savedViews").accessibleName() == "View of the list: Missing confirmation. Choose another"


def test_a_view_of_ones_own_is_kept_under_a_name_survives_the_file_and_undo(tab, tab_over, example):
    tab.click("roleMentors")
    search(tab, "berg")
    shown = tab.names()
    keep(tab, "Mentors named Berg")
    assert tab.page.grid.view.hasFocus()
    tab.page.narrowing.clear()
    tab.desk.work.close()

    again = tab_over(example)
    pick(again, "view_kept0")
    assert again.names() == shown
    assert again.find("savedViews").text().strip() == "Mentors named Berg"
    pick(again, "forgetView")
    assert again.find("savedViews").text().strip() == "Own filter"
    again.undo()
    assert again.find("savedViews").text().strip() == "Mentors named Berg"


def test_columns_are_chosen_by_keyboard_and_it_is_remembered(tab, tab_over, example):
    table, view = tab.page.grid.table, tab.page.grid.view
    assert view.isColumnHidden(table.column_of("notes"))
    tab.click("columnsButton")
    menu = tab.find("columnsMenu", QMenu)
    menu.setActiveAction(next(action for action in menu.actions() if action.objectName() == "column_notes"))
    tab.press(Qt.Key.Key_Space, on=menu)
    assert menu.isVisible(), "several are chosen in one go"
    menu.setActiveAction(next(action for action in menu.actions() if action.objectName() == "column_role"))
    tab.press(Qt.Key.Key_Return, on=menu)
    menu.close()
    assert not view.isColumnHidden(table.column_of("notes"))
    assert view.isColumnHidden(table.column_of("role"))

    tab.desk.work.close()
    again = tab_over(example)
    hidden = again.page.grid.view.isColumnHidden
    assert (hidden(table.column_of("notes")), hidden(table.column_of("role"))) == (False, True)
    again.page.grid.header.be_as_at_first()
    assert (hidden(table.column_of("notes")), hidden(table.column_of("role"))) == (True, False)


def test_digits_bring_the_views_and_the_list_comes_back_with_the_keyboard_in_it(tab):
    for key, digit in (("bank", "2"), ("units", "3")):
        button = tab.window.findChild(object, f"view{key.title()}")
        if button is None:
            continue
        tab.page.grid.view.setFocus()
        tab.press(getattr(Qt.Key, f"Key_{digit}"), modifiers=Qt.KeyboardModifier.ControlModifier)
        tab.settle(tab.desk)
        assert button.isChecked()
        assert not tab.page.grid.isVisible()
        tab.press(Qt.Key.Key_1, modifiers=Qt.KeyboardModifier.ControlModifier)
        assert tab.page.grid.view.hasFocus()
