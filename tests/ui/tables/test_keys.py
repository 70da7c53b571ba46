"""The keys of a table (ux.md 4.3), pressed as a person presses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentordesk.i18n.message import msg
from tests.ui.tables.people import READING, Person, named, names
from ui.tables.view import TableView

_FOUR = [Person("a", "Åse", "Rus", 4), Person("b", "Berit"), Person("c", "Carl"), Person("d", "Dina")]
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _editor(view: TableView) -> QLineEdit:
    found = view.indexWidget(view.currentIndex())
    assert isinstance(found, QLineEdit)
    return found


def _at(view: TableView, row: int, column: int) -> None:
    """As a plain click: the view itself would ask which keys an earlier test had left pressed."""
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().setCurrentIndex(view.model().index(row, column), flags)


def test_tab_leaves_the_table_both_ways(view_of, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    before, after, view = QLineEdit(), QLineEdit(), view_of(_FOUR)
    layout = QVBoxLayout(window)
    for widget in (before, view, after):
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Backtab, _SHIFT)
    assert window.focusWidget() is before
    view.setParent(None)  # its own fixture closes it


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_Return, "opened"), (Qt.Key.Key_Enter, "opened"), (Qt.Key.Key_Space, "peeked")],
)
def test_enter_opens_and_space_peeks(view_of, qtbot, key, signal):
    view = view_of(_FOUR)
    _at(view, 1, 0)
    with qtbot.waitSignal(getattr(view, signal)) as told:
        QTest.keyClick(view, key)
    assert told.args == ["b"]


def test_control_space_marks_a_row_in_a_cell_that_could_be_entered(view_of):
    view = view_of(_FOUR)
    view.select_ids(["a"])
    _at(view, 0, 1)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(view, key, _CONTROL)
    assert view.indexWidget(view.currentIndex()) is None
    assert view.selected_ids() == ("a", "c")
    QTest.keyClick(view, Qt.Key.Key_Space, _CONTROL)
    assert view.selected_ids() == ("a",)


def test_delete_tells_all_selected(view_of, qtbot):
    view = view_of(_FOUR)
    view.select_ids(["d", "b"])
    with qtbot.waitSignal(view.deleted) as told:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    assert told.args == [("b", "d")]


def test_typing_edits_enter_confirms_and_goes_down(view_of, qtbot):
    view = view_of(_FOUR)
    _at(view, 0, 1)
    QTest.keyClick(view, "K")
    QTest.keyClicks(_editor(view), "ir")
    told: list[tuple[str, ...]] = []
    view.model().edited.connect(lambda *what: told.append(what))
    QTest.keyClick(_editor(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("a", "unit", "Kir")]
    qtbot.waitUntil(lambda: view.current_id() == "b")
    assert view.current_key() == "unit"
    assert view.model().index(0, 1).data() == "Kir"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_an_open_cell_commits_it_and_opens_nothing(view_of, qtbot, key):
    view = view_of(_FOUR)
    _at(view, 0, 1)
    QTest.keyClicks(view, "K")
    with qtbot.assertNotEmitted(view.opened, wait=20):
        QTest.keyClick(_editor(view), key)
    qtbot.waitUntil(lambda: view.current_id() == "b")
    with qtbot.waitSignal(view.opened) as told:  # the next one is for the row again
        QTest.keyClick(view, key)
    assert told.args == ["b"]


def test_the_current_cell_bears_the_only_focus_mark(view_of):
    view, empty = view_of(_FOUR), view_of([])
    _at(view, 0, 1)
    assert view.property("ownFocus") is True
    assert not empty.property("ownFocus"), "with no row to mark, the table is ringed as any other widget"
    view.model().show(())
    assert not view.property("ownFocus")


def test_tab_in_a_cell_goes_on_to_the_next_one_that_can_be_edited(view_of, qtbot):
    view = view_of(_FOUR)
    _at(view, 0, 1)
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert _editor(view).text() == "Rus"
    QTest.keyClick(_editor(view), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: view.current_key() == "years")
    assert _editor(view).text() == "4"
    QTest.keyClick(_editor(view), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: (view.current_id(), view.current_key()) == ("b", "unit"))
    QTest.keyClick(_editor(view), Qt.Key.Key_Backtab, _SHIFT)
    qtbot.waitUntil(lambda: (view.current_id(), view.current_key()) == ("a", "years"))


def test_escape_leaves_the_cell_as_it_was(view_of, qtbot):
    view = view_of(_FOUR)
    _at(view, 0, 1)
    QTest.keyClicks(view, "x")
    with qtbot.assertNotEmitted(view.model().edited, wait=20):
        QTest.keyClick(_editor(view), Qt.Key.Key_Escape)
    assert view.model().index(0, 1).data() == "Rus"


def test_a_refused_entry_can_be_mended_or_given_up(view_of):
    view = view_of(_FOUR)
    view.model().setData(view.model().index(0, 2), "many")
    view.model().refuse("a", "years", msg("That is no number."))
    _at(view, 0, 2)
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert _editor(view).text() == "many"
    QTest.keyClick(_editor(view), Qt.Key.Key_Escape)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.model().index(0, 2).data() == "4"


def test_rows_that_come_while_an_entry_is_told_leave_the_cell_closed(view_of, qtbot):
    view = view_of(_FOUR)
    table = view.model()
    table.edited.connect(lambda *_: table.show([Person("n", "New"), *_FOUR]))
    _at(view, 0, 1)
    QTest.keyClicks(view, "x")
    QTest.keyClick(_editor(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.current_id() == "b")
    assert view.indexWidget(view.currentIndex()) is None


def test_letters_jump_by_name_where_nothing_can_be_entered(view_of):
    view = view_of(named("Anna", "Berit", "Bo", "Åse"))
    _at(view, 0, 0)
    for letter, name in (("b", "Berit"), ("b", "Bo"), ("b", "Berit")):
        QTest.keyClick(view, letter)
        assert view.current_id() == f"p{['Anna', 'Berit', 'Bo', 'Åse'].index(name)}"


def test_a_name_typed_quickly_is_found_whole(view_of):
    view = view_of(named("Anna", "Berit", "Bo", "Beata"))
    _at(view, 0, 0)
    QTest.keyClicks(view, "bea")
    assert view.current_id() == "p3"


def test_copied_rows_are_the_shown_columns_in_the_order_of_the_eye(view_of):
    view = view_of([Person("a", 'Åse\t"x"', "Rus", 4), Person("b", "Berit")])
    view.horizontalHeader().moveSection(1, 0)
    view.hideColumn(3)
    QTest.keyClick(view, Qt.Key.Key_A, _CONTROL)
    QTest.keyClick(view, Qt.Key.Key_C, _CONTROL)
    assert QGuiApplication.clipboard().text() == 'Rus\t"Åse\t""x"""\t4\t\n\tBerit\t\t\n'


