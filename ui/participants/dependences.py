"""The positions of dependence on record for one participant, and the form in which another is recorded (R30)."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mentordesk.actions.dependences import record_dependence, take_back_dependence
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.queries.dependences import DependenceRow, Dependences, dependences
from ui.desk import Desk
from ui.language import tr
from ui.participants.dependence_form import DependenceForm
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, frame
from ui.widgets.labels import label


class DependenceList(QWidget):
    """What is typed stays while the same participant is shown anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("dependences")
        self._desk = desk
        self._id: ParticipationId | None = None
        self._known: Dependences | None = None
        self._form: DependenceForm | None = None
        look = desk.look
        down = column(look, within=self, space=Space.AROUND)
        down.addWidget(label(tr("Positions of dependence"), "strong", wrap=True))
        self._lines = column(look, space=Space.AROUND)
        down.addLayout(self._lines)
        self._room = column(look)
        down.addLayout(self._room)
        self._add: QPushButton = button(tr("Record one …"), self.open_form, name="addDependence")
        down.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_participant(self, id_: ParticipationId) -> None:
        if id_ != self._id:
            self._id, self._known = id_, None
            clear(self._lines)
            self._close()
        self._desk.work.ask("dependences", lambda store: dependences(store, id_), self._take)

    def open_form(self) -> None:
        known = self._known
        if known is None or not self._desk.may_change():
            return
        self._close()
        self._form = DependenceForm(self._desk.look, known, today=self._desk.today)
        self._form.told.connect(self._record)
        self._form.left.connect(self._leave)
        self._room.addWidget(self._form)
        self._add.hide()
        self._form.enter()

    def _take(self, found: Dependences) -> None:
        if found.participation != self._id:
            return
        if self._form is not None and self._known is not None and found.choosable != self._known.choosable:
            self._close()
        self._known = found
        clear(self._lines)
        if not found.rows:
            self._lines.addWidget(label(tr("None is on record."), "second", wrap=True))
        for number, row in enumerate(found.rows):
            self._add_row(number, row)

    def _add_row(self, number: int, row: DependenceRow) -> None:
        card = frame("card")
        lines = column(self._desk.look, within=card, space=Space.WITHIN, edge=Space.AROUND - 4)
        lines.addWidget(label(row.name, "strong", wrap=True))
        when = tr("Recorded {day}", day=row.recorded_on) if row.recorded_on else tr("Nobody noted when or why.")
        lines.addWidget(label(when, "second", wrap=True))
        if row.reason:
            lines.addWidget(label(row.reason, wrap=True))
        back = button(
            tr("Take back"), partial(self._take_back, row.id), name=f"takeBackDependence{number}", kind="link"
        )
        back.setAccessibleName(tr("Take back the position of dependence with {name}", name=row.name))
        lines.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addWidget(card)

    def _record(self, others: tuple[PersonId, ...], on: date, reason: str) -> None:
        form, known = self._form, self._known
        if form is not None and known is not None and self._desk.may_change():
            self._desk.work.change(
                lambda store: record_dependence(store, known.person, others, on=on, reason=reason),
                self._on_recorded,
                form.refuse,
            )

    def _on_recorded(self, _: object) -> None:
        self._leave()

    def _take_back(self, id_: str) -> None:
        if self._desk.may_change():
            self._desk.work.change(lambda store: take_back_dependence(store, id_))

    def _leave(self) -> None:
        self._close()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._form = None
        clear(self._room)
        self._add.show()
