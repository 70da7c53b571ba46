"""Handing one thing out to several at once: everybody it is for, ticked with Space, the day, and by when it is back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.actions.loans import HandedOut, hand_out
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.library import ItemForm
from mentordesk.domain.people import ROLE_NAMES
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.library import ItemRow, Reader
from ui.desk import Desk, NoticeKind
from ui.documents.library.words import DUE_ON, HANDED_ON, day_of, due_of
from ui.documents.making.ticked import TickedList, TickedTable
from ui.forms.asking_form import AskingForm
from ui.forms.form import Row
from ui.language import ntr, say, tr
from ui.tables.columns import Column
from ui.theme import Space
from ui.widgets.frames import column, frame
from ui.widgets.labels import label
from ui.widgets.page import shortcut

_HIGH = 220  # px at 100 %

_COLUMNS: tuple[Column[Reader], ...] = (
    Column(key="name", title=msg("Name"), text=lambda row: row.name, width=230, disc=True),
    Column(key="role", title=msg("Role"), text=lambda row: say(ROLE_NAMES[row.role]), width=120),
    Column(key="unit", title=msg("Unit"), text=lambda row: row.unit, width=240),
)


class HandOut(QWidget):
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("handOut")
        self._desk = desk
        self._item: ItemRow | None = None
        self.form: AskingForm | None = None
        look = desk.look
        self._heading = label("", "heading", wrap=True)
        self._count = label("", "second", wrap=True)
        self._count.setObjectName("handOutCount")
        self.people: TickedTable[Reader] = TickedTable(_COLUMNS, lambda each: each.id, msg("Gets it"))
        self.list = TickedList(desk, self.people, tr("Who gets it"), tab="documents", key="handOut")
        self.list.setObjectName("handOutList")
        self.list.setMinimumHeight(look.px(_HIGH))
        self.people.ticks_changed.connect(self._tell_count)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self.list, keys, self._submit)
        shortcut(self.list, "Esc", self.left.emit)
        card = frame("card")
        self._room = column(look, within=card)
        down = column(look, within=self, space=Space.BETWEEN)
        down.addWidget(self._heading)
        down.addWidget(self._count)
        down.addWidget(self.list, 1)
        down.addWidget(card)

    def begin(self, item: ItemRow, readers: Sequence[Reader]) -> None:
        """Nobody is ticked yet; who has it already is not in the list."""
        self._item = item
        self._heading.setText(tr("Hand out “{title}”", title=item.title))
        wanted = tuple(each for each in readers if each.role in item.for_roles and item.id not in each.has)
        self.people.show(wanted)
        self.people.tick_only(())
        fields = [Row(HANDED_ON, required=True)]
        if item.form is ItemForm.PHYSICAL:
            fields.append(Row(DUE_ON, hint=msg("Empty: it is theirs to keep.")))
        self._drop()
        form = AskingForm(
            self._desk.look,
            heading=tr("When"),
            fields=fields,
            main=tr("Hand out"),
            name="handOutForm",
            today=self._desk.today,
            inset=True,
        )
        form.submitted.connect(self._on_submitted)
        form.given_back.connect(self.left)
        self._room.addWidget(form)
        form.begin({HANDED_ON.key: self._desk.today})
        self.form = form
        if wanted:
            self.list.select_ids((wanted[0].id,))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if self.form is not None:
            self.form.submit()

    def _drop(self) -> None:
        if self.form is not None:
            self._room.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _tell_count(self) -> None:
        if self._item is None:
            return
        chosen = len(self.people.ticked_ids())
        if not self.people.rows.shown:
            text = tr("Everybody it is for has it.")
        elif not chosen:
            text = tr("Space ticks a person, or all that are selected. Ctrl+Enter hands out.")
        elif self._item.left is None:
            text = ntr("{count} person gets it.", "{count} people get it.", chosen)
        else:
            left = self._item.left
            text = ntr(
                "{count} person gets it; {left} copies are left now.",
                "{count} people get it; {left} copies are left now.",
                chosen,
                left=left,
            )
        self._count.setText(text)

    def _on_submitted(self, values: Mapping[str, FieldValue]) -> None:
        item, form, today = self._item, self.form, self._desk.today
        ids = [ParticipationId(number) for number in self.people.ticked_ids()]
        if item is None or form is None:
            return
        if not ids:
            form.refuse(Refused(msg("Tick at least one person.")))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        number, on, due = item.id, day_of(values, HANDED_ON, today), due_of(values)
        self._desk.work.change(lambda store: hand_out(store, number, ids, on=on, due=due), self._on_done, form.refuse)

    def _on_done(self, done: HandedOut) -> None:
        if done.had_it:
            self._desk.tell(
                nmsg("{count} person has it already.", "{count} people have it already.", len(done.had_it)),
                NoticeKind.NOTE,
            )
        self.left.emit()
