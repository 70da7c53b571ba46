"""One thing asked in place, under the list: why somebody is declined, which tag, what a view is called.

Esc leaves it; what was typed stays while an answer is refused. It also says what stands in the way of a decision.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mentordesk.domain.refusals import Refused
from ui.forms.editor import Remark
from ui.language import ntr, say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame, row
from ui.widgets.labels import label, unaccelerated

_AT_MOST = 6  # lines of what stands in the way


class AskingLine(QWidget):
    begun = Signal()  # there is something to answer or to read
    left = Signal()  # answered or given up: the keyboard goes back to where it was

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("askingLine")
        self._run: Callable[[str], None] = lambda _: None
        card = frame("card")
        column(look, within=self).addWidget(card)
        down = column(look, within=card, space=Space.WITHIN, edge=Space.AROUND)
        self._question = label("", "strong", wrap=True)
        self._question.setObjectName("askingQuestion")
        down.addWidget(self._question)
        across = row(look)
        self._line = QLineEdit()
        self._line.setObjectName("askingAnswer")
        self._line.returnPressed.connect(self._tell)
        across.addWidget(self._line, 1)
        down.addLayout(across)
        self._remark = Remark(look)
        down.addWidget(self._remark)
        buttons = QWidget()
        flow = Flow(look.px(Space.BETWEEN), buttons)
        self._yes = button("", self._tell, name="askingYes", kind="main")
        self._no = button("", self.leave, name="askingNo", keys="Esc")
        flow.addWidget(self._yes)
        flow.addWidget(self._no)
        down.addWidget(buttons)
        self.hide()

    def ask(self, question: str, name: str, yes: str, run: Callable[[str], None], *, known: Sequence[str] = ()) -> None:
        """`name`: of what is written; `known`: what can be completed; `run` gets the answer, and calls `leave` or
        `refuse` when it is known what became of it."""
        self._run = run
        self._question.setText(question)
        self._line.clear()
        self._line.setAccessibleName(name)
        self._line.setPlaceholderText(name)
        self._complete(known)
        self._yes.setText(unaccelerated(yes))
        self._yes.setAccessibleName(yes)
        self._show(asks=True)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, no: Refused) -> None:
        self._remark.set(_in_full(no), wrong=True)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def explain(self, no: Refused) -> None:
        """What stands in the way, with all its lines; there is nothing to answer."""
        self._question.setText(say(no.message))
        self._show(asks=False)
        self._remark.set("\n".join(_details(no)), wrong=True)
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _show(self, *, asks: bool) -> None:
        self._remark.set("", wrong=False)
        self._line.setVisible(asks)
        self._yes.setVisible(asks)
        words = tr("Not now") if asks else tr("Close")
        self._no.setText(unaccelerated(words))
        self._no.setAccessibleName(words)
        self.show()
        self.begun.emit()

    def _complete(self, known: Sequence[str]) -> None:
        made = QCompleter(list(known), self._line)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._line.setCompleter(made)

    def _tell(self) -> None:
        self._run(self._line.text().strip())


def _in_full(no: Refused) -> str:
    return "\n".join((say(no.message), *_details(no)))


def _details(no: Refused) -> list[str]:
    lines = [say(each) for each in no.details]
    left_out = len(lines) - _AT_MOST
    if left_out > 0:
        lines[_AT_MOST:] = [ntr("and {count} more", "and {count} more", left_out)]
    return lines
