"""A table under a person's hands: selection by id, and what survives a reload."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.hands import move_over
from tests.ui.tables.people import COLUMNS, READING, Person, many, named, names, table_of
from ui.tables.view import TableView

_FOUR = named("Åse", "Berit", "Carl", "Dina")


def _editor(view: TableView) -> QLineEdit:
    found = view.indexWidget(view.currentIndex())
    assert isinstance(found, QLineEdit)
    return found


def test_selection_and_current_row_survive_reload_sort_and_filter(view_of):
    view = view_of(_FOUR)
    table = view.model()
    view.select_ids(["p2", "p1"])
    table.show(list(reversed(_FOUR)))
    assert view.selected_ids() == ("p2", "p1")
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert view.selected_ids() == ("p1", "p2")
    table.narrow("carl")
    assert view.selected_ids() == ("p2",)
    table.narrow("åse")
    assert view.selected_ids() == ()
    assert view.current_id() is None
    table.narrow("")
    assert view.selected_ids() == ("p1", "p2")
    assert view.current_id() == "p2"


def test_a_selection_is_told_once_and_not_again_for_the_same_rows(view_of):
    view = view_of(_FOUR)
    told: list[object] = []
    view.selected.connect(told.append)
    view.current_changed.connect(told.append)
    view.select_ids(["p1", "p3"])
    assert told == [("p1", "p3"), "p1"]
    view.model().show([*_FOUR, Person("p9", "Eva")])
    view.model().narrow("")
    assert told == [("p1", "p3"), "p1"]


def test_when_the_current_row_is_taken_away_its_neighbour_is_current(view_of):
    view = view_of(_FOUR)
    view.select_ids(["p1"])
    view.model().show([_FOUR[0], _FOUR[2], _FOUR[3]])
    assert view.selected_ids() == ("p2",)
    view.model().show([_FOUR[0]])
    assert view.selected_ids() == ("p0",)
    view.model().show([])
    assert view.current_id() is None


def test_somebody_wanted_before_the_rows_are_there_is_waited_for(view_of):
    view = view_of([])
    view.select_ids(["p1"])
    view.model().lay_out(COLUMNS)  # as for the requirements a programme added, before its people come
    view.model().show(_FOUR)
    assert (view.current_id(), view.selected_ids()) == ("p1", ("p1",))


def test_the_place_in_a_long_list_is_kept_over_a_reload(view_of):
    rows = many(500)
    view = view_of(rows)
    view.verticalScrollBar().setValue(200)
    top = view.rowAt(0)
    view.model().show([*rows, Person("new", "Zara")])
    assert view.rowAt(0) == top


def test_a_half_typed_cell_survives_a_reload(view_of):
    view = view_of(_FOUR)
    view.setCurrentIndex(view.model().index(1, 1))
    QTest.keyClick(view, "R")
    QTest.keyClicks(_editor(view), "us")
    _editor(view).setCursorPosition(1)
    view.model().show([Person("new", "Adam"), *_FOUR])
    assert view.current_id() == "p1"
    assert _editor(view).text() == "Rus"
    assert _editor(view).cursorPosition() == 1
    view.model().show([Person("new", "Adam B"), *_FOUR])  # the same rows in the same order
    assert _editor(view).text() == "Rus"


def test_widths_order_and_sorting_are_kept(view_of, desk, qtbot):
    view = view_of(_FOUR)
    header = view.horizontalHeader()
    header.resizeSection(1, 333)
    header.moveSection(2, 0)
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    again = TableView(desk, table_of(_FOUR), "Mentees", tab="participants")
    qtbot.addWidget(again)
    assert again.horizontalHeader().sectionSize(1) == 333
    assert again.horizontalHeader().logicalIndex(0) == 2
    assert names(again.model()) == ["Dina", "Carl", "Berit", "Åse"]


@pytest.mark.parametrize("kept", ["", "name", "gone:100 name:5", "name:99999999999 name:x unit:²", "state:80 state:80"])
def test_a_spoilt_preference_spoils_no_table(view_of, desk, kept):
    desk.preferences.keep_of_tab("participants", "table/columns", kept)
    desk.preferences.keep_of_tab("participants", "table/sorted", kept)
    header = view_of(_FOUR).horizontalHeader()
    assert sorted(header.logicalIndex(at) for at in range(len(COLUMNS))) == list(range(len(COLUMNS)))
    assert all(48 <= header.sectionSize(at) <= 2_000 for at in range(len(COLUMNS)))


def test_it_has_a_name_rows_of_at_least_28_pixels_and_keeps_no_tab(view_of):
    view = view_of(_FOUR)
    assert view.accessibleName() == "Mentees"
    assert view.rowHeight(0) >= 28
    assert not view.tabKeyNavigation()


def test_the_menu_key_asks_for_a_menu_at_the_current_row(view_of, qtbot):
    view = view_of(_FOUR)
    view.select_ids(["p2"])
    with qtbot.waitSignal(view.menu_wanted) as told:
        QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0)))
    ids, where = told.args
    assert ids == ("p2",)
    assert view.viewport().mapFromGlobal(where).y() == view.visualRect(view.model().index(2, 0)).bottom()


def test_hovered_selected_and_plain_rows_look_different(view_of):
    view = view_of(_FOUR, READING)
    view.select_ids(["p1"])
    move_over(view.viewport(), view.visualRect(view.model().index(2, 1)).center())
    assert view.hovered == 2
    picture = view.viewport().grab().toImage()
    seen = {picture.pixelColor(500, view.rowViewportPosition(row) + 8).name() for row in range(3)}
    assert len(seen) == 3


def test_a_double_click_opens_what_cannot_be_edited(view_of, qtbot):
    view = view_of(_FOUR)
    where = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    with qtbot.waitSignal(view.opened) as told:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert told.args == ["p1"]
