"""Plans by name: chosen, made, copied, renamed, noted on, deleted and undone; printed and exported."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mentordesk.actions.files import open_file
from mentordesk.actions.matching import keep_scenario, new_scenario, seats_of
from mentordesk.matching.scenario import solve
from mentordesk.queries.board import Board, board
from mentordesk.queries.programmes import programmes
from mentordesk.queries.scenarios import scenarios
from ui.desk import Desk, Notice
from ui.language import say
from ui.matching_board.plans.scenario_bar import ScenarioBar

KEYS = Qt.Key


def plan_best(path, name: str = "1") -> None:
    """Keeps the best plan under that name."""
    with open_file(path) as store:
        programme = programmes(store)[-1].id
        found = board(store, programme, today=store.today(), scenario=name)
        seats = seats_of(solve(found.question))
        keep_scenario(store, programme=programme, name=name, seats=seats, settings=found.question.settings)


@dataclass
class Page:
    """What a page does for the bar: shows the board that was chosen, again after each change."""

    desk: Desk
    bar: ScenarioBar
    window: QWidget
    wait: object
    wanted: str | None = None
    board: Board | None = None
    notices: list[str] = field(default_factory=list)

    def choose(self, name: str | None) -> None:
        self.wanted = name
        self.reload()

    def reload(self, *_: object) -> None:
        wanted, programme, today = self.wanted, self.desk.programme_id, self.desk.today
        self.desk.work.ask("board", lambda store: board(store, programme, today=today, scenario=wanted), self.show)

    def show(self, found: Board) -> None:
        self.board = found
        self.bar.show_board(found)

    @property
    def names(self) -> list[str]:
        found: list[object] = []
        self.desk.work.ask("names", lambda store: scenarios(store, self.desk.programme_id), found.append)
        self.wait()
        return [row.name for row in found[0]]

    def pick(self, action: str) -> None:
        """With the mouse: the button, then the line of the menu."""
        QTest.mouseClick(self.bar.button, Qt.MouseButton.LeftButton)
        menu = self.bar.menu
        assert menu.isVisible()
        found = next(one for one in menu.actions() if one.objectName() == action)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(found).center())
        self.come_back()

    def come_back(self) -> None:
        """Without a desktop nobody activates the window again when its menu is gone."""
        self.window.activateWindow()
        self.wait()

    def write(self, text: str, key: Qt.Key = KEYS.Key_Return) -> None:
        """Into what has the focus."""
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit), line
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, key)
        self.wait()

    def undo(self) -> None:
        self.desk.work.undo()
        self.wait()


@pytest.fixture
def page(qtbot, desk_over, settled, example):
    faults: list[BaseException] = []

    def open_(**how) -> Page:
        desk = desk_over(example, **how)
        desk.work.failed.connect(faults.append)
        window = QWidget()
        bar = ScenarioBar(desk, window)
        down = QVBoxLayout(window)
        down.addWidget(bar)
        down.addWidget(bar.line)
        down.addStretch(1)
        qtbot.addWidget(window)
        window.resize(900, 600)

        def wait() -> None:
            settled(desk)
            settled(desk)

        made = Page(desk, bar, window, wait)

        def heard(notice: Notice) -> None:
            made.notices.append(say(notice.sentence))

        desk.told.connect(heard)
        bar.chosen.connect(made.choose)
        desk.changes.touched.connect(made.reload)
        window.show()
        window.activateWindow()
        made.reload()
        wait()
        return made

    yield open_
    assert not faults, faults


def test_a_copy_is_made_by_name_and_brought_into_view(page, example) -> None:
    plan_best(example)
    here = page()
    here.pick("scenarioCopy")
    assert QApplication.focusWidget().text() == "2", "a free name is there already"
    here.write("Calm & steady")
    assert here.board.scenario == "Calm & steady"
    assert len(here.board.mentor_of) == 32, "with all its pairs"
    assert here.bar.button.accessibleName() == "Plan: Calm & steady"
    assert not here.bar.line.isVisible()
    assert here.bar.button.hasFocus()
    here.undo()
    assert here.names == ["1"]
    assert here.board.scenario == "1", "the view follows when its plan is undone"


def test_a_name_that_is_taken_is_refused_beside_the_field_and_stays_there(page, example) -> None:
    plan_best(example)
    here = page()
    here.pick("scenarioNew")
    here.write("1")
    assert here.bar.line.isVisible()
    said = here.bar.line.findChild(QWidget, "scenarioNameEditor").remark
    assert said == "There is already a plan named 1. Choose another name."
    assert QApplication.focusWidget().text() == "1"
    here.write("   ")
    assert here.bar.line.findChild(QWidget, "scenarioNameEditor").remark == "This must be filled in."
    here.write("Bold")
    assert here.board.scenario == "Bold"
    assert not here.board.mentor_of, "a new plan is empty"


def test_with_the_keyboard_alone_a_plan_is_renamed_and_renamed_back(page, example) -> None:
    plan_best(example)
    here = page()
    here.bar.button.setFocus()
    QTest.keyClick(here.bar.button, KEYS.Key_Return)
    menu = here.bar.menu
    assert menu.isVisible()
    while menu.activeAction() is None or menu.activeAction().objectName() != "scenarioRename":
        QTest.keyClick(menu, KEYS.Key_Down)
    QTest.keyClick(menu, KEYS.Key_Return)
    here.come_back()
    here.write("Second thoughts")
    assert here.board.scenario == "Second thoughts"
    here.undo()
    assert here.board.scenario == "1"
    assert len(here.board.mentor_of) == 32


def test_esc_takes_the_name_back_and_then_the_form(page, example) -> None:
    plan_best(example)
    here = page()
    here.pick("scenarioCopy")
    here.write("Never", KEYS.Key_Escape)
    QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Escape)
    assert not here.bar.line.isVisible()
    assert here.bar.button.hasFocus()
    assert here.names == ["1"]


def test_deleting_asks_nothing_and_undo_gives_all_of_it_back(page, example) -> None:
    plan_best(example)
    plan_best(example, "Bold")
    here = page()
    here.choose("Bold")
    here.wait()
    here.pick("scenarioDelete")
    assert here.names == ["1"]
    assert here.board.scenario == "1"
    here.undo()
    assert here.names == ["1", "Bold"]
    assert here.board.scenario == "Bold", "what came back is in view"
    assert len(here.board.mentor_of) == 32


def test_a_note_is_written_over_several_lines(page, example) -> None:
    plan_best(example)
    here = page()
    here.pick("scenarioNote")
    text = QApplication.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    QTest.keyClicks(text, "Kari asked for it")
    QTest.keyClick(text, KEYS.Key_Return)
    QTest.keyClicks(text, "in May")
    QTest.keyClick(text, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.wait()
    assert here.board.notes == "Kari asked for it\nin May"
    assert "in May" in here.bar.button.toolTip()


def test_the_menu_says_how_far_each_plan_is_and_marks_the_one_in_view(page, example) -> None:
    plan_best(example)
    with open_file(example) as store:
        new_scenario(store, programme=programmes(store)[-1].id, name="R&D")
    here = page()
    here.bar.open_menu()
    plans = [one for one in here.bar.menu.actions() if one.isCheckable()]
    assert plans[0].text().startswith("Plan 1 · 32 of 32 placed · total ")
    assert plans[1].text() == "R&&D · not planned yet", "a name makes no letter of the menu"
    assert [one.isChecked() for one in plans] == [True, False]
    here.bar.menu.close()
    here.pick("scenario_R&D")
    assert here.board.scenario == "R&D"


def test_a_plan_that_is_not_kept_says_so_instead_of_asking(page) -> None:
    here = page()
    assert here.bar.button.accessibleName() == "Plan 1"
    for action in ("scenarioRename", "scenarioCopy", "scenarioDelete", "scenarioPairList", "scenarioExport"):
        here.pick(action)
        assert here.notices[-1] == "Nothing is kept in the plan 1 yet. Find the best plan first."
    assert len(here.notices) == 5
    assert not here.bar.line.isVisible()


def test_the_pairs_are_exported_where_she_says(page, example, tmp_path) -> None:
    plan_best(example)
    here = page()
    target = tmp_path / "ours.csv"
    here.desk.ask.answers.append(target)
    here.pick("scenarioExport")
    rows = target.read_text("utf-8-sig").splitlines()
    assert len(rows) == 33
    assert rows[0].startswith("Mentee;")
    assert here.notices[-1] == f"32 rows written to {target}."
    here.desk.ask.answers.append(None)
    here.pick("scenarioExport")
    assert len(here.notices) == 1, "she turned back"


def test_the_pair_list_is_looked_at_before_it_is_printed(page, example, qtbot) -> None:
    plan_best(example)
    here = page()
    here.pick("scenarioPairList")
    preview = here.bar.papers.preview
    assert preview is not None
    assert preview.isVisible()
    preview.close()
    here.pick("scenarioWhy")
    assert here.notices[-1] == "There is no running pair to print for. Approve a plan first."


def test_every_command_has_its_name_for_the_palette(page) -> None:
    names = [command.name for command in page().bar.commands()]
    assert len(set(names)) == len(names) == 10


def test_a_file_for_reading_says_why_nothing_is_changed_and_prints_all_the_same(page, example) -> None:
    plan_best(example)
    here = page(opener=lambda: open_file(example, read_only=True))
    assert here.desk.file.read_only is not None
    for action in ("scenarioNew", "scenarioCopy", "scenarioRename", "scenarioNote", "scenarioDelete", "scenarioWhy"):
        here.pick(action)
        assert here.notices[-1] == say(here.desk.file.read_only)
        assert not here.bar.line.isVisible()
    here.pick("scenarioPairList")
    assert here.bar.papers.preview.isVisible()
    here.bar.papers.preview.close()


def test_a_button_with_little_room_says_the_name_alone(page, example) -> None:
    plan_best(example, "A plan with quite a long name")
    here = page()
    here.choose("A plan with quite a long name")
    here.wait()
    assert here.bar.button.text().startswith("A plan with")
    here.bar.give_room(60)
    assert here.bar.button.text().endswith("…")
    assert here.bar.button.accessibleName() == "Plan: A plan with quite a long name"
