"""The Matching tab over a copy of the example, as a coordinator finds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.actions.files import Store
from ui.desk import Desk, Notice
from ui.matching_board.bench import Bench, Stage
from ui.matching_board.cards import Place
from ui.matching_board.tab import MatchingPage

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Hands:
    """The page with its hands: what a test does to it and reads from it."""

    desk: Desk
    page: MatchingPage
    wait: Callable[[], None]
    notices: list[Notice]
    window: QWidget

    @property
    def bench(self) -> Bench:
        assert self.page.bench is not None
        return self.page.bench

    @property
    def stage(self) -> Stage:
        return self.bench.stage

    @property
    def mentees(self):
        return self.page.candidates.mentees

    @property
    def candidates(self):
        return self.page.candidates.candidates

    def find(self, name: str, kind: type[QWidget] = QWidget):
        found = [widget for widget in self.page.findChildren(kind, name) if not widget.isHidden()]
        assert found, f"no {name} is shown"
        return found[-1]

    def click(self, name: str) -> None:
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        self.wait()

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier, on: QWidget | None = None) -> None:
        """On whatever has the focus."""
        target = on or self.page.window().focusWidget() or self.page
        QTest.keyClick(target, key, modifier)
        self.wait()

    def plan(self) -> None:
        self.click("mainAction")
        assert self.stage is Stage.PLANNED

    def choose_forcible(self) -> tuple[str, str]:
        """A candidate who is not in the plan, may be, and moves others: the ids of mentee and mentor."""
        for card in self.candidates.cards:
            if card.place is Place.POSSIBLE and "moves" in card.chip:
                self.candidates.choose(card.id)
                self.wait()
                return self.mentees.current, card.id
        raise AssertionError("the example has nobody to force")

    def do(self, action: Callable[[Store], object]) -> None:
        self.desk.work.change(action)
        self.wait()

    def undo(self) -> None:
        self.desk.work.undo()
        self.wait()


@pytest.fixture
def at_bench(qtbot, desk_over, settled, example):
    """`at_bench()`: the tab, shown; other looks and files are arguments."""
    faults: list[BaseException] = []

    def open_(path=None, *, size=(1104, 744), **how) -> Hands:
        desk = desk_over(path or example, **how)
        desk.work.failed.connect(faults.append)
        page = MatchingPage(desk)
        window = QWidget()
        room = QVBoxLayout(window)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(page)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()

        def wait() -> None:
            settled(desk)
            settled(desk)

        notices: list[Notice] = []
        desk.told.connect(notices.append)
        wait()
        return Hands(desk, page, wait, notices, window)

    yield open_
    assert not faults, faults
