"""A talk with the programme manager is noted by keys alone, and what is difficult goes on the team's list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mentordesk.domain.pairs import FitValue
from mentordesk.domain.talks import TalkChallenges, TalkGoals
from mentordesk.queries.experiences import experiences
from mentordesk.queries.issues import issues
from mentordesk.queries.talks import TalkState, talks
from tests.ui.hands import Keys, find
from tests.ui.logbooks.held import DAY
from tests.ui.logbooks.test_goals import CTRL, key, view_of, words

ASKED = "of the test"


def answer(page, qtbot, query):
    found = []
    page.desk.work.ask(ASKED, query, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def row_of(page, qtbot, pair):
    rows = answer(page, qtbot, lambda store: talks(store, None, today=DAY))
    return next(row for row in rows if row.pair == pair)


def remark(page):
    return [one.text() for one in page.findChildren(QLabel, "remark") if one.isVisible()]


def test_a_talk_is_held_by_keys_alone(page, settled, qtbot):
    view = view_of(page, 3, settled)
    hands, pair = Keys(page), view.part.pair
    assert QApplication.focusWidget() is view.list
    assert row_of(page, qtbot, pair).state is TalkState.NOT_NOTED

    key(page, Qt.Key.Key_N, CTRL)
    settled(page.desk)
    assert QApplication.focusWidget().objectName() == "talkHeldOn"
    QTest.keyClicks(QApplication.focusWidget(), "2027-11-08")
    hands.select("talkGoals", 2)
    hands.select("talkCollaboration", 3)
    hands.select("talkChallenges", 1)
    key(page, Qt.Key.Key_Return, CTRL)
    settled(page.desk)
    assert "The collaboration is not good, so something is difficult." in " ".join(remark(page))
    QTest.qWait(20)
    said = view.part.form.remark
    assert said.visibleRegion().boundingRect().height() == said.height()  # it came into view
    hands.select("talkChallenges", 2)
    hands.write("talkIssues", "Too little time")
    hands.write("talkExperience", "We listen better")
    key(page, Qt.Key.Key_Return, CTRL)
    settled(page.desk)
    assert "An experience is kept only if both agreed that it may be used." in remark(page)
    hands.press("talkAgreed_unknown")
    key(page, Qt.Key.Key_Left)
    key(page, Qt.Key.Key_Left)
    key(page, Qt.Key.Key_Return, CTRL)
    settled(page.desk)

    row = row_of(page, qtbot, pair)
    assert row.held
    assert (row.held.held_on, row.held.goals, row.held.collaboration, row.held.challenges) == (
        date(2027, 11, 8),
        TalkGoals.ADJUSTED,
        FitValue.NOT_GOOD,
        TalkChallenges.FOUND,
    )
    programme = page.desk.programme_id
    assert [each.title for each in answer(page, qtbot, lambda store: issues(store, programme))] == ["Too little time"]
    assert QApplication.focusWidget() is view.list
    assert "Issue: Too little time" in words(page, "talkInWords")

    key(page, Qt.Key.Key_Return)  # into the part: the talk itself
    key(page, Qt.Key.Key_F2)
    settled(page.desk)
    hands.select("talkGoals", 1)
    key(page, Qt.Key.Key_Return, CTRL)
    settled(page.desk)
    assert row_of(page, qtbot, pair).held.goals is TalkGoals.ON_COURSE
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Delete)
    settled(page.desk)
    assert row_of(page, qtbot, pair).held is None


def test_the_semester_s_talk_is_planned_and_what_never_took_place_is_cancelled(page, settled, qtbot):
    view = view_of(page, 3, settled)
    hands, pair = Keys(page), view.part.pair
    find(page, "cancelTalk")  # until nothing is left to be noted
    while row_of(page, qtbot, pair).state is TalkState.NOT_NOTED:
        hands.press("cancelTalk")
        settled(page.desk)
    assert row_of(page, qtbot, pair).state is TalkState.TO_PLAN
    hands.press("planTalk")
    settled(page.desk)
    QTest.keyClicks(QApplication.focusWidget(), "2027-11-29")
    hands.write("talkStart", "14:30")
    key(page, Qt.Key.Key_Return)
    settled(page.desk)
    row = row_of(page, qtbot, pair)
    assert row.planned
    assert (row.state, f"{row.planned.starts_at:%d %H:%M}") == (TalkState.PLANNED, "29 14:30")
    assert words(page, "talkStanding").startswith("Planned for 29 Nov 2027 at")


def test_experiences_are_found_from_the_talks_added_and_withdrawn(page, settled, qtbot):
    view_of(page, 3, settled)
    hands, programme = Keys(page), page.desk.programme_id
    key(page, Qt.Key.Key_F9)
    settled(page.desk)
    assert words(page, "experienceCount").startswith("Nothing is kept for the report yet.")
    key(page, Qt.Key.Key_N, CTRL)
    settled(page.desk)
    QTest.keyClicks(QApplication.focusWidget(), "They met at work")
    key(page, Qt.Key.Key_Return)
    settled(page.desk)
    assert words(page, "experienceCount") == "1 experience may be used in the report."
    page.desk.ask.answers += [False, True]
    key(page, Qt.Key.Key_Delete)
    settled(page.desk)
    assert len(answer(page, qtbot, lambda store: experiences(store, programme))) == 1
    key(page, Qt.Key.Key_Delete)
    settled(page.desk)
    assert answer(page, qtbot, lambda store: experiences(store, programme)) == ()
    hands.press("backToTalks")
    settled(page.desk)
    assert QApplication.focusWidget() is page.views.view.list
