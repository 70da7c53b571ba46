"""The main job from the start page to a registered conversation, then everything undone and done again.

Once by somebody who only clicks and types, once by somebody who has only the keyboard; what a person sees is asserted
at each step.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QAbstractItemView

from mentordesk.sample.rounds import ROUNDS
from tests.ui.hands import Keys, Mouse, find
from tests.ui.test_window import seen
from ui.widgets.chip import Chip


def chips(program) -> list[str]:
    return [one.text for one in program.window.findChildren(Chip) if one.isVisible()]


def said(program) -> str:
    return find(program.window, "notice").text()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_the_whole_job(program_in, calm, tmp_path, kind):
    program = program_in("en")
    hands = kind(program.window)
    papers = tmp_path / "papers"
    papers.mkdir()
    calm(program)
    begins = datetime.now().astimezone().date() - timedelta(days=70)

    hands.press("template_nno")
    program.ask.answers.append(tmp_path / "job.mentordesk")
    hands.write("name", "Cohort 2027")
    hands.write("starts_on", begins.isoformat())
    hands.press("makeProgramme")
    calm(program)
    assert program.window.windowTitle() == "job – MentorDesk"
    assert program.workplace.current == "today"

    hands.go_to("participants")
    calm(program)
    assert "No participants yet" in seen(program.window)
    hands.press("importList")
    calm(program)
    program.ask.answers.append(ROUNDS[0].shipped)
    hands.press("importChoose")
    calm(program)
    assert ROUNDS[0].shipped.name in seen(program.window)
    hands.press("importRun")
    calm(program)
    assert said(program) == "Import 92 people"
    hands.press("importShow")
    calm(program)
    assert "32 mentees" in seen(program.window)
    assert "60 mentors" in seen(program.window)

    row = next(number for number in range(92) if _is_missing(program, number))
    hands.choose("participantsTable", row)
    calm(program)
    name = find(program.window, "detailName").text()
    answer = _open_answer(program)
    hands.press(answer)
    calm(program)
    assert said(program).startswith("Answer “")
    assert said(program).endswith(f"for {name}")

    hands.go_to("matching")
    calm(program)
    assert "Not planned yet" in chips(program)
    hands.press("mainAction")
    calm(program)
    assert "Proven best" in chips(program)
    assert "32 of 32 placed" in seen(program.window)

    hands.choose("mentees", 2)
    calm(program)
    hands.choose("candidates", 2)
    calm(program)
    why = seen(find(program.window, "whyPanel"))
    assert "Costs " in why
    assert "moves" in why
    hands.press("putTogether")
    calm(program)
    assert said(program).startswith("Put ")
    assert find(program.window, "movedLine").isVisible()

    hands.press("mainAction")
    calm(program)
    assert "All 32 pairs are approved" in seen(program.window)

    hands.press("printPapersNow")
    calm(program)
    program.ask.answers.append(papers)
    hands.press("savePapers")
    calm(program)
    assert len(list(papers.glob("*.pdf"))) >= 64
    hands.press("closePapers")
    program.window.activateWindow()  # as every window system does; the offscreen one has none
    calm(program)

    hands.go_to("logbooks")
    calm(program)
    hands.choose("pairStrips", 0)
    calm(program)
    hands.press("newConversation")
    calm(program)
    hands.press("saveConversation")
    calm(program)
    assert "1 conversation" in seen(program.window)

    undone = []
    while program._menus.actions["undo"].isEnabled():
        hands.undo()
        calm(program)
        assert said(program).startswith("Undone: ")
        undone.append(said(program))
        assert len(undone) < 20, undone
    assert len(undone) >= 6
    assert "No programme yet" in find(program.window, "programmeSwitcher").accessibleName()

    for _ in undone:
        hands.redo()
        calm(program)
        assert said(program).startswith("Done again: ")
    assert not program._menus.actions["redo"].isEnabled()
    hands.go_to("logbooks")
    calm(program)
    assert "1 conversation" in seen(program.window)
    hands.go_to("participants")
    calm(program)
    assert "32 mentees" in seen(program.window)


def _is_missing(program, number: int) -> bool:
    view = find(program.window, "participantsTable")
    assert isinstance(view, QAbstractItemView)
    texts = [str(view.model().index(number, column).data()) for column in range(view.model().columnCount())]
    return any("missing" in text for text in texts)


def _open_answer(program) -> str:
    """The name of the first “yes” that can be given."""
    from PySide6.QtWidgets import QAbstractButton

    for one in program.window.findChildren(QAbstractButton):
        if one.isVisible() and one.objectName().startswith("yes_"):
            return one.objectName()
    raise AssertionError("no criterion can be answered")
