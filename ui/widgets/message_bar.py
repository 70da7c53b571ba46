"""The strip for news: one sentence, at most two things to do about it; it never blocks (ux.md 4.6).

Good news leaves after ten seconds unless the strip has the focus; errors stay until they are read.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.desk import Notice, NoticeKind
from ui.language import say, tr
from ui.theme import Look
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, row
from ui.widgets.labels import label

_STAYS = 10_000  # ms
_KEPT = 50
_TONES = {NoticeKind.DONE: "good", NoticeKind.NOTE: "accent", NoticeKind.WARNING: "warn", NoticeKind.ERROR: "bad"}


class MessageBar(QFrame):
    left = Signal()  # Esc: the focus goes back where it was

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self.setObjectName("messageBar")
        self._look = look
        self._line: QHBoxLayout = row(look, within=self)
        self._line.setContentsMargins(look.px(24), look.px(6), look.px(16), look.px(6))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS)
        self._timer.timeout.connect(self._time_is_up)
        self.sentence = ""
        self.earlier: list[tuple[datetime, str]] = []
        self.hide()

    def tell(self, notice: Notice) -> None:
        """Shows it in place of the one before; the one before stays in `earlier`, as this one does."""
        clear(self._line)
        self.sentence = say(notice.sentence)
        self.earlier = [(datetime.now().astimezone(), self.sentence), *self.earlier][:_KEPT]
        self._line.addWidget(Chip(self._look, _word(notice.kind), _TONES[notice.kind]))
        words = label(self.sentence, wrap=True)
        words.setObjectName("notice")
        self._line.addWidget(words, 1)
        for number, action in enumerate(notice.actions):
            self._line.addWidget(button(say(action.title), action.run, name=f"noticeAction{number}", kind="link"))
        self._line.addWidget(
            icon_button("close", tr("Close this message"), self.hide, name="closeNotice", look=self._look, keys="Esc")
        )
        self.show()
        _announce(self, self.sentence, urgent=notice.kind is NoticeKind.ERROR)
        if notice.kind is NoticeKind.ERROR:
            self._timer.stop()
        else:
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _time_is_up(self) -> None:
        if self.underMouse() or (self.focusWidget() is not None and self.focusWidget().hasFocus()):
            self._timer.start()
        else:
            self.hide()


def _word(kind: NoticeKind) -> str:
    words = {
        NoticeKind.DONE: tr("Done"),
        NoticeKind.NOTE: tr("Note"),
        NoticeKind.WARNING: tr("Warning"),
        NoticeKind.ERROR: tr("Error"),
    }
    return words[kind]


def _announce(widget: QWidget, text: str, *, urgent: bool) -> None:
    """Screen readers hear it without the focus moving (WCAG 4.1.3)."""
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
