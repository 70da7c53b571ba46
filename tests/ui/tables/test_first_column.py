"""The first column stays in view when the table is scrolled sideways, and is still the first column under the hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mentordesk.domain.fields import TextField
from tests.ui.tables.people import COLUMNS, named

_WRITABLE = (replace(COLUMNS[0], edit=TextField("name", COLUMNS[0].title)), *COLUMNS[1:])
_FOUR = [replace(row, unit="Ward") for row in named("Åse", "Berit", "Carl", "Dina")]


@pytest.fixture
def scrolled(view_of):
    """Narrower than its columns, and scrolled to their end."""
    view = view_of(_FOUR, _WRITABLE)
    view.resize(300, 300)
    view.setColumnWidth(0, 120)
    for column in range(1, len(COLUMNS)):
        view.setColumnWidth(column, 150)
    before = view.viewport().grab().toImage()
    bar = view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 150
    return view, before


def test_what_stays_is_painted_as_it_was(scrolled):
    view, before = scrolled
    now = view.viewport().grab().toImage()
    high = view.rowHeight(0)  # the first row has the focus now
    names = (0, high, 119, 3 * high)  # the last px is its edge
    assert now.copy(*names) == before.copy(*names)
    others = (121, high, 100, 3 * high)
    assert now.copy(*others) != before.copy(*others)


def test_a_click_on_it_is_on_the_first_column(scrolled):
    view, _ = scrolled
    spot = QPoint(40, view.rowViewportPosition(2) + 5)
    assert view.indexAt(spot).column() == 0
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.current_id() == "p2"
    assert view.current_key() == COLUMNS[0].key


def test_its_editor_opens_where_it_is_seen(scrolled):
    view, _ = scrolled
    view.setCurrentIndex(view.model().index(1, 0))
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.indexWidget(view.currentIndex())
    assert isinstance(editor, QLineEdit)
    assert view.viewport().rect().contains(editor.geometry().topLeft())


def test_a_cell_is_never_left_beneath_it(scrolled):
    view, _ = scrolled
    view.scrollTo(view.model().index(0, 1))
    assert view.staying == 0 or view.visualRect(view.model().index(0, 1)).left() >= view.staying


def test_a_press_on_its_title_sorts_by_it(scrolled):
    view, _ = scrolled
    header = view.horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 5))
    assert header.sortIndicatorSection() == 0


def test_one_as_wide_as_half_the_table_goes_with_the_others(scrolled):
    view, _ = scrolled
    view.setColumnWidth(0, 200)
    assert view.staying == 0
