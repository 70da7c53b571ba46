"""Somebody who recruits with the keyboard alone: what is pressed, and what can be read in the window then."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QTabWidget

from tests.ui.hands import Keys, find
from tests.ui.test_window import seen
from ui.tables.view import TableView
from ui.widgets.chip import Chip


class Walker(Keys):
    """The keyboard, the window it is used in, and what can be read there."""

    def __init__(self, program, calm) -> None:
        super().__init__(program.window)
        self.program = program
        self._calm = lambda: calm(program)

    def key(self, *keys: str) -> None:
        """As a menu writes them: "Ctrl+Shift+Down"; each is pressed where the keyboard is."""
        for each in keys:
            combination: QKeyCombination = QKeySequence(each)[0]
            where = QApplication.activePopupWidget() or QApplication.focusWidget() or self._window
            QTest.keyClick(where, combination.key(), combination.keyboardModifiers())
        self.settle()

    def do(self, name: str) -> None:
        """Tab to it, Space, and wait."""
        self.press(name)
        self.settle()

    def stop_at(self, name: str) -> None:
        """Tab to it, and no more."""
        self._tab_to(name)

    def tell(self, name: str, text: str) -> None:
        """What is typed is kept when the line is left."""
        self.write(name, text)
        if QApplication.activePopupWidget() is not None:  # names that complete: what is typed stays as it is
            self.key("Esc")

    def tab(self, name: str) -> None:
        self.go_to(name)
        self.settle()

    def settle(self) -> None:
        self._calm()
        if QApplication.focusWidget() is None or not self.program.window.isActiveWindow():
            self.program.window.activateWindow()  # as every window system does; the offscreen one has none
            self._calm()

    def part(self, title: str) -> None:
        """Of the pane beside the list, by the arrow keys."""
        tabs = find(self.program.window, "detailTabs")
        assert isinstance(tabs, QTabWidget)
        self._tab_to("qt_tabwidget_tabbar")
        self.key(*["Left"] * tabs.count())
        for _ in range(tabs.count()):
            if tabs.tabText(tabs.currentIndex()) == title:
                return
            self.key("Right")
        raise AssertionError(f"no part “{title}”")

    def reads(self, *words: str) -> None:
        shown = seen(self.program.window)
        for each in words:
            assert each in shown, f"“{each}” is not in:\n{shown}"

    def text(self, name: str) -> str:
        found = find(self.program.window, name)
        assert isinstance(found, QLabel)
        return found.text()

    def cells(self, name: str) -> list[dict[str, str]]:
        """The rows of a table as they are read: title of the column to the text of the cell."""
        view = find(self.program.window, name)
        assert isinstance(view, TableView)
        model = view.model()
        titles = [str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in range(model.columnCount())]
        return [
            {title: str(model.index(row, at).data() or "") for at, title in enumerate(titles)}
            for row in range(model.rowCount())
        ]


def begin(w, template, name, begins, path):
    w.settle()
    w.press(template)
    w.program.ask.answers.append(path)
    w.write("name", name)
    w.write("starts_on", begins.isoformat())
    w.do("makeProgramme")


def decide(w, button, reason):
    w.tell("reasonLine", reason)
    w.tell("decidedBy", "Kari Ås")
    w.do(button)


def mark(w, names, table="selectionTable", count="decisionCount"):
    """These rows of the list, by the arrows with Ctrl and Ctrl+Space."""
    order = [next(iter(each.values())) for each in w.cells(table)]
    places = sorted(order.index(name) for name in names)
    w.choose(table, places[0])
    if not places[0]:
        w.key("Down", "Up")  # Ctrl+Home goes to the first row and selects nothing
    for before, at in pairwise(places):
        w.key(*["Ctrl+Down"] * (at - before), "Ctrl+Space")
    w.settle()
    said_count = w.text(count)
    assert said_count.startswith(f"{len(names)} "), said_count


def row_of(w, name, table="participantsTable", title="Name"):
    return next(each for each in w.cells(table) if each[title] == name)


def go_to_person(w, name):
    at = next(at for at, each in enumerate(w.cells("participantsTable")) if name in each.values())
    w.choose("participantsTable", at)
    QTest.qWait(100)  # while somebody runs through the list, only where they stop is asked for
    w.settle()


def seats(w):
    shown = find(w.program.window, "selectionSeats")
    assert isinstance(shown, Chip)
    return shown.text


def place_of(w, name, words):
    """Of an entry in a drop-down list."""
    box = find(w.program.window, name)
    assert isinstance(box, QComboBox)
    at = box.findText(words)
    assert at >= 0, f"“{words}” is not offered in {[box.itemText(each) for each in range(box.count())]}"
    return at


def lines_of(w, name):
    shown = find(w.program.window, name)
    assert isinstance(shown, QListWidget)
    return [shown.item(at).text() for at in range(shown.count())]


def show_view(w, item):
    w.press("savedViews")
    w.pick(item)
    w.settle()


def said_day(day):
    return f"{day.day} {day:%B} {day.year}"
