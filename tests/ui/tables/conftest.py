"""A desk that only tables need: no file behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mentordesk.i18n.message import msg
from tests.ui.tables.people import COLUMNS, Person, table_of
from ui.changes import Changes
from ui.desk import Desk, OpenFile
from ui.preferences import Preferences
from ui.tables.view import TableView
from ui.work import Work


@pytest.fixture
def desk(qapp, tmp_path, look):
    changes = Changes()
    work = Work(changes)
    yield Desk(
        work=work,
        changes=changes,
        ask=None,
        look=look,
        preferences=Preferences(tmp_path / "window.ini"),
        file=OpenFile(Path("x.mentordesk"), date(2026, 9, 1)),
    )
    work.close()


@pytest.fixture
def reading_only(desk):
    desk.file = replace(desk.file, read_only=msg("The file is open for reading."))
    return desk


@pytest.fixture
def view_of(desk, qtbot):
    """`view_of(rows, columns)`: a table as it stands in a window."""

    def make(rows: list[Person], columns=COLUMNS) -> TableView:
        view = TableView(desk, table_of(rows, columns), "Mentees", tab="participants")
        qtbot.addWidget(view)
        view.resize(900, 400)
        view.show()
        view.setFocus()
        return view

    return make
