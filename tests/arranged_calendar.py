"""What is done in the calendar before its picture is taken, by the name of the state; as arranged.py for the others."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.inviting import invite
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.subjects import Subject
from mentordesk.queries.agenda import MeetingRow, agenda
from mentordesk.queries.gathering import gathering
from ui.calendar.gathering.parts import PARTS
from ui.calendar.gathering.people import PeoplePart
from ui.calendar.tab import CalendarPage
from ui.calendar.view_parts import DAY, SEMESTER, WEEK
from ui.desk import IN_ONE_LINE, OWN_PAGE
from ui.widgets.page import Page

Settle = Callable[[], None]
Arrange = Callable[[Page, Settle], None]
Of = Callable[[CalendarPage, Settle], None]
_SPRING = date(2027, 3, 28)  # the clock goes forward, in Norway and in Sweden
_AUTUMN = date(2027, 10, 31)
_DAYS = (date(2026, 1, 1), date(2030, 12, 31))


def _of(arrange: Of) -> Arrange:
    def arranged(page: Page, settle: Settle) -> None:
        assert isinstance(page, CalendarPage)
        arrange(page, settle)

    return arranged


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def _press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focused(), key, held)


def _type(settle: Settle, words: str) -> None:
    QTest.keyClicks(_focused(), words)
    settle()


def _command(page: CalendarPage, settle: Settle, name: str) -> None:
    next(each for each in page.commands() if each.name == name).run()
    settle()


def _click(page: QWidget, settle: Settle, name: str) -> None:
    for found in page.findChildren(QPushButton, name):
        if found.isVisible():
            found.click()
            settle()
            return


def _view(page: CalendarPage, settle: Settle, *, key: str, day: date | None = None) -> None:
    page.set_view(key)
    settle()
    if day is not None:
        page._go(day)
        settle()


def _night(page: CalendarPage, settle: Settle, *, key: str, day: date) -> None:
    """The hour that is not there, or comes twice, is in view."""
    _view(page, settle, key=key, day=day)
    for _ in range(48):
        _press(Qt.Key.Key_Up)
    settle()


def _written(page: CalendarPage, settle: Settle, *, words: str) -> None:
    page.please_show(Subject.MEETINGS, IN_ONE_LINE)
    settle()
    _type(settle, words)


def _series(page: CalendarPage, settle: Settle) -> None:
    _of_kind(page, settle, "mentor_network")
    _command(page, settle, "repeatItem")
    _press(Qt.Key.Key_Return)
    settle()


def _person(page: CalendarPage, settle: Settle, *, words: str) -> None:
    page.search()
    _type(settle, words)
    _press(Qt.Key.Key_Return)
    settle()


def _moved(page: CalendarPage, settle: Settle) -> None:
    """To an hour that the clock skips."""
    _of_kind(page, settle, "start_up")
    _command(page, settle, "moveItem")
    _type(settle, _SPRING.isoformat())
    _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    _type(settle, "02:30")
    _press(Qt.Key.Key_Return)
    settle()


def _meeting(page: CalendarPage, settle: Settle, kind: str) -> MeetingId:
    found: list[MeetingRow] = []

    def seen(store: Store) -> None:
        rows = agenda(store, page.desk.programme_id, first=_DAYS[0], last=_DAYS[1]).rows
        found.extend(row for row in rows if isinstance(row, MeetingRow) and row.kind == kind)

    page.desk.work.ask("picture", seen, lambda _: None)
    settle()
    return found[0].meeting


def _of_kind(page: CalendarPage, settle: Settle, kind: str) -> None:
    page.please_show(Subject.MEETINGS, _meeting(page, settle, kind))
    settle()


def _gathering(page: CalendarPage, settle: Settle, *, part: int, kind: str = "closing") -> MeetingId:
    meeting = _meeting(page, settle, kind)
    page.please_show(Subject.MEETINGS, OWN_PAGE + meeting)
    settle()
    page.room.choose_part(part)
    settle()
    return meeting


def _usual(page: CalendarPage, settle: Settle, *, kind: str = "closing", changed: bool = False) -> None:
    _gathering(page, settle, part=0, kind=kind)
    _click(page, settle, "fillProgramme")
    if changed:
        _press(Qt.Key.Key_Return)
        settle()


def _empty_programme(page: CalendarPage, settle: Settle) -> None:
    _gathering(page, settle, part=0)


def _invited(page: CalendarPage, settle: Settle) -> None:
    """All of them; the first three have answered, and the fourth is left out."""
    meeting = _gathering(page, settle, part=1)
    with tempfile.TemporaryDirectory() as folder:

        def sent(store: Store) -> None:
            invite(store, meeting, [each.person for each in gathering(store, meeting).people], folder=Path(folder))

        page.desk.work.change(sent)
        settle()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_P, Qt.Key.Key_Delete):
        _press(key)
        settle()


def _not_invited(page: CalendarPage, settle: Settle) -> None:
    _gathering(page, settle, part=1)


def _asked_too(page: CalendarPage, settle: Settle) -> None:
    _gathering(page, settle, part=1)
    part = page.room.current
    assert isinstance(part, PeoplePart)
    part.offer_extra()
    settle()
    _type(settle, "Kari Nordmann")
    _press(Qt.Key.Key_Return)
    settle()


def _time_and_place(page: CalendarPage, settle: Settle, *, wrong: bool = False) -> None:
    _gathering(page, settle, part=len(PARTS) - 1)
    if wrong:
        line = page.room.current.findChild(QLineEdit, "meetingUntil1")
        assert line is not None
        line.setFocus()
        line.selectAll()
        _type(settle, "8")
        _press(Qt.Key.Key_Return)
        settle()


def _left_out_after_it(page: CalendarPage, settle: Settle) -> None:
    """Who was invited and is left out; whom letters can be written to."""
    _invited(page, settle)
    part = page.room.current
    assert isinstance(part, PeoplePart)
    part.offer_letters()
    settle()


OF_DATES: Mapping[str, Arrange] = {
    "week": _of(partial(_view, key=WEEK)),
    "week-spring-night": _of(partial(_night, key=WEEK, day=_SPRING)),
    "week-autumn-night": _of(partial(_night, key=WEEK, day=_AUTUMN)),
    "day": _of(partial(_view, key=DAY)),
    "day-spring-night": _of(partial(_night, key=DAY, day=_SPRING)),
    "semester": _of(partial(_view, key=SEMESTER)),
    "quick-add": _of(partial(_written, words="")),
    "quick-add-wrong": _of(partial(_written, words="tannlege i morgen")),
    "series": _of(_series),
    "person": _of(partial(_person, words="a")),
    "nobody": _of(partial(_person, words="qx")),
    "moved-to-no-hour": _of(_moved),
    "meeting-programme-empty": _of(_empty_programme),
    "meeting-programme": _of(_usual),
    "meeting-item": _of(partial(_usual, changed=True)),
    "meeting-not-invited": _of(_not_invited),
    "meeting-answers": _of(_invited),
    "meeting-ask-too": _of(_asked_too),
    "meeting-left-out-after-it": _of(_left_out_after_it),
    "meeting-time-and-place": _of(_time_and_place),
    "meeting-time-and-place-wrong": _of(partial(_time_and_place, wrong=True)),
}
