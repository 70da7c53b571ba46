"""A calendar file dropped or chosen: its answers are noted, its moves wait for a tick, and nothing is silent."""

from __future__ import annotations

import shutil
import warnings
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QWidget

from mentordesk.actions.inviting import invite
from mentordesk.domain.meetings import InviteAnswer
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.messages.calendar_file import calendar_bytes
from mentordesk.queries.calendar import meeting_calendar
from mentordesk.queries.gathering import gathering
from mentordesk.storage.records import PersonRecord
from tests.actions.gathered import FIRST, opened
from tests.queries.small_programme import change
from ui.calendar.reading_files.reader import CalendarFiles
from ui.language import say


def dropped(over, path, settle):
    """Whether the file was taken when it came over the page, and when it was let go."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    spot = over.rect().center()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # there is no other way to make one
        enter = QDragEnterEvent(spot, *how)
    taken = []
    for event in (enter, QDropEvent(QPointF(spot), *how)):
        event.setAccepted(False)
        QApplication.sendEvent(over, event)
        taken.append(event.isAccepted())
    settle()
    return taken


class Page(QWidget):
    """A page that takes calendar files, as the Calendar does."""

    def __init__(self, desk, settle, meeting):
        super().__init__()
        self.desk, self.settle, self.meeting = desk, settle, meeting
        self.files = CalendarFiles(desk, self)
        self.told = []
        desk.told.connect(self.told.append)

    @property
    def seen(self):
        got = []
        self.desk.work.ask("test", lambda store: gathering(store, self.meeting), got.append)
        self.settle(self.desk)
        return got[0]

    def take(self, *paths):
        self.files.take_in(paths)
        self.settle(self.desk)

    def drop(self, path):
        return dropped(self, path, lambda: self.settle(self.desk))

    def lines(self, name):
        found = self.files.preview.findChild(QListWidget, name)
        return [] if found is None else [found.item(at).text() for at in range(found.count())]

    def press_take(self):
        self.files.preview.findChild(QPushButton, "readTake").click()
        self.settle(self.desk)


@pytest.fixture(scope="session")
def _invited(tmp_path_factory):
    folder = tmp_path_factory.mktemp("invited")
    path = folder / "file.mentordesk"
    with opened(path) as made:
        person = made.people[0].person
        change(made.store, PersonRecord, person, email="ase@example.org")
        invite(made.store, made.meeting, [person], folder=folder / "drafts")
        content = meeting_calendar(made.store, made.meeting)
        own = calendar_bytes(content.events, catalog("nb"), zone=content.zone, name="")
        return path, made.meeting, own


@pytest.fixture
def page(qtbot, desk_over, settled, _invited, tmp_path):
    def make(read_only=None):
        path, meeting, _ = _invited
        desk = desk_over(shutil.copy(path, tmp_path / "file.mentordesk"))
        desk.file = replace(desk.file, today=FIRST, read_only=read_only)
        made = Page(desk, settled, meeting)
        qtbot.addWidget(made)
        made.resize(800, 600)
        made.show()
        return made

    return make


@pytest.fixture
def invited(_invited, tmp_path):
    """A file of one's own, and the meeting in it to which the first is invited."""
    return shutil.copy(_invited[0], tmp_path / "file.mentordesk"), _invited[1]


@pytest.fixture
def own(_invited):
    return _invited[2]


@pytest.fixture
def reply(tmp_path, _invited):
    path = tmp_path / "svar.ICS"
    path.write_text(
        "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n"
        f"UID:{_invited[1]}-0@mentordesk\nDTSTAMP:20261123T100000Z\nSEQUENCE:0\n"
        "ATTENDEE;PARTSTAT=DECLINED:mailto:ase@example.org\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:tooth\nSUMMARY:Tannlege\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    return path


def test_a_dropped_reply_is_shown_taken_and_undone(page, reply):
    shown = page()
    assert shown.drop(reply) == [True, True]
    assert shown.lines("readAnswers") == ["Mentee 1, Start-up meeting: Does not come"]
    assert shown.lines("readNotTaken") == ["“Tannlege”: It is not a meeting of MentorDesk."]
    assert shown.seen.people[0].answer is None, "nothing before it is taken"
    shown.press_take()
    assert shown.seen.people[0].answer is InviteAnswer.DECLINED
    assert say(shown.told[-1].sentence) == "1 entry was not taken."


def test_a_moved_day_waits_for_its_tick_and_space_gives_it(page, tmp_path, own, qtbot):
    shown = page()
    path = tmp_path / "flyttet.ics"
    path.write_bytes(own.replace(b"20270126T090000", b"20270126T100000"))
    shown.take(path)
    (line,) = shown.lines("readMoves")
    assert line.startswith("“Start-up meeting” from 26 Jan 2027, 09:00–16:00 to 26 Jan 2027, 10:00–16:00")
    moves = shown.files.preview.findChild(QListWidget, "readMoves")
    qtbot.keyClick(moves, Qt.Key.Key_Space)
    shown.press_take()
    assert shown.seen.days[0].starts_at == datetime(2027, 1, 26, 10)


def test_esc_changes_nothing(page, reply, qtbot):
    shown = page()
    shown.take(reply)
    qtbot.keyClick(shown.files.preview, Qt.Key.Key_Escape)
    shown.settle(shown.desk)
    assert shown.files.preview is None
    assert shown.seen.people[0].answer is None


def test_what_is_no_calendar_file_says_so_and_other_files_are_left_to_others(page, tmp_path):
    shown = page()
    broken, sheet = tmp_path / "brudd.ics", tmp_path / "people.xlsx"
    broken.write_bytes(b"hello")
    sheet.write_bytes(b"")
    shown.take(broken)
    assert say(shown.told[-1].sentence).startswith("This is not a calendar file")
    assert shown.drop(sheet) == [False, False]
    shown.take(tmp_path / "gone.ics")
    assert say(shown.told[-1].sentence) == "“gone.ics” cannot be opened."


def test_a_file_open_for_reading_says_why(page, reply):
    shown = page(read_only=msg("Only for reading."))
    shown.take(reply)
    assert shown.files.preview is None
    assert say(shown.told[-1].sentence) == "Only for reading."
    assert [command.name for command in shown.files.commands()] == ["readCalendarFile"]


def test_the_calendar_itself_takes_a_file_that_is_dropped_or_chosen(calendar, invited, reply):
    path, meeting = invited
    shown = calendar(path=path)
    shown.desk.ask.open_file = lambda *_: reply
    next(each for each in shown.page.commands() if each.name == "readCalendarFile").run()
    shown.settle(shown.desk)
    shown.press(Qt.Key.Key_Escape, on=shown.page.files.preview)
    assert shown.page.files.preview is None

    assert dropped(shown.page, reply, lambda: shown.settle(shown.desk)) == [True, True]
    answers = QApplication.focusWidget()
    assert (answers.objectName(), answers.currentRow()) == ("readAnswers", 0)
    shown.press(Qt.Key.Key_Return)
    got = []
    shown.desk.work.ask("test", lambda store: gathering(store, meeting), got.append)
    shown.settle(shown.desk)
    assert got[0].people[0].answer is InviteAnswer.DECLINED
    assert shown.page.files.preview is None
