"""The parts of a pair: what comes next, what both say of the fit, what is shared and taken back, the contract."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from mentordesk.actions.matching import answer_fit
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.domain.pairs import FitValue, Side
from mentordesk.domain.scripts import SCRIPTS
from mentordesk.queries.pair_facts import pair_facts
from mentordesk.queries.shared import shared_of
from tests.ui.logbooks.conftest import text_of
from tests.ui.logbooks.held import DAY
from ui.language import say
from ui.logbooks.parts import PARTS

CANARY = "kanarifuglen som ingen skal se"
_DAY = timedelta(1)


@pytest.fixture
def seen(page, settled):
    """The page with a pair in view that has met often, and the hands that use it."""
    view = page.views.view
    strip = next(each for each in view._strips if sum(m.entry is not None for m in each.conversations) > 6)
    view._pairs.choose(strip.pair)
    settled(page.desk)
    return _Seen(page, strip, settled)


class _Seen:
    def __init__(self, page, strip, settled):
        self.page, self.strip, self.settled = page, strip, lambda: settled(page.desk)
        self.detail = page.views.view._detail

    def part(self, key):
        self.detail.choose(key)
        self.settled()
        return self.detail._parts.part

    def press(self, name):
        found = [each for each in self.page.findChildren(QAbstractButton, name) if each.isVisible()]
        assert found, name
        found[-1].click()
        self.settled()

    def ask(self, question):
        heard = []
        self.page.desk.work.ask("test", question, heard.append)
        self.settled()
        return heard[0]


def test_the_bar_is_one_stop_and_its_arrows_show_each_part(seen):
    first = seen.page.findChild(QAbstractButton, "conversationsPart")
    first.setFocus()
    shown = []
    for _ in PARTS[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        seen.settled()
        shown.append(seen.detail.shown)

    assert set(shown) == {entry.key for entry in PARTS[1:]}


def test_the_next_meeting_has_its_script_in_full(seen):
    part = seen.part("next")
    facts = seen.ask(lambda store: pair_facts(store, seen.strip.pair, today=DAY))

    words = [each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part)]
    assert text_of(part, "scriptTitle") == say(facts.script.title)
    for point in facts.script.points:
        assert f"• {say(point.sentence)}" in words


def test_both_answers_to_the_fit_are_noted_by_keys(seen):
    seen.page.views.view._pairs.view.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    seen.settled()
    part = seen.detail._parts.part
    for side, value in ((Side.MENTEE, FitValue.GOOD), (Side.MENTOR, FitValue.NOT_GOOD)):
        part.form.form.editor(f"relation_{side}").show_value(value)
    part.form.submit()
    seen.settled()

    told = seen.ask(lambda store: pair_facts(store, seen.strip.pair, today=DAY)).fit
    assert {each.side: each.value for each in told if each.after_meeting == 3} == {
        Side.MENTEE: FitValue.GOOD,
        Side.MENTOR: FitValue.NOT_GOOD,
    }
    said = [each.text() for each in part.findChildren(QLabel)]
    assert any(seen.strip.mentee == each for each in said)

    seen.page.desk.work.undo()
    seen.settled()
    told = seen.ask(lambda store: pair_facts(store, seen.strip.pair, today=DAY)).fit
    assert {each.value for each in told if each.after_meeting == 3} == {None}, "one change of both, one undo"


def test_who_answers_later_leaves_the_other_s_answer_its_day(seen):
    pair = seen.strip.pair
    seen.ask(
        lambda store: answer_fit(
            store, pair, side=Side.MENTEE, after_meeting=3, value=FitValue.GOOD, wants_to_talk=False, on=DAY - _DAY
        )
    )
    part = seen.part("relation")
    part.add()
    part.form.form.editor(f"relation_{Side.MENTOR}").show_value(FitValue.GOOD)
    part.form.submit()
    seen.settled()

    told = seen.ask(lambda store: pair_facts(store, pair, today=DAY)).fit
    days = {each.side: each.answered_on for each in told if each.after_meeting == 3}
    assert days == {Side.MENTEE: DAY - _DAY, Side.MENTOR: DAY}


def test_what_is_shared_is_shown_and_taken_back_for_good(seen):
    part = seen.part("shared")
    assert part.findChild(QLabel, "nothingShared").isVisible()
    seen.press("shareMore")
    form = part.form.form
    form.editor("sharedTopic").show_value(CANARY)
    form.editor("sharedCheckOut").show_value(True)
    part.form.submit()
    seen.settled()

    rows = seen.ask(lambda store: shared_of(store, seen.strip.pair))
    assert {row.item: row.words for row in rows} == {ConsentItem.TOPIC: CANARY, ConsentItem.CHECK_OUT: True}
    topic = next(row for row in rows if row.item is ConsentItem.TOPIC)
    part.table.select_ids((topic.consent,))
    assert text_of(part, "sharedWords") == CANARY

    seen.page.desk.ask.answers = [True]
    seen.press("takeBack")
    rows = seen.ask(lambda store: shared_of(store, seen.strip.pair))
    assert {row.item: row.words for row in rows} == {ConsentItem.TOPIC: None, ConsentItem.CHECK_OUT: True}
    assert CANARY not in text_of(part, "sharedWords")


def test_what_is_shared_together_is_one_change(seen):
    seen.part("shared")
    before = seen.ask(lambda store: store.history()[0])
    seen.press("shareMore")
    form = seen.detail._parts.part.form
    form.form.editor("sharedTopic").show_value("The topic")
    form.form.editor("sharedSummary").show_value("The summary")
    form.submit()
    seen.settled()
    assert seen.ask(lambda store: store.history()[1]) == before
    assert len(seen.ask(lambda store: shared_of(store, seen.strip.pair))) == 2


def test_the_keys_from_part_to_part_never_lose_the_keyboard(seen):
    seen.page.views.view._pairs.view.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    for key, back in [(Qt.Key.Key_PageDown, 1)] * len(PARTS) + [(Qt.Key.Key_PageUp, -1)] * len(PARTS):
        at = [entry.key for entry in PARTS].index(seen.detail.shown)
        QTest.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
        seen.settled()
        assert seen.detail.shown == PARTS[(at + back) % len(PARTS)].key
        assert seen.detail.isAncestorOf(QApplication.focusWidget()), seen.detail.shown


def test_a_logbook_that_was_sent_is_answered_to_the_pair_on_which_one_stands(seen):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    seen.settled()
    view = seen.page.views.view
    other = next(each for each in view._rows if each != seen.strip.pair)
    view.list.select_ids((other,))
    answered = []
    seen.page.views.made("conversations")._returning.write_answer = lambda strip: answered.append(strip.pair)
    seen.page.findChild(QAbstractButton, "ifSent").click()
    seen.press("returnLogbook")
    assert answered == [other]


def test_the_contract_s_facts_and_ground_rules_are_read(seen):
    part = seen.part("contract")
    asked = []
    seen.page.desk.show.connect(lambda _, number: asked.append(number))

    assert text_of(part, "contractLine0").startswith("Not noted as signed")
    seen.press("openPair")
    assert asked == [seen.strip.pair]


def test_ctrl_n_and_enter_register_and_share_nothing(seen):
    before = seen.strip.held
    seen.page.views.view._pairs.view.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    seen.settled()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    seen.settled()
    rows = seen.ask(lambda store: shared_of(store, seen.strip.pair))
    assert rows == ()
    after = next(each for each in seen.page.views.view._strips if each.pair == seen.strip.pair)
    assert after.held == before + 1


def test_a_logbook_that_was_sent_is_answered_and_leaves_no_trace(seen, tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    changes = seen.ask(lambda store: len(store.history()))
    seen.page.desk.ask.answers = [folder]
    seen.page.findChild(QAbstractButton, "ifSent").click()
    seen.press("returnLogbook")

    (draft,) = folder.iterdir()
    assert "X-Unsent" in message_from_bytes(draft.read_bytes())
    assert seen.ask(lambda store: len(store.history())) == changes


def test_a_reply_sheet_is_looked_at_and_then_taken(seen, tmp_path):
    path = tmp_path / "replies.csv"
    path.write_text(f"Mentee;Date;Length in minutes\n{seen.strip.mentee};2027-11-21;50\n", encoding="utf-8")
    notices = []
    seen.page.desk.told.connect(notices.append)
    seen.page.views.view._replies.read(path)
    seen.settled()

    (notice,) = notices
    assert say(notice.sentence).startswith("1 conversation can be registered")
    before = seen.strip.held
    notice.actions[0].run()
    seen.settled()
    after = next(each for each in seen.page.views.view._strips if each.pair == seen.strip.pair)
    assert after.held == before + 1


def test_a_pasted_logbook_is_refused_as_a_whole(seen, tmp_path):
    path = tmp_path / "logbook.csv"
    path.write_text(f"Mentee;Date;Notes\n{seen.strip.mentee};2027-11-21;{CANARY}\n", encoding="utf-8")
    notices = []
    seen.page.desk.told.connect(notices.append)
    seen.page.views.view._replies.read(path)
    seen.settled()

    said = say(notices[-1].sentence)
    assert "Notes" in said
    assert CANARY not in said
    assert not notices[-1].actions


def test_every_script_of_a_kind_of_meeting_is_there():
    from mentordesk.domain.meetings import KINDS

    assert {kind.script for kind in KINDS if kind.script} == set(SCRIPTS)