def test_a_pasted_block_is_told_with_the_cell_it_begins_at(view_of, qtbot):
    view = view_of(_FOUR)
    _at(view, 1, 2)
    QGuiApplication.clipboard().setText('1\t"a\nb"\r\n2\t\r\n')
    with qtbot.waitSignal(view.pasted) as told:
        QTest.keyClick(view, Qt.Key.Key_V, _CONTROL)
    assert told.args == [(("1", "a\nb"), ("2", "")), "b", "years"]


def test_a_list_can_be_pasted_into_an_empty_table(view_of, qtbot):
    view = view_of([])
    QGuiApplication.clipboard().setText("Kari\nPer")
    with qtbot.waitSignal(view.pasted) as told:
        QTest.keyClick(view, Qt.Key.Key_V, _CONTROL)
    assert told.args == [(("Kari",), ("Per",)), "", ""]


def test_too_much_on_the_clipboard_is_said_and_not_read(view_of, desk, qtbot):
    view = view_of(_FOUR)
    QGuiApplication.clipboard().setText("x" * 500_001)
    with qtbot.waitSignal(desk.told) as told, qtbot.assertNotEmitted(view.pasted):
        QTest.keyClick(view, Qt.Key.Key_V, _CONTROL)
    assert "too much" in told.args[0].sentence.text


def test_fill_down_tells_the_first_entry_for_the_others(view_of, qtbot):
    view = view_of(_FOUR)
    view.select_ids(["a", "b", "d"])
    view.selectionModel().setCurrentIndex(view.model().index(3, 1), view.selectionModel().SelectionFlag.NoUpdate)
    with qtbot.waitSignal(view.filled_down) as told:
        QTest.keyClick(view, Qt.Key.Key_D, _CONTROL)
    assert told.args == [("b", "d"), "unit", "Rus"]


def test_control_shift_and_an_arrow_sort_by_the_current_column(view_of):
    view = view_of(_FOUR)
    _at(view, 0, 0)
    QTest.keyClick(view, Qt.Key.Key_Down, _CONTROL | _SHIFT)
    assert names(view.model())[0] == "Dina"
    QTest.keyClick(view, Qt.Key.Key_Up, _CONTROL | _SHIFT)
    assert names(view.model())[-1] == "Dina"


def test_home_and_end_go_to_the_first_and_last_row_of_a_list(view_of):
    view = view_of(_FOUR, READING)
    _at(view, 1, 1)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.selected_ids() == ("d",)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.selected_ids() == ("a",)


def test_a_file_open_for_reading_says_why_and_changes_nothing(reading_only, view_of, qtbot):
    view = view_of(_FOUR)
    _at(view, 0, 1)
    QGuiApplication.clipboard().setText("x")
    for key, modifier in ((Qt.Key.Key_F2, None), (Qt.Key.Key_Delete, None), (Qt.Key.Key_V, _CONTROL)):
        with qtbot.waitSignal(reading_only.told) as told, qtbot.assertNotEmitted(view.pasted):
            QTest.keyClick(view, key, modifier or Qt.KeyboardModifier.NoModifier)
        assert told.args[0].sentence == reading_only.file.read_only
    assert view.indexWidget(view.currentIndex()) is None
