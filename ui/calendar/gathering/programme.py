"""The programme of a meeting, item by item, with the keys alone: add, change, up and down, take away (R53)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.actions.agendas import fill_from_kind, move_item, put_item, remove_item
from mentordesk.actions.files import Store
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import AgendaItemId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.gathering import Gathering
from mentordesk.queries.gathering_programme import AgendaItem, speakers_named
from ui.calendar.gathering import item_form
from ui.calendar.gathering.columns import ITEM_COLUMNS, ItemRow, item_rows
from ui.calendar.gathering.forming import FormingPart
from ui.calendar.small_form import SmallForm
from ui.desk import Desk
from ui.language import ntr, tr
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label

_WIDE = 336  # px at 100 %
_UP, _DOWN = QKeySequence("Alt+Up"), QKeySequence("Alt+Down")
_NEW, _REMOVE = QKeySequence("Ctrl+N"), QKeySequence("Del")


class ProgrammePart(FormingPart):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, card="itemCard")
        self.setObjectName("programmePart")
        look = desk.look
        outer = column(look, within=self, space=Space.BETWEEN)
        self._count = label("", "strong", wrap=True)
        self._count.setObjectName("programmeCount")
        outer.addWidget(self._count)
        self._panes = QHBoxLayout()
        self._panes.setSpacing(look.px(Space.AROUND))
        outer.addLayout(self._panes, 1)
        self._table: RecordTable[ItemRow] = RecordTable(ITEM_COLUMNS, lambda each: each.item.id)
        self.table = TableView(desk, self._table, tr("Programme of the meeting"), tab="calendar", key="items")
        self.table.setObjectName("itemsTable")
        self.table.installEventFilter(self)
        self.table.opened.connect(self.change)
        self.table.deleted.connect(lambda _: self.remove())
        self._panes.addWidget(self.table, 1)
        if not self.narrow:
            self.card.setFixedWidth(look.px(_WIDE))
        self._panes.addWidget(self.card)
        self._arriving: str | None = None  # the item to stand on when the meeting is shown anew; "" is the first
        self._buttons(outer)

    def show_gathering(self, seen: Gathering) -> None:
        fresh = self.seen is None or self.seen.meeting != seen.meeting
        self.seen = seen
        if fresh:
            self.drop_form()
        if seen.items:
            words = ntr("{count} item on the programme", "{count} items on the programme", len(seen.items))
        elif seen.kind.agenda:
            words = tr("No programme yet. Begin with the usual one of this kind of meeting, or add the first item.")
        else:
            words = tr("No programme yet. Add the first item.")
        self._count.setText(words)
        self._count.setAccessibleName(words)
        self._fill.setVisible(not seen.items and bool(seen.kind.agenda) and seen.status is not MeetingStatus.CANCELLED)
        self._table.show(list(item_rows(seen)))
        if fresh:
            self._arriving = None
        if seen.items and (fresh or self._arriving is not None):
            self.table.select_ids([self._arriving or seen.items[0].id])
        if self._arriving is not None and self.isVisible():
            self.enter()
        self._arriving = None

    def enter(self) -> None:
        filled = self.seen is not None and bool(self.seen.items)
        (self.table if filled or self._fill.isHidden() else self._fill).setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self) -> None:
        if self.seen is not None and self.desk.may_change():
            meeting = self.seen.meeting
            self.desk.work.change(lambda store: fill_from_kind(store, meeting), self._filled)

    def add(self) -> None:
        if self.seen is None or not self.desk.may_change():
            return
        current = self._current
        day = self.seen.days[0].number if current is None else current.day
        self._offer(msg("New item"), msg("Add the item"), item_form.new_values(self.seen, day), None)

    def change(self, number: str = "") -> None:
        item = self._current
        if self.seen is not None and item is not None and self.desk.may_change():
            self._offer(msg("Change the item"), msg("Keep it so"), item_form.values_of(self.seen, item), item)

    def step(self, step: int) -> None:
        item = self._current
        if self.seen is not None and item is not None and self.desk.may_change():
            meeting, number = self.seen.meeting, item.id
            self.desk.work.change(lambda store: move_item(store, meeting, number, step=step))

    def remove(self) -> None:
        item = self._current
        if self.seen is not None and item is not None and self.desk.may_change():
            meeting, number = self.seen.meeting, item.id
            self.desk.work.change(lambda store: remove_item(store, meeting, number))

    def event(self, event: QEvent) -> bool:
        """These keys move, add and remove meetings in the calendar; here they are for items."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """A list takes any arrow for itself, with Alt too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = QKeySequence(event.keyCombination())
            if keys in (_UP, _DOWN):
                self.step(-1 if keys == _UP else 1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        keys = QKeySequence(event.keyCombination())
        if keys == _NEW:
            self.add()
        elif keys == _REMOVE and self.form is None:
            self.remove()
        else:
            super().keyPressEvent(event)

    @property
    def _current(self) -> AgendaItem | None:
        number = self.table.current_id()
        return None if self.seen is None else next((item for item in self.seen.items if item.id == number), None)

    def _buttons(self, outer: QVBoxLayout) -> None:
        self._deeds = QWidget()
        line = Flow(self.desk.look.px(Space.BETWEEN), within=self._deeds)
        self._fill = button(tr("Take the usual programme"), self.fill, name="fillProgramme", kind="main")
        line.addWidget(self._fill)
        line.addWidget(button(tr("New item"), self.add, name="newItem", keys="Ctrl+N"))
        line.addWidget(button(tr("Change"), self.change, name="changeItem", keys="Enter"))
        line.addWidget(button(tr("Up"), partial(self.step, -1), name="itemUp", keys="Alt+Up"))
        line.addWidget(button(tr("Down"), partial(self.step, 1), name="itemDown", keys="Alt+Down"))
        line.addWidget(button(tr("Remove"), self.remove, name="removeItem", kind="quiet", keys="Del"))
        outer.addWidget(self._deeds)

    def _offer(
        self, heading: Message, main: Message, values: Mapping[str, FieldValue], item: AgendaItem | None
    ) -> None:
        assert self.seen is not None
        form = SmallForm(
            self.desk.look,
            heading=heading,
            fields=item_form.rows(self.seen),
            today=self.desk.today,
            main=main,
            name="agendaItem",
        )
        form.submitted.connect(partial(self._keep, item))
        self.offer(form)
        form.begin(values, item_form.first_key(self.seen))

    def _keep(self, item: AgendaItem | None, values: Mapping[str, FieldValue]) -> None:
        if self.seen is None or self.form is None:
            return
        seen, form = self.seen, self.form
        try:
            written = item_form.read(seen, values, item)
        except Refused as no:
            form.refuse(no, item_form.day_key())
            return

        def put(store: Store) -> AgendaItemId:
            return put_item(
                store,
                seen.meeting,
                day=written.day,
                titles=written.titles,
                begins=written.begins,
                minutes=written.minutes,
                room=written.room,
                note=written.note,
                speakers=speakers_named(store, seen.programme.id, written.speakers),
                item=None if item is None else item.id,
            )

        self.desk.work.change(put, self._kept, self._not_kept)

    def _filled(self, _count: int) -> None:
        self._arriving = ""

    def _kept(self, item: AgendaItemId) -> None:
        self.drop_form()
        self._arriving = item

    def _not_kept(self, no: Refused) -> None:
        if self.form is not None:
            self.form.refuse(no, item_form.place_key())

    @property
    def besides(self) -> Sequence[QWidget]:
        return (self.table, self._count, self._deeds)


def _is_own(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) in (_UP, _DOWN, _NEW)
