"""The Today page over the example: on the day people came in, and in spring when its pairs should be meeting."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest

from mentordesk.actions.files import open_file
from mentordesk.actions.matching.approving import approve
from mentordesk.cli.matching import plan_programme
from mentordesk.queries.programmes import programmes
from mentordesk.sample.cohorts import SAMPLE_DAY
from mentordesk.sample.rounds import on_the_sample_day
from ui.today.tab import TodayPage

SPRING = (2027, 4, 26)
FIRST_DAY = (2026, 11, 23)


@pytest.fixture(scope="session")
def _written_pairs(tmp_path_factory, _written_example):
    path = tmp_path_factory.mktemp("pairs") / "pairs.mentordesk"
    shutil.copy(_written_example, path)
    with open_file(path, clock=on_the_sample_day) as store:
        programme = programmes(store)[-1].id
        plan_programme(store, programme, "Plan")
        approve(store, programme=programme, scenario="Plan", today=SAMPLE_DAY, by="Somebody")
    return path


@pytest.fixture
def pairs(_written_pairs, tmp_path):
    """The example with its plan approved."""
    copy = tmp_path / "pairs.mentordesk"
    shutil.copy(_written_pairs, copy)
    return copy


@pytest.fixture
def today_page(desk_over, settled, qtbot):
    """`today_page(path, day=…, …)`: the page as it stands when everything was answered, and what it asked up for."""
    pages = []

    def make(path, day=SPRING, *, read_only=False, size=(1104, 740), **kept):
        noon = datetime(*day, 12, tzinfo=UTC)
        desk = desk_over(path, opener=lambda: open_file(path, read_only=read_only, clock=lambda: noon), **kept)
        page = TodayPage(desk)
        page.asked_for = []
        desk.show.connect(lambda subject, number: page.asked_for.append((subject, number)))
        page.resize(*size)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        settled(desk)
        pages.append(page)
        return page

    return make
