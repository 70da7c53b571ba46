"""What is said against a pair, and how it is passed: a reason in one line; a position of dependence twice confirmed.

Used where one pair is made or begins (UX 5.4, R22). What passes what is domain/passing.py; this only asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from mentordesk.actions.files import user
from mentordesk.actions.matching import Consent, CriteriaException
from mentordesk.domain.passing import Graveness, PairWarning, Passing, WarningKey
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable
from ui.forms.editor import Remark
from ui.language import say, tr
from ui.matching_board.pairs.asked_line import AskedLine
from ui.matching_board.pairs.warnings_said import WarningsSaid
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import label, unaccelerated


class PassingForm(QFrame):
    """A position of dependence leads to a second page, on which each is confirmed anew."""

    consented = Signal(object)  # Consent
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("passingForm")
        self._look = look
        self._warnings: Sequence[PairWarning] = ()
        self._open: Sequence[Sayable] = ()
        self._does = ""
        self._confirmed: frozenset[WarningKey] = frozenset()
        self._second = False
        inside: QVBoxLayout = column(look, within=self, edge=Space.AROUND)
        self._heading = label("", "strong", wrap=True)
        self._heading.setObjectName("passingHeading")
        inside.addWidget(self._heading)
        self._warned = WarningsSaid(look)
        inside.addWidget(self._warned)
        self._said = column(look)
        inside.addLayout(self._said)
        written, named = tr("Write the reason in one line."), tr("Write the name of whoever decides.")
        self._reason = AskedLine(look, tr("Reason, in one line"), "passingReason", written)
        self._by = AskedLine(look, tr("Who decides"), "passingBy", named)
        self.reason, self.by = self._reason.line, self._by.line
        inside.addWidget(self._reason)
        inside.addWidget(self._by)
        self._refusal = Remark(look)
        inside.addWidget(self._refusal)
        buttons = row(look)
        self.does: QPushButton = button("", self.confirm, name="passingDo", kind="main")
        buttons.addWidget(self.does)
        buttons.addWidget(button(tr("Back"), self.leave, name="passingLeave", kind="quiet", keys="Esc"))
        buttons.addStretch(1)
        inside.addLayout(buttons)
        self.hide()

    @property
    def _grave(self) -> list[PairWarning]:
        return [each for each in self._warnings if each.graveness is Graveness.DEPENDENCE]

    def ask(self, warnings: Sequence[PairWarning], open_criteria: Sequence[Sayable], *, does: str, by: str) -> None:
        """`open_criteria`: what is not answered, in words; `does`: what the last button says. What was typed stays."""
        self._warnings, self._open, self._does = warnings, open_criteria, does
        self._confirmed = frozenset()
        if not self.by.text():
            self.by.setText(by)
        self._refusal.set("", wrong=False)
        self._show_page(second=False)
        self.show()
        (self._warned.first_box or self.reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, no: Refused) -> None:
        self._refusal.set("\n".join(say(each) for each in (no.message, *no.details)), wrong=True)

    def confirm(self) -> None:
        """Enter, or the main button."""
        if not (self._warned.all_confirmed() and self._lines_filled()):
            return
        keys = self._warned.keys
        if self._grave and not self._second:
            self._confirmed = keys
            self._show_page(second=True)
            if (first := self._warned.first_box) is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        reason, by = self._reason.text, self._by.text
        exception = CriteriaException(reason, by) if self._open else None
        reasons = {each.key: reason for each in self._warnings}  # one that comes up meanwhile is not passed with these
        passing = Passing("", by, self._confirmed, keys, reasons)
        self.consented.emit(Consent(by, exception, passing))

    def leave(self) -> None:
        """Back to the first page, from there to whence it was asked."""
        if self._second:
            self._show_page(second=False)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            super().keyPressEvent(event)

    def _show_page(self, *, second: bool) -> None:
        self._second = second
        clear(self._said)
        if second:
            self._heading.setText(tr("Confirm once more: the two are in a position of dependence"))
        elif self._grave:
            self._heading.setText(tr("The two are in a position of dependence"))
        else:
            self._heading.setText(tr("Something speaks against this pair"))
        self.setAccessibleName(self._heading.text())
        self._warned.show_warnings(self._grave if second else self._warnings, again=second)
        if self._open and not second:
            self._said.addWidget(label(tr("Not answered"), "second"))
            for sentence in self._open:
                self._said.addWidget(label(say(sentence), wrap=True))
        for part in (self._reason, self._by):
            part.setVisible(not second)
        on = self._does if second or not self._grave else tr("Go on to the second confirmation")
        self.does.setText(unaccelerated(on))
        self.does.setAccessibleName(on)

    def _lines_filled(self) -> bool:
        wrong = [asked for asked in (self._reason, self._by) if not asked.check()]
        if wrong:
            if self._second:
                self._show_page(second=False)
            wrong[0].line.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong


def who_decides() -> str:
    """Whoever sits here; the programme where the system doesn't say. Where a reason is asked for, it can be mended."""
    return user() or tr("The programme")
