"""One panel of the matching tab in a window of its own, over the real file, with hands to press and to write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from mentordesk.actions.files import Store, open_file
from mentordesk.queries.pairs import PairRow, pairs
from mentordesk.sample.rounds import on_the_sample_day
from ui.desk import Desk

W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = on_the_sample_day().date()


@dataclass
class Alone(Generic[W]):
    desk: Desk
    panel: W
    wait: Callable[[], None]
    done: list[object] = field(default_factory=list)  # names of changes, as the strip says them

    def find(self, name: str, kind: type[QWidget] = QWidget):
        found = [each for each in self.panel.findChildren(kind, name) if each.isVisibleTo(self.panel)]
        assert found, f"no {name} is shown"
        return found[-1]

    def shows(self, name: str) -> bool:
        return any(each.isVisibleTo(self.panel) for each in self.panel.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        button = self.find(name, QAbstractButton)
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """On whatever has the focus."""
        QTest.keyClick(self.panel.window().focusWidget() or self.panel, key, modifier)
        self.wait()

    def write(self, name: str, text: str) -> None:
        line = self.find(name, QLineEdit)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)

    def choose(self, name: str, value: str) -> None:
        """In a drop-down, by what is kept for the words."""
        box = self.find(name)
        place = box.findData(value)
        assert place >= 0, value
        box.setCurrentIndex(place)

    def words(self, inside: QWidget | None = None) -> str:
        """All that can be read."""
        top = inside or self.panel
        return "\n".join(each.text() for each in top.findChildren(QLabel) if each.isVisibleTo(top))

    def do(self, action: Callable[[Store], object]) -> None:
        self.desk.work.change(action)
        self.wait()

    def ask(self, question: Callable[[Store], object]):
        found: list[object] = []
        self.desk.work.ask("a test", question, found.append)
        self.wait()
        return found[0]

    @property
    def pairs(self) -> tuple[PairRow, ...]:
        programme = self.desk.programme_id
        return self.ask(lambda store: pairs(store, programme))

    def undo(self) -> None:
        self.desk.work.undo()
        self.wait()


def show_alone(
    qtbot,
    desk_over,
    settled,
    path,
    make: Callable[[Desk], W],
    size=(1104, 744),
    clock: Callable[[], datetime] = on_the_sample_day,
    **how,
) -> Alone[W]:
    """On the sample day, unless `clock` says otherwise. A fault of ours fails the test that reads `done`."""
    desk = desk_over(path, opener=lambda: open_file(path, clock=clock), **how)
    panel = make(desk)
    qtbot.addWidget(panel)
    panel.resize(*size)
    panel.show()
    panel.activateWindow()

    def wait() -> None:
        settled(desk)
        settled(desk)

    made = Alone(desk, panel, wait)
    desk.work.done.connect(made.done.append)
    desk.work.failed.connect(_raise)
    return made


def _raise(fault: BaseException) -> None:
    raise fault
