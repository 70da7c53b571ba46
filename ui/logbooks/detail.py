"""One pair: how it stands, its conversations, and the form in which one is registered or corrected."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QScrollArea, QVBoxLayout, QWidget

from mentordesk.actions.logbooks import remove_conversation
from mentordesk.domain.ids import PairId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.conversations import ConversationDraft, ConversationMark, next_conversation
from mentordesk.queries.logbooks import PairStrip
from ui.desk import Desk, NoticeAction, NoticeKind
from ui.language import ntr, say, spoken, tr
from ui.logbooks.columns import STATE_TONES, conversation_columns, conversation_number, pair_name
from ui.logbooks.conversation_form import ConversationForm, Told
from ui.logbooks.painters import ConversationCell
from ui.logbooks.registering import as_told, correct, proposed, register
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import column, row, scrolling
from ui.widgets.labels import label
from ui.widgets.page import shortcut

_ROW = 46  # px at 100 %
_ABOVE_FIELD = 72  # px at 100 %, kept in view around the first field of the form


@dataclass(frozen=True, slots=True)
class _Open:
    """A form that was opened for a pair; it stays with the pair while another one is looked at."""

    form: ConversationForm
    entry: str | None  # None: a new conversation


class PairDetail(QFrame):
    done = Signal()  # saved or given up: the focus goes back to the list
    back = Signal()

    def __init__(self, desk: Desk, *, paged: bool) -> None:
        """`paged`: it has the page to itself, and a way back."""
        super().__init__()
        self._desk = desk
        self._paged = paged
        self._strip: PairStrip | None = None
        self._open: dict[PairId, _Open] = {}
        self.setProperty("kind", "card")
        self.setObjectName("pairDetail")
        look = desk.look
        content: QWidget = self if paged else QWidget()
        inside: QVBoxLayout = column(look, within=content, edge=Space.AROUND)
        if not paged:  # else the page scrolls
            around = column(look, within=self, edge=1)  # the card's own line stays to be seen
            around.addWidget(scrolling(content))
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.setInterval(0)
        self._laid_out.timeout.connect(self._bring_form_into_view)
        top = row(look)
        if paged:
            top.addWidget(
                button(
                    tr("Back"), self.back.emit, name="backToPairs", kind="quiet", picture="left", look=look, keys="Esc"
                )
            )
        self._names = label("", "heading", wrap=True)
        self._names.setObjectName("pairNames")
        top.addWidget(self._names, 1)
        inside.addLayout(top)
        self._state = Chip(look, "")
        inside.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        self._standing = label("", "second", wrap=True)
        self._standing.setObjectName("pairStanding")
        inside.addWidget(self._standing)
        self._slot = column(look)
        inside.addLayout(self._slot)
        self._table = RecordTable(conversation_columns(), conversation_number, self)
        self.conversations = TableView(
            desk, self._table, tr("Conversations of the pair"), tab="logbooks", key="conversations"
        )
        self._dress()
        self._nothing = label(tr("No conversation is registered yet. Ctrl+N registers one."), "second", wrap=True)
        self._nothing.setObjectName("noConversations")
        inside.addWidget(self._nothing)
        inside.addWidget(self.conversations, 1)
        inside.addLayout(self._buttons())
        inside.addStretch(0)

    @property
    def form(self) -> ConversationForm | None:
        """Of the pair that is shown."""
        held = None if self._strip is None else self._open.get(self._strip.pair)
        return None if held is None else held.form

    def show_strip(self, strip: PairStrip | None) -> None:
        """The same pair anew, or another one: what is half written for that one stays with it."""
        if self._strip is not None and (strip is None or strip.pair != self._strip.pair):
            self._put_aside(self._strip.pair)
        self._strip = strip
        if not self._paged:  # else it is shown when somebody goes to it
            self.setVisible(strip is not None)
        if strip is None:
            return
        self._names.setText(pair_name(strip))
        self._state.set(say(strip.sentence), STATE_TONES[strip.state])
        self._standing.setText(_standing(strip))
        self._table.show(tuple(reversed(strip.conversations)))
        self._nothing.setVisible(not strip.conversations)
        self.conversations.setVisible(bool(strip.conversations))
        for made in (self._change, self._remove):
            made.setVisible(bool(strip.conversations))
        if self.form is not None:
            self.form.show()

    def register(self) -> None:
        """Ctrl+N: the form, filled in as the next conversation probably was."""
        strip = self._strip
        if strip is None or not self._may_change():
            return
        if strip.status not in RUNNING:
            self._desk.tell(msg("The pair has ended, so no more conversations are registered for it."))
            return
        held = self._open.get(strip.pair)
        if held is not None and held.entry is None:
            held.form.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        form = self._open_form(strip.pair, None)
        form.open(tr("New conversation"))
        self._desk.work.ask(
            "next conversation",
            lambda store: next_conversation(store, strip.pair, self._desk.today),
            self._take_draft,
        )

    def edit(self) -> None:
        """F2 or Enter on a conversation."""
        mark, strip = self._mark(), self._strip
        if mark is None or strip is None or not self._may_change():
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
        if mark is None or not self._may_change():
            return
        if mark.entry is None:
            self._refer_to_calendar(mark)
            return
        entry = mark.entry
        self._desk.work.change(lambda store: remove_conversation(store, entry))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        view = self.conversations
        view.setObjectName("conversations")
        view.setSelectionMode(view.SelectionMode.SingleSelection)
        view.opened.connect(lambda _: self.edit())
        view.deleted.connect(lambda _: self.remove())
        view.horizontalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.verticalHeader().setDefaultSectionSize(self._desk.look.px(_ROW))
        view.setItemDelegateForColumn(0, ConversationCell(self._desk.look, self._table, view))
        view.setMinimumHeight(self._desk.look.px(_ROW) * 3)
        shortcut(view, "F2", self.edit)

    def _buttons(self) -> QHBoxLayout:
        line = row(self._desk.look)
        self._change = button(tr("Change"), self.edit, name="changeConversation", keys="F2")
        self._remove = button(tr("Remove"), self.remove, name="removeConversation", keys="Del")
        line.addWidget(self._change)
        line.addWidget(self._remove)
        line.addStretch()
        return line

    def _mark(self) -> ConversationMark | None:
        """The chosen conversation."""
        number = self.conversations.current_id()
        if number is None and self._table.rows.shown:
            number = self._table.rows.id_at(0)
        return None if number is None else self._table.rows.known(number)

    def _open_form(self, pair: PairId, entry: str | None) -> ConversationForm:
        self._close(pair)
        form = ConversationForm(self._desk.look, self._desk.today)
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
        for area in _scroll_areas_over(form):
            area.ensureWidgetVisible(form.first, 0, self._desk.look.px(_ABOVE_FIELD))

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
        held, today = self._open[pair], self._desk.today
        refused = functools.partial(self._refused, pair)
        saved = functools.partial(self._saved, pair)
        if held.entry is None:
            self._desk.work.change(lambda store: register(store, pair, told, today), saved, refused)
        else:
            entry = held.entry
            self._desk.work.change(lambda store: correct(store, entry, told, today), saved, refused)

    def _saved(self, pair: PairId, _: str | None) -> None:
        self._close(pair)
        self.done.emit()

    def _refused(self, pair: PairId, no: Refused) -> None:
        held = self._open.get(pair)
        if held is not None:
            held.form.refuse(no.message)

    def _refer_to_calendar(self, mark: ConversationMark) -> None:
        show = NoticeAction(
            msg("Show in the calendar"), lambda: self._desk.please_show(Subject.MEETINGS, mark.meeting or "")
        )
        self._desk.tell(msg("This one stands only in the calendar. Change it there."), NoticeKind.NOTE, show)

    def _may_change(self) -> bool:
        reason = self._desk.file.read_only
        if reason is not None:
            self._desk.tell(reason)
        return reason is None


def _scroll_areas_over(widget: QWidget | None) -> Iterator[QScrollArea]:
    while widget is not None:
        if isinstance(widget, QScrollArea):
            yield widget
        widget = widget.parentWidget()


def _standing(strip: PairStrip) -> str:
    if strip.minimum:
        held = tr("{held} of {minimum} conversations held", held=strip.held, minimum=strip.minimum)
    else:
        held = ntr("{count} conversation held", "{count} conversations held", strip.held)
    if strip.next_on is None:
        return held
    return tr("{held}; the next is planned for {day}", held=held, day=spoken().date(strip.next_on))
