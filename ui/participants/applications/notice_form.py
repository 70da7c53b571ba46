"""The form for a new manager of whom notice came (R20): who, where, who appoints, from when. A page over the list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.actions.notices import take_notice
from mentordesk.domain.fields import EMAIL_LENGTH, DateField, TextField
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import ALL_FIELDS
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.people_names import NamedPerson
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.participants.people_completer import EverybodyCompletes
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame
from ui.widgets.labels import label

_PERSON = ("given_name", "family_name", "email", "unit", "title")
_MANAGER = TextField("appointing_manager", msg("Appointing manager"), length=EMAIL_LENGTH)
_OFFICE = DateField("takes_office_on", msg("Takes office on"))
_KNOWN = DateField("known_on", msg("Known since"))
_BY_KEY = {field.key: field for field in ALL_FIELDS}


class NoticeForm(QWidget):
    """Nothing is in the file before it is complete."""

    added = Signal(str)  # the participation's id
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("noticeForm")
        self._desk = desk
        look = desk.look
        card = frame("card")
        column(look, within=self).addWidget(card)
        down = column(look, within=card, edge=Space.AROUND)
        down.addWidget(label(tr("A new manager was appointed"), "heading", wrap=True))
        about = tr("They are suggested as a mentee, and Today says by when a mentor is to be offered.")
        down.addWidget(label(about, "second", wrap=True))
        self._remark = Remark(look)
        down.addWidget(self._remark)
        rows = (
            *(Row(_BY_KEY[key]) for key in _PERSON),
            Row(_MANAGER, hint=msg("A name or an address; somebody in the file is found by it.")),
            Row(_OFFICE),
            Row(_KNOWN, required=True, hint=msg("The days to the offer are counted from here.")),
        )
        self._form = Form(look, rows, today=desk.today, name="noticeFields", edge=0)
        self._form.show_values({_KNOWN.key: desk.today})
        self._form.submitted.connect(self._take)
        line = self._form.editor(_MANAGER.key).control
        assert isinstance(line, QLineEdit)
        self._completes = EverybodyCompletes(desk, line, _MANAGER.key)
        self._completes.chosen.connect(self._on_manager)
        down.addWidget(self._form, 1)
        flow = Flow(look.px(Space.BETWEEN))
        flow.addWidget(
            button(tr("Note the new manager"), self._take, name="noticeNow", kind="main", keys="Ctrl+Return")
        )
        flow.addWidget(button(tr("Cancel"), self.left.emit, name="noticeCancel", keys="Esc"))
        down.addLayout(flow)

    def enter(self) -> None:
        self._form.focus("given_name")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        values, programme = self._form.values(), self._desk.programme_id
        if values is None or programme is None:
            return
        person = {key: values[key] for key in _PERSON if values[key] is not None}
        manager, office, known = str(values[_MANAGER.key] or ""), values[_OFFICE.key], values[_KNOWN.key]
        assert isinstance(known, date)
        self._desk.work.change(
            lambda store: take_notice(
                store,
                programme=programme,
                values=person,
                appointing_manager=manager,
                takes_office_on=office if isinstance(office, date) else None,
                known_on=known,
            ),
            self._taken,
            self._refused,
        )

    def _on_manager(self, manager: NamedPerson) -> None:
        self._form.editor(_MANAGER.key).write(manager.written)

    def _taken(self, id_: ParticipationId) -> None:
        self._remark.set("", wrong=False)
        self._form.show_values({_KNOWN.key: self._desk.today})
        self.added.emit(id_)

    def _refused(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)
        self.enter()
