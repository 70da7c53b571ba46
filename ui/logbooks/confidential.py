"""The card that always stands on top: what is kept of a conversation, and what to do with a logbook that comes in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from mentordesk.i18n.message import msg
from ui.icons import pixmap
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label

CONFIDENTIAL = msg(
    "The logbook is kept by the mentee and is confidential. Only that the conversation took place is stored here: "
    "date, length, form and place, whether the topic was sent and the summary written. More is stored only when the "
    "mentee has shared it."
)
SENT_TO_US = msg(
    "Don’t read it, but send it back and ask for the conversation slip, which is made for sending. "
    "Delete the message, and the copy in your downloads. This program has no place for what was said."
)


class ConfidentialCard(QFrame):
    def __init__(self, look: Look, answer: Callable[[], object], *, narrow: bool) -> None:
        """`answer` writes the mail that returns a logbook. `narrow`: smaller, and without its link, which then stands
        wherever the page puts `ask`."""
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("confidentialCard")
        across = row(look, within=self, space=Space.AROUND)
        across.setContentsMargins(*[look.px(each) for each in ((12, 6, 12, 6) if narrow else (16, 10, 16, 8))])
        sign = QLabel()
        sign.setPixmap(pixmap("lock", look.colour("accent"), look.px(20), self.devicePixelRatioF()))
        across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = column(look, space=Space.WITHIN)
        sentence = label(say(CONFIDENTIAL), "second" if narrow else "", wrap=True)
        sentence.setObjectName("confidential")
        words.addWidget(sentence)
        self._advice = label(say(SENT_TO_US), "second" if narrow else "", wrap=True)
        self._advice.setObjectName("sentToUs")
        self._advice.hide()
        self.ask = button(tr("If somebody sends you a logbook"), self._toggle, name="ifSent", kind="link")
        if not narrow:
            words.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._advice)
        self._answer = button(tr("Write the answer to the mentee of the chosen pair …"), answer, name="returnLogbook")
        self._answer.hide()
        words.addWidget(self._answer, 0, Qt.AlignmentFlag.AlignLeft)
        across.addLayout(words, 1)

    def _toggle(self) -> None:
        shown = not self._advice.isVisible()
        self._advice.setVisible(shown)
        self._answer.setVisible(shown)
        self.ask.setAccessibleDescription(self._advice.text() if shown else "")
