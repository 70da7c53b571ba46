"""Choosing one unit among many: a line that narrows, and the list of all with what they stand under."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from mentordesk.domain.cleaning import folded
from mentordesk.queries.units import UnitNode
from ui.language import tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label

_UNIT = int(Qt.ItemDataRole.UserRole)
TOP = ""  # instead of a unit: it stands on top


class UnitChooser(QWidget):
    chosen = Signal(str)  # a unit, or TOP
    left = Signal()

    def __init__(
        self, look: Look, title: str, hint: str, units: Sequence[UnitNode], *, with_top: bool, act: str
    ) -> None:
        """`act`: what the button says."""
        super().__init__()
        self.setObjectName("unitChooser")
        lines = column(look, within=self, space=Space.WITHIN)
        lines.addWidget(label(title, "strong", wrap=True))
        lines.addWidget(label(hint, "caption", wrap=True))
        self._line = QLineEdit()
        self._line.setObjectName("unitLine")
        self._line.setPlaceholderText(tr("Type a part of the name"))
        self._line.setAccessibleName(tr("Narrow the list of units"))
        self._line.textChanged.connect(self._narrow)
        self._line.installEventFilter(self)
        lines.addWidget(self._line)
        self._list = QListWidget()
        self._list.setObjectName("unitsToChoose")
        self._list.setAccessibleName(title)
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideLeft)  # what tells two apart stands at the end
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMinimumHeight(look.px(150))
        self._list.itemActivated.connect(lambda _: self._choose())
        lines.addWidget(self._list, 1)
        self._options = [(TOP, tr("At the top"))] if with_top else []
        self._options += [(node.id, node.path) for node in units]
        buttons = Flow(look.px(Space.BETWEEN))
        buttons.addWidget(button(act, self._choose, name="chooseUnit", kind="main"))
        buttons.addWidget(button(tr("Not now"), self.left.emit, name="leaveChooser", kind="quiet"))
        lines.addLayout(buttons)
        self._narrow("")

    def enter(self) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Up and down go through the list while one types; Enter takes what stands there."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up:
                    step = 1 if event.key() == Qt.Key.Key_Down else -1
                    self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._choose()
                    return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        words = folded(text).split()
        self._list.clear()
        for unit, path in self._options:
            if all(word in folded(path) for word in words):
                item = QListWidgetItem(path)
                item.setData(_UNIT, unit)
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(str(item.data(_UNIT)))
