"""Goals are kept by the keyboard: set, moved, shared, taken back, and their document's life."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.subjects import Subject
from mentordesk.queries.goals import goals
from tests.ui.hands import Keys, find

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def key(page, code, modifier=NONE):
    QTest.keyClick(QApplication.focusWidget() or page, code, modifier)


def view_of(page, digit, settled):
    key(page, getattr(Qt.Key, f"Key_{digit}"), CTRL)
    settled(page.desk)
    return page.views.view


def sheet(page, qtbot):
    pair = page.views.view.part.pair
    found = []
    page.desk.work.ask("sheet of the test", lambda store: goals(store, pair), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def words(page, name):
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_goals_are_kept_by_keys_alone(page, settled, qtbot):
    view = view_of(page, 2, settled)
    hands = Keys(page)
    assert QApplication.focusWidget() is view.list
    assert words(page, "goalsWords") == "0 of 32 running pairs have goals in the file"

    key(page, Qt.Key.Key_N, CTRL)  # a goal without words, for the pair does not share them
    settled(page.desk)
    assert QApplication.focusWidget().objectName() == "goalDueOn"
    assert not [one for one in page.findChildren(QLabel) if one.text().startswith("What the goal says")]
    QTest.keyClicks(QApplication.focusWidget(), "2028-03-01")
    key(page, Qt.Key.Key_Return)
    settled(page.desk)
    (goal,) = sheet(page, qtbot).goals
    assert (goal.number, goal.words, str(goal.due_on)) == (1, None, "2028-03-01")
    assert QApplication.focusWidget() is view.list
    assert "1 not started" in [view.list.model().index(0, at).data() for at in range(5)]

    key(page, Qt.Key.Key_Return)  # into the part, on the goal
    key(page, Qt.Key.Key_Return)  # how it stands
    settled(page.desk)
    hands.select("goalStatus", 2)
    key(page, Qt.Key.Key_Return, CTRL)
    settled(page.desk)
    assert sheet(page, qtbot).goals[0].status is GoalStatus.ON_THE_WAY

    hands.press("shareGoals")
    settled(page.desk)
    key(page, Qt.Key.Key_N, CTRL)
    settled(page.desk)
    hands.write("goalWords", "Delegate more")
    key(page, Qt.Key.Key_Return, CTRL)
    settled(page.desk)
    shared = sheet(page, qtbot).goals[1]
    assert shared.words
    assert shared.words.text == "Delegate more"
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Down)
    settled(page.desk)
    assert "Shared by the mentee since" in words(page, "goalInWords")
    page.desk.ask.answers.append(True)
    hands.press("unshareGoal")
    settled(page.desk)
    assert sheet(page, qtbot).goals[1].words is None
    assert page.desk.ask.asked == ["Take back what is shared"]

    hands.press("documentGoesOn")
    settled(page.desk)
    assert words(page, "goalDocumentDays").startswith("agreed on 22 Nov 2027")
    hands.press("documentDays")
    settled(page.desk)
    hands.write("documentAgreedOn", "2028-01-01")
    key(page, Qt.Key.Key_Return)
    settled(page.desk)
    assert any("in the future" in one.text() for one in page.findChildren(QLabel, "remark"))
    assert find(page, "documentForm").isVisible()  # what is refused stays written
    hands.write("documentAgreedOn", "2027-03-01")
    hands.write("documentNextReviewOn", "2028-01-10")
    key(page, Qt.Key.Key_Return)
    settled(page.desk)
    assert words(page, "goalDocumentDays") == "agreed on 1 Mar 2027 · next review on 10 Jan 2028"


def test_another_tab_leads_to_a_pair_s_goals_and_they_stand_in_its_detail_too(page, settled):
    pair = page.views.view._strips[4].pair
    page.please_show(Subject.GOALS, pair)
    settled(page.desk)
    assert page.views.shown == "goals"
    assert page.views.view.part.pair == pair

    conversations = view_of(page, 1, settled)
    conversations._detail.choose("goals")
    settled(page.desk)
    assert find(page, "setGoal").isVisible()


def test_who_can_only_read_changes_no_goal(open_page, with_pairs, settled, qtbot):
    from mentordesk.i18n.message import msg

    page = open_page(with_pairs)
    view = view_of(page, 2, settled)
    page.desk.file = type(page.desk.file)(page.desk.file.path, page.desk.file.today, msg("Somebody else has it open."))
    key(page, Qt.Key.Key_N, CTRL)
    settled(page.desk)
    assert view.part.form is None


def test_half_written_goals_stay_with_their_pair(page, settled):
    view = view_of(page, 2, settled)
    key(page, Qt.Key.Key_N, CTRL)
    settled(page.desk)
    QTest.keyClicks(QApplication.focusWidget(), "2028-03")
    view.list.setFocus()
    key(page, Qt.Key.Key_Down)
    settled(page.desk)
    assert view.part.form is None
    key(page, Qt.Key.Key_Up)
    settled(page.desk)
    assert view.part.form is not None
    assert view.part.form.isVisible()
