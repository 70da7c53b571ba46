"""What was made: when, for whom, of which class; and the way to make it again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mentordesk.actions.documents import print_papers
from mentordesk.domain.subjects import Subject
from tests.queries.small_programme import NOON


@pytest.fixture
def history(page, every, settled, tmp_path):
    """The view, after contracts and the list of a meeting were made."""
    for kind, about in (("contract", ()), ("participant-list", (every.held,))):
        page.desk.work.change(
            lambda store, kind=kind, about=about: print_papers(
                store, kind, programme=every.programme, about=about, folder=tmp_path, today=NOON.date()
            )
        )
    page.show_view("history")
    settled(page.desk)
    return page.views.view


def texts(view) -> list[tuple[str, ...]]:
    return [
        tuple(view.table.cell(place, column).text for column in range(6)) for place in range(len(view.table.rows.shown))
    ]


def test_each_paper_stands_there_with_the_day_the_names_and_the_class(history):
    shown = texts(history)

    assert len(shown) == 5
    assert {row[0] for row in shown} == {"23 Nov 2026"}
    contracts = [row for row in shown if row[1] == "Cooperation contract"]
    assert len(contracts) == 4
    assert all("Mentee" in row[2] and "Mentor" in row[2] for row in contracts)
    assert {row[3] for row in contracts} == {"The pair’s own"}
    (meeting,) = (row for row in shown if row not in contracts)
    assert meeting[2] == "Start-up meeting"


def test_enter_leads_to_where_it_is_made_again_with_that_one_ticked(history, page, qtbot, settled):
    page.desk.show.connect(page.please_show)
    first = next(place for place in range(5) if texts(history)[place][1] == "Cooperation contract")
    history.list.select_ids([history.table.rows.id_at(first)])
    whom = texts(history)[first][2]
    history.list.setFocus()

    qtbot.keyClick(history.list, Qt.Key.Key_Return)

    assert page.views.shown == "making"
    making = page.views.view
    qtbot.waitUntil(lambda: making._found is not None and making._found.kind == "contract")
    settled(page.desk)
    (ticked,) = making.table.ticked_ids()
    assert making.table.cell(making.table.rows.place(ticked), 1).text == whom
    assert making.table.cell(making.table.rows.place(ticked), 5).text == "23 Nov 2026"


def test_words_filter_it_and_esc_shows_all_again(history, page, qtbot):
    qtbot.keyClicks(history.search, "start-up")
    qtbot.waitUntil(lambda: len(history.table.rows.shown) == 1)

    assert history.close_topmost()
    qtbot.waitUntil(lambda: len(history.table.rows.shown) == 5)


def test_where_nothing_was_made_it_teaches_and_leads_on(page, settled):
    led: list[Subject] = []
    page.desk.show.connect(lambda subject, _: led.append(subject))
    page.show_view("history")
    settled(page.desk)

    page.findChild(QPushButton, "makePapers").click()

    assert led == [Subject.DOCUMENTS]
