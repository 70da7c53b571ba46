"""What the Logbooks tab shows: the rule, the strips and their words, and each state that a page can be in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.conversations import Outcome
from mentordesk.queries.logbooks import StripState
from tests.ui.logbooks.conftest import text_of
from tests.ui.logbooks.held import DAY
from tests.ui.walking import cut
from ui.logbooks.strip import Sign, mark_in_words, marks, strip_in_words
from ui.tables.model import RecordTable
from ui.theme import CONTRAST, LIGHT, Look
from ui.wearing import wear

SENTENCES = {
    "en": "The logbook is kept by the mentee and is confidential.",
    "nb": "Loggboken føres av adepten og er fortrolig.",
    "sv": "Loggboken förs av adepten och är förtrolig.",
}


@pytest.mark.parametrize("code", ["en", "nb", "sv"])
def test_the_sentence_stands_on_top_with_pairs_and_without(open_page, with_pairs, example, speak, code):
    for path in (with_pairs, example):
        speak(code)
        page = open_page(path)
        assert text_of(page, "confidential").startswith(SENTENCES[code])
        assert page.findChild(QLabel, "confidential").isVisible()


def test_the_head_counts(page):
    late = sum(strip.state is StripState.LONG_SINCE for strip in page.views.view._strips)
    held = sum(strip.held for strip in page.views.view._strips)

    assert late
    assert page.views.view._figures.text() == f"32 pairs · {late} long since last · {held} conversations held"


def test_the_words_say_every_mark_of_the_strip(page):
    assert {mark.sign for strip in page.views.view._strips for mark in marks(strip)} == set(Sign)
    for strip in page.views.view._strips:
        said = strip_in_words(strip)
        days = catalog("en").day_month
        for mark in marks(strip):
            assert days(mark.day) in said
        for gap in strip.gaps:
            assert f"{gap.days} days" in said


def test_f9_shows_the_same_rows_in_words_and_back(page, settled):
    page.views.view._pairs.choose(page.views.view._pairs.table.rows.id_at(7))
    chosen = page.views.view._pairs.current
    assert page.views.view._pairs.view.objectName() == "pairStrips"

    QTest.keyClick(page.views.view._pairs.view, Qt.Key.Key_F9)
    words: RecordTable = page.views.view._pairs.table

    assert page.views.view._pairs.view.objectName() == "pairsInWords"
    assert page.views.view._pairs.view.isVisible()
    assert page.views.view._pairs.view.hasFocus()
    assert page.views.view._pairs.current == chosen
    column = words.column_of("held")
    shown = {words.rows.id_at(row): words.cell(row, column).text for row in range(words.rowCount())}
    for strip in page.views.view._strips:
        held = [mark for mark in strip.conversations if mark.outcome is Outcome.HELD]
        assert len([day for day in shown[strip.pair].split(", ") if day]) == len(held)

    QTest.keyClick(page.views.view._pairs.view, Qt.Key.Key_F9)
    assert page.views.view._pairs.view.objectName() == "pairStrips"
    assert page.views.view._pairs.current == chosen


def test_a_search_narrows_both_and_finding_none_says_so(page, settled):
    name = page.views.view._strips[3].mentee
    page.views.view._search.setText(name)
    QTest.qWait(60)
    assert [page.views.view._pairs.table.rows.row(0).mentee] == [name]

    page.views.view._search.setText("zzz")
    QTest.qWait(60)
    assert page.views.view._under.currentWidget().accessibleName() == "No pair matches “zzz”"
    assert page.findChild(QLabel, "confidential").isVisible()

    page.findChild(QAbstractButton, "clearFilter").click()
    QTest.qWait(60)
    assert page.views.view._pairs.table.rowCount() == 32
    assert page.views.view._pairs.view.isVisible()


def test_without_pairs_the_page_teaches_and_leads_to_the_matching(open_page, example):
    page = open_page(example)
    asked = []
    page.desk.show.connect(lambda subject, number: asked.append((subject, number)))

    assert page.findChild(QLabel, "confidential").visibleRegion().isEmpty() is False
    page.findChild(QAbstractButton, "findPairs").click()

    assert asked == [(Subject.SCENARIOS, "")]
    said = []
    page.desk.told.connect(lambda notice: said.append(notice.sentence.text))
    page.views.view.add()
    assert said == ["There is no pair in the list to register a conversation for."]
    (words,) = [
        each.text() for each in page.views.view._empty.findChildren(QLabel) if "stays between them" in each.text()
    ]
    assert words.count(".") == 3


def test_without_pairs_there_is_one_main_way_on_and_nothing_to_search(open_page, example):
    page = open_page(example)

    seen = [each for each in page.findChildren(QWidget) if each.isVisible() and each.property("kind") == "main"]

    assert [each.objectName() for each in seen] == ["findPairs"]
    assert not page.views.view._search.isVisible()


def test_arrows_go_along_the_marks_of_a_pair_and_each_says_what_it_is(page):
    table = page.views.view._pairs.view
    table.setFocus()
    strip = next(strip for strip in page.views.view._strips if len(marks(strip)) > 2)
    page.views.view._pairs.choose(strip.pair)
    table.setCurrentIndex(table.model().index(table.currentIndex().row(), 0))
    said = []

    for _ in marks(strip):
        QTest.keyClick(table, Qt.Key.Key_Right)
        said.append(table.accessibleDescription())

    assert said == [mark_in_words(mark) for mark in marks(strip)]
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.accessibleDescription() == said[-2]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.accessibleDescription() == ""
    assert page.views.view._pairs.current != strip


def test_please_show_brings_a_pair_or_the_pair_of_a_conversation(page):
    page.please_show(Subject.PAIRS, page.views.view._strips[9].pair)
    assert page.views.view._pairs.current == page.views.view._strips[9]

    page.please_show(Subject.LOGBOOKS, page.views.view._strips[2].conversations[0].entry)
    assert page.views.view._pairs.current == page.views.view._strips[2]


def test_what_to_do_with_a_logbook_that_comes_in_is_three_sentences(page):
    link = page.findChild(QAbstractButton, "ifSent")
    link.click()

    said = page.findChild(QLabel, "sentToUs")
    assert said.isVisible()
    assert said.text().count(".") == 3
    link.click()
    assert not said.isVisible()


@pytest.mark.parametrize("zoom", [100, 200])
def test_everything_that_takes_the_focus_has_a_name(open_page, with_pairs, qapp, zoom):
    look = Look(LIGHT, zoom)
    wear(qapp, look)
    page = open_page(with_pairs, look=look)
    page.views.view.add()
    QTest.qWait(20)

    unnamed = [
        (type(each).__name__, each.objectName())
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.accessibleName()
    ]
    assert unnamed == []


@pytest.mark.parametrize("code", ["en", "nb", "sv"])
def test_no_text_is_cut_in_large_type(open_page, with_pairs, qapp, speak, settled, code):
    """Also where the strip with news takes its part of the height."""
    speak(code)
    look = Look(CONTRAST, 200)
    wear(qapp, look)
    page = open_page(with_pairs, look=look, size=(1184, 640))
    for step in (bool, page.views.view.switch, page._card.ask.click, page.views.view.add):
        step()
        settled(page.desk)
        QTest.qWait(20)

        assert (page.width(), page.height()) == (1184, 640), step
        assert cut(page) == [], step
    assert not page.views.view._detail.conversations.form.first.visibleRegion().isEmpty()


def test_at_large_type_the_pair_is_a_page_with_a_way_back(open_page, with_pairs, qapp):
    look = Look(LIGHT, 200)
    wear(qapp, look)
    page = open_page(with_pairs, look=look)
    QTest.keyClick(page.views.view._pairs.view, Qt.Key.Key_Return)
    assert page.views.view._detail.isVisible()
    assert not page.views.view._pairs.isVisible()

    page.findChild(QAbstractButton, "backToPairs").click()
    assert page.views.view._pairs.view.hasFocus()
    assert not page.views.view._detail.isVisible()


def test_tab_leaves_every_part(page):
    page.views.view._search.setFocus()
    seen = set()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget().objectName())

    assert {"searchBox", "newConversation", "pairStrips", "switchTwin", "conversations", "ifSent"} <= seen


def test_today_stands_on_every_strip_that_runs(page):
    assert page.desk.today == DAY
    assert all(strip.begins_on <= DAY <= strip.ends_on for strip in page.views.view._strips)
