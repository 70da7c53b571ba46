"""The list: adding, editing in the grid, pasting, withdrawing, filtering; by keyboard, and with one undo each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from mentordesk.actions.files import open_file, open_for_reading
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.queries.programmes import programmes
from mentordesk.sample.many import fill_meetings
from ui.language import say

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_figures_and_rows_are_those_of_the_file(tab):
    rows = tab.rows().values()
    mentees = sum(row.role is Role.MENTEE for row in rows)

    assert tab.find("figures").text().startswith(f"{mentees} mentees · {len(rows) - mentees} mentors · ")
    assert sorted(tab.names()) == sorted(row.name for row in rows)


def test_somebody_is_added_with_keys_alone(tab):
    tab.page.grid.view.setFocus()
    tab.press(Qt.Key.Key_N, modifiers=CONTROL)
    menu = tab.find("addMenu", QMenu)
    assert menu.isVisible()
    tab.press(Qt.Key.Key_Down, on=menu)
    tab.press(Qt.Key.Key_Return, on=menu)
    assert tab.find("addTitle").text() == "New mentor"
    tab.type("Zoe")
    tab.press(Qt.Key.Key_Tab)
    tab.type("Lie")
    tab.press(Qt.Key.Key_Return, modifiers=CONTROL)

    assert tab.rows()["Zoe Lie"].role is Role.MENTOR
    assert tab.page.grid.view.selected_ids() == (tab.rows()["Zoe Lie"].id,)
    assert tab.page.grid.view.hasFocus()
    tab.undo()
    assert "Zoe Lie" not in tab.names()


def test_a_nameless_person_is_refused_beside_the_form_and_nothing_typed_is_lost(tab):
    tab.page.commands()[0].run()
    tab.find("title", QLineEdit).setText("Section leader")
    tab.press(Qt.Key.Key_Return, on=tab.find("title"), modifiers=CONTROL)

    said = [label.text() for label in tab.find("addForm").findChildren(type(tab.find("figures")), "remark")]
    assert "A name is missing. Write a given or a family name." in said
    assert tab.find("title", QLineEdit).text() == "Section leader"


def test_a_cell_is_edited_by_typing_and_enter_goes_down(tab):
    first, second = tab.names()[:2]
    tab.go_to(first, "title")
    tab.type("W")
    editor = tab.find("cellEditor", QLineEdit)
    editor.setText("Ward manager")
    tab.press(Qt.Key.Key_Return, on=editor)

    assert tab.rows()[first].title == "Ward manager"
    assert tab.cell(first, "title").text == "Ward manager"
    assert tab.page.grid.view.current_id() == tab.rows()[second].id
    tab.undo()
    assert tab.rows()[first].title != "Ward manager"


def test_a_wrong_entry_stays_is_marked_and_explained_in_words(tab):
    name = tab.names()[3]
    before = tab.rows()[name].values["email"]
    tab.go_to(name, "email")
    tab.press(Qt.Key.Key_F2)
    editor = tab.find("cellEditor", QLineEdit)
    editor.setText("kari(at)example.org")
    tab.press(Qt.Key.Key_Return, on=editor)

    assert tab.rows()[name].values["email"] == before
    assert (tab.cell(name, "email").text, tab.cell(name, "email").wrong) == ("kari(at)example.org", True)
    reason = tab.find("cellRefusal")
    assert reason.isVisible()
    assert reason.text().startswith(f"{name}, E-mail: ")
    tab.page.reload_now()
    tab.settle(tab.desk)
    assert tab.cell(name, "email").text == "kari(at)example.org"
    tab.go_to(name, "email")
    tab.press(Qt.Key.Key_Escape)
    assert not tab.cell(name, "email").wrong
    assert not reason.isVisible()


def test_an_address_of_somebody_else_is_marked_in_the_cell_too(tab):
    one, other = tab.names()[:2]
    theirs = str(tab.rows()[other].values["email"])
    tab.go_to(one, "email")
    tab.press(Qt.Key.Key_F2)
    editor = tab.find("cellEditor", QLineEdit)
    editor.setText(theirs)
    tab.press(Qt.Key.Key_Return, on=editor)

    assert tab.cell(one, "email").wrong
    assert other in tab.find("cellRefusal").text()


def test_a_pasted_block_is_one_change_and_a_cell_that_does_not_fit_stays_to_be_mended(tab):
    first, second, third = tab.names()[:3]
    tab.page.grid.view.setSortingEnabled(False)
    tab.go_to(first, "unit")
    QGuiApplication.clipboard().setText("North\tNurse\nSouth\tDoctor\n")
    tab.press(Qt.Key.Key_V, modifiers=CONTROL)

    rows = tab.rows()
    assert [(rows[name].unit, rows[name].title) for name in (first, second)] == [
        ("North", "Nurse"),
        ("South", "Doctor"),
    ]
    tab.undo()
    rows = tab.rows()
    assert all(rows[name].unit not in ("North", "South") for name in (first, second))

    tab.go_to(first, "email")
    QGuiApplication.clipboard().setText("fine@example.org\nnot an address\n")
    tab.press(Qt.Key.Key_V, modifiers=CONTROL)
    assert tab.rows()[first].values["email"] == "fine@example.org"
    assert (tab.cell(second, "email").text, tab.cell(second, "email").wrong) == ("not an address", True)
    assert third in tab.names()


def test_a_pasted_list_with_headings_becomes_an_import(tab):
    tab.go_to(tab.names()[0], "unit")
    QGuiApplication.clipboard().setText("Given name\tFamily name\tRole\nEli\tNy\tMentor\n")
    tab.press(Qt.Key.Key_V, modifiers=CONTROL)

    assert tab.find("importPage").isVisible()
    assert "1 row" in tab.find("importFile").text()


def test_delete_withdraws_and_undo_brings_back(tab):
    name = tab.names()[5]
    before = tab.rows()[name].status
    tab.page.grid.view.clearSelection()
    tab.go_to(name, "name")
    tab.press(Qt.Key.Key_Delete)

    assert tab.rows()[name].status is ParticipationStatus.WITHDRAWN
    assert tab.cell(name, "status").text == "Withdrawn"
    assert say(tab.done[-1]) == f"Set {name} to “Withdrawn”"
    tab.undo()
    assert tab.rows()[name].status is before


def test_somebody_in_a_pair_is_not_withdrawn_and_the_sentence_says_why(tab_over, example):
    with open_file(example) as store:
        fill_meetings(store, programmes(store)[0].id, 10)
    tab = tab_over(example)
    name = next(name for name, row in tab.rows().items() if row.partner)
    tab.page.grid.view.clearSelection()
    tab.go_to(name, "name")
    tab.press(Qt.Key.Key_Delete)

    assert say(tab.told[-1].sentence) == f"{name} is in a running pair. End the pair first."
    assert tab.rows()[name].status is not ParticipationStatus.WITHDRAWN


def test_the_status_menu_offers_what_comes_next_first(tab):
    name = tab.names()[0]
    tab.go_to(name, "name")
    tab.click("detailStatus")
    menu = tab.find("statusMenu", QMenu)
    offered = [action.text() for action in menu.actions() if action.text()]
    assert offered[0] == "Application complete"
    next(action for action in menu.actions() if action.objectName() == "status_selected").trigger()
    menu.close()
    tab.settle(tab.desk)

    assert tab.rows()[name].status is ParticipationStatus.SELECTED


def test_filters_hold_together_and_esc_clears_them(tab):
    rows = tab.rows()
    tab.click("roleMentors")
    tab.click("onlyMissing")
    wanted = {name for name, row in rows.items() if row.role is Role.MENTOR and row.missing}
    assert set(tab.names()) == wanted

    tab.page.grid.view.setFocus()
    tab.press(Qt.Key.Key_Escape)
    assert set(tab.names()) == set(rows)
    assert tab.find("roleAll", QPushButton).isChecked()


def test_where_nobody_fits_the_page_says_so_and_how_to_go_on(tab):
    tab.page.grid.view.setFocus()
    tab.press(Qt.Key.Key_F, modifiers=CONTROL)
    tab.type("qqq")
    tab.window.grab()
    from PySide6.QtTest import QTest

    QTest.qWait(60)
    assert tab.find("emptyPage").isVisibleTo(tab.page.grid)
    assert "“qqq”" in tab.page.grid.findChild(type(tab.find("emptyPage")), "emptyPage").accessibleName()
    tab.press(Qt.Key.Key_Escape)
    QTest.qWait(60)
    assert len(tab.names()) == len(tab.rows())


def test_selection_and_filter_stay_over_a_reload(tab):
    tab.click("roleMentors")
    tab.go_to(tab.names()[4], "unit")
    chosen = tab.page.grid.view.selected_ids()
    tab.page.reload_now()
    tab.settle(tab.desk)

    assert tab.page.grid.view.selected_ids() == chosen
    assert tab.page.grid.view.current_key() == "unit"


def test_space_hides_the_details_and_it_is_remembered(tab):
    tab.go_to(tab.names()[0], "name")
    assert tab.find("detailPane").isVisible()
    tab.press(Qt.Key.Key_Space)
    assert not tab.find("detailPane").isVisible()
    assert tab.desk.preferences.of_tab("participants", "detail") == "closed"
    tab.press(Qt.Key.Key_Space)
    assert tab.find("detailPane").isVisible()


def test_an_empty_file_teaches_and_offers_the_example(tab_over, empty):
    tab = tab_over(empty)
    assert tab.find("emptyPage").accessibleName() == "No participants yet."
    tab.click("takeExample")

    assert len(tab.names()) > 50
    tab.undo()
    assert tab.find("takeExample").isVisible()


def test_a_file_that_is_open_for_reading_says_why_nothing_changes(tab_over, example):
    tab = tab_over(example, opener=lambda: open_for_reading(example))
    name = tab.names()[0]
    tab.go_to(name, "title")
    assert len(tab.page.grid.view.selected_ids()) == 1, tab.page.grid.view.currentIndex().row()
    tab.press(Qt.Key.Key_Delete, on=tab.page.grid.view)
    assert len(tab.told) == 1
    tab.click("addParticipant")

    assert tab.rows()[name].status is not ParticipationStatus.WITHDRAWN
    assert [notice.sentence for notice in tab.told] == [tab.desk.file.read_only] * 2


def test_a_new_manager_is_noted_by_keyboard_and_esc_leaves_the_form(tab):
    commands = {say(each.title): each for each in tab.page.commands()}
    before = tab.rows()
    commands["A new manager was appointed …"].run()
    tab.settle(tab.desk)
    assert tab.find("noticeForm").isVisible()
    tab.press(Qt.Key.Key_Escape)
    assert not tab.find("noticeForm").isVisible()
    assert tab.page.grid.view.hasFocus()

    commands["A new manager was appointed …"].run()
    tab.settle(tab.desk)
    tab.type("Ingvild")
    tab.press(Qt.Key.Key_Tab)
    tab.type("Nygård")
    tab.press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert tab.rows().keys() - before.keys() == {"Ingvild Nygård"}
    found = tab.rows()["Ingvild Nygård"]
    assert (found.role, found.status) == (Role.MENTEE, ParticipationStatus.SUGGESTED)
    assert tab.page.grid.view.current_id() == found.id
    assert not tab.find("noticeForm").isVisible()
