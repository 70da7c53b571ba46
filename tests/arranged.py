"""What is done in a tab before its picture is taken, by the name of the state; python -m tests.pictures takes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTabWidget, QWidget
from sqlalchemy import select

from mentordesk.actions.attendance import note_attendance
from mentordesk.actions.dividing import make_groups
from mentordesk.actions.files import Store
from mentordesk.actions.holding import note_held
from mentordesk.actions.issues import open_issue
from mentordesk.actions.restricting import restrict
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.meetings import Attendance
from mentordesk.domain.people import Role
from mentordesk.domain.subjects import Subject
from mentordesk.queries.gathering import gathering
from mentordesk.storage.records import MeetingRecord
from ui.calendar.tab import CalendarPage
from ui.desk import OWN_PAGE
from ui.participants.part import PartPlace
from ui.participants.tab import ParticipantsPage
from ui.today.task_view import TaskView
from ui.widgets.page import Page

Settle = Callable[[], None]
Arrange = Callable[[Page, Settle], None]
Of = Callable[[ParticipantsPage, Settle], None]
_LIST = (
    "Given name\tFamily name\tE-mail\tUnit\tPhone\tRole\n"
    "{given}\t{family}\t{email}\tWard 1\t111\tMentor\n"
    "Bo\tAlm\tno address\tWard 1\t\tMentor\n"
    "Eva\tLie\teva@example.org\tWard 2\t\tMentor\n"
    "Eva\tLie\teva@example.org\tWard 2\t\tMentor\n"
)
_PAUSE = 120  # ms: the details wait for those who run through the list


def _of(arrange: Of) -> Arrange:
    def arranged(page: Page, settle: Settle) -> None:
        assert isinstance(page, ParticipantsPage)
        arrange(page, settle)

    return arranged


def _choose(page: ParticipantsPage, settle: Settle, *places: int) -> None:
    rows = page.grid.table.rows
    page.grid.view.select_ids([rows.id_at(place) for place in places if place < len(rows.shown)])
    QTest.qWait(_PAUSE)
    settle()


def _click(page: QWidget, settle: Settle, name: str) -> None:
    found = [each for each in page.findChildren(QPushButton, name) if each.isVisible()]
    if found:
        found[0].click()
        settle()


def _restricted(page: ParticipantsPage, settle: Settle) -> None:
    row = page.grid.row(page.grid.table.rows.id_at(1))
    assert row is not None
    person, today = row.person, page.desk.today
    page.desk.work.change(lambda store: restrict(store, person, reason="Asked by letter", today=today))
    settle()
    _part(page, settle, name="PrivacyPart", place=1)


def _part(page: ParticipantsPage, settle: Settle, *, name: str, place: int = 0) -> None:
    """A part of the details of one person, by its class."""
    _choose(page, settle, place)
    page.beside.open(page.grid.table.rows.id_at(place))
    settle()
    tabs = page.findChild(QTabWidget, "detailTabs")
    assert tabs is not None
    kinds = [place.kind.__name__ for at in range(tabs.count()) if isinstance(place := tabs.widget(at), PartPlace)]
    tabs.setCurrentIndex(kinds.index(name))
    settle()


def _import(page: ParticipantsPage, settle: Settle) -> None:
    page.intake.open_import()
    settle()


def _check(page: ParticipantsPage, settle: Settle) -> None:
    """One is known already, one stands there twice, one has no address."""
    row = page.grid.row(page.grid.table.rows.id_at(0))
    assert row is not None
    given, _, family = row.name.partition(" ")
    page.intake.import_text(_LIST.format(given=given, family=family, email=row.values.get("email")))
    for _ in range(6):
        settle()


def _checked_twins(page: ParticipantsPage, settle: Settle) -> None:
    _check(page, settle)
    area = page.intake.importing.findChild(QWidget, "importDuplicates")
    if area is not None:
        area.setFocus()
        page.intake.importing._area.ensureWidgetVisible(area)
    settle()


def _several(page: ParticipantsPage, settle: Settle) -> None:
    _choose(page, settle, 0, 1, 2, 3)


def _compare(page: ParticipantsPage, settle: Settle) -> None:
    rows = page.grid.table.rows
    page.many.compare([rows.id_at(place) for place in range(3)])
    settle()


def _adding(page: ParticipantsPage, settle: Settle) -> None:
    page.intake.add(Role.MENTOR)
    settle()
    _click(page, settle, "addNow")


def _notice(page: ParticipantsPage, settle: Settle) -> None:
    page.intake.take_notice()
    settle()


def _view(page: ParticipantsPage, settle: Settle, *, key: str) -> None:
    """With the first row current."""
    page.show_view(key)
    settle()
    table = next((each for each in page.findChildren(QAbstractItemView) if each.isVisible()), None)
    if table is not None:
        QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    settle()


def _deciding(page: ParticipantsPage, settle: Settle) -> None:
    """Everybody is chosen to be selected: refused, with what is open."""
    _view(page, settle, key="selection")
    table = page.findChild(QAbstractItemView, "selectionTable")
    assert table is not None
    table.selectAll()
    settle()
    _click(page, settle, "decideSelected")


def _programme(page: Page, settle: Settle, *, key: str) -> None:
    next(command for command in page.commands() if command.name == f"programme{key[0].upper()}{key[1:]}").run()
    settle()


def _command(page: Page, settle: Settle, *, name: str) -> None:
    """One of the page, as the palette runs it."""
    next(each for each in page.commands() if each.name == name).run()
    settle()


def _put_off(page: Page, settle: Settle) -> None:
    """The first task."""
    tasks = page.findChild(TaskView)
    assert tasks is not None
    tasks.setFocus()
    QTest.keyClick(tasks, Qt.Key.Key_Home)
    _command(page, settle, name="hideTaskUntil")


def _issues(page: Page, settle: Settle) -> None:
    programme = page.desk.programme_id
    assert programme is not None
    for title in ("Long way to the gatherings", "Shifts are moved"):
        page.desk.work.change(partial(open_issue, programme=programme, title=title))
        settle()
    page.please_show(Subject.TEAM, "")
    settle()


def _free_days(page: Page, settle: Settle) -> None:
    _programme(page, settle, key="timeline")
    _click(page, settle, "freeDays")


def _gathering(page: Page, settle: Settle, *, part: int) -> None:
    """The start-up meeting, held, with somebody absent and in groups."""
    assert isinstance(page, CalendarPage)
    today = page.desk.today
    meetings: list[MeetingId] = []

    def prepared(store: Store) -> None:
        with store.reading() as session:
            asked = select(MeetingRecord.id).where(MeetingRecord.kind == "start_up")
            meetings.append(MeetingId(session.scalars(asked).one()))
        note_held(store, meetings[0], today=today)
        there = [person.person for person in gathering(store, meetings[0]).people]
        seen = {person: Attendance.ABSENT if at == 1 else Attendance.PRESENT for at, person in enumerate(there[:5])}
        note_attendance(store, meetings[0], 1, seen, today=today)
        make_groups(store, meetings[0], 8)

    page.desk.work.change(prepared)
    settle()
    page.please_show(Subject.MEETINGS, OWN_PAGE + meetings[0])
    settle()
    page.room.choose_part(part)
    settle()


OF_PEOPLE: Mapping[str, Arrange] = {
    "restricted": _of(_restricted),
    "requirements": _of(partial(_part, name="CriteriaStrip")),
    "application": _of(partial(_part, name="ApplicationPart")),
    "overview": _of(partial(_part, name="Overview")),
    "interview": _of(partial(_part, name="InterviewTab")),
    "profile": _of(partial(_part, name="ProfilePart")),
    "profile-mentor": _of(partial(_part, name="ProfilePart", place=1)),
    "privacy": _of(partial(_part, name="PrivacyPart")),
    "import": _of(_import),
    "import-check": _of(_check),
    "import-twins": _of(_checked_twins),
    "several": _of(_several),
    "compare": _of(_compare),
    "adding-wrong": _of(_adding),
    "notice": _of(_notice),
    "bank": _of(partial(_view, key="bank")),
    "units": _of(partial(_view, key="units")),
    "selection": _of(partial(_view, key="selection")),
    "deciding": _of(_deciding),
    "reading": _of(partial(_view, key="reading")),
}
OF_PROGRAMME: Mapping[str, Arrange] = {
    key: partial(_programme, key=key)
    for key in ("timeline", "frame", "requirements", "team", "call", "rounds", "guides", "moveStart")
} | {"issues": _issues, "free-days": _free_days}
OF_TODAY: Mapping[str, Arrange] = {
    "put-off": _put_off,
    "own-reminder": partial(_command, name="ownReminder"),
}
OF_CALENDAR: Mapping[str, Arrange] = {
    f"meeting-{name}": partial(_gathering, part=part) for part, name in enumerate(("attendance", "groups", "people"))
}
