"""What is done before a picture of Logbooks, of the team in Programme or of a letter on Today, by the state's name.

By keys alone, as a coordinator does it; only what would be written over months is written into the file at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.actions.files import Store
from mentordesk.actions.issues import open_issue
from mentordesk.actions.team_meetings import NewTask, note
from mentordesk.queries.team_meetings import team_meetings
from tests.ui.hands import Keys
from ui.today.rows import Line
from ui.today.task_view import TaskView
from ui.widgets.page import Page

Settle = Callable[[], None]
Arrange = Callable[[Page, Settle], None]
Step = Callable[["_Hands"], object]
_PAIR = 2  # in its list: one that has met often


class _Hands:
    def __init__(self, page: Page, settle: Settle) -> None:
        self.page, self._settle, self._keys = page, settle, Keys(page)

    def key(self, words: str, times: int = 1) -> None:
        for _ in range(times):
            QTest.keySequence(QApplication.focusWidget() or self.page, QKeySequence(words))
            self._settle()

    def press(self, name: str) -> None:
        self._keys.press(name)
        self._settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.page, words)

    def write(self, name: str, words: str) -> None:
        self._keys.write(name, words)

    def select(self, name: str, number: int) -> None:
        self._keys.select(name, number)
        self._settle()

    def wait(self) -> None:
        self._settle()

    def change(self, deed: Callable[[Store], object]) -> None:
        self.page.desk.work.change(deed)
        self._settle()


def _by(*steps: Step | str) -> Arrange:
    """Steps one after the other; a word is a key."""

    def arranged(page: Page, settle: Settle) -> None:
        hands = _Hands(page, settle)
        page.panes()[-1].setFocus()
        settle()
        for step in steps:
            if isinstance(step, str):
                hands.key(step)
            else:
                step(hands)
        settle()

    return arranged


def _part(number: int) -> Step:
    """Of the pair's parts, in the view of the conversations."""

    def chosen(hands: _Hands) -> None:
        hands.key("Down", _PAIR)
        hands.key("Return")
        hands.key("Ctrl+PgDown", number)

    return chosen


def _shared(hands: _Hands) -> None:
    _part(3)(hands)
    hands.press("shareMore")
    hands.write("sharedTopic", "To lead former colleagues")
    hands.write("sharedSummary", "Say early what changes, and ask each of them what they expect.")
    hands.key("Ctrl+Return")


def _two_goals(hands: _Hands) -> None:
    """One with words and reached, one without a word of it."""
    hands.key("Ctrl+N")
    hands.type("2028-03-01")
    hands.key("Return")
    hands.press("shareGoals")
    hands.key("Ctrl+N")
    hands.write("goalWords", "Delegate more of the daily planning")
    hands.write("goalMeasure", "Two mornings a week without a phone call")
    hands.key("Ctrl+Return")
    hands.key("Return")
    hands.key("Down")
    hands.key("Return")
    hands.select("goalStatus", 3)
    hands.key("Ctrl+Return")


def _not_good(hands: _Hands) -> None:
    hands.key("Ctrl+N")
    hands.select("talkGoals", 2)
    hands.select("talkCollaboration", 3)
    hands.select("talkChallenges", 1)
    hands.key("Ctrl+Return")


def _talk_held(hands: _Hands) -> None:
    _not_good(hands)
    hands.select("talkChallenges", 2)
    hands.write("talkIssues", "Too little time between the shifts")
    hands.key("Ctrl+Return")
    hands.key("Return")


def _experience(hands: _Hands) -> None:
    hands.key("F9")
    hands.key("Ctrl+N")
    hands.type("Both moved the conversations to the quiet hours of the ward")
    hands.key("Return")


def _see_team(hands: _Hands) -> None:
    next(each for each in hands.page.commands() if each.name == "programmeTeam").run()
    hands.wait()


def _team(hands: _Hands) -> None:
    """The first meeting is noted, two issues are open."""
    programme, today = hands.page.desk.programme_id, hands.page.desk.today
    assert programme is not None

    def noted(store: Store) -> None:
        for title in ("Long way to the gatherings", "Shifts are moved"):
            open_issue(store, programme=programme, title=title)
        held = [each for each in team_meetings(store, programme) if each.starts_at.date() < today]
        tasks = (NewTask("Book the rooms of the autumn", None, today),)
        note(store, held[0].id, ("The mentor network meets in Bodø", "Two more mentors are asked"), tasks, held=True)

    _see_team(hands)
    hands.change(noted)


def _letter(hands: _Hands, *, alert: str) -> None:
    tasks = hands.page.findChild(TaskView)
    assert tasks is not None
    rows = enumerate(tasks.tasks.rows)
    at = next(place for place, row in rows if isinstance(row, Line) and row.task.entry.alert == alert)
    tasks.setFocus()
    tasks.go_to(at)
    hands.key("Ctrl+E")


OF_LOGBOOKS: Mapping[str, Arrange] = {
    "next-meeting": _by(_part(1)),
    "relation": _by(_part(2)),
    "relation-form": _by("Down", "Down", "Ctrl+R"),
    "shared": _by(_shared),
    "shared-alone": _by(_part(3)),
    "share-form": _by(_part(3), partial(_Hands.press, name="shareMore")),
    "contract": _by(_part(6)),
    "conversation-form": _by("Down", "Down", "Ctrl+N"),
    "if-sent": _by(partial(_Hands.press, name="ifSent")),
    "goals": _by("Ctrl+2"),
    "goal-form": _by("Ctrl+2", "Ctrl+N"),
    "goals-reached": _by("Ctrl+2", _two_goals, "Return"),
    "talks": _by("Ctrl+3"),
    "talk-form": _by("Ctrl+3", "Ctrl+N"),
    "talk-refused": _by("Ctrl+3", _not_good),
    "talk-held": _by("Ctrl+3", _talk_held),
    "experiences": _by("Ctrl+3", _experience),
}
OF_TEAM: Mapping[str, Arrange] = {
    "team-meetings": _by(_team, partial(_Hands.key, words="Ctrl+PgDown", times=1)),
    "team-meetings-note": _by(_team, partial(_Hands.key, words="Ctrl+PgDown", times=1), "Return"),
    "team-meetings-plan": _by(_team, partial(_Hands.key, words="Ctrl+PgDown", times=1), "Ctrl+N"),
    "team-tasks-alone": _by(_see_team, partial(_Hands.key, words="Ctrl+PgDown", times=2)),
    "team-tasks": _by(_team, partial(_Hands.key, words="Ctrl+PgDown", times=2)),
}
OF_LETTERS: Mapping[str, Arrange] = {"letter": _by(partial(_letter, alert="contract"))}
