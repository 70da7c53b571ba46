"""Each view of the tab in the real window: its digit, F6 and Esc; and with a file that is open for reading only."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from mentordesk.actions.files import open_for_reading
from tests.ui.paperwork.story import DAY, on, open_on, three_pairs, view
from tests.ui.recruiter import Walker
from tests.ui.test_whole_job import said
from ui.documents.views import VIEWS
from ui.widgets.views import keys_of


@pytest.fixture
def walker(program_in, calm, copy_of):
    def make(*, read_only=False):
        w = Walker(program_in("en"), calm)
        w.settle()
        path = copy_of(three_pairs)
        if read_only:
            w.program.open_with(lambda: open_for_reading(path, clock=on(DAY)))
            w.settle()
        else:
            open_on(w, path, DAY)
        return w

    return make


def _is_in(widget):
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def test_each_digit_leads_into_its_view_and_f6_goes_round_its_panes(walker):
    w = walker()
    for entry in VIEWS:
        view(w, entry.key)
        page = w.program.workplace.page
        assert page.views.shown == entry.key
        assert _is_in(page), entry.key
        stops = []
        for _ in range(12):
            w.key("F6")
            assert QApplication.focusWidget() is not None, entry.key
            stops.append(QApplication.focusWidget())
        assert len(set(stops)) >= 2, entry.key
        view(w, entry.key)
        w.key("Esc", "Esc")
        assert page.views.shown == entry.key
        assert QApplication.focusWidget() is not None, entry.key


def test_the_palette_knows_every_view(walker):
    w = walker()
    view(w, VIEWS[0].key)
    keys = {command.keys for command in w.program.workplace.page.commands()}
    assert {keys_of(digit) for digit, _ in enumerate(VIEWS, start=1)} <= keys


def test_of_a_file_open_for_reading_every_change_says_why_it_is_not_made(walker):
    w = walker(read_only=True)
    for entry in VIEWS[1:]:
        view(w, entry.key)
        for command in w.program.workplace.page.views.view.commands():
            w.program.ask.answers = [None, None]
            command.run()
            w.settle()
            assert "Undo" not in said(w.program), command.name


def test_the_keyboard_stands_on_the_way_on_where_there_is_nothing_yet(walker):
    w = walker()
    for key in ("returned", "mail", "library", "surveys", "history"):
        view(w, key)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton), key
        assert focused.property("kind") == "main", (key, focused.objectName())


def test_who_goes_to_the_filter_before_the_rows_come_stays_there(walker):
    w = walker()
    view(w, "texts")
    w.key("Ctrl+1", "Ctrl+F")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
