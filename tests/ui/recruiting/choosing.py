"""NNO's selection by keyboard: requirements, places, waiting list, reasons, and a letter to each (A11, A12)."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser

from tests.ui.recruiter import decide, lines_of, mark, row_of, seats

PLACES, WAITING = 32, 10
IN_ENGLISH = ("You have a place in", "You are on the waiting list", "Our answer to")
IN_NORWEGIAN = ("Du har fått plass i", "Du står på venteliste", "Svar på søknaden")


def selection(w, people):
    """Everybody side by side with each requirement in a word; refusal, exception, places, waiting list (A11)."""
    w.key("Ctrl+4")
    assert seats(w) == f"0 of {PLACES} selected"
    assert w.text("selectionFigures") == f"{len(people)} not decided · 0 on the waiting list · 0 declined"
    w.key("Ctrl+Home", "Ctrl+Shift+Up")  # by name
    rows = w.cells("selectionTable")
    assert {each[title] for each in rows for title in each if title.startswith(("Letter", "The emp", "New"))} == {
        *("met", "not met", "unknown", "exception")
    }
    w.key("Ctrl+Home", *["Shift+Down"] * (PLACES - 1))
    assert w.text("decisionCount") == f"{PLACES} people selected in the list"
    open_ = [each["Name"] for each in rows[:PLACES] if _is_open(each)]
    decide(w, "decideSelected", "As the team agreed")
    w.reads(f"Nobody was selected: {len(open_)} of those chosen have open requirements.")
    assert [each.partition(":")[0] for each in lines_of(w, "decisionOpen")] == open_
    assert all("not met" in each or "unknown" in each for each in lines_of(w, "decisionOpen"))
    assert seats(w) == f"0 of {PLACES} selected"

    w.do("leaveOpenOut")
    decide(w, "decideSelected", "As the team agreed")
    chosen = PLACES - len(open_)
    assert seats(w) == f"{chosen} of {PLACES} selected"

    mark(w, [open_[0]])
    decide(w, "decideSelected", "The paper comes on Monday")
    w.do("exceptOpen")
    assert seats(w) == f"{chosen + 1} of {PLACES} selected"
    assert "exception" in row_of(w, open_[0], "selectionTable").values()

    ready = [each["Name"] for each in w.cells("selectionTable")[PLACES:] if not _is_open(each)]
    more = PLACES - chosen - 1
    mark(w, ready[:more])
    decide(w, "decideSelected", "Next in line")
    assert seats(w) == f"{PLACES} of {PLACES} selected"

    mark(w, ready[more : more + 1])
    decide(w, "decideSelected", "One more")
    w.reads(f"The programme has {PLACES} places, and with these {PLACES + 1} would be selected.", "Select them anyway")
    w.do("turnBack")
    assert seats(w) == f"{PLACES} of {PLACES} selected"

    left = [each["Name"] for each in w.cells("selectionTable") if each["Status"] not in ("Selected", "Waiting list")]
    mark(w, left[:WAITING])
    decide(w, "decideWaiting", "If somebody turns back")
    assert (
        w.text("selectionFigures") == f"{len(left) - WAITING} not decided · {WAITING} on the waiting list · 0 declined"
    )
    lines = [row_of(w, name, "selectionTable")["In line"] for name in left[:WAITING]]
    assert sorted(lines, key=int) == [str(at + 1) for at in range(WAITING)]

    mark(w, left[WAITING:])
    decide(w, "decideDeclined", "")
    w.reads("Write why: whoever is declined may ask for the reason.")
    assert "0 declined" in w.text("selectionFigures")
    decide(w, "decideDeclined", "Others met more of the requirements")
    decided = f"0 not decided · {WAITING} on the waiting list · {len(left) - WAITING} declined"
    assert w.text("selectionFigures") == decided
    w.key("Ctrl+Z")
    assert "0 declined" in w.text("selectionFigures")
    w.key("Ctrl+Y")
    assert w.text("selectionFigures") == decided


def letters(w, people, folder):
    """One draft for each, in the language they read, with nobody else's words in it (A12)."""
    w.stop_at("selectionTable")
    w.key("Ctrl+A", "Ctrl+E")
    w.reads(f"{len(people)} letters")
    w.program.ask.answers.append(folder)
    w.do("lettersSave")
    drafts = [BytesParser(policy=policy.default).parsebytes(one.read_bytes()) for one in folder.glob("*.eml")]
    assert len(drafts) == len(people)
    read = {each["To"].addresses[0].addr_spec: each for each in drafts}
    for one in people:
        body = read[one.email].get_content()
        assert not any(other.note in body or (other.email in body) for other in people)
        assert not any(other.name in body for other in people if other is not one)
    english = {one.email for one in people if one.language == "en"}
    for address, each in read.items():
        assert each["Subject"].startswith(IN_ENGLISH if address in english else IN_NORWEGIAN), each["Subject"]
    w.key("Esc")


def _is_open(row):
    return any(row[title] in ("not met", "unknown") for title in row)
