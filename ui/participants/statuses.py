"""Setting the status of one participant or many, and the menus that offer it; who may reach it is the action's to say.

A reason that is needed is asked for in place; what stands in the way is listed there too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.actions.participants import NEED_A_REASON, set_status
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import STATUS_NAMES, ParticipationStatus
from mentordesk.domain.refusals import Refused
from ui.desk import Desk, NoticeKind
from ui.language import ntr, say, tr
from ui.participants.asking_line import AskingLine
from ui.widgets.labels import unaccelerated


class Statuses(QObject):
    opened = Signal(str)  # somebody's details were asked for in the menu

    def __init__(self, desk: Desk, over: QWidget, asking: AskingLine) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._asking = asking

    def set(self, ids: Sequence[str], status: ParticipationStatus) -> None:
        reason = self._desk.file.read_only
        if reason is not None:
            self._desk.tell(reason, NoticeKind.NOTE)
        elif ids and status in NEED_A_REASON:
            self._asking.ask(
                ntr("Decline {count} participant", "Decline {count} participants", len(ids)),
                tr("Reason, kept with the decision"),
                tr("Decline"),
                lambda why: self._change(ids, status, why, self._asking.refuse),
            )
        elif ids:
            self._change(ids, status, "", self._explain)

    def withdraw(self, ids: Sequence[str]) -> None:
        self.set(ids, ParticipationStatus.WITHDRAWN)

    def offer(self, ids: Sequence[str], where: QPoint) -> None:
        """The context menu of the selected people; `where` on the screen."""
        menu = QMenu(self._over)
        menu.setObjectName("participantMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(ids) == 1:
            show = menu.addAction(unaccelerated(tr("Show the details")))
            show.triggered.connect(lambda: self.opened.emit(ids[0]))
        self.add_to(menu.addMenu(unaccelerated(tr("Set the status"))), ids, tuple(ParticipationStatus))
        menu.addSeparator()
        withdraw = menu.addAction(unaccelerated(tr("Withdraw from the programme")))
        withdraw.setObjectName("withdraw")
        withdraw.triggered.connect(lambda: self.withdraw(ids))
        menu.popup(where)

    def offer_all(self, ids: Sequence[str], where: QPoint) -> None:
        """For many, who stand at different statuses."""
        menu = self._menu()
        self.add_to(menu, ids, tuple(ParticipationStatus))
        menu.popup(where)
        menu.setActiveAction(menu.actions()[0])

    def offer_next(self, id_: str, now: ParticipationStatus, where: QPoint) -> None:
        """For one: the statuses to come first, then those before."""
        menu = self._menu()
        order = tuple(ParticipationStatus)
        at = order.index(now)
        self.add_to(menu, [id_], order[at + 1 :])
        menu.addSeparator()
        self.add_to(menu, [id_], order[:at])
        menu.popup(where)

    def add_to(self, menu: QMenu, ids: Sequence[str], offered: Sequence[ParticipationStatus]) -> None:
        for status in offered:
            action = menu.addAction(unaccelerated(say(STATUS_NAMES[status])))
            action.setObjectName(f"status_{status.value}")
            action.triggered.connect(lambda _=False, one=status: self.set(ids, one))

    def _menu(self) -> QMenu:
        menu = QMenu(self._over)
        menu.setObjectName("statusMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _change(
        self, ids: Sequence[str], status: ParticipationStatus, why: str, refused: Callable[[Refused], None]
    ) -> None:
        wanted, today = [ParticipationId(id_) for id_ in ids], self._desk.today
        self._desk.work.change(
            lambda store: set_status(store, wanted, status, today=today, reason=why), self._on_reached, refused
        )

    def _on_reached(self, _: int) -> None:
        self._asking.leave()

    def _explain(self, no: Refused) -> None:
        if no.details:
            self._asking.explain(no)
        else:
            self._desk.tell(no.message, NoticeKind.WARNING)
