"""A meeting in one line of text (Ctrl+Shift+N): under it stands what was read, in words; Enter takes exactly that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.quick_add import Draft, Unclear, Whom, read, say
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import NoSuchTime
from ui.language import say as said
from ui.language import spoken, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import dress, label
from ui.widgets.page import shortcut


class QuickForm(QWidget):
    taken = Signal(object)  # Draft
    given_back = Signal()

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self.setObjectName("quickAdd")
        self._today = today
        self._whom: Sequence[Whom] | None = None
        self._waits = False
        self._draft: Draft | None = None
        self._offered: NoSuchTime | None = None
        outer = column(look, within=self, space=Space.BETWEEN)
        outer.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(16))
        outer.addWidget(label(tr("A meeting in one line"), "heading", wrap=True))
        words = label(tr("What, who, which day and when"), "second", wrap=True)
        self.line = QLineEdit()
        self.line.setObjectName("quickLine")
        self.line.setAccessibleName(tr("What, who, which day and when"))
        self.line.setPlaceholderText(tr("conversation Kari Per Thu 14"))
        words.setBuddy(self.line)
        outer.addWidget(words)
        outer.addWidget(self.line)
        self._preview = label("", wrap=True)
        self._preview.setObjectName("quickPreview")
        outer.addWidget(self._preview)
        self._offer = button("", self._take_offer, name="quickOffer")
        self._offer.hide()
        outer.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = row(look)
        self._main = button(tr("Add the meeting"), self.submit, name="quickMain", kind="main")
        buttons.addWidget(self._main)
        buttons.addWidget(button(tr("Not now"), self.given_back.emit, name="quickBack"))
        buttons.addStretch()
        outer.addLayout(buttons)
        outer.addStretch(1)
        self.line.textChanged.connect(self._read)
        self.line.returnPressed.connect(self.submit)
        shortcut(self, "Esc", self.given_back.emit)
        self._read()

    def know(self, whom: Sequence[Whom]) -> None:
        """The pairs that can be named; an Enter that was quicker than that is taken now."""
        self._whom = whom
        self._read()
        if self._waits:
            self.submit()

    def begin(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, no: Refused) -> None:
        """What the action said; a time that is offered is a button."""
        self._say(said(no.message), wrong=True)
        if isinstance(no, NoSuchTime):
            self._offered = no
            self._offer.setText(tr("Take {time}", time=no.next.time()))
            self._offer.setAccessibleName(self._offer.text())
            self._offer.show()
            self._offer.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        if self._whom is None:
            self._waits = True
        elif self._draft is not None:
            self.taken.emit(self._draft)
        else:
            dress(self._preview, "kind", "wrong")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, self._preview.text()))

    def _read(self) -> None:
        found = read(self.line.text(), self._whom or (), self._today)
        self._offer.hide()
        self._waits = False
        if isinstance(found, Unclear):
            self._draft = None
            self._say(said(found.why), wrong=False)
        else:
            self._draft = found
            self._say(said(say(found, spoken().weekday(found.day))), wrong=False)

    def _say(self, words: str, *, wrong: bool) -> None:
        self._preview.setText(words)
        dress(self._preview, "kind", "wrong" if wrong else "strong" if self._draft is not None else "second")
        self.line.setAccessibleDescription(words)

    def _take_offer(self) -> None:
        """The next time that exists; the meeting keeps its length."""
        draft, offered = self._draft, self._offered
        if draft is None or offered is None:
            return
        starts, ends = (datetime.combine(draft.day, each) for each in (draft.start, draft.end))
        by = offered.next - offered.wall
        starts, ends = (starts + by, ends + by) if offered.wall == starts else (starts, offered.next)
        self.taken.emit(Draft(draft.kind, draft.whom, draft.day, starts.time(), ends.time()))
