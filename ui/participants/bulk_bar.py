"""What can be done with everybody who is selected, from two on; each act is one change with one undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mentordesk.domain.ids import ParticipationId
from ui.desk import Desk
from ui.language import ntr, say, tr
from ui.participants.applications.paper_asking import ASK_PAPER
from ui.participants.asking_to_meeting import ASK_TO_MEETING
from ui.participants.bulk_acts import Around
from ui.participants.interviews.letters_page import WRITE_LETTERS
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame
from ui.widgets.labels import label, unaccelerated

ACTS = (ASK_PAPER, WRITE_LETTERS, ASK_TO_MEETING)
"""Of other rooms, in the order of the bar. To add one: a BulkAct there, and a line here."""
COMPARED = range(2, 5)  # so many stand side by side


class BulkBar(QWidget):
    status_wanted = Signal(object, QPoint)  # ids; where on the screen
    tag_wanted = Signal(object, bool)  # ids; whether it is taken away
    compare_wanted = Signal(object)
    export_wanted = Signal()
    print_wanted = Signal()
    withdraw_wanted = Signal(object)
    let_go = Signal()  # nobody is to be selected any more

    def __init__(self, desk: Desk, around: Around, *, narrow: bool) -> None:
        """`narrow`: one button leads to a menu of the acts."""
        super().__init__()
        self.setObjectName("bulkBar")
        self._desk = desk
        self._around = around
        self._ids: tuple[str, ...] = ()
        look = desk.look
        card = frame("card")
        column(look, within=self).addWidget(card)
        inside = QWidget()
        flow = Flow(look.px(Space.BETWEEN), inside)
        column(look, within=card, edge=Space.BETWEEN).addWidget(inside)
        self._count = label("", "strong")
        self._count.setObjectName("bulkCount")
        self._count.setMinimumHeight(look.px(30))
        self._status = button(tr("Set the status"), self._offer, name="bulkStatus", picture="down", look=look)
        self._compare = button(
            tr("Compare"), self._tell_compare, name="bulkCompare", picture="compare", look=look, keys="Ctrl+Shift+C"
        )
        self._acts: tuple[QPushButton, ...] = (
            self._status,
            button(tr("Tag …"), partial(self._tell_tag, False), name="bulkTag"),
            button(tr("Take a tag away …"), partial(self._tell_tag, True), name="bulkUntag"),
            self._compare,
            *(button(say(act.title), partial(self.run, act.key), name=act.key, keys=act.keys) for act in ACTS),
            button(tr("Export …"), self.export_wanted.emit, name="bulkExport", keys="Ctrl+Shift+E"),
            button(tr("Print …"), self.print_wanted.emit, name="bulkPrint", keys="Ctrl+P"),
            button(tr("Withdraw"), self._tell_withdraw, name="bulkWithdraw", keys="Del"),
            button(tr("Select nobody"), self.let_go.emit, name="bulkNobody", kind="link"),
        )
        self._more = button(tr("Do with them …"), self._offer_acts, name="bulkMore", picture="down", look=look)
        flow.addWidget(self._count)
        for made in (self._more, *self._acts):
            flow.addWidget(made)
            made.setVisible(narrow is (made is self._more))
        self.hide()

    def show_for(self, ids: tuple[str, ...]) -> None:
        """Gone while fewer than two are selected."""
        self._ids = ids
        if len(ids) >= min(COMPARED):
            self._count.setText(ntr("{count} selected", "{count} selected", len(ids)))
            self._compare.setEnabled(len(ids) in COMPARED)
            self.show()
        else:
            self.hide()

    def run(self, key: str) -> None:
        """An act of another room, with whoever is selected, were it only one."""
        act = next(each for each in ACTS if each.key == key)
        if self._ids:
            act.run(self._desk, [ParticipationId(each) for each in self._ids], self._around)

    def _offer_acts(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("bulkMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for made in self._acts:
            action = menu.addAction(unaccelerated(made.accessibleName()))
            action.setObjectName(f"{made.objectName()}InMenu")
            action.setEnabled(made.isEnabled())
            action.triggered.connect(made.click)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
        menu.setActiveAction(menu.actions()[0])

    def _offer(self) -> None:
        over = self._status if self._status.isVisible() else self._more
        self.status_wanted.emit(self._ids, over.mapToGlobal(QPoint(0, over.height())))

    def _tell_tag(self, away: bool) -> None:
        self.tag_wanted.emit(self._ids, away)

    def _tell_compare(self) -> None:
        self.compare_wanted.emit(self._ids)

    def _tell_withdraw(self) -> None:
        self.withdraw_wanted.emit(self._ids)
