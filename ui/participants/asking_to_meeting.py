"""Asking those who are selected to a joint meeting, beyond its own circle: an act of the bulk bar (R53)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.inviting import ask_too
from mentordesk.domain.ids import MeetingId, ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.coming_meetings import ComingMeeting, coming_meetings, people_of
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.language import ntr, say, tr
from ui.participants.bulk_acts import Around, BulkAct
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame
from ui.widgets.labels import label


class AskingToMeeting(QWidget):
    left = Signal()

    def __init__(self, desk: Desk, ids: Sequence[ParticipationId]) -> None:
        super().__init__()
        self.setObjectName("askingToMeeting")
        self._desk = desk
        self._ids = tuple(ids)
        look = desk.look
        card = frame("card")
        around = column(look, within=self)
        around.addWidget(card)
        down = column(look, within=card, edge=Space.AROUND)
        heading = ntr(
            "Ask {count} participant to a joint meeting", "Ask {count} participants to a joint meeting", len(self._ids)
        )
        down.addWidget(label(heading, "heading", wrap=True))
        about = tr("Whoever is asked to it already stays so. The invitation itself is written from the meeting's page.")
        down.addWidget(label(about, "second", wrap=True))
        self._meetings = QListWidget()
        self._meetings.setObjectName("comingMeetings")
        self._meetings.setAccessibleName(tr("Joint meetings to come"))
        self._meetings.itemActivated.connect(lambda _: self._ask())
        down.addWidget(self._meetings, 1)
        self._remark = Remark(look)
        down.addWidget(self._remark)
        flow = Flow(look.px(Space.BETWEEN))
        flow.addWidget(button(tr("Ask them"), self._ask, name="askToMeetingNow", kind="main", keys="Enter"))
        flow.addWidget(button(tr("Cancel"), self.left.emit, name="askToMeetingCancel", keys="Esc"))
        down.addLayout(flow)

    def enter(self) -> None:
        programme, today = self._desk.programme_id, self._desk.today
        self._meetings.setFocus(Qt.FocusReason.OtherFocusReason)
        if programme is not None:
            self._desk.work.ask("coming meetings", lambda store: coming_meetings(store, programme, today), self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, found: tuple[ComingMeeting, ...]) -> None:
        self._meetings.clear()
        for each in found:
            item = QListWidgetItem(tr("{title}, {day}", title=each.title, day=each.day), self._meetings)
            item.setData(Qt.ItemDataRole.UserRole, each.meeting)
        self._meetings.setCurrentRow(0)
        if not found:
            self._remark.set(tr("No joint meeting is to come in this programme."), wrong=False)

    def _ask(self) -> None:
        ids = self._ids
        if self._meetings.currentRow() < 0:
            return
        meeting = MeetingId(str(self._meetings.currentItem().data(Qt.ItemDataRole.UserRole)))

        def asked(store: Store) -> int:
            return ask_too(store, meeting, people_of(store, ids))

        self._desk.work.change(asked, self._asked, self._refused)

    def _asked(self, count: int) -> None:
        if not count:
            self._desk.tell(msg("All of them are asked to it already."))
        self.left.emit()

    def _refused(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)


def _open(desk: Desk, ids: Sequence[ParticipationId], around: Around) -> None:
    if not desk.may_change():
        return
    if desk.programme_id is None:
        desk.tell(msg("Choose a programme first: every meeting belongs to one."))
        return
    asking = AskingToMeeting(desk, ids)
    asking.left.connect(around.show_list)
    around.show_over(asking)
    asking.enter()


ASK_TO_MEETING = BulkAct("bulkAskToMeeting", msg("Ask to a joint meeting …"), _open)
