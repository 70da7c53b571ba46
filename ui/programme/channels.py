"""The channels of a call, with how many came by each, and the form of one of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.actions.calls import add_channel, edit_channel, remove_channel
from mentordesk.domain.fields import DateField, FieldValue, TextField
from mentordesk.domain.ids import ChannelId, ProgrammeId
from mentordesk.i18n.message import msg
from mentordesk.queries.calls import Call, Channel
from ui.desk import Desk
from ui.forms.asking_form import AskingForm
from ui.forms.form import Row
from ui.language import ntr, spoken, tr
from ui.programme.view import View
from ui.tables.columns import Align, Column, day_column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, frame, row
from ui.widgets.labels import label

_NAME = TextField("channelName", msg("Channel"))
_PUBLISHED = DateField("channelPublished", msg("Published on"))
_UNTIL = DateField("channelUntil", msg("Shown until"))
_FIELDS = (Row(_NAME, required=True, hint=msg("A journal, a web page, a meeting, a mailing list.")), _PUBLISHED, _UNTIL)


COLUMNS: tuple[Column[Channel], ...] = (
    Column(key="name", title=msg("Channel"), text=lambda channel: channel.name, width=150),
    day_column("published", msg("Published on"), lambda channel: channel.published_on, width=115),
    day_column("until", msg("Shown until"), lambda channel: channel.until_on, width=115),
    Column(
        key="applicants",
        title=msg("Applicants"),
        text=lambda channel: spoken().number(channel.applicants),
        sort=lambda channel: channel.applicants,
        align=Align.RIGHT,
        width=92,
    ),
)


class Channels(QWidget):
    """The form of a channel takes the list's place while it is open."""

    form_opened = Signal()

    def __init__(self, desk: Desk, view: View) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._programme: ProgrammeId | None = None
        self._known: Mapping[str, Channel] = {}
        self._form: AskingForm | None = None
        self._table = RecordTable(COLUMNS, lambda channel: channel.id, self)
        self.list = TableView(desk, self._table, tr("Channels of the call"), tab="programme", key="channels")
        self.list.setObjectName("channelTable")
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self._remove)
        look = desk.look
        down = column(look, within=self, space=Space.AROUND)
        self._shown = QWidget()
        inner = column(look, within=self._shown, space=Space.AROUND)
        top = row(look)
        self._words = label("", "second", wrap=True)
        self._words.setObjectName("channelWords")
        top.addWidget(self._words, 1)
        top.addWidget(button(tr("Add a channel …"), self.add, name="addChannel", keys="Ctrl+N"))
        inner.addLayout(top)
        inner.addWidget(self.list, 1)
        down.addWidget(self._shown, 1)
        self._pane = frame("card")
        self._inner = column(look, within=self._pane)
        self._pane.hide()
        down.addWidget(self._pane, 1)

    def show_call(self, found: Call) -> None:
        if found.programme != self._programme:
            self._close()
        self._programme = found.programme
        self._known = {channel.id: channel for channel in found.channels}
        self._words.setText(_said(found))
        self._table.show(found.channels)
        if self.list.current_id() is None and found.channels:
            self.list.select_ids((found.channels[0].id,))

    def add(self) -> None:
        if self._programme is not None and self._view.desk.may_change():
            form = self._make(tr("A new channel"), tr("Add the channel"))
            form.submitted.connect(self._on_new)
            form.begin({})

    def _open(self, number: str) -> None:
        channel = self._known.get(number)
        if channel is not None and self._view.desk.may_change():
            form = self._make(channel.name, tr("Keep it so"))
            form.submitted.connect(partial(self._on_edited, channel.id))
            known: dict[str, FieldValue] = {
                _NAME.key: channel.name,
                _PUBLISHED.key: channel.published_on,
                _UNTIL.key: channel.until_on,
            }
            form.begin(known)

    def _remove(self, numbers: tuple[str, ...]) -> None:
        if numbers and self._view.desk.may_change():
            channel = ChannelId(numbers[0])
            self._desk.work.change(lambda store: remove_channel(store, channel))

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        programme, form, (name, on, until) = self._programme, self._form, _told(values)
        if programme is not None and form is not None:
            self._desk.work.change(
                lambda store: add_channel(store, programme, name, published_on=on, until_on=until),
                self._added,
                form.refuse,
            )

    def _on_edited(self, channel: ChannelId, values: Mapping[str, FieldValue]) -> None:
        form, (name, on, until) = self._form, _told(values)
        if form is not None:
            self._desk.work.change(
                lambda store: edit_channel(store, channel, name=name, published_on=on, until_on=until),
                self._done,
                form.refuse,
            )

    def _added(self, channel: ChannelId) -> None:
        self._done(None)
        self.list.select_ids((channel,))

    def _done(self, _: object) -> None:
        self._close()
        self.list.setFocus()

    def _make(self, heading: str, main: str) -> AskingForm:
        self._close()
        form = AskingForm(
            self._desk.look, heading=heading, fields=_FIELDS, today=self._desk.today, main=main, name="channelForm"
        )
        form.given_back.connect(partial(self._done, None))
        self._form = form
        self._inner.addWidget(form)
        self._shown.hide()
        self._pane.show()
        self.form_opened.emit()
        return form

    def _close(self) -> None:
        if self._form is not None:
            self._inner.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._pane.hide()
        self._shown.show()


def _told(values: Mapping[str, FieldValue]) -> tuple[str, date | None, date | None]:
    on, until = values[_PUBLISHED.key], values[_UNTIL.key]
    return (
        str(values[_NAME.key] or ""),
        on if isinstance(on, date) else None,
        until if isinstance(until, date) else None,
    )


def _said(found: Call) -> str:
    if not found.channels:
        return tr("Where the call goes out. How many came by each is counted.")
    if found.by_no_channel:
        return ntr(
            "Of {count} application nobody noted where they heard of it.",
            "Of {count} applications nobody noted where they heard of it.",
            found.by_no_channel,
        )
    return ntr("{count} channel", "{count} channels", len(found.channels))
