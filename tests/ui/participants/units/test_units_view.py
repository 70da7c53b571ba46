"""The tree of units by keyboard: seen, renamed, added, moved, merged, removed, and each taken back (R5)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget

from mentordesk.actions.files import new_file, open_for_reading
from mentordesk.actions.units import add_unit
from mentordesk.queries.units import units
from tests.ui.participants.standing_alone import standing
from ui.participants.units.view import UnitsView

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wards(tmp_path):
    path = tmp_path / "wards.mentordesk"
    with new_file(path) as store:
        trust = add_unit(store, name="Helse Nord", parent=None)
        for clinic in ("A", "B"):
            under = add_unit(store, name=f"Klinikk {clinic}", parent=trust, area=f"Area {clinic}")
            add_unit(store, name="Post 3", parent=under)
    return path


@pytest.fixture
def alone(desk_over, qtbot, settled):
    return lambda path, **more: standing(desk_over(path, **more), qtbot, settled, UnitsView)


def tree(view):
    return [(node.depth, node.name) for node in view.ask(units)]


def at(view, name):
    view.page.tree.select_unit(next(node.id for node in view.page.model.nodes if node.name == name))
    view.page.tree.setFocus()


def words(view):
    return "\n".join(each.text() for each in view.find("unitPane").findChildren(QLabel) if each.isVisible())


def test_arrows_walk_the_tree_and_the_pane_follows(alone, wards):
    view = alone(wards)
    view.page.enter()
    assert view.focused().objectName() == "unitTree"
    view.press(Qt.Key.Key_Down)
    view.press(Qt.Key.Key_Down)
    assert "Helse Nord › Klinikk A › Post 3" in words(view)
    assert "The area Area A holds from a unit above." in words(view)
    view.press(Qt.Key.Key_Left)
    assert "Klinikk A" in view.find("unitName", QLabel).text()


def test_f2_renames_in_place_and_undo_takes_it_back(alone, wards):
    view = alone(wards)
    at(view, "Klinikk B")
    view.press(Qt.Key.Key_F2)
    editor = view.find("cellEditor", QLineEdit)
    editor.selectAll()
    view.type("Klinikk C", on=editor)
    view.press(Qt.Key.Key_Return, on=editor)
    assert (1, "Klinikk C") in tree(view)
    assert view.page.tree.current_unit() is not None
    view.undo()
    assert (1, "Klinikk B") in tree(view)


def test_a_new_unit_stands_under_the_one_in_view_and_a_double_is_refused_where_it_is_typed(alone, wards):
    view = alone(wards)
    at(view, "Klinikk B")
    view.press(Qt.Key.Key_N, modifiers=CTRL)
    view.type("Post 3")
    view.press(Qt.Key.Key_Return, modifiers=CTRL)
    assert "already" in words(view)
    line = view.find("unit_name", QLineEdit)
    line.selectAll()
    view.type("Post 4", on=line)
    view.press(Qt.Key.Key_Return, on=line, modifiers=CTRL)
    assert tree(view)[-2:] == [(2, "Post 3"), (2, "Post 4")]
    assert view.page.model.known(view.page.tree.current_unit()).name == "Post 4"
    assert view.focused().objectName() == "unitTree"


def test_ctrl_m_moves_and_never_under_itself(alone, wards):
    view = alone(wards)
    at(view, "Klinikk B")
    view.press(Qt.Key.Key_M, modifiers=CTRL)
    offered = view.find("unitsToChoose", QListWidget)
    texts = [offered.item(row).text() for row in range(offered.count())]
    assert texts == ["At the top", "Helse Nord › Klinikk A", "Helse Nord › Klinikk A › Post 3"]
    view.type("klinikk a")
    view.press(Qt.Key.Key_Return)
    assert tree(view) == [
        (0, "Helse Nord"),
        (1, "Klinikk A"),
        (2, "Klinikk B"),
        (3, "Post 3"),
        (2, "Post 3"),
    ]
    view.undo()
    assert tree(view)[3] == (1, "Klinikk B")


def test_two_spellings_become_one(alone, wards):
    view = alone(wards)
    at(view, "Klinikk A")
    view.click("mergeUnit")
    assert "Its people and the units under it come to Klinikk A, and it is gone." in words(view)
    view.press(Qt.Key.Key_Return)
    assert [name for _, name in tree(view)].count("Klinikk B") == 0
    assert len(tree(view)) == 4


def test_delete_removes_an_empty_unit_and_says_why_not_of_another(alone, wards):
    view = alone(wards)
    at(view, "Klinikk B")
    view.press(Qt.Key.Key_Delete)
    assert "1 unit stands under Klinikk B" in view.told_text()
    at(view, "Post 3")
    view.press(Qt.Key.Key_Delete)
    assert len(tree(view)) == 4
    assert view.page.tree.current_unit() is not None


def test_esc_closes_the_form_and_the_tree_has_the_keyboard(alone, wards):
    view = alone(wards)
    at(view, "Klinikk B")
    view.press(Qt.Key.Key_N, modifiers=CTRL)
    assert view.page.close_topmost()
    assert view.focused().objectName() == "unitTree"
    assert not view.page.close_topmost()


def test_the_first_unit_is_added_from_the_empty_page(alone, tmp_path):
    path = tmp_path / "new.mentordesk"
    with new_file(path):
        pass
    view = alone(path)
    view.page.enter()
    view.press(Qt.Key.Key_Return)
    view.type("Region Vest")
    view.press(Qt.Key.Key_Return, modifiers=CTRL)
    assert tree(view) == [(0, "Region Vest")]
    view.undo()
    assert view.find("firstUnit").isVisible()


def test_a_file_for_reading_says_why_nothing_is_changed(alone, wards):
    view = alone(wards, opener=lambda: open_for_reading(wards))
    at(view, "Klinikk B")
    for key, modifiers in ((Qt.Key.Key_N, CTRL), (Qt.Key.Key_M, CTRL), (Qt.Key.Key_Delete, CTRL & ~CTRL)):
        view.told.clear()
        view.press(key, modifiers=modifiers)
        assert [notice.sentence for notice in view.told] == [view.desk.file.read_only]
    assert not view.page.pane.has_form


def test_area_and_cost_centre_are_edited_in_the_pane(alone, wards):
    view = alone(wards)
    at(view, "Klinikk B")
    view.press(Qt.Key.Key_Return)
    view.click("editUnit")
    line = view.find("cost_centre", QLineEdit)
    view.type("7011", on=line)
    view.press(Qt.Key.Key_Return, on=line, modifiers=CTRL)
    assert [node.cost_centre for node in view.ask(units) if node.name == "Klinikk B"] == ["7011"]
    assert view.focused().objectName() == "unitTree"
