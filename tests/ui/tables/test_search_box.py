"""The line in which a list is filtered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from ui.widgets.search_box import SearchBox


@pytest.fixture
def box(look, qtbot):
    made = SearchBox(look, "Name, unit …", "Filter the mentees")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_tells_what_was_typed_once(box, qtbot):
    told: list[str] = []
    box.typed.connect(told.append)
    QTest.keyClicks(box, "  kari ")
    qtbot.waitUntil(lambda: told == ["kari"], timeout=1_000)
    QTest.keyClicks(box, " ")
    qtbot.wait(60)
    assert told == ["kari"]


def test_escape_clears_and_the_second_one_gives_the_focus_back(box, qtbot):
    QTest.keyClicks(box, "kari")
    qtbot.wait(60)
    with qtbot.waitSignal(box.typed) as told, qtbot.assertNotEmitted(box.given_back):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert told.args == [""]
    with qtbot.waitSignal(box.given_back):
        QTest.keyClick(box, Qt.Key.Key_Escape)


def test_down_goes_into_the_list_that_is_filtered_already(box, qtbot):
    told: list[str] = []
    box.typed.connect(told.append)
    box.left_down.connect(lambda: told.append("down"))
    QTest.keyClicks(box, "kari")
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert told == ["kari", "down"]


def test_the_cross_is_there_only_when_there_is_something_to_clear(box):
    cross = box.findChild(QToolButton, "clearFilter")
    assert cross is not None
    assert not cross.isVisible()
    QTest.keyClicks(box, "x")
    assert cross.isVisible()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert box.text() == ""
    assert not cross.isVisible()


def test_it_has_a_name_for_screen_readers(box):
    assert box.accessibleName() == "Filter the mentees"
