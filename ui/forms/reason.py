"""The sentence above a form that can only be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from mentordesk.i18n.message import Message
from ui.icons import pixmap
from ui.language import say
from ui.theme import Look
from ui.widgets.frames import row
from ui.widgets.labels import label


class ReasonLine(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        line = row(look, within=self)
        sign = QLabel()
        sign.setPixmap(pixmap("lock", look.colour("ink_2"), look.px(20), self.devicePixelRatioF()))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self._words = label("", wrap=True)
        self._words.setObjectName("whyReadOnly")
        line.addWidget(self._words, 1)
        self.hide()

    def set(self, reason: Message | None) -> None:
        self._words.setText("" if reason is None else say(reason))
        self.setVisible(reason is not None)
