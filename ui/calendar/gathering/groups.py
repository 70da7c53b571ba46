"""The groups of a joint meeting: made, changed by hand with Ctrl+M, and how good they are in a sentence (R53)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentordesk.actions.dividing import make_groups, move_to_group, remove_groups
from mentordesk.domain.ids import PersonId
from mentordesk.i18n.message import msg
from mentordesk.queries.gathering import Gathering
from mentordesk.queries.group_quality import in_words, standing_division
from ui.calendar.gathering.columns import GROUP_COLUMNS, table_of
from ui.calendar.gathering.number_line import NumberLine
from ui.calendar.gathering.part import GatheringPart, rows_of
from ui.desk import Desk
from ui.language import say, tr
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label

_USUAL = 6  # people in a group, until somebody says how many groups


class GroupsTable(TableView):
    move_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        """Ctrl+M moves a meeting elsewhere in the calendar; here it moves a person."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_move(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if _is_move(event):
            self.move_wanted.emit()
        else:
            super().keyPressEvent(event)


class GroupsPart(GatheringPart):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("groupsPart")
        look = desk.look
        outer = column(look, within=self, space=Space.BETWEEN)
        making = row(look)
        self.number = NumberLine(look, "groupNumber", tr("Number of groups"))
        words = label(tr("Number of groups"), "second")
        words.setBuddy(self.number)
        making.addWidget(words)
        making.addWidget(self.number)
        making.addWidget(button(tr("Make groups"), self.make, name="makeGroups"))
        making.addWidget(button(tr("Remove the groups"), self.remove, name="removeGroups", kind="quiet"))
        making.addStretch(1)
        outer.addLayout(making)
        self._quality = label("", wrap=True)
        self._quality.setObjectName("groupQuality")
        outer.addWidget(self._quality)
        self._table = table_of(GROUP_COLUMNS)
        self.table = GroupsTable(desk, self._table, tr("Groups"), tab="calendar", key="groups")
        self.table.setObjectName("groupsTable")
        self.table.move_wanted.connect(self.offer_move)
        outer.addWidget(self.table, 1)
        self._moving = QWidget()
        self._moving.setObjectName("movePerson")
        line = row(look, within=self._moving)
        self.target = NumberLine(look, "targetGroup", tr("Move to group"))
        to = label(tr("Move to group"), "second")
        to.setBuddy(self.target)
        line.addWidget(to)
        line.addWidget(self.target)
        line.addWidget(button(tr("Move"), self.move_chosen, name="moveNow", keys="Ctrl+M"))
        line.addWidget(label(tr("Whoever is moved by hand stays when groups are made anew."), "caption", wrap=True), 1)
        outer.addWidget(self._moving)

    def show_gathering(self, seen: Gathering) -> None:
        fresh = self.seen is None or self.seen.meeting != seen.meeting
        self.seen = seen
        if fresh or (seen.groups and self.number.value != len(seen.groups)):
            count = sum(person.expected for person in seen.people)
            self.number.set_value(len(seen.groups) or max(1, -(-count // _USUAL)))
        self.target.set_most(max(1, len(seen.groups)))
        self._moving.setVisible(bool(seen.groups))
        day = seen.days[0].number
        rows = sorted(rows_of(seen, day), key=lambda each: (each.group is None, each.group.number if each.group else 0))
        self._table.show(rows)
        found = standing_division(seen)
        if found is None:
            words = tr("No groups yet. Pairs are parted and colleagues of one employer mixed as far as can be.")
        else:
            words = " ".join(say(each) for each in in_words(found))
        self._quality.setText(words)
        self._quality.setAccessibleName(words)
        if fresh and rows:
            self.table.select_ids([rows[0].asked.person])

    def enter(self) -> None:
        (self.table if self.seen is not None and self.seen.groups else self.number).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def make(self) -> None:
        if self.seen is not None and self.desk.may_change():
            meeting, groups = self.seen.meeting, self.number.value
            self.desk.work.change(lambda store: make_groups(store, meeting, groups))

    def remove(self) -> None:
        if self.seen is not None and self.seen.groups and self.desk.may_change():
            meeting = self.seen.meeting
            self.desk.work.change(lambda store: remove_groups(store, meeting))

    def offer_move(self) -> None:
        if self.seen is None or not self.seen.groups:
            self.desk.tell(msg("Make groups first."))
            return
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.target.selectAll()

    def move_chosen(self) -> None:
        """The one who is current; the keyboard goes back to the list."""
        number = self.table.current_id()
        if self.seen is None or number is None or not self.desk.may_change():
            return
        meeting, person, target = self.seen.meeting, PersonId(number), self.target.value
        self.desk.work.change(lambda store: move_to_group(store, meeting, person, target))
        self.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter in a number does what stands beside it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.target.hasFocus():
            self.move_chosen()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.number.hasFocus():
            self.make()
        else:
            super().keyPressEvent(event)


def _is_move(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return modifiers == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_M
