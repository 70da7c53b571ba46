"""Each alert in the real window, by its own button: it is mended on Today, or stood on where it is mended."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit

from mentordesk.domain import alerts
from tests.counts import count
from tests.ui.today.mending_file import write
from tests.ui.today.reading import lines, tasks
from ui.language import say
from ui.tabs import TABS
from ui.today.leads import LEADS, Place, Shown

ALL = {alert.key for name in alerts.__all__ if name.endswith("_ALERTS") for alert in getattr(alerts, name)}
DEEDS = {Place.SIGNED, Place.TASK, Place.DEADLINE, Place.CONTRACTS, Place.CHECKLISTS}
"""Mended on the page itself."""
_COLUMNS = 12  # of the widest list
NOBODY = {Place.PEOPLE, Place.BANK, Place.MATCHING, Place.CALENDAR}
"""Places that are shown as a whole."""
NOT_IN_THIS_FILE = {
    "third_meeting": "asked in the other programme alone; leads as fit_after_third does",
    "not_worth_meeting": "as bad_fit",
    "minimum": "a cohort that meets every third week breaks it only after it broke its rhythm",
    "to_close": "after the programme's end",
    "last_conversation": "in the programme's last month",
    "stay": "a mentor of the bank who was asked a year ago; as stay_reply",
    "invitation": "asks for invitations that were sent; as meeting_ahead",
    "without_mentor": "nobody selected is without a mentor",
}


@pytest.fixture
def window(program_in, calm, tmp_path):
    path = tmp_path / "mending.mentordesk"
    write(path, datetime.now().astimezone().date())
    program = program_in("en")
    program.open_path(path)
    calm(program)
    program.workplace.show_tab("today")
    calm(program)
    return program


def page_of(program):
    return program.workplace.page


def seen(program) -> str:
    """What is read on the page that is in view: its labels, lines, and the row on which one stands in each list."""
    page = program.workplace.page
    texts = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    texts += [each.text() for each in page.findChildren(QLineEdit) if each.isVisible()]
    for view in page.findChildren(QAbstractItemView):
        index = view.currentIndex()
        if view.isVisible() and index.isValid():
            texts += [str(index.siblingAtColumn(at).data() or "") for at in range(_COLUMNS)]
            texts.append(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
    return " | ".join(texts)


def stand_on(program, calm, key: str):
    """The task of that key, with the keyboard on it."""
    program.workplace.show_tab("today")
    calm(program)
    view = tasks(page_of(program))
    for place, row in enumerate(view.tasks.rows):
        if getattr(getattr(row, "task", None), "key", "") == key:
            view.setFocus(Qt.FocusReason.TabFocusReason)
            view.go_to(place)
            return
    raise AssertionError(f"{key} is not on the page")


def press(program, calm, key=Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    calm(program)


def on_today(program, calm) -> dict[str, object]:
    """The first task of each alert, with long sections opened."""
    program.workplace.show_tab("today")
    calm(program)
    view = tasks(page_of(program))
    for row in [row for row in view.tasks.rows if type(row).__name__ == "More" and not row.open]:
        view.more_wanted.emit(row.section)
    calm(program)
    found: dict[str, object] = {}
    for line in lines(page_of(program)):
        found.setdefault(line.task.entry.alert, line.task)
    return found


def whom(task) -> str:
    """A word by which one sees that it is the right one."""
    subject = task.entry.subject
    if subject.issue:
        return "Long ways to meet"
    if subject.meeting:
        return "Mentor network" if "Mentor network" in say(task.entry.sentence) else ""
    return subject.name.split(" ")[0]


def walked(first):
    """What is printed before what is signed; of those that lead to one place a few, or all at the long counts."""
    most, been = count(1, 99), Counter()
    for alert, task in sorted(first.items(), key=lambda each: not each[0].endswith("_to_print")):
        place = LEADS[alert].place
        been[place] += 1
        if place in DEEDS or been[place] <= most:
            yield alert, task


@pytest.mark.timeout(300)
def test_every_entry_has_its_keys(window, calm, tmp_path):
    program = window
    first = on_today(program, calm)
    assert set(first) | set(NOT_IN_THIS_FILE) == ALL
    assert not set(first) & set(NOT_IN_THIS_FILE)

    folder = tmp_path / "papers"
    wrong = []
    for alert, task in walked(first):
        place = LEADS[alert].place
        stand_on(program, calm, task.key)
        if alert == "papers":
            continue
        if place in (Place.CONTRACTS, Place.CHECKLISTS):
            program.ask.answers = [folder]
        press(program, calm)
        if place in DEEDS:
            left = {line.task.key for line in lines(page_of(program))}
            if task.key in left:
                wrong.append(f"{alert}: still there after its button")
            continue
        assert isinstance(task.way, Shown)
        at = next(tab.key for tab in TABS if task.way.subject in tab.holds)
        if program.workplace.current != at:
            wrong.append(f"{alert}: leads to {program.workplace.current}, not {at}")
        elif place not in NOBODY and whom(task) not in seen(program):
            wrong.append(f"{alert}: {whom(task)} is not seen: {seen(program)[:300]}")
        if place is Place.ISSUES:
            press(program, calm, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            if alert in on_today(program, calm):
                wrong.append(f"{alert}: closing the issue leaves it on Today")
    assert wrong == []
