"""The log of letters: what was made for whom, with a tick for what was sent, for the program sends nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mentordesk.actions.letters import tick_sent
from mentordesk.domain.fields import DateField, FieldValue
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.letter_log import LoggedLetter, letter_log
from ui.desk import Desk, NoticeKind
from ui.documents.mail.columns import COLUMNS
from ui.documents.view import View
from ui.forms.asking_form import AskingForm
from ui.forms.form import Row
from ui.language import ntr, tr
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label
from ui.widgets.page import PageCommand
from ui.widgets.stack import Stack

_SENT_ON = DateField("sentOn", msg("The day on which it was sent"))
_CHOOSE = msg("Choose letters in the list first.")


class LetterLogView(View):
    of_one_programme: ClassVar[bool] = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("letterLogView")
        self._rows: tuple[LoggedLetter, ...] = ()
        self._form: AskingForm | None = None
        self._table = RecordTable(COLUMNS, lambda each: each.id, self)
        self.list = TableView(desk, self._table, tr("Letters that were written"), tab="documents", key="letters")
        self.list.setObjectName("letterLog")
        self.list.opened.connect(self._open)
        self.list.peeked.connect(lambda _: self.turn())
        self._build()

    def reload(self, programme: ProgrammeId | None) -> None:
        self.desk.work.ask("letter log", lambda store: letter_log(store, programme), self._take, self.refused.emit)

    def enter(self) -> None:
        if self._rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (way_on := self._empty.findChild(QPushButton, "toParticipants")) is not None:
            way_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Letters: sent today"), "letters_sent_today", self.sent_today),
            PageCommand(msg("Letters: sent on another day …"), "letters_sent_on", self.ask_day),
            PageCommand(msg("Letters: not sent yet"), "letters_not_sent", self.not_sent),
        )

    def panes(self) -> Sequence[QWidget]:
        shown = self.list if self._rows else self._empty
        return (shown,) if self._form is None else (shown, self._form)

    def close_topmost(self) -> bool:
        return self._close_form()

    def turn(self) -> None:
        """Space: sent today, or not sent where all of the chosen ones are ticked."""
        chosen = set(self.list.selected_ids())
        ticked = [each.sent_on is not None for each in self._rows if each.id in chosen]
        self._tick(None if ticked and all(ticked) else self.desk.today)

    def sent_today(self) -> None:
        self._tick(self.desk.today)

    def not_sent(self) -> None:
        self._tick(None)

    def ask_day(self) -> None:
        """A form under the list for the day of the chosen ones."""
        if not self._chosen() or not self.desk.may_change():
            return
        self._close_form()
        self._form = form = AskingForm(
            self.look,
            heading=tr("When were they sent?"),
            fields=(Row(_SENT_ON, required=True),),
            main=tr("Tick them as sent"),
            name="sentForm",
            today=self.desk.today,
            inset=True,
        )
        form.submitted.connect(self._on_day)
        form.given_back.connect(self._close_form)
        self._under.addWidget(form)
        form.begin({_SENT_ON.key: self.desk.today})

    def _build(self) -> None:
        look = self.look
        down = column(look, within=self)
        self._stack = Stack()
        down.addWidget(self._stack)
        shown = QWidget()
        self._under = column(look, within=shown, space=Space.AROUND)
        self._words = label("", "second", wrap=True)
        self._words.setObjectName("letterLogWords")
        self._under.addWidget(self._words)
        self._under.addWidget(self.list, 1)
        foot = QWidget()
        buttons = Flow(look.px(Space.BETWEEN), foot)
        for each in (
            button(tr("Sent today"), self.sent_today, name="sentToday", picture="tick", look=look, keys="Space"),
            button(tr("Sent on another day …"), self.ask_day, name="sentOnDay"),
            button(tr("Not sent yet"), self.not_sent, name="notSent", kind="quiet"),
        ):
            buttons.addWidget(each)
        self._under.addWidget(foot)
        self._empty = EmptyPage(
            look,
            picture="mail",
            heading=tr("No letter was written yet"),
            text=tr(
                "Choose people in Participants and write to them from there (Ctrl+E). "
                "What you write is listed here, and you tick what you have sent: nothing is sent by itself."
            ),
            ways_on=(WayOn(tr("To the participants"), self._to_participants, "toParticipants"),),
        )
        self._stack.addWidget(shown)
        self._stack.addWidget(self._empty)

    def _take(self, rows: tuple[LoggedLetter, ...]) -> None:
        self._rows = rows
        self._table.show(rows)
        if rows and self.list.current_id() is None:
            self.list.select_ids((rows[0].id,))
        self._stack.setCurrentIndex(0 if rows else 1)
        waiting = sum(each.sent_on is None for each in rows)
        self._words.setText(
            " · ".join(
                (
                    ntr("{count} letter", "{count} letters", len(rows)),
                    ntr("{count} of them is not ticked as sent", "{count} of them are not ticked as sent", waiting)
                    if waiting
                    else tr("all of them are ticked as sent"),
                )
            )
        )
        self.told.emit()

    def _chosen(self) -> tuple[str, ...]:
        chosen = self.list.selected_ids()
        if not chosen:
            self.desk.tell(_CHOOSE, NoticeKind.NOTE)
        return chosen

    def _tick(self, on: date | None) -> None:
        chosen = self._chosen()
        if chosen and self.desk.may_change():
            self.desk.work.change(lambda store: tick_sent(store, chosen, on))

    def _on_day(self, values: Mapping[str, FieldValue]) -> None:
        day, form, chosen = values.get(_SENT_ON.key), self._form, self.list.selected_ids()
        if isinstance(day, date) and form is not None:
            self.desk.work.change(lambda store: tick_sent(store, chosen, day), self._on_ticked, form.refuse)

    def _on_ticked(self, _: int) -> None:
        self._close_form()

    def _close_form(self) -> bool:
        form, self._form = self._form, None
        if form is None:
            return False
        self._under.removeWidget(form)
        form.hide()
        form.deleteLater()
        self.enter()
        return True

    def _open(self, number: str) -> None:
        """To her whom the letter is about."""
        found = next((each for each in self._rows if each.id == number), None)
        if found is not None:
            self.desk.please_show(Subject.PARTICIPATIONS, found.participation)

    def _to_participants(self) -> None:
        self.desk.please_show(Subject.PARTICIPATIONS, "")
