"""Who came, day by day, by the keyboard alone: Space is present and on to the next (R54, ux.md 5.5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout

from mentordesk.actions.attendance import follow_up, note_attendance
from mentordesk.domain.ids import PersonId
from mentordesk.domain.meetings import Attendance
from mentordesk.i18n.message import msg
from mentordesk.queries.gathering import Gathering, GatheringDay
from ui.calendar.agenda_painter import NARROW_FROM
from ui.calendar.gathering.columns import ATTENDANCE_COLUMNS, ATTENDANCE_NAMES, table_of
from ui.calendar.gathering.noting_table import NotingTable
from ui.calendar.gathering.part import GatheringPart, rows_of
from ui.desk import Desk
from ui.language import ntr, say, tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import label, unaccelerated
from ui.widgets.page import shortcut

if TYPE_CHECKING:
    from ui.calendar.gathering.writing import MeetingLetters

_NOTES = {
    Qt.Key.Key_Space: Attendance.PRESENT,
    Qt.Key.Key_A: Attendance.ABSENT,
    Qt.Key.Key_Backspace: None,
}


class AttendancePart(GatheringPart):
    letters: MeetingLetters

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("attendancePart")
        look = desk.look
        self._day = 0  # the number of the day that is noted
        outer = column(look, within=self, space=Space.BETWEEN)
        self._line = row(look, space=Space.WITHIN)
        above = row(look)
        above.addLayout(self._line)
        outer.addLayout(above)
        self._days: dict[int, QPushButton] = {}
        self._count = label("", "strong", wrap=True)
        self._count.setObjectName("attendanceCount")
        above.addWidget(self._count, 1)
        self._table = table_of(ATTENDANCE_COLUMNS)
        self.table = NotingTable(desk, self._table, tr("Who came"), _NOTES, tab="calendar", key="attendance")
        self.table.setObjectName("attendanceTable")
        self.table.noted.connect(self.note)
        outer.addWidget(self.table, 1)
        if look.zoom < NARROW_FROM:  # else the list had no room; the buttons' tips say the keys
            words = tr(
                "Space notes present and goes on, A absent, Backspace not noted. "
                "Letters lead to a name; with Shift also A."
            )
            outer.addWidget(label(words, "caption", wrap=True))
        self._add_buttons(outer)
        for keys, step in (("Ctrl+Right", 1), ("Ctrl+Left", -1)):
            shortcut(self, keys, partial(self.step_day, step))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self.follow_up)
        shortcut(self, "Ctrl+E", self.write_to_absent)

    def show_gathering(self, seen: Gathering) -> None:
        fresh = self.seen is None or self.seen.meeting != seen.meeting
        before = () if self.seen is None else self.seen.days
        self.seen = seen
        if fresh or self._day not in {day.number for day in seen.days}:
            self._day = self._begin_with(seen)
        if fresh or before != seen.days:
            self._make_days(seen.days)
        self._show()
        if fresh and seen.people:
            self.table.select_ids([seen.people[0].person])

    def enter(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self, attendance: Attendance | None) -> None:
        """Of all that are selected at once; of one, and the next becomes current."""
        people = self._chosen()
        if self.seen is None or not people or not self.desk.may_change():
            return
        meeting, day, today = self.seen.meeting, self._day, self.desk.today
        notes = dict.fromkeys(people, attendance)
        self.desk.work.change(lambda store: note_attendance(store, meeting, day, notes, today=today))
        if len(people) == 1:
            self._go_on()

    def note_all(self) -> None:
        """Everybody of whom nothing is noted yet."""
        if self.seen is None or not self.desk.may_change():
            return
        meeting, day, today = self.seen.meeting, self._day, self.desk.today
        notes = {each.person: Attendance.PRESENT for each in self.seen.people if each.came.get(day) is None}
        if notes:
            self.desk.work.change(lambda store: note_attendance(store, meeting, day, notes, today=today))

    def follow_up(self) -> None:
        """Those selected who were absent have heard from the team; again, and they have not."""
        if self.seen is None or not self.desk.may_change():
            return
        chosen = frozenset(self._chosen())
        absent = [each for each in self.seen.people if each.person in chosen and each.absent]
        if not absent:
            self.desk.tell(msg("Nobody who is selected is noted as absent."))
            return
        meeting, today = self.seen.meeting, self.desk.today
        people = [each.person for each in absent]
        on = today if any(each.followed_up_on is None for each in absent) else None
        self.desk.work.change(lambda store: follow_up(store, meeting, people, on=on, today=today))

    def write_to_absent(self) -> None:
        """Drafts to all whom nobody has followed up."""
        if self.seen is not None:
            self.letters.write_to_absent(self.seen.meeting)

    def step_day(self, step: int) -> None:
        numbers = list(self._days)
        at = numbers.index(self._day) + step
        if 0 <= at < len(numbers):
            self._choose_day(numbers[at])

    def _chosen(self) -> list[PersonId]:
        chosen = self.table.selected_ids() or tuple(filter(None, [self.table.current_id()]))
        return [PersonId(each) for each in chosen]

    def _go_on(self) -> None:
        at, last = self.table.currentIndex().row(), len(self._table.rows.shown) - 1
        if 0 <= at < last:
            self.table.select_ids([self._table.rows.id_at(at + 1)])

    def _begin_with(self, seen: Gathering) -> int:
        """Today's day, else the newest that has begun, else the first."""
        begun = [day.number for day in seen.days if day.starts_at.date() <= self.desk.today]
        return begun[-1] if begun else seen.days[0].number

    def _make_days(self, days: tuple[GatheringDay, ...]) -> None:
        clear(self._line)
        group = QButtonGroup(self)
        self._days = {}
        for place, day in enumerate(days, start=1):
            words = tr("Day {number}: {day}", number=place, day=day.starts_at.date())
            made = button(words, partial(self._choose_day, day.number), name=f"day{place}", keys="Ctrl+Right")
            made.setCheckable(True)
            made.setText(unaccelerated(words))
            group.addButton(made)
            self._days[day.number] = made
            self._line.addWidget(made)

    def _choose_day(self, number: int) -> None:
        self._day = number
        self._show()

    def _show(self) -> None:
        if self.seen is None:
            return
        self._days[self._day].setChecked(True)
        self._table.show(list(rows_of(self.seen, self._day)))
        present, absent, unknown = (
            self.seen.count(self._day, each) for each in (Attendance.PRESENT, Attendance.ABSENT, None)
        )
        words = tr("{present} of {count} present", present=present, count=len(self.seen.people))
        more = []
        if absent:
            more.append(ntr("{count} absent", "{count} absent", absent))
        if unknown:
            more.append(ntr("{count} not noted", "{count} not noted", unknown))
        self._count.setText(", ".join([words, *more]))
        self._count.setAccessibleName(self._count.text())

    def _add_buttons(self, outer: QVBoxLayout) -> None:
        line = row(self.desk.look)
        for words, attendance, name, keys in (
            (say(ATTENDANCE_NAMES[Attendance.PRESENT]), Attendance.PRESENT, "notePresent", "Space"),
            (say(ATTENDANCE_NAMES[Attendance.ABSENT]), Attendance.ABSENT, "noteAbsent", "A"),
            (tr("Not noted"), None, "noteUnknown", "Backspace"),
        ):
            line.addWidget(button(words, partial(self.note, attendance), name=name, keys=keys))
        line.addWidget(button(tr("All others present"), self.note_all, name="noteAll"))
        line.addStretch(1)
        line.addWidget(button(tr("Write to the absent"), self.write_to_absent, name="writeToAbsent", keys="Ctrl+E"))
        line.addWidget(button(tr("Followed up"), self.follow_up, name="followUp", keys="Ctrl+Return"))
        outer.addLayout(line)
