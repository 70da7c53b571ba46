"""A start-up meeting of four pairs from two employers, on its second day, in the real calendar."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mentordesk.queries.gathering import gathering
from mentordesk.queries.programmes import programmes
from tests.actions.gathered import SECOND, opened
from tests.ui.calendar.conftest import CTRL, Shown

K = Qt.Key


@pytest.fixture(scope="session")
def _written_meeting(tmp_path_factory):
    path = tmp_path_factory.mktemp("gathering") / "gathering.mentordesk"
    with opened(path) as made:
        return path, made.meeting


class Room(Shown):
    """The calendar with the meeting's page opened over it."""

    def __init__(self, page, desk, settle, meeting):
        super().__init__(page, desk, settle)
        self.meeting = meeting

    @property
    def seen(self):
        got = []
        self.desk.work.ask("test", lambda store: gathering(store, self.meeting), got.append)
        self.settle(self.desk)
        return got[0]

    def words(self, name):
        return self.find(QLabel, name).text()

    def press(self, key, held=Qt.KeyboardModifier.NoModifier, *, on=None):
        super().press(key, held, on=on)
        self.settle(self.desk)


@pytest.fixture
def room(qtbot, desk_over, settled, _written_meeting, tmp_path):
    """`room(opened=True, …)`: opened with Ctrl+Return from the agenda."""

    def make(*, opened=True, size=(1104, 740), read_only=None, today=SECOND, **more):
        from ui.calendar.tab import CalendarPage

        path, meeting = _written_meeting
        desk = desk_over(shutil.copy(path, tmp_path / "gathering.mentordesk"), **more)
        desk.file = replace(desk.file, today=today, read_only=read_only)
        found = []
        desk.work.ask("test", programmes, found.append)
        settled(desk)
        desk.programme = found[0][0]
        page = CalendarPage(desk)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        settled(desk)
        page._go(today, f"{meeting}:1")
        settled(desk)
        made = Room(page, desk, settled, meeting)
        page._views.enter()
        if opened:
            made.press(K.Key_Return, CTRL)
        return made

    return make
