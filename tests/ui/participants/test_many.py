"""Several at once: the bulk bar, tags, statuses with reasons and gates, comparing; by keyboard, with one undo each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QMenu, QTableView

from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.actions.files import open_for_reading
from mentordesk.actions.restricting import restrict
from mentordesk.domain.people import ParticipationStatus, Role
from ui.finding import shelves_of
from ui.language import say

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def select(tab, names):
    rows = tab.rows()
    tab.page.grid.view.select_ids([rows[name].id for name in names])
    tab.page.grid.view.setFocus()
    tab.settle(tab.desk)


def choose(tab, menu, name):
    shown = tab.find(menu, QMenu)
    next(action for action in shown.actions() if action.objectName() == name).trigger()
    shown.close()
    tab.settle(tab.desk)


def test_the_bar_comes_with_the_second_and_goes_with_the_last(tab):
    first, second = tab.names()[:2]
    tab.go_to(first, "name")
    assert not tab.find("bulkBar").isVisible()
    tab.press(Qt.Key.Key_Down, modifiers=SHIFT)
    assert tab.find("bulkBar").isVisible()
    assert tab.find("bulkCount").text() == "2 selected"
    tab.click("bulkNobody")
    assert not tab.find("bulkBar").isVisible()
    assert tab.page.grid.view.hasFocus()
    assert second in tab.names()


def test_a_tag_for_thirty_is_one_undo(tab):
    names = tab.names()[:30]
    select(tab, names)
    tab.click("bulkTag")
    assert tab.focused() is tab.find("askingAnswer")
    tab.press(Qt.Key.Key_Return)
    assert tab.find("askingLine").isVisible(), "an empty tag is refused, and can be mended"
    tab.type("zeta")
    tab.press(Qt.Key.Key_Return)

    assert not tab.find("askingLine").isVisible()
    assert tab.page.grid.view.hasFocus(), tab.focused()
    assert all("zeta" in tab.rows()[name].values["tags"] for name in names)
    assert say(tab.done[-1]) == "Tag 30 participants “zeta”"
    tab.undo()
    assert not any("zeta" in (row.values["tags"] or ()) for row in tab.rows().values())


def test_several_are_declined_with_one_reason_and_esc_turns_back(tab):
    names = [name for name in tab.names() if not tab.rows()[name].partner][:3]
    before = [tab.rows()[name].status for name in names]
    select(tab, names)
    tab.click("bulkStatus")
    choose(tab, "statusMenu", "status_declined")
    tab.press(Qt.Key.Key_Escape)
    assert [tab.rows()[name].status for name in names] == before

    tab.click("bulkStatus")
    choose(tab, "statusMenu", "status_declined")
    tab.press(Qt.Key.Key_Return)
    remark = [each.text() for each in tab.find("askingLine").findChildren(type(tab.find("askingQuestion")), "remark")]
    assert remark[0].startswith("Say why")
    tab.type("The round is full.")
    tab.press(Qt.Key.Key_Return)
    assert {tab.rows()[name].status for name in names} == {ParticipationStatus.DECLINED}
    tab.undo()
    assert [tab.rows()[name].status for name in names] == before


def test_an_open_requirement_is_named_in_place_and_nobody_is_selected(tab):
    rows = tab.rows()
    mentee = next(row for row in rows.values() if row.role is Role.MENTEE and not row.missing)
    tab.go_to(mentee.name, "confirmation")
    tab.press(Qt.Key.Key_F2)
    tab.find("cellEditor", QLineEdit).setText("no")
    tab.press(Qt.Key.Key_Return, on=tab.find("cellEditor"))
    assert tab.rows()[mentee.name].missing
    other = next(row.name for row in rows.values() if row.role is Role.MENTEE and not row.missing and row != mentee)
    select(tab, [mentee.name, other])
    tab.click("bulkStatus")
    choose(tab, "statusMenu", "status_selected")

    assert mentee.name in tab.find("askingQuestion").text()
    assert other not in tab.find("askingQuestion").text()
    assert tab.rows()[other].status is not ParticipationStatus.SELECTED
    tab.press(Qt.Key.Key_Escape)
    assert not tab.find("askingLine").isVisible()


def test_comparing_shows_same_different_and_missing_in_words_and_f9_a_value_to_a_row(tab):
    rows = tab.rows()
    mentors = [row for row in rows.values() if row.role is Role.MENTOR][:2]
    mentee = next(row for row in rows.values() if row.role is Role.MENTEE)
    select(tab, [mentors[0].name, mentors[1].name, mentee.name])
    tab.press(Qt.Key.Key_C, modifiers=CONTROL | SHIFT)

    table = tab.find("compareTable", QTableView).model()
    lines = {table.cell(at, 0).text: at for at in range(table.rowCount())}
    names = [table.headerData(at, Qt.Orientation.Horizontal) for at in range(1, 4)]
    assert set(names) == {mentors[0].name, mentors[1].name, mentee.name}
    assert table.cell(lines["Role"], 4).text == "differ"
    assert table.cell(lines["Status"], 4).text == "differ", "only of the mentee papers were asked, and are in"
    same = next(at for at in range(table.rowCount()) if table.cell(at, 4).text == "the same")
    assert table.cell(same, 1).locked, "what is the same is quiet"
    assert table.cell(lines["Offers"], 1 + names.index(mentee.name)).text == "not asked"
    assert tab.find("compareTable").hasFocus()

    everything = table.rowCount()
    tab.find("compareOnly", QCheckBox).click()
    assert table.rowCount() < everything
    tab.press(Qt.Key.Key_F9)
    twin = tab.find("compareTwinTable", QTableView)
    assert twin.isVisible()
    assert twin.model().rowCount() == 3 * table.rowCount()
    tab.press(Qt.Key.Key_Escape)
    assert tab.page.grid.view.hasFocus()
    assert tab.window.findChild(QTableView, "compareTable") is None or not tab.find("compareTable").isVisible()


def test_one_or_five_are_not_compared_and_the_sentence_says_how_many(tab):
    select(tab, tab.names()[:5])
    tab.press(Qt.Key.Key_C, modifiers=CONTROL | SHIFT)
    assert say(tab.told[-1].sentence) == "Select two, three or four people to compare them."
    assert not tab.find("bulkCompare").isEnabled()


def test_in_a_file_for_reading_every_act_says_why_nothing_changes(tab_over, example):
    tab = tab_over(example, opener=lambda: open_for_reading(example))
    select(tab, tab.names()[:2])
    tab.click("bulkTag")
    tab.click("bulkWithdraw")
    assert [notice.sentence for notice in tab.told] == [tab.desk.file.read_only] * 2
    assert not tab.find("askingLine").isVisible()


def test_those_who_are_selected_are_exported_and_nobody_who_is_restricted(tab, tmp_path):
    rows = tab.rows()
    names = tab.names()[:3]
    restricted = rows[names[1]].person
    tab.desk.work.change(lambda store: restrict(store, restricted, reason="By letter.", today=tab.desk.today))
    tab.settle(tab.desk)
    select(tab, names)
    path = tmp_path / "some.csv"
    tab.desk.ask.answers.append(path)
    tab.press(Qt.Key.Key_E, modifiers=CONTROL | SHIFT)
    tab.settle(tab.desk)

    written = path.read_text("utf-8-sig")
    assert [name for name in tab.names() if name in written] == [names[0], names[2]]


def test_a_mentee_and_a_mentor_of_one_unit_are_told_so_where_they_are_compared(tab):
    rows = tab.rows()
    mentee, mentor = next(
        (one, other)
        for one in rows.values()
        for other in rows.values()
        if one.role is Role.MENTEE
        and other.role is Role.MENTOR
        and one.values["line_manager"] not in (other.name, other.values["email"])
    )
    both = [Edit(one.id, "unit", "Ward 7") for one in (mentee, mentor)]
    tab.desk.work.change(lambda store: edit_participants(store, both, today=tab.desk.today), tab.done.append)
    tab.settle(tab.desk)
    select(tab, [mentee.name, mentor.name])
    tab.press(Qt.Key.Key_C, modifiers=CONTROL | SHIFT)

    said = tab.find("compareSameLine", QLabel)
    assert said.isVisible()
    assert said.text() == f"Same line: {mentee.name} and {mentor.name} both work at Ward 7."


def test_the_palette_finds_nobody_whose_data_are_restricted(tab):
    name = tab.names()[0]
    person, found = tab.rows()[name].person, []

    def ask():
        tab.desk.work.ask("finder", lambda store: shelves_of(store, tab.desk.please_show, tab.desk.today), found.append)
        tab.settle(tab.desk)
        return [entry for shelf in found[-1].values() for entry in shelf(name)]

    assert ask()
    tab.desk.work.change(lambda store: restrict(store, person, reason="By letter.", today=tab.desk.today))
    tab.settle(tab.desk)
    assert not ask()
