"""A view of the Documents tab alone in a bare window: reloaded by what changes, its keys bound as by the tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.widgets.page import shortcut

NO = Qt.KeyboardModifier.NoModifier


class _Window(QWidget):
    """A widget, so that nothing reaches it when it is gone."""

    def __init__(self, view, desk):
        super().__init__()
        self._view, self._desk = view, desk
        self.setProperty("kind", "canvas")
        QVBoxLayout(self).addWidget(view)
        for command in view.commands():
            if command.keys:
                shortcut(self, command.keys, command.run)
        desk.changes.touched.connect(self.reload)
        desk.programme_chosen.connect(self.reload)

    def reload(self, _=None):
        self._view.reload(self._desk.programme_id)


class Alone:
    def __init__(self, view, desk, settled):
        self.view, self.desk, self._settled = view, desk, settled
        self.told = []
        desk.told.connect(lambda notice: self.told.append(notice.sentence))
        self.window = _Window(view, desk)

    def show(self, qtbot):
        qtbot.addWidget(self.window)
        self.window.resize(1084, 700)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)
        self.window.reload()
        self.settle()
        self.view.enter()
        return self

    def settle(self):
        self._settled(self.desk)

    def find(self, name, kind=QWidget):
        found = self.window.findChild(kind, name)
        assert found is not None, f"nothing is called {name}"
        return found

    def press(self, key, keys=NO):
        QTest.keyClick(QApplication.focusWidget() or self.view, key, keys)
        self.settle()

    def write(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.settle()

    def click(self, name):
        self.find(name).click()
        self.settle()

    def choose(self, name, value):
        """One of a combo box, as somebody does."""
        combo = self.find(name)
        at = combo.findData(value)
        assert at >= 0, f"{name} has no {value}"
        combo.setCurrentIndex(at)
        combo.activated.emit(at)
        self.settle()

    def ask(self, query):
        found = []
        self.desk.work.ask("test", query, found.append)
        self.settle()
        return found[0]

    def do(self, action):
        done = []
        self.desk.work.change(action, done.append)
        self.settle()
        return done[0] if done else None
