"""Plans side by side, mentee by mentee: with whom she is in each, marked where it is not as in the first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from mentordesk.domain.scenarios import said
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.language import ntr, tr
from ui.matching_board.plans.compare_rows import Compared, MenteeCompared
from ui.tables.columns import Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.widgets.frames import column, row
from ui.widgets.labels import label, unaccelerated


class CompareTable(QWidget):
    opened = Signal(str)  # the mentee

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._compared: Compared | None = None
        self._names: tuple[str, ...] = ()
        self.table: RecordTable[MenteeCompared] | None = None
        self.view: TableView | None = None
        look = desk.look
        self._down = column(look, within=self)
        head = row(look)
        self._count = label("", "strong", wrap=True)
        self._count.setObjectName("compareCount")
        head.addWidget(self._count, 1)
        self.all = QCheckBox(unaccelerated(tr("Also those who are alike in all")))
        self.all.setObjectName("compareAll")
        self.all.toggled.connect(lambda _: self._show_rows())
        head.addWidget(self.all)
        self._down.addLayout(head)

    def show_compared(self, compared: Compared) -> None:
        """Selection and sorting stay while the same plans are compared."""
        self._compared = compared
        if compared.names != self._names or self.table is None:
            self._names = compared.names
            self._make_table()
        self._show_rows()

    def _make_table(self) -> None:
        if self.view is not None:
            self._down.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        columns = (
            Column[MenteeCompared](key="mentee", title=msg("Mentee"), text=lambda row: row.name, width=220, disc=True),
            *(_plan_column(at, name) for at, name in enumerate(self._names)),
            Column[MenteeCompared](
                key="differs",
                title=msg("Differs"),
                text=lambda row: tr("differs") if row.differs else "",
                width=90,
            ),
        )
        self.table = RecordTable(columns, lambda row: row.mentee, self)
        self.view = TableView(
            self._desk, self.table, tr("Mentee by mentee"), tab="matching", key=f"compare{len(self._names)}"
        )
        self.view.setObjectName("compareTable")
        self.view.opened.connect(self.opened)
        self._down.addWidget(self.view, 1)

    def _show_rows(self) -> None:
        found = self._compared
        if found is None or self.table is None or self.view is None:
            return
        differing = found.differing
        self.view.setColumnHidden(self.table.column_of("differs"), not self.all.isChecked())
        self.table.show(found.mentees if self.all.isChecked() else differing)
        alike = len(found.mentees) - len(differing)
        self._count.setText(
            ntr(
                "{count} mentee has another mentor; {alike} are alike in all.",
                "{count} mentees have another mentor; {alike} are alike in all.",
                len(differing),
                alike=alike,
            )
        )


def _plan_column(at: int, name: str) -> Column[MenteeCompared]:
    def text(row: MenteeCompared) -> str:
        return row.text(at)

    def tone(row: MenteeCompared) -> str | None:
        return row.tone(at)

    return Column(key=f"plan{at}", title=said(name), text=text, width=210, tone=tone)
