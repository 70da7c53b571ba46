"""The page over the example, in a window that can have the focus; and what a test asks it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mentordesk.queries.participants import participants
from ui.desk import Desk
from ui.participants.tab import ParticipantsPage
from ui.widgets.turns import Turns


@dataclass
class Tab:
    """A page with its desk, and the eyes and hands of a test."""

    window: QWidget
    page: ParticipantsPage
    desk: Desk
    settle: object
    told: list
    done: list

    def find(self, name, kind=QWidget):
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, name):
        widget = self.find(name)
        assert widget.isVisible(), name
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle(self.desk)

    def focused(self):
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def press(self, key, *, on=None, modifiers=Qt.KeyboardModifier.NoModifier):
        """On whatever has the focus, as a person's key goes."""
        QTest.keyClick(on or self.focused(), key, modifiers)
        self.settle(self.desk)

    def type(self, text, *, on=None):
        QTest.keyClicks(on or self.focused(), text)
        self.settle(self.desk)

    def rows(self):
        """As the file holds them now, by name."""
        found = []
        programme, today = self.desk.programme_id, self.desk.today
        self.desk.work.ask("test", lambda store: participants(store, programme, today=today), found.append)
        self.settle(self.desk)
        return {row.name: row for row in found[0]}

    def names(self):
        """As the grid shows them."""
        table = self.page.grid.table
        return [table.cell(place, 0).text for place in range(len(table.rows.shown))]

    def go_to(self, name, key):
        """Selects the person's row, with the cell of this column as the current one."""
        table, view = self.page.grid.table, self.page.grid.view
        place = self.names().index(name)
        # Said in full: without an event the view would ask which modifier keys were held last, by an earlier test.
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        view.selectionModel().setCurrentIndex(table.index(place, table.column_of(key)), rows)
        view.setFocus()
        self.settle(self.desk)
        QTest.qWait(80)  # the pane waits for those who run through the list
        self.settle(self.desk)

    def cell(self, name, key):
        table = self.page.grid.table
        return table.cell(self.names().index(name), table.column_of(key))

    def undo(self):
        self.desk.work.undo()
        self.settle(self.desk)

    def show_part(self, part):
        """By its place, or by the name of its class."""
        tabs = self.find("detailTabs")
        kinds = [tabs.widget(at).kind.__name__ for at in range(tabs.count())]
        tabs.setCurrentIndex(kinds.index(part) if isinstance(part, str) else part)
        self.settle(self.desk)


@pytest.fixture
def tab_over(desk_over, qtbot, settled):
    """`tab_over(path, size=…, **desk)`: the page over a file, shown and filled."""

    def make(path, size=(1104, 764), **more) -> Tab:
        desk = desk_over(path, **more)
        window = QWidget()
        window.setProperty("kind", "canvas")
        lines = QVBoxLayout(window)
        lines.setContentsMargins(0, 0, 0, 0)
        page = ParticipantsPage(desk)
        lines.addWidget(page)
        qtbot.addWidget(window)
        window.resize(*size)
        told, done = [], []
        desk.told.connect(told.append)
        desk.work.refused.connect(told.append)
        desk.work.done.connect(done.append)

        def still(desk) -> None:
            settled(desk)
            qtbot.waitUntil(lambda: not any(turns.are_left for turns in window.findChildren(Turns)))
            qtbot.wait(1)  # what was made last is shown a turn later

        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        still(desk)
        QTest.qWait(80)
        still(desk)
        return Tab(window, page, desk, still, told, done)

    return make


@pytest.fixture
def tab(tab_over, example) -> Tab:
    return tab_over(example)


@pytest.fixture
def empty(tmp_path):
    """A file with a programme and nobody in it."""
    from datetime import date

    from mentordesk.actions.files import new_file
    from mentordesk.actions.programmes import create_programme

    path = tmp_path / "empty.mentordesk"
    with new_file(path) as store:
        create_programme(store, template_key="nno", name="Mentors 2027", starts_on=date(2027, 1, 18))
    return path
