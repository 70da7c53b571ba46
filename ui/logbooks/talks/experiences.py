"""Good experiences for the report: what both let be used, until one of them withdraws it (R64)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentordesk.actions.experiences import note_experience, withdraw_experience
from mentordesk.domain.fields import TEXT_LENGTH, DateField, FieldValue, TextField
from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.message import msg
from mentordesk.queries.experiences import ExperienceRow, experiences
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import ntr, tr
from ui.logbooks.form_part import focus
from ui.logbooks.goals.fields import day_in, words_in
from ui.logbooks.part_form import PartForm
from ui.tables.columns import Column, day_column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label

_WORDS = Row(
    TextField("experienceWords", msg("What went well"), length=TEXT_LENGTH),
    required=True,
    hint=msg("Without names: everybody who reads the report sees it."),
)
_AGREED_ON = Row(DateField("experienceAgreedOn", msg("Both agreed on")), required=True)


def _state(row: ExperienceRow) -> str:
    return tr("May be used") if row.withdrawn_on is None else tr("Withdrawn on {day}", day=row.withdrawn_on)


COLUMNS: tuple[Column[ExperienceRow], ...] = (
    Column(key="words", title=msg("What went well"), text=lambda row: row.text, hint=lambda row: row.text, width=420),
    day_column("agreed", msg("Both agreed on"), lambda row: row.agreed_on, width=130),
    Column(key="from", title=msg("Comes from"), text=lambda row: tr("A pair talk") if row.from_talk else "", width=140),
    Column(
        key="state",
        title=msg("State"),
        text=_state,
        tone=lambda row: "good" if row.withdrawn_on is None else "plain",
        width=200,
    ),
)


class ExperiencesPane(QWidget):
    left = Signal()  # back to the round

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("experiencesPane")
        self._desk = desk
        self._programme: ProgrammeId | None = None
        self._form: PartForm | None = None
        self._table = RecordTable(COLUMNS, lambda row: row.id, self)
        self.list = TableView(desk, self._table, tr("Experiences for the report"), tab="logbooks", key="experiences")
        self.list.setObjectName("experienceTable")
        self.list.setSelectionMode(self.list.SelectionMode.SingleSelection)
        self.list.deleted.connect(lambda _: self.withdraw())
        down = column(desk.look, within=self, space=Space.BETWEEN)
        self._words = label("", "second", wrap=True)
        self._words.setObjectName("experienceCount")
        down.addWidget(self._words)
        deeds = Flow(desk.look.px(Space.WITHIN))
        deeds.addWidget(button(tr("Add an experience …"), self.add, name="addExperience", keys="Ctrl+N"))
        deeds.addWidget(button(tr("Withdraw …"), self.withdraw, name="withdrawExperience", keys="Del"))
        deeds.addWidget(button(tr("Back to the talks"), self.left.emit, name="backToTalks", keys="Esc"))
        down.addLayout(deeds)
        self._slot = column(desk.look)
        down.addLayout(self._slot)
        down.addWidget(self.list, 1)

    def reload(self, programme: ProgrammeId | None) -> None:
        self._programme = programme
        self._desk.work.ask("experiences", lambda store: experiences(store, programme, withdrawn=True), self._take)

    def enter(self) -> None:
        focus(self.list)

    def add(self) -> None:
        if not self._desk.may_change():
            return
        if self._programme is None:
            self._desk.tell(msg("Experiences belong to one programme. Choose it at the top left."))
            return
        self._close()
        form = PartForm(
            self._desk.look,
            heading=tr("Add an experience"),
            text="",
            fields=(_WORDS, _AGREED_ON),
            main=tr("Keep it for the report"),
            name="experienceForm",
            today=self._desk.today,
        )
        self._form = form
        self._slot.addWidget(form)
        form.submitted.connect(self._on_told)
        form.given_back.connect(self._close)
        form.begin({_AGREED_ON.field.key: self._desk.today})

    def withdraw(self) -> None:
        """After a question: its words leave the file for good."""
        row = self._current
        if row is None or row.withdrawn_on is not None or not self._desk.may_change():
            return
        if not self._desk.ask.confirm(
            tr("Withdraw the experience"),
            tr(
                "Its words leave the file for good, and no step before this one can be undone any more. The days on "
                "which it was agreed on and withdrawn stay."
            ),
            tr("Withdraw it"),
            tr("Keep it"),
        ):
            return
        number, today = row.id, self._desk.today
        self._desk.work.change(lambda store: withdraw_experience(store, number, on=today, today=today))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _current(self) -> ExperienceRow | None:
        number = self.list.current_id()
        return None if number is None else self._table.rows.known(number)

    def _take(self, rows: tuple[ExperienceRow, ...]) -> None:
        self._table.show(rows)
        usable = sum(row.withdrawn_on is None for row in rows)
        self._words.setText(
            ntr(
                "{count} experience may be used in the report.",
                "{count} experiences may be used in the report.",
                usable,
            )
            if rows
            else tr("Nothing is kept for the report yet. Experiences come from pair talks, if both let them be used.")
        )
        if self.list.current_id() is None and rows:
            self.list.select_ids((rows[0].id,))

    def _on_told(self, values: Mapping[str, FieldValue]) -> None:
        programme, form, today = self._programme, self._form, self._desk.today
        words, agreed_on = words_in(values, _WORDS.field.key), day_in(values, _AGREED_ON.field.key)
        if programme is not None and form is not None and agreed_on is not None:
            self._desk.work.change(
                lambda store: note_experience(store, programme, words, agreed_on=agreed_on, today=today),
                self._told,
                form.refuse,
            )

    def _told(self, number: str) -> None:
        self._close()
        self.list.select_ids((number,))

    def _close(self) -> None:
        if self._form is not None:
            self._slot.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            focus(self.list)
