"""Plans side by side: the same figures as the query's, the differences marked, one approved from there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from mentordesk.actions.files import open_file
from mentordesk.actions.matching import delete_scenario, keep_scenario, rename_scenario, seats_of
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.matching.scenario import solve
from mentordesk.queries.board import Board, board
from mentordesk.queries.comparison import Comparison, comparison
from mentordesk.queries.programmes import programmes
from tests.ui.matching_board.test_scenarios import plan_best
from ui.language import say
from ui.matching_board.bench import lay_out
from ui.matching_board.plans.compare_page import PlanCompare
from ui.matching_board.plans.scenario_bench import ScenarioBench
from ui.matching_board.plans.scenario_papers import ScenarioPapers

LEFT = Qt.MouseButton.LeftButton
PLANS = {
    "Calm": OwnSettings({"personality": 70}),
    "Bold": OwnSettings({"experience": 80, "focus": 5}, 65.0, True),
    "Near": OwnSettings({"practical": 90}),
    "Far": OwnSettings({"other_area": 90}),
}


def plan_all(path, names=("Calm", "Bold")) -> None:
    plan_best(path)
    with open_file(path) as store:
        programme = programmes(store)[-1].id
        found = board(store, programme, today=store.today())
        for name in names:
            own = PLANS[name]
            asked = replace(found.question, settings=own.over(found.programme_settings))
            seats = seats_of(solve(asked))
            keep_scenario(store, programme=programme, name=name, seats=seats, settings=asked.settings, own=own)


@pytest.fixture
def comparing(qtbot, desk_over, settled, example):
    """`comparing(shown)`: the page over the example's plans, and a way to wait."""
    faults: list[BaseException] = []

    def open_(shown: str = "1", size=(1100, 760), **how):
        desk = desk_over(example, **how)
        desk.work.failed.connect(faults.append)
        window = QWidget()
        page = PlanCompare(desk, ScenarioPapers(desk, window))
        QVBoxLayout(window).addWidget(page)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        page.open_for(shown)

        def wait() -> None:
            settled(desk)
            settled(desk)

        wait()
        page.wait = wait
        page.desk_of_test = desk
        return page

    yield open_
    assert not faults, faults


def tick(page, name: str) -> None:
    box = page.findChild(QWidget, f"compare_{name}")
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    page.wait()


def card(page, place: int) -> str:
    shown = page.findChild(QWidget, f"planCard{place}")
    return "\n".join(one.text() for one in shown.findChildren(QLabel))


def test_the_plan_in_view_stands_beside_another_with_the_query_s_figures(comparing, example) -> None:
    plan_all(example, ("Calm",))
    page = comparing()
    assert page.chosen == ("1", "Calm")
    found: list[Comparison] = []
    today, programme = page.desk_of_test.today, page.desk_of_test.programme_id
    page.desk_of_test.work.ask(
        "expected", lambda store: comparison(store, programme, ("1", "Calm"), today=today), found.append
    )
    page.wait()
    expected = found[0]
    for place, plan in enumerate(expected.plans):
        shown = card(page, place)
        assert shown.startswith("Plan 1\n" if plan.name == "1" else plan.name)
        assert f"{plan.levels.worst:.1f}" in shown
        assert f"{round(plan.levels.total):,}" in shown
        assert f"{round(plan.by_programme.total):,}" in shown
        for pair in plan.worst:
            assert f"{pair.mentee} with {pair.mentor}: {pair.score:.1f}" in shown
        for sentence in plan.floor.words:
            assert say(sentence) in shown
    assert "Weight of Personality: 70" in card(page, 1)
    assert page.mentees.table.rows.total == len(expected.differing) > 0


def test_only_who_differs_is_listed_until_all_are_wanted(comparing, example) -> None:
    plan_all(example, ("Calm",))
    page = comparing()
    table = page.mentees.table
    assert all(table.rows.row(place).differs for place in range(len(table.rows.shown)))
    for place in range(len(table.rows.shown)):
        assert table.cell(place, 1).tone is None, "the first plan is what the others are marked against"
        assert table.cell(place, 2).tone == "accent"
    page.mentees.all.setFocus()
    QTest.keyClick(page.mentees.all, Qt.Key.Key_Space)
    assert table.rows.total == 32
    alike = [row for at in range(32) if not (row := table.rows.row(at)).differs]
    assert alike
    for row in alike:
        assert row.seats[0].mentor == row.seats[1].mentor
        assert row.seats[0].score is not None
        assert row.seats[1].score is not None


