"""What stands in the way of approving, each by name, and the exception that passes it: a reason and a name (R22)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentordesk.actions.matching import CriteriaException
from mentordesk.domain.refusals import NotYet
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, frame, row, scrolling
from ui.widgets.labels import dress, label


class ApprovalPanel(QWidget):
    excepted = Signal(object)  # CriteriaException
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("approvalPanel")
        self._look = look
        card = frame("card")
        card.setMaximumWidth(look.px(720))
        inside = column(look, within=card, edge=Space.AROUND)
        self._sentence = label("", "strong", wrap=True)
        self._sentence.setObjectName("whyNotYet")
        inside.addWidget(self._sentence)
        self.reason = self._field(inside, tr("Reason for the exception"), "exceptionReason")
        self.by = self._field(inside, tr("Who makes the exception"), "exceptionBy")
        self._wrong = label("", "wrong", wrap=True)
        self._wrong.setObjectName("exceptionWrong")
        inside.addWidget(self._wrong)
        buttons = row(look)
        buttons.addWidget(button(tr("Approve with an exception"), self.confirm, name="approveExcepted", kind="main"))
        buttons.addWidget(button(tr("Back to the plan"), self.left.emit, name="leaveApproval", keys="Esc"))
        buttons.addStretch(1)
        inside.addLayout(buttons)
        inside.addWidget(frame("hairline"))
        inside.addWidget(label(tr("What is not answered"), "second"))
        self._details: QVBoxLayout = column(look)
        inside.addLayout(self._details)
        self._area = scrolling(self._held(card))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows scroll through a long list
        self._area.setAccessibleName(tr("What is not answered"))
        column(look, within=self).addWidget(self._area)

    def _held(self, card: QWidget) -> QWidget:
        """In the middle, as high as it is."""
        holder = QWidget()
        across = row(self._look, within=holder, edge=Space.WITHIN)
        across.addStretch(1)
        across.addWidget(card, 8, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        return holder

    def show_refusal(self, no: NotYet, by: str) -> None:
        """What was typed before stays."""
        self._sentence.setText(say(no.message))
        clear(self._details)
        for detail in no.details:
            self._details.addWidget(label(say(detail), wrap=True))
        self._area.setAccessibleDescription("\n".join(say(detail) for detail in no.details))
        self._say_wrong("")
        if not self.by.text():
            self.by.setText(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _field(self, inside: QVBoxLayout, title: str, name: str) -> QLineEdit:
        words = label(title, "second")
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(title)
        words.setBuddy(made)
        made.returnPressed.connect(self.confirm)
        inside.addWidget(words)
        inside.addWidget(made)
        return made

    def confirm(self) -> None:
        reason, by = self.reason.text().strip(), self.by.text().strip()
        if reason and by:
            self._say_wrong("")
            self.excepted.emit(CriteriaException(reason, by))
            return
        self._say_wrong(tr("An exception needs a reason and the name of whoever makes it."))
        (self.by if reason else self.reason).setFocus()

    def _say_wrong(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
        for field in (self.reason, self.by):
            dress(field, "wrong", bool(text) and not field.text().strip())
