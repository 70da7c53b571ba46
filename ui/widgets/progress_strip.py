"""Long work under way: what, how far, and a way to stop it; the window stays usable (ux.md 4.7)."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QProgressBar

from mentordesk.i18n.message import Message
from mentordesk.progress import Progress
from ui.language import say, spoken, tr
from ui.theme import Look
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import label

_QUIET = 600  # ms: what is done by then never shows


class ProgressStrip(QFrame):
    """Follows the newest of the works under way."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self.setObjectName("progressStrip")
        line = row(look, within=self)
        line.setContentsMargins(look.px(24), look.px(6), look.px(16), look.px(6))
        self._title = label("", "strong")
        self._count = label("", "second")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self._bar.setFixedWidth(look.px(240))
        for widget in (self._title, self._bar, self._count):
            line.addWidget(widget)
        line.addStretch()
        line.addWidget(button(tr("Cancel"), self._cancel, name="cancelWork", kind="quiet"))
        self._works: list[tuple[Message, Progress]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self.show)
        self.hide()

    def begin(self, title: Message, progress: Progress) -> None:
        self._works.append((title, progress))
        self._title.setText(say(title))
        self._count.setText("")
        self._bar.setRange(0, 0)
        self._timer.start()

    def step(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total:
            self._count.setText(tr("{done} of {total}", done=spoken().number(done), total=spoken().number(total)))

    def end(self, progress: Progress) -> None:
        self._works = [work for work in self._works if work[1] is not progress]
        if not self._works:
            self._timer.stop()
            self.hide()

    def _cancel(self) -> None:
        for _, progress in self._works:
            progress.cancel()
        self._count.setText(tr("Stopping …"))
