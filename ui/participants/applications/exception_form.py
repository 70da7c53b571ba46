"""Where an exception from one requirement is made: its reason and who makes it (R22)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.i18n.message import Message
from mentordesk.queries.selection import ExceptionMade
from ui.forms.editor import Remark
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label, unaccelerated


class ExceptionForm(QWidget):
    told = Signal(str, str)  # reason, by whom
    left = Signal()

    def __init__(self, look: Look, key: str) -> None:
        """`key`: of the requirement; it stands in the names of what can be typed into and pressed."""
        super().__init__()
        lines = column(look, within=self, space=Space.WITHIN)
        self._reason = named_line(tr("Reason for the exception"), f"reason_{key}")
        self._by = named_line(tr("Who makes it"), f"by_{key}")
        for line in (self._reason, self._by):
            words = label(unaccelerated(line.accessibleName()), "second", wrap=True)
            words.setBuddy(line)
            lines.addWidget(words)
            lines.addWidget(line)
            line.returnPressed.connect(self._tell)
        self._remark = Remark(look)
        lines.addWidget(self._remark)
        buttons = Flow(look.px(Space.BETWEEN))
        buttons.addWidget(button(tr("Make the exception"), self._tell, name=f"makeException_{key}"))
        buttons.addWidget(button(tr("Not now"), self.left.emit, name=f"noException_{key}", kind="quiet"))
        lines.addLayout(buttons)

    def begin(self, made: ExceptionMade | None) -> None:
        """With the one that was made before, if nothing is typed yet."""
        if made is not None and not self._reason.text():
            self._reason.setText(made.reason)
            self._by.setText(made.by)
        self.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_empty(self) -> None:
        self.hide()
        self._reason.clear()
        self._remark.set("", wrong=False)

    def refuse(self, reason: Message) -> None:
        self._remark.set(say(reason), wrong=True)

    def _tell(self) -> None:
        self.told.emit(self._reason.text(), self._by.text())


def named_line(name: str, key: str) -> QLineEdit:
    """A line whose name stands in it while it is empty."""
    made = QLineEdit()
    made.setObjectName(key)
    made.setAccessibleName(name)
    made.setPlaceholderText(name)
    return made