def test_two_to_four_are_ticked(comparing, example) -> None:
    plan_all(example, tuple(PLANS))
    page = comparing("Bold")
    assert page.chosen == ("Bold", "Far"), "the one in view and the newest other"
    tick(page, "Calm")
    tick(page, "1")
    assert page.chosen == ("1", "Calm", "Bold", "Far")
    assert page.findChild(QWidget, "planCard3") is not None
    said: list[object] = []
    page.desk_of_test.told.connect(said.append)
    tick(page, "Near")
    assert page.chosen == ("1", "Calm", "Bold", "Far"), "a fifth finds no place"
    assert [say(notice.sentence) for notice in said] == ["At most 4 plans fit side by side. Take one away first."]
    for name in ("1", "Calm", "Bold"):
        tick(page, name)
    assert page.chosen == ("Far",)
    assert page.findChild(QLabel, "compareWords").text() == "Tick two plans or more to compare them."
    assert not page.mentees.isVisible()


def test_one_plan_alone_is_told_how_there_come_to_be_two(comparing, example) -> None:
    plan_best(example)
    page = comparing()
    assert page.findChild(QLabel, "compareWords").text().startswith("There is only one plan.")
    assert not page.findChild(QWidget, "printComparison").isVisible()


def test_approving_names_the_plan_and_esc_leaves(comparing, example) -> None:
    plan_all(example, ("Calm",))
    page = comparing()
    wanted, left = [], []
    page.approve_wanted.connect(wanted.append)
    page.left.connect(lambda: left.append(1))
    button = page.findChild(QWidget, "approvePlan1")
    assert button.accessibleName() == "Approve the plan Calm"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert wanted == ["Calm"]
    QTest.keyClick(page.mentees.view, Qt.Key.Key_Escape)
    assert left == [1]


def test_a_change_elsewhere_is_seen_at_once(comparing, example) -> None:
    plan_all(example)
    page = comparing("Calm")
    programme = page.desk_of_test.programme_id
    page.desk_of_test.work.change(lambda store: delete_scenario(store, programme=programme, name="Bold"))
    page.wait()
    assert page.chosen == ("1", "Calm")
    page.desk_of_test.work.change(
        lambda store: rename_scenario(store, programme=programme, name="Calm", new_name="Quiet")
    )
    page.wait()
    assert page.chosen == ("1", "Quiet")
    assert card(page, 1).startswith("Quiet")


def test_in_a_low_window_cards_and_table_take_turns(comparing, example) -> None:
    plan_all(example, ("Calm",))
    page = comparing(size=(1000, 420))
    turn = page.findChild(QWidget, "turnMentees")
    assert turn.isVisible()
    assert not page.mentees.isVisible()
    QTest.mouseClick(turn, LEFT)
    assert page.mentees.isVisible()
    assert page.findChild(QWidget, "planCard0").isVisible() is False
    page.window().resize(1000, 800)
    QApplication.processEvents()
    assert not turn.isVisible()
    assert page.findChild(QWidget, "planCard0").isVisible()


def test_the_comparison_is_printed_after_a_look(comparing, example) -> None:
    plan_all(example, ("Calm",))
    page = comparing()
    QTest.mouseClick(page.findChild(QWidget, "printComparison"), LEFT)
    page.wait()
    preview = page._papers.preview
    assert preview is not None
    assert preview.isVisible()
    preview.close()


def test_approving_from_the_comparison_brings_that_plan_into_view_first(qtbot, desk_over, settled, example) -> None:
    plan_best(example)
    plan_best(example, "Bold")
    desk = desk_over(example)
    window, views, shown, approved = QWidget(), QWidget(), [], []
    around = ScenarioBench(desk, views, window)
    down = QVBoxLayout(window)
    down.addWidget(around.bar)
    down.addWidget(around)
    qtbot.addWidget(window)
    window.resize(1100, 760)

    def show(found: Board) -> None:
        shown.append(found.scenario)
        around.show_bench(lay_out(found, None))

    def reload() -> None:
        wanted, programme, today = around.scenario, desk.programme_id, desk.today
        desk.work.ask("board", lambda store: board(store, programme, today=today, scenario=wanted), show)

    around.reload_wanted.connect(reload)
    around.approve_now.connect(lambda: approved.append(shown[-1]))
    window.show()
    window.activateWindow()
    reload()
    settled(desk)
    around.open_weights()
    assert around.weights.isVisible()
    assert views.isVisible()
    around.open_compare()
    settled(desk)
    assert not views.isVisible()
    assert not around.weights.isVisible()
    qtbot.waitUntil(lambda: around.compare.findChild(QWidget, "approvePlan1") is not None)
    QTest.mouseClick(around.compare.findChild(QWidget, "approvePlan1"), Qt.MouseButton.LeftButton)
    settled(desk)
    assert shown[-1] == "Bold"
    assert approved == ["Bold"]
    assert views.isVisible()
    assert not around.is_covered
