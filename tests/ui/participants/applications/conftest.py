"""Parts and views of applications alone, over files of both programmes, with the eyes and hands of a test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mentordesk.actions.applications import ApplicationForm, take_application
from mentordesk.actions.files import new_file, open_file, open_for_reading
from mentordesk.actions.notices import take_notice
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.applications import Origin
from mentordesk.queries.applications import application_of
from mentordesk.queries.participant import participant
from mentordesk.queries.participants import participants
from ui.desk import Desk
from ui.widgets.turns import Turns

TODAY = date(2026, 11, 23)
NAMES = ("Kari Berg", "Åse Dahl", "Per Eik")


def clock():
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass
class Shown:
    """A widget over a desk, in its window."""

    window: QWidget
    widget: QWidget
    desk: Desk
    settle: object
    told: list

    def find(self, name, kind=QWidget):
        found = self.widget.findChild(kind, name)
        assert found is not None, name
        return found

    def has(self, name):
        found = self.widget.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def click(self, name):
        widget = self.find(name)
        assert widget.isVisible(), name
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle(self.desk)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        QTest.keyClick(focused, key, modifiers)
        self.settle(self.desk)

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.settle(self.desk)

    def ask(self, question):
        found = []
        self.desk.work.ask("test", question, found.append)
        self.settle(self.desk)
        return found[0]

    def rows(self):
        programme = self.desk.programme_id
        return {row.name: row for row in self.ask(lambda store: participants(store, programme, today=TODAY))}

    def application(self, name):
        id_ = self.rows()[name].id
        return self.ask(lambda store: application_of(store, id_))

    def known(self, name):
        id_ = self.rows()[name].id
        return self.ask(lambda store: participant(store, id_, today=TODAY))

    def change(self, action):
        self.desk.work.change(action)
        self.settle(self.desk)

    def undo(self):
        self.desk.work.undo()
        self.settle(self.desk)

    def show_one(self, name):
        """As the pane beside the list does it after a change."""
        self.widget.show_participant(self.known(name))
        self.settle(self.desk)
        while any(turns.are_left for turns in self.widget.findChildren(Turns)):
            QTest.qWait(1)
        self.settle(self.desk)  # what was made last is shown a turn later


def _three_applications(path):
    with new_file(path, clock=clock) as store:
        programme = create_programme(store, template_key="nno", name="Kull 1", starts_on=date(2027, 1, 18)).id
        for days, name in enumerate(NAMES):
            given, family = name.split()
            letter = f"Letter of {name}.\n\n" + "I want to learn to lead. " * 80 if days == 0 else ""
            form = ApplicationForm(TODAY - timedelta(days), Origin.APPLIED, letter)
            values = {"given_name": given, "family_name": family, "leadership_since": date(2026, 1, 1)}
            take_application(store, programme=programme, values=values, form=form)


def _one_notice(path):
    with new_file(path, clock=clock) as store:
        programme = create_programme(store, template_key="nu", name="NU", starts_on=date(2027, 1, 18)).id
        take_notice(
            store,
            programme=programme,
            values={"given_name": "Åsa", "family_name": "Öberg"},
            appointing_manager="Gun Ek",
            takes_office_on=date(2027, 1, 4),
            known_on=TODAY - timedelta(7),
        )


@pytest.fixture
def nno(copy_of):
    """Three applications: today's, yesterday's and the day before's; the letter of the first is long."""
    return copy_of(_three_applications)


@pytest.fixture
def nu(copy_of):
    """A new manager of whom notice came a week ago."""
    return copy_of(_one_notice)


@pytest.fixture
def shown_over(desk_over, qtbot, settled):
    """`shown_over(Widget, path)`: made over a desk on the sample day, and in a window that has the focus."""

    def make(build, path, *, read_only=False, size=(1104, 764)) -> Shown:
        opener = open_for_reading if read_only else open_file
        desk = desk_over(path, opener=lambda: opener(path, clock=clock))
        told = []
        desk.told.connect(told.append)
        desk.work.refused.connect(told.append)
        window = QWidget()
        window.setProperty("kind", "canvas")
        widget = build(desk)
        lines = QVBoxLayout(window)
        lines.addWidget(widget)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        settled(desk)
        return Shown(window, widget, desk, settled, told)

    return make
