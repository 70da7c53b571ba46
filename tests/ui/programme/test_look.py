"""The look of the papers by keys: a colour, a logo from a file, what is no logo is told in place, one undo each."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from mentordesk.queries.letterhead import letterhead

SPACE = Qt.Key.Key_Space


class Asked:
    """Stands for the dialog: gives the file that was chosen."""

    def __init__(self, path):
        self._path = path

    def open_file(self, title, kind):
        assert ".png" in kind.endings
        return self._path


@pytest.fixture
def logo(tmp_path):
    path, kept = tmp_path / "logo.png", BytesIO()
    Image.new("RGB", (600, 200), (0, 96, 159)).save(kept, "PNG")
    path.write_bytes(kept.getvalue())
    return path


@pytest.fixture
def w(shown, qtbot):
    page = shown(view="look")
    qtbot.waitUntil(lambda: page.page.views.view.page is not None, timeout=20_000)
    return page


def head(w):
    programme = w.desk.programme_id
    return w.ask(lambda store: letterhead(store, programme))


def test_a_colour_is_written_kept_and_taken_back(w):
    w.page.views.view.enter()
    w.write("00609f")
    w.tab()
    w.settle()

    assert head(w).colour == "#00609f"
    assert w.widget("paperColour").text() == "#00609F"
    w.undo()
    assert head(w).colour == ""


def test_what_is_no_colour_stays_written_and_is_told(w):
    w.page.views.view.enter()
    w.write("bluish")
    w.tab()
    w.settle()

    assert head(w).colour == ""
    assert w.widget("paperColour").text() == "bluish"


def test_a_logo_is_chosen_by_keys_seen_and_removed(w, logo):
    w.desk.ask = Asked(logo)
    before = w.page.views.view.page._buffer.data().size()

    w.widget("chooseLogo").setFocus()
    w.press(SPACE)

    assert head(w).logo.startswith(b"\x89PNG")
    assert w.page.views.view.page._buffer.data().size() > before, "it is on the page"
    assert "stands at the top" in w.widget("logoWords").text()
    w.widget("removeLogo").click()
    w.settle()
    assert head(w).logo == b""
    w.undo()
    assert head(w).logo.startswith(b"\x89PNG")


def test_a_file_that_is_no_picture_gets_a_sentence(w, tmp_path):
    wrong = tmp_path / "logo.png"
    wrong.write_text("no picture")
    w.desk.ask = Asked(wrong)

    w.widget("chooseLogo").setFocus()
    w.press(SPACE)

    assert "no PNG or JPEG picture" in w.page.views.view._remark.text
    assert head(w).logo == b""


def test_a_colour_from_the_dialog_is_kept(w):
    w.page.views.view.take_colour(QColor("#7a1f5c"))
    w.settle()

    assert head(w).colour == "#7a1f5c"


def test_it_is_there_in_large_type_too(shown, qtbot):
    page = shown(zoom=200, view="look")
    qtbot.waitUntil(lambda: page.page.views.view.page is not None, timeout=20_000)
    assert page.widget("paperColour").isVisible()
