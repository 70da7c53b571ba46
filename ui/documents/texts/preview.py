"""A text as one reader after the other will find it, with what is not known of them on top."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from mentordesk.i18n.message import Listed
from mentordesk.queries.text_previews import ReadText
from ui.documents.texts.marks import Marks
from ui.language import tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label

_LOWEST = 200  # px at 100 %


class TextPreview(QFrame):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("textPreview")
        self._found: tuple[ReadText, ...] = ()
        self._at = 0
        down = column(look, within=self, space=Space.BETWEEN, edge=Space.AROUND)
        top = QWidget()
        head = Flow(look.px(Space.BETWEEN), top)
        self._place = label("", "strong")
        self._place.setObjectName("readerPlace")
        self._place.setMinimumHeight(look.px(30))
        head.addWidget(self._place)
        self._before = button(tr("Previous"), lambda: self.step(-1), name="readerBefore", kind="quiet", keys="Alt+PgUp")
        self._next = button(tr("Next"), lambda: self.step(1), name="readerNext", kind="quiet", keys="Alt+PgDown")
        head.addWidget(self._before)
        head.addWidget(self._next)
        down.addWidget(top)
        self._missing = label("", "wrong", wrap=True)
        self._missing.setObjectName("readerMissing")
        self._subject = label("", "strong", wrap=True)
        self._subject.setObjectName("readSubject")
        self._body = QPlainTextEdit()
        self._body.setObjectName("readBody")
        self._body.setAccessibleName(tr("As it will be read"))
        self._body.setReadOnly(True)
        self._body.setTabChangesFocus(True)
        self._body.setMinimumHeight(look.px(_LOWEST))
        self._body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._marks = Marks(look, self._body.document(), gaps=True)
        down.addWidget(self._missing)
        down.addWidget(self._subject)
        down.addWidget(self._body, 1)

    def step(self, by: int) -> None:
        """To the next reader or the one before, round at the ends."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def show_read(self, found: Sequence[ReadText]) -> None:
        """The same reader stays in view while somebody writes."""
        before = self._found[self._at].about if self._found else ""
        self._found = tuple(found)
        self._at = next((at for at, each in enumerate(self._found) if each.about == before), 0)
        self._show()

    def _show(self) -> None:
        one = self._found[self._at] if self._found else ReadText("", "", "")
        several = len(self._found) > 1
        self._before.setVisible(several)
        self._next.setVisible(several)
        if several:
            place = tr("{name}, {at} of {count}", name=one.about, at=self._at + 1, count=len(self._found))
        else:
            place = one.about or tr("As it will be read")
        self._place.setText(place)
        self._missing.setVisible(bool(one.missing))
        if one.missing:
            self._missing.setText(tr("Not known here: {fields}.", fields=Listed(one.missing)))
        self._subject.setVisible(bool(one.subject))
        self._subject.setText(one.subject)
        if one.body != self._body.toPlainText():
            bar = self._body.verticalScrollBar()
            at = bar.value()
            self._body.setPlainText(one.body)
            bar.setValue(at)
