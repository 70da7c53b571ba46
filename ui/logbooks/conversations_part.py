"""The conversations of a pair, and the form in which one is registered or corrected."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QScrollArea, QWidget

from mentordesk.actions.logbooks import remove_conversation
from mentordesk.domain.ids import PairId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.conversations import ConversationDraft, ConversationMark, next_conversation
from mentordesk.queries.logbooks import PairStrip
from ui.desk import Desk, NoticeAction, NoticeKind
from ui.language import spoken, tr
from ui.logbooks.columns import conversation_columns, conversation_number
from ui.logbooks.conversation_form import ConversationForm, Told
from ui.logbooks.painters import ConversationCell
from ui.logbooks.part import PairPart
from ui.logbooks.registering import as_told, correct, proposed, register
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.page import shortcut

_ROW = 46  # px at 100 %
_ABOVE_FIELD = 72  # px at 100 %, kept in view around the first field of the form


@dataclass(frozen=True, slots=True)
class _Open:
    """A form that was opened for a pair; it stays with the pair while another one is looked at."""

    form: ConversationForm
    entry: str | None  # None: a new conversation


class ConversationsPart(PairPart):
    def __init__(self, desk: Desk, *, paged: bool) -> None:
        super().__init__(desk, paged=paged)
        self.setObjectName("conversationsPart")
        self._open: dict[PairId, _Open] = {}
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.setInterval(0)
        self._laid_out.timeout.connect(self._bring_form_into_view)
        look = desk.look
        inside = column(look, within=self)
        self._slot = column(look)
        inside.addLayout(self._slot)
        self._table = RecordTable(conversation_columns(), conversation_number, self)
        self.table = TableView(desk, self._table, tr("Conversations of the pair"), tab="logbooks", key="conversations")
        self._dress()
        self._nothing = label(tr("No conversation is registered yet. Ctrl+N registers one."), "second", wrap=True)
        self._nothing.setObjectName("noConversations")
        inside.addWidget(self._nothing)
        inside.addWidget(self.table, 1)
        inside.addLayout(self._buttons())
        inside.addStretch(0)

    @property
    def form(self) -> ConversationForm | None:
        """Of the pair that is shown."""
        held = None if self.strip is None else self._open.get(self.strip.pair)
        return None if held is None else held.form

    def show_strip(self, strip: PairStrip) -> None:
        """What is half written for another pair stays with that one."""
        if self.strip is not None and strip.pair != self.strip.pair:
            self._put_aside(self.strip.pair)
        self.strip = strip
        self._table.show(tuple(reversed(strip.conversations)))
        self._nothing.setVisible(not strip.conversations)
        left = self.table.hasFocus() and not strip.conversations
        self.table.setVisible(bool(strip.conversations))
        for made in (self._change, self._remove):
            made.setVisible(bool(strip.conversations))
        if self.form is not None:
            self.form.show()
        if left:  # its last one was removed
            self.done.emit()

    def enter(self) -> None:
        if self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def register(self) -> None:
        """Ctrl+N: the form, filled in as the next conversation probably was."""
        strip = self.strip
        if strip is None or not self.desk.may_change():
            return
        if strip.status not in RUNNING:
            self.desk.tell(msg("The pair has ended, so no more conversations are registered for it."))
            return
        held = self._open.get(strip.pair)
        if held is not None and held.entry is None:
            held.form.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        form = self._open_form(strip.pair, None)
        form.open(tr("New conversation"))
        self.desk.work.ask(
            "next conversation",
            lambda store: next_conversation(store, strip.pair, self.desk.today),
            self._take_draft,
        )

    def edit(self) -> None:
        """F2 or Enter on a conversation."""
        mark, strip = self._mark(), self.strip
        if mark is None or strip is None or not self.desk.may_change():
            return
        if mark.entry is None:
            self._refer_to_calendar(mark)
            return
        form = self._open_form(strip.pair, mark.entry)
        form.open(tr("Change the conversation of {day}", day=spoken().date(mark.day, "long")))
        form.fill(as_told(mark))

    def remove(self) -> None:
        """Done at once; the strip offers to undo it."""
        mark = self._mark()
        if mark is None or not self.desk.may_change():
            return
        if mark.entry is None:
            self._refer_to_calendar(mark)
            return
        entry = mark.entry
        self.desk.work.change(lambda store: remove_conversation(store, entry))

    def _dress(self) -> None:
        view = self.table
        view.setObjectName("conversations")
        view.setSelectionMode(view.SelectionMode.SingleSelection)
        view.opened.connect(lambda _: self.edit())
        view.deleted.connect(lambda _: self.remove())
        view.horizontalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.verticalHeader().setDefaultSectionSize(self.desk.look.px(_ROW))
        view.setItemDelegateForColumn(0, ConversationCell(self.desk.look, self._table, view))
        view.setMinimumHeight(self.desk.look.px(_ROW) * 3)
        shortcut(view, "F2", self.edit)

    def _buttons(self) -> QHBoxLayout:
        line = row(self.desk.look)
        self._change = button(tr("Change"), self.edit, name="changeConversation", keys="F2")
        self._remove = button(tr("Remove"), self.remove, name="removeConversation", keys="Del")
        line.addWidget(self._change)
        line.addWidget(self._remove)
        line.addStretch()
        return line

    def _mark(self) -> ConversationMark | None:
        """The chosen conversation."""
        number = self.table.current_id()
        if number is None and self._table.rows.shown:
            number = self._table.rows.id_at(0)
        return None if number is None else self._table.rows.known(number)

    def _open_form(self, pair: PairId, entry: str | None) -> ConversationForm:
        self._close(pair)
        form = ConversationForm(self.desk.look, self.desk.today, sharing=entry is None)
        self._slot.addWidget(form)
        self._laid_out.start()
        self._open[pair] = _Open(form, entry)
        form.saved.connect(functools.partial(self._save, pair))
        form.given_up.connect(functools.partial(self._give_up, pair))
        return form

    def _bring_form_into_view(self) -> None:
        form = self.form
        if form is None:
            return
        for area in scroll_areas_over(form):
            area.ensureWidgetVisible(form.first, 0, self.desk.look.px(_ABOVE_FIELD))

    def _put_aside(self, pair: PairId) -> None:
        held = self._open.get(pair)
        if held is None:
            return
        if held.form.touched:
            held.form.hide()
        else:
            self._close(pair)

    def _close(self, pair: PairId) -> None:
        held = self._open.pop(pair, None)
        if held is not None:
            self._slot.removeWidget(held.form)
            held.form.hide()
            held.form.deleteLater()

    def _give_up(self, pair: PairId) -> None:
        self._close(pair)
        self.done.emit()

    def _take_draft(self, draft: ConversationDraft) -> None:
        held = self._open.get(draft.pair)
        if held is not None and held.entry is None:
            held.form.fill(proposed(draft))
            self._laid_out.start()

    def _save(self, pair: PairId, told: Told) -> None:
        held, today = self._open[pair], self.desk.today
        refused = functools.partial(self._refused, pair)
        saved = functools.partial(self._saved, pair)
        if held.entry is None:
            self.desk.work.change(lambda store: register(store, pair, told, today), saved, refused)
        else:
            entry = held.entry
            self.desk.work.change(lambda store: correct(store, entry, told, today), saved, refused)

    def _saved(self, pair: PairId, _: str | None) -> None:
        self._close(pair)
        self.done.emit()

    def _refused(self, pair: PairId, no: Refused) -> None:
        held = self._open.get(pair)
        if held is not None:
            held.form.refuse(no.message)

    def _refer_to_calendar(self, mark: ConversationMark) -> None:
        show = NoticeAction(
            msg("Show in the calendar"), lambda: self.desk.please_show(Subject.MEETINGS, mark.meeting or "")
        )
        self.desk.tell(msg("This one stands only in the calendar. Change it there."), NoticeKind.NOTE, show)


def scroll_areas_over(widget: QWidget | None) -> Iterator[QScrollArea]:
    while widget is not None:
        if isinstance(widget, QScrollArea):
            yield widget
        widget = widget.parentWidget()
