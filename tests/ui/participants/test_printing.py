"""The list and the comparison on paper: what is in view, in its order and its columns."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from mentordesk.actions.restricting import restrict
from mentordesk.documents.papers.people_list import MOST_PEOPLE
from ui.language import say

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def printed(tab, qtbot):
    """`printed()`: Ctrl+P, or the command; and the words of the paper, on one line."""
    papers = tab.page.many.papers

    def run(*, by_key=True):
        papers.preview = None
        if by_key:
            tab.press(Qt.Key.Key_P, modifiers=_CTRL)
        else:
            tab.page.many.print()
        qtbot.waitUntil(lambda: papers.preview is not None)
        (_, path), *more = papers.preview._papers
        assert not more
        words = " ".join(page.extract_text() for page in PdfReader(path).pages)
        papers.preview.close()
        return " ".join(words.split())

    return run


def test_the_list_is_printed_as_it_is_sorted_and_filtered_with_its_columns(tab, printed):
    tab.page.grid.view.select_ids(tab.page.grid.view.selected_ids()[:1])
    tab.page.grid.sort_by("status:down")
    tab.page.narrowing.search.setText("a")
    tab.page.grid.search("a")
    tab.page.grid.view.setFocus()
    table = tab.page.grid.table
    names = [table.text(place, 0) for place in range(len(table.rows.shown))]
    text = printed()

    shown = [text.find(name) for name in names]
    assert -1 not in shown
    assert shown == sorted(shown)
    header = tab.page.grid.header
    for title in (title for _, title, chosen in header.choices() if chosen):
        assert title in text
    assert "Sorted by: Status." in text


def test_a_hidden_column_is_not_printed(tab, printed):
    tab.page.grid.view.setFocus()
    assert "In a pair with" in printed()
    tab.page.grid.header.choose("partner", shown=False)
    assert "In a pair with" not in printed(by_key=False)


def test_of_several_selected_only_they_are_printed(tab, printed):
    ids = [tab.page.grid.table.rows.id_at(at) for at in (1, 3)]
    tab.page.grid.view.select_ids(ids)
    tab.page.grid.view.setFocus()

    text = printed()
    assert "2 participants" in text
    assert f"Chosen from {tab.page.grid.count} in the list." in text


def test_whoever_is_restricted_is_on_no_paper(tab, printed):
    name, row = next(iter(tab.rows().items()))
    tab.desk.work.change(lambda store: restrict(store, row.person, reason="asked", today=tab.desk.today))
    tab.settle(tab.desk)
    tab.page.grid.view.setFocus()

    assert name not in printed()


def test_a_comparison_is_printed_with_the_lines_that_are_shown(tab, printed):
    names = tab.names()[:3]
    tab.page.many.compare([tab.page.grid.table.rows.id_at(at) for at in range(3)])
    tab.settle(tab.desk)
    whole = printed()
    tab.find("compareOnly").setChecked(True)
    some = printed(by_key=False)

    assert all(name in whole for name in names)
    assert "the same" in whole
    assert len(some) < len(whole)


def test_nobody_and_too_many_are_said_and_nothing_is_printed(tab):
    papers = tab.page.many.papers
    papers.print_list((), (), ())
    papers.print_list((), range(MOST_PEOPLE + 1), ())

    assert [say(notice.sentence) for notice in tab.told[-2:]] == [
        "There is nobody to print.",
        "More than 1,000 people are too many for paper. Filter the list, or export it.",
    ]
    assert papers.preview is None
