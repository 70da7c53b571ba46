"""The Programme page alone over a file with two programmes, and the hands that use it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.actions.files import new_file
from mentordesk.actions.programmes import create_programme
from ui.programme.views import VIEWS
from ui.theme import LIGHT, Look

NO = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Shown:
    """The page, its view, and what a person does with the keys alone."""

    def __init__(self, page, desk, settled):
        self.page, self.desk, self._settled = page, desk, settled
        self.told = []
        desk.told.connect(self.told.append)

    def settle(self):
        self._settled(self.desk)

    def view(self, key):
        """By its digit, wherever the view of that key stands."""
        digit = next(place for place, entry in enumerate(VIEWS, start=1) if entry.key == key)
        self.press(getattr(Qt.Key, f"Key_{digit}"), CTRL)
        return self.page.views.view

    def press(self, key, keys=NO):
        QTest.keyClick(QApplication.focusWidget() or self.page, key, keys)
        self.settle()

    def write(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)

    def tab(self, times=1):
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    def widget(self, name):
        """The newest of that name: a form that was closed may still be going."""
        found = [one for one in self.page.findChildren(object, name) if one.isVisible()]
        assert found, f"nothing named {name} is seen"
        return found[-1]

    def cells(self, name):
        """What the table of that name shows, row by row."""
        model = self.widget(name).model()
        return [
            [model.index(row, at).data() or "" for at in range(model.columnCount())] for row in range(model.rowCount())
        ]

    def ask(self, query):
        found = []
        self.desk.work.ask("test", query, found.append)
        self.settle()
        return found[0]

    def undo(self):
        done = []
        self.desk.work.change(lambda store: done.append(store.undo()))
        self.settle()
        return done[0]


def _two_programmes(path):
    with new_file(path) as store:
        create_programme(store, template_key="nu", name="Omgång 1", starts_on=date(2027, 1, 18))
        create_programme(store, template_key="nno", name="Kull 2027", starts_on=date(2027, 1, 18))


@pytest.fixture
def programme_file(copy_of):
    return copy_of(_two_programmes)


@pytest.fixture
def shown(desk_over, settled, programme_file, qtbot):
    """`shown(zoom=200)`: the page over the file, and the focus in one of its views."""

    def make(zoom=100, opener=None, look=None, view="frame"):
        from ui.programme.tab import ProgrammePage

        desk = desk_over(programme_file, look=look or Look(LIGHT, zoom), opener=opener)
        page = ProgrammePage(desk)
        qtbot.addWidget(page)
        page.resize(1084, 770)
        page.show()
        page.activateWindow()
        qtbot.waitExposed(page)
        settled(desk)
        made = Shown(page, desk, settled)
        page.views.view.enter()
        made.view(view)
        return made

    return make
