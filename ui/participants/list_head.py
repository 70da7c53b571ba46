"""The line over the filters: which view of the list it is, the figures of everybody, and which columns are shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.language import tr
from ui.participants.narrowing import Narrowing
from ui.participants.panes import is_narrow
from ui.tables.columns_menu import ColumnsMenu
from ui.tables.header import TableHeader
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import label


class ListHead(QWidget):
    def __init__(self, desk: Desk, narrowing: Narrowing, header: TableHeader) -> None:
        super().__init__()
        self._header = header
        narrow = is_narrow(desk)
        line = row(desk.look, within=self)
        line.addWidget(narrowing.views)
        self._figures = label("", "second")
        self._figures.setObjectName("figures")
        line.addWidget(self._figures, 1)
        self._figures.setHidden(narrow)  # there is no room for them
        if narrow:
            line.addWidget(narrowing.toggle)
        self._columns = button(
            tr("Columns …"), self.choose_columns, name="columnsButton", kind="quiet", picture="table", look=desk.look
        )
        line.addWidget(self._columns)

    def show_figures(self, words: str) -> None:
        self._figures.setText(words)

    def choose_columns(self) -> None:
        menu = ColumnsMenu(self._header)
        menu.popup(self._columns.mapToGlobal(QPoint(0, self._columns.height())))
        menu.setActiveAction(menu.actions()[0])
