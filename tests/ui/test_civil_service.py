"""A real foreign export, fifty on each side, matched: lock, veto, force, compare two plans, approve, undo.

Once by somebody who only clicks and types, once by somebody who has only the keyboard.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.hands import Keys, Mouse, find
from tests.ui.test_whole_job import chips, said
from tests.ui.test_window import seen

MENTEE, MENTOR = 1, 2  # in the list of roles, after nobody's


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_two_lists_of_fifty_become_approved_pairs(program_in, calm, tmp_path, civil_service, kind):
    program = program_in("en")
    hands = kind(program.window)
    calm(program)
    begins = datetime.now().astimezone().date() + timedelta(days=70)
    hands.press("template_nno")
    program.ask.answers.append(tmp_path / "service.mentordesk")
    hands.write("name", "Civil service")
    hands.write("starts_on", begins.isoformat())
    hands.press("makeProgramme")
    calm(program)

    hands.go_to("participants")
    calm(program)
    for name, role in (("mentees.csv", MENTEE), ("mentors.csv", MENTOR)):
        hands.press("importList")
        calm(program)
        program.ask.answers.append(civil_service / name)
        hands.press("importChoose")
        calm(program)
        assert "Never taken" in seen(program.window)
        hands.select("importRole", role)
        calm(program)
        hands.press("importRun")
        calm(program)
        assert said(program) == "Import 50 people"
        hands.press("importShow")
        calm(program)
    assert "50 mentees" in seen(program.window)
    assert "50 mentors" in seen(program.window)

    hands.go_to("matching")
    calm(program)
    hands.press("mainAction")
    calm(program)
    assert "Proven best" in chips(program)
    assert "50 of 50 placed" in seen(program.window)

    hands.choose("mentees", 0)
    calm(program)
    hands.choose("candidates", 0)  # the mentor of the plan
    calm(program)
    hands.press("lockPair")
    calm(program)
    assert said(program).startswith("Lock ")
    hands.choose("mentees", 1)
    calm(program)
    hands.choose("candidates", 0)
    calm(program)
    hands.press("keepApart")
    calm(program)
    assert said(program).startswith("Keep ")
    _force(program, hands, calm, mentee=2)
    assert said(program).startswith("Put ")
    assert "50 of 50 placed" in seen(program.window)

    _choose_from_plans(program, hands, "scenarioCopy")
    calm(program)
    hands.write("scenarioName", "Second thoughts")
    hands.press("scenarioSubmit")
    calm(program)
    assert find(program.window, "scenarioButton").text() == "Plan: Second thoughts"
    _force(program, hands, calm, mentee=3)
    _choose_from_plans(program, hands, "scenarioCompare")
    calm(program)
    shown = seen(find(program.window, "planCompare"))
    assert "Second thoughts" in shown
    assert "of 50 mentees are with the same mentor in all of these plans." in shown
    assert "50 of 50 mentees" not in shown

    hands.press("approvePlan1")
    calm(program)
    assert "criteria are not answered, and warnings are not passed" in seen(program.window)
    hands.write("reason_weak", "Nobody suits better this year.")
    hands.write("exceptionReason", "The export says nothing of them.")
    hands.write("exceptionBy", "K. Coordinator")
    hands.press("approveExcepted")
    calm(program)
    assert "All 50 pairs are approved" in seen(program.window)
    hands.undo()
    calm(program)
    assert said(program).startswith("Undone: ")
    assert "50 of 50 placed" in seen(program.window)


def _force(program, hands, calm, *, mentee: int) -> None:
    """With the first mentor who can be had, after her price was read."""
    hands.choose("mentees", mentee)
    calm(program)
    for row in range(1, 6):
        hands.choose("candidates", row)
        calm(program)
        why = find(program.window, "whyPanel")
        if any(one.isVisible() for one in why.findChildren(QPushButton, "putTogether")):
            break
    assert "osts " in seen(why)
    hands.press("putTogether")
    calm(program)


def _choose_from_plans(program, hands, item: str) -> None:
    hands.press("scenarioButton")
    hands.pick(item)
    program.window.activateWindow()  # as every window system does; the offscreen one has none
