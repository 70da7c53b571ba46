"""The Logbooks tab over 32 approved pairs late in their second term, or over the example without any."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from mentordesk.actions.files import open_file
from tests.ui.logbooks.held import approved_example, on_the_day
from ui.logbooks.tab import LogbooksPage


@pytest.fixture(scope="session")
def _written_pairs(tmp_path_factory):
    path = tmp_path_factory.mktemp("pairs") / "pairs.mentordesk"
    approved_example(path)
    return path


@pytest.fixture
def with_pairs(_written_pairs, tmp_path) -> Path:
    copy = tmp_path / "pairs.mentordesk"
    shutil.copy(_written_pairs, copy)
    return copy


@pytest.fixture
def open_page(qtbot, desk_over, settled):
    """`open_page(path, look=…)`: the tab, shown and filled, 1184 × 725 as in a window of 1280 × 800."""

    def make(path: Path, *, size: tuple[int, int] = (1184, 725), **given) -> LogbooksPage:
        desk = desk_over(path, opener=lambda: open_file(path, clock=on_the_day), **given)
        page = LogbooksPage(desk)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        settled(desk)
        return page

    return make


@pytest.fixture
def page(open_page, with_pairs) -> LogbooksPage:
    return open_page(with_pairs)


@pytest.fixture
def told(page) -> list[str]:
    """What the desk said, in English."""
    from ui.language import say

    heard: list[str] = []
    page.desk.told.connect(lambda notice: heard.append(say(notice.sentence)))
    return heard


def text_of(page, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None, name
    return found.text()
