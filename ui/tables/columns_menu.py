"""The menu in which the columns of a table are chosen: it stays open, so that several are chosen in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from ui.language import tr
from ui.widgets.labels import unaccelerated

if TYPE_CHECKING:
    from ui.tables.header import TableHeader


class ColumnsMenu(QMenu):
    def __init__(self, header: TableHeader) -> None:
        super().__init__(header)
        self.setObjectName("columnsMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Columns"))
        for key, title, shown in header.choices():
            action = self.addAction(unaccelerated(title))
            action.setObjectName(f"column_{key}")
            action.setCheckable(True)
            action.setChecked(shown)
            action.toggled.connect(lambda on, one=key: header.choose(one, shown=on))
        self.addSeparator()
        first = self.addAction(unaccelerated(tr("As at first")))
        first.setObjectName("columnsAsAtFirst")
        first.triggered.connect(header.be_as_at_first)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._toggle():
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        if self.actionAt(event.position().toPoint()) is self.activeAction() and self._toggle():
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def _toggle(self) -> bool:
        """Whether a column was under the key or the mouse."""
        action = cast("QAction | None", self.activeAction())
        if action is None or not action.isCheckable():
            return False
        action.toggle()
        return True
