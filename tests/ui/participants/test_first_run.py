"""The page while nobody is in the list: where the keyboard is, so that a list can be pasted at once."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.participants.tab import ParticipantsPage
from ui.widgets.frames import column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
LIST = "Given name\tFamily name\tE-mail\nKari\tBerg\tkari@example.org"


@pytest.fixture
def held(desk_over, empty, qtbot, settled, look):
    """The page over a file that answers late, so that it says first that it is being read; and what lets it answer."""
    desk = desk_over(empty)
    answers = threading.Event()
    window = QWidget()
    elsewhere = QWidget()  # as the rail: what stands before the page, and takes the keyboard too
    elsewhere.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page = ParticipantsPage(desk)
    lines = column(look, within=window)
    lines.addWidget(elsewhere)
    lines.addWidget(page)
    qtbot.addWidget(window)
    window.resize(1104, 764)
    desk.work.ask("held", lambda _: answers.wait(10), lambda _: None)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page.grid.view.setFocus()  # as whoever comes to the tab does

    def answer():
        answers.set()
        settled(desk)

    return page, answer, window


@pytest.mark.parametrize("waits", [False, True], ids=["at once", "after the page that says it waits"])
def test_a_list_is_pasted_without_another_key(held, qtbot, waits):
    page, answer, _ = held
    if waits:
        qtbot.waitUntil(lambda: not page.content.isVisible())
    answer()

    assert QApplication.focusWidget().objectName() == "firstImport"
    QGuiApplication.clipboard().setText(LIST)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    answer()
    assert page.intake.importing.isVisible()


def test_the_keyboard_is_left_where_somebody_put_it(held, qtbot):
    page, answer, _ = held
    qtbot.waitUntil(lambda: not page.content.isVisible())
    button = page.findChild(QWidget, "viewUnits")
    button.setFocus()
    answer()

    assert QApplication.focusWidget() is button
