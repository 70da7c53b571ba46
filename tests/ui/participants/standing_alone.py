"""A view of the tab without the tab: shown, filled, and reloaded when what it shows was touched."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.language import say
from ui.participants.view_page import ViewPage


@dataclass
class Alone:
    window: QWidget
    page: ViewPage
    desk: Desk
    settle: object
    told: list

    def find(self, name, kind=QWidget):
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert found, name
        return found[0]

    def click(self, name):
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        self.settle(self.desk)

    def focused(self):
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def press(self, key, *, on=None, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(on or self.focused(), key, modifiers)
        self.settle(self.desk)

    def type(self, text, *, on=None):
        QTest.keyClicks(on or self.focused(), text)
        self.settle(self.desk)

    def undo(self):
        self.desk.work.undo()
        self.settle(self.desk)

    def ask(self, question):
        found = []
        self.desk.work.ask("test", question, found.append)
        self.settle(self.desk)
        return found[0]

    def told_text(self):
        return "\n".join(say(getattr(each, "sentence", None) or each.message) for each in self.told)


def standing(desk, qtbot, settled, build, size=(1104, 700)) -> Alone:
    window = QWidget()
    window.setProperty("kind", "canvas")
    lines = QVBoxLayout(window)
    page = build(desk)
    lines.addWidget(page)
    qtbot.addWidget(window)
    window.resize(*size)
    told = []
    desk.told.connect(told.append)
    desk.work.refused.connect(told.append)

    def on_touched(subjects):
        if subjects & page.subjects:
            page.reload()

    desk.changes.touched.connect(on_touched)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page.reload()
    settled(desk)
    return Alone(window, page, desk, settled, told)
