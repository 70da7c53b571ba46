"""Steps of which each takes a turn: in order, one a turn, and left when others begin."""

import pytest
from PySide6.QtCore import QObject

from ui.widgets.turns import Turns


@pytest.fixture
def turns(qtbot):
    parent = QObject()
    yield Turns(parent)
    parent.deleteLater()


def test_they_are_done_in_order_and_none_at_once(qtbot, turns):
    done = []
    turns.begin([lambda at=at: done.append(at) for at in range(3)])
    assert (done, turns.are_left) == ([], True)
    qtbot.waitUntil(lambda: not turns.are_left)

    assert done == [0, 1, 2]


def test_what_is_not_done_is_left_when_others_begin(qtbot, turns):
    done = []
    turns.begin([lambda: turns.begin([lambda: done.append("other")]), lambda: done.append("left")])
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(5)

    assert done == ["other"]


def test_nothing_is_to_be_done_after_an_empty_begin(qtbot, turns):
    done = []
    turns.begin([lambda: done.append("left")])
    turns.begin(())
    qtbot.wait(5)

    assert (done, turns.are_left) == ([], False)
