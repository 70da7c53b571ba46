"""A calendar over real files: two programmes with pairs, one in each country, in January 2027."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.actions.files import new_file
from mentordesk.domain.subjects import Subject
from mentordesk.queries.programmes import programmes
from tests.queries.small_programme import made
from ui.desk import IN_ONE_LINE

TODAY = date(2027, 1, 14)
NO = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="session")
def _laid_out(tmp_path_factory):
    path = tmp_path_factory.mktemp("calendar") / "laid out.mentordesk"
    with new_file(path) as store:
        made(store, "nno", "Kull 1")
        made(store, "nu", "Omgång 1")
    return path


@pytest.fixture
def laid_out(_laid_out, tmp_path):
    return shutil.copy(_laid_out, tmp_path / "calendar.mentordesk")


class Shown:
    """The page and the hands that use it."""

    def __init__(self, page, desk, settle):
        self.page, self.desk, self.settle = page, desk, settle
        self.told = []
        desk.told.connect(lambda notice: self.told.append(notice))

    def press(self, key, held=NO, *, on=None):
        target = on or QApplication.focusWidget() or self.page
        QTest.keyClick(target, key, held)
        self.settle(self.desk)
        QTest.qWait(1)

    def in_one_line(self):
        """As the window does at Ctrl+Shift+N, wherever the keyboard is."""
        self.page.please_show(Subject.MEETINGS, IN_ONE_LINE)
        self.settle(self.desk)

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.qWait(1)  # what was there before is gone then

    def find(self, kind, name):
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def rows(self, programme=None, first=date(2026, 10, 1), last=date(2029, 12, 31)):
        from mentordesk.queries.agenda import agenda

        got = []
        self.desk.work.ask("test", lambda store: agenda(store, programme, first=first, last=last), got.append)
        self.settle(self.desk)
        return got[0].rows

    def undo(self):
        self.desk.work.undo()
        self.settle(self.desk)


@pytest.fixture
def calendar(qtbot, desk_over, settled, laid_out):
    """`calendar(programme=0, look=…)`: programme None shows all of them."""

    def make(programme=0, *, path=None, size=(1104, 740), read_only=None, **more):
        from ui.calendar.tab import CalendarPage

        desk = desk_over(path or laid_out, **more)
        desk.file = replace(desk.file, today=TODAY, read_only=read_only)
        found = []
        desk.work.ask("test", programmes, found.append)
        settled(desk)
        desk.programme = None if programme is None or not found[0] else found[0][programme]
        page = CalendarPage(desk)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        settled(desk)
        shown = Shown(page, desk, settled)
        page._views.enter()
        return shown

    return make
