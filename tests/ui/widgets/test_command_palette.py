"""Ctrl+K: found by the beginnings of words, driven by the keyboard alone, quick among ten thousand people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow

from tests.counts import count
from ui.widgets.command_palette import CommandPalette
from ui.widgets.palette_entries import Entry, Kind, Shelf


def entries(kind: Kind, *titles: str, second: str = "", keys: str = "", said: list[str] | None = None) -> list[Entry]:
    def saying(title: str):
        return lambda: None if said is None else said.append(title)

    return [Entry(kind, title, second, keys, saying(title)) for title in titles]


def titles(found) -> list[str]:
    return [entry.title for entry in found]


PEOPLE = Shelf(entries(Kind.PEOPLE, "Ase Berg", "Per Åsen", "Åse Ødegård", "Kari Berg", "Bo Karlsen"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("åse", ["Åse Ødegård", "Per Åsen", "Ase Berg"]),
        ("ase", ["Ase Berg", "Åse Ødegård", "Per Åsen"]),
        ("ÅSE ø", ["Åse Ødegård"]),
        ("berg", ["Ase Berg", "Kari Berg"]),
        ("be ka", ["Kari Berg"]),
        ("kabe", ["Kari Berg"]),
        ("kar", ["Kari Berg", "Bo Karlsen"]),
        ("degård", []),
        ("<b>", ["Bo Karlsen", "Ase Berg", "Kari Berg"]),
        (".*", []),
        ("   ", ["Ase Berg", "Per Åsen", "Åse Ødegård", "Kari Berg", "Bo Karlsen"]),
    ],
)
def test_people_are_found_by_the_beginnings_of_their_words(text, wanted):
    assert titles(PEOPLE(text)) == wanted


names = some.lists(
    some.sampled_from(["åse", "ase", "Kari", "berg", "Ødegård", "odegard", "per"]), min_size=1, max_size=3
)


@settings(max_examples=count(200, 5_000), deadline=None)
@given(some.lists(names.map(" ".join), max_size=8), some.sampled_from(["å", "ås", "a", "k", "ø", "ode", "ase", "berg"]))
def test_nothing_with_other_letters_stands_before_what_has_the_letters_as_typed(people, text):
    found = titles(Shelf(entries(Kind.PEOPLE, *people))(text))

    def as_typed(title: str) -> bool:
        return any(word.startswith(text) for word in title.lower().split())

    ranks = [0 if as_typed(title) else 1 for title in found]
    assert ranks == sorted(ranks)
    assert found.count("") == 0
    assert {title for title in people if as_typed(title)} <= set(found)


@settings(max_examples=count(200, 5_000), deadline=None)
@given(some.lists(some.text(max_size=20), max_size=6), some.text(max_size=10))
def test_any_text_may_be_sought_in_any_titles(people, text):
    shelf = Shelf(entries(Kind.PEOPLE, *people))
    assert set(titles(shelf(text))) <= set(people)


class Opened:
    """A window with one field of its own, and the palette over it."""

    def __init__(self, qtbot, look) -> None:
        self.said: list[str] = []
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.own = QLineEdit()
        self.window.setCentralWidget(self.own)
        self.window.resize(900, 600)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.own.setFocus()
        self.palette = CommandPalette(look)
        for kind, names, keys in (
            (Kind.COMMANDS, ("Åpne fil", "Match to …"), "Ctrl+M"),
            (Kind.PEOPLE, ("Ase Berg", "Åse <b>Ødegård</b>"), ""),
            (Kind.PAIRS, ("Åse – Per",), ""),
            (Kind.MEETINGS, ("Åpning",), ""),
        ):
            self.palette.offer(kind, Shelf(entries(kind, *names, second="R&D", keys=keys, said=self.said)))
        self.palette.open_over(self.window)

    def write(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)

    @property
    def rows(self) -> list[str]:
        model = self.palette.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def chosen(self) -> str:
        return self.palette.list.currentIndex().data()


@pytest.fixture
def opened(qtbot, look) -> Opened:
    return Opened(qtbot, look)


def test_people_come_first_and_enter_does_the_chosen_one_where_the_focus_was(opened):
    opened.write("å")
    assert opened.rows == ["Åse <b>Ødegård</b>", "Ase Berg", "Åse – Per", "Åpning", "Åpne fil"]
    opened.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert opened.chosen == "Ase Berg"
    opened.press(Qt.Key.Key_Return)
    assert opened.said == ["Ase Berg"]
    assert not opened.palette.isVisible()
    assert QApplication.focusWidget() is opened.own


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("> å", ["Åpne fil"]),
        ("@å", ["Åse <b>Ødegård</b>", "Ase Berg"]),
        ("#", ["Åpning"]),
        (">", ["Åpne fil", "Match to …"]),
    ],
)
def test_a_sign_before_the_text_seeks_one_kind(opened, text, wanted):
    opened.write(text)
    assert opened.rows == wanted


def test_escape_closes_it_and_does_nothing(opened):
    opened.press(Qt.Key.Key_Escape)
    assert not opened.palette.isVisible()
    assert opened.said == []
    assert QApplication.focusWidget() is opened.own


def test_nothing_found_is_said_in_words_as_typed(opened):
    opened.write("<i>&qq")
    words = opened.palette.findChild(QLabel, "paletteNothing")
    assert words.isVisible()
    assert words.text() == "Nothing found for “<i>&qq”."
    opened.press(Qt.Key.Key_Return)
    assert opened.said == []
    assert opened.palette.isVisible()


def test_rows_are_read_out_with_their_kind_and_keys(opened):
    opened.write(">m")
    index = opened.palette.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Match to …, Command, R&D, Ctrl+M"


def test_tab_goes_to_the_list_and_out_again_which_closes_it(opened):
    opened.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is opened.palette.list
    opened.press(Qt.Key.Key_Down)
    assert opened.chosen == "Åse <b>Ødegård</b>"
    opened.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is opened.own
    assert not opened.palette.isVisible()


def test_what_was_done_last_stands_on_top(opened):
    opened.write("åpning")
    opened.press(Qt.Key.Key_Return)
    opened.palette.open_over(opened.window)
    assert opened.rows[0] == "Åpning"


def test_it_fits_into_a_small_window(opened):
    opened.window.resize(320, 260)
    QApplication.processEvents()
    assert opened.window.rect().contains(opened.palette.geometry())
