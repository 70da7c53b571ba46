"""What is said against the pairs of a plan is asked for on one page, with a reason for each kind (R34, UX 5.4)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from mentordesk.actions.dependences import record_dependence
from mentordesk.actions.matching import lock_pair, weigh_scenario
from mentordesk.domain.passing import GRAVENESS, WEAK, Graveness
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.queries.pair_page import pair_page
from ui.matching_board.approval_kind import KINDS
from ui.matching_board.bench import Stage


def words(hands, name="approvalPanel"):
    return "\n".join(each.text() for each in hands.find(name).findChildren(QLabel) if each.isVisible())


def write(hands, name, text):
    hands.find(name, QLineEdit).setText(text)


def with_weak_pairs(hands, floor=74.0):
    """A plan of which many pairs have fewer points than it asks for; their number."""
    hands.plan()
    programme, plan = hands.desk.programme_id, hands.bench.board.scenario
    hands.do(lambda store: weigh_scenario(store, programme=programme, name=plan, own=OwnSettings(floor=floor)))
    if hands.stage is Stage.OUTDATED:
        hands.click("mainAction")
    return sum(score < floor for score in hands.bench.scores)


def with_a_dependence(hands):
    """In a pair that was locked before it was known."""
    programme, plan = hands.desk.programme_id, hands.bench.board.scenario
    mentee, mentor = next(iter(hands.bench.plan.items()))
    people = hands.bench.question.mentee(mentee).person, hands.bench.question.mentor(mentor).person
    today = hands.desk.today
    hands.do(lambda store: lock_pair(store, programme=programme, scenario=plan, mentee=mentee, mentor=mentor))
    hands.do(lambda store: record_dependence(store, people[0], [people[1]], on=today, reason="Siblings"))
    if hands.stage is Stage.OUTDATED:
        hands.click("mainAction")


def decisions(hands):
    """Rule and reason of all that was passed, of every pair there is."""
    asked: list[list[tuple[str, str]]] = []
    pairs, today = hands.bench.board.pairs, hands.desk.today

    def asking(store):
        pages = [pair_page(store, pair.id, today=today) for pair in pairs]
        return [(each.rule, each.reason) for page in pages for each in page.decisions if each.rule]

    hands.desk.work.ask("decisions", asking, asked.append)
    hands.wait()
    return asked[0]


def test_few_points_are_listed_and_approved_with_one_reason_for_all(at_bench) -> None:
    hands = at_bench()
    weak = with_weak_pairs(hands)
    hands.click("mainAction")
    assert hands.stage is Stage.PLANNED
    assert f"{weak} pairs" in words(hands)
    assert words(hands).count("A fair fit has at least 74.") == weak, "every pair by name"
    assert hands.page.window().focusWidget() is hands.find("reason_weak")

    write(hands, "exceptionBy", "Kari")
    hands.click("approveExcepted")
    assert "Write the reason in one line." in words(hands)
    assert hands.stage is Stage.PLANNED

    write(hands, "reason_weak", "The bank is small this year")
    hands.click("approveExcepted")
    assert hands.stage is Stage.PAIRED
    assert decisions(hands) == [(WEAK, "The bank is small this year")] * weak
    hands.undo()
    assert hands.stage is Stage.PLANNED
    assert not hands.bench.board.pairs


def test_a_dependence_takes_both_confirmations_and_leads_back_by_esc(at_bench) -> None:
    hands = at_bench()
    with_weak_pairs(hands, floor=50.0)
    with_a_dependence(hands)
    hands.click("mainAction")
    write(hands, "exceptionBy", "Kari")
    write(hands, "reason_recorded_dependence", "Nobody else knows the field")
    for kind in hands.page.views.approval._kinds:
        if not kind.asked.text:
            kind.asked.line.setText("Agreed")
    hands.click("approveExcepted")
    assert "only if you confirm it" in words(hands)
    hands.find("confirm_recorded_dependence", QCheckBox).setChecked(True)
    hands.click("approveExcepted")
    assert "Confirm once more" in words(hands)
    hands.click("approveExcepted")
    assert "only if you confirm it" in words(hands)
    assert hands.stage is Stage.PLANNED

    hands.press(Qt.Key.Key_Escape)
    assert hands.find("reason_recorded_dependence", QLineEdit).text() == "Nobody else knows the field"
    hands.find("confirm_recorded_dependence", QCheckBox).setChecked(True)
    hands.click("approveExcepted")
    hands.find("again_recorded_dependence", QCheckBox).setChecked(True)
    hands.click("approveExcepted")
    assert hands.stage is Stage.PAIRED
    assert ("recorded_dependence", "Nobody else knows the field") in decisions(hands)


def test_what_was_typed_stays_over_a_way_back_to_the_plan(at_bench) -> None:
    hands = at_bench()
    with_weak_pairs(hands)
    hands.click("mainAction")
    write(hands, "reason_weak", "The bank is small")
    hands.press(Qt.Key.Key_Escape)
    assert not hands.page.views.approval.isVisible()
    hands.click("mainAction")
    assert hands.find("reason_weak", QLineEdit).text() == "The bank is small"


def test_every_warning_that_can_be_passed_has_its_heading() -> None:
    assert set(KINDS) == {rule for rule, grave in GRAVENESS.items() if grave is not Graveness.FIRM}
