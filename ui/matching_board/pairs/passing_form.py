"""What is said against a pair, and how it is passed: a reason in one line; a position of dependence twice confirmed.

Used where one pair is made or begins (UX 5.4, R22). What passes what is domain/passing.py; this only asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout

from mentordesk.actions.files import user
from mentordesk.actions.matching import Consent, CriteriaException
from mentordesk.domain.passing import Graveness, PairWarning, Passing, WarningKey
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable
from ui.forms.editor import Remark
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import dress, label, unaccelerated


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
        self._boxes: dict[WarningKey, tuple[QCheckBox, Remark]] = {}
        inside: QVBoxLayout = column(look, within=self, edge=Space.AROUND)
        self._heading = label("", "strong", wrap=True)
        self._heading.setObjectName("passingHeading")
        inside.addWidget(self._heading)
        self._said = column(look)
        inside.addLayout(self._said)
        self.reason, self._reason_remark, self._reason_title = self._line(
            inside, tr("Reason, in one line"), "passingReason"
        )
        self.by, self._by_remark, self._by_title = self._line(inside, tr("Who decides"), "passingBy")
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
        (next(iter(self._boxes.values()))[0] if self._boxes else self.reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, no: Refused) -> None:
        self._refusal.set("\n".join(say(each) for each in (no.message, *no.details)), wrong=True)

    def confirm(self) -> None:
        """Enter, or the main button."""
        if not (self._all_boxes_ticked() and self._lines_filled()):
            return
        keys = frozenset(self._boxes)
        if self._grave and not self._second:
            self._confirmed = keys
            self._show_page(second=True)
            next(iter(self._boxes.values()))[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        reason, by = self.reason.text().strip(), self.by.text().strip()
        exception = CriteriaException(reason, by) if self._open else None
        passing = Passing(reason, by, self._confirmed, keys) if self._warnings else None
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
        self._boxes = {}
        if second:
            self._heading.setText(tr("Confirm once more: the two are in a position of dependence"))
        elif self._grave:
            self._heading.setText(tr("The two are in a position of dependence"))
        else:
            self._heading.setText(tr("Something speaks against this pair"))
        self.setAccessibleName(self._heading.text())
        for each in self._grave if second else self._warnings:
            self._say_warning(each)
        if self._open and not second:
            self._said.addWidget(label(tr("Not answered"), "second"))
            for sentence in self._open:
                self._said.addWidget(label(say(sentence), wrap=True))
        for part in (self.reason, self.by, self._reason_title, self._by_title):
            part.setVisible(not second)
        on = self._does if second or not self._grave else tr("Go on to the second confirmation")
        self.does.setText(unaccelerated(on))
        self.does.setAccessibleName(on)

    def _say_warning(self, warning: PairWarning) -> None:
        grave = warning.graveness is Graveness.DEPENDENCE
        line = row(self._look)
        word = tr("Position of dependence") if grave else tr("Warning")
        line.addWidget(Chip(self._look, word, "bad" if grave else "warn"))
        line.addStretch(1)
        self._said.addLayout(line)
        self._said.addWidget(label(say(warning.sentence), wrap=True))
        if grave:
            words = (
                tr("I confirm it a second time: the two shall meet all the same")
                if self._second
                else tr("I have read this, and pass it")
            )
            box = QCheckBox(unaccelerated(words))
            box.setAccessibleName(words)
            box.setAccessibleDescription(say(warning.sentence))
            box.setObjectName(f"{'again' if self._second else 'confirm'}_{warning.rule}")
            remark = Remark(self._look)
            box.toggled.connect(lambda _: remark.set("", wrong=False))
            self._boxes[warning.key] = (box, remark)
            self._said.addWidget(box)
            self._said.addWidget(remark)

    def _all_boxes_ticked(self) -> bool:
        missing = [(box, remark) for box, remark in self._boxes.values() if not box.isChecked()]
        for _, remark in missing:
            remark.set(tr("A position of dependence is passed only if you confirm it."), wrong=True)
        if missing:
            missing[0][0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not missing

    def _lines_filled(self) -> bool:
        wrong = []
        for line, remark, why in (
            (self.reason, self._reason_remark, tr("Write the reason in one line.")),
            (self.by, self._by_remark, tr("Write the name of whoever decides.")),
        ):
            empty = not line.text().strip()
            remark.set(why if empty else "", wrong=empty)
            dress(line, "wrong", empty)
            wrong += [line] if empty else []
        if wrong:
            if self._second:
                self._show_page(second=False)
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _line(self, inside: QVBoxLayout, title: str, name: str) -> tuple[QLineEdit, Remark, QLabel]:
        words = label(title, "second")
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(title)
        words.setBuddy(made)
        remark = Remark(self._look)
        stacked = column(self._look, space=Space.WITHIN)
        for part in (words, made, remark):
            stacked.addWidget(part)
        inside.addLayout(stacked)
        return made, remark, words


def who_decides() -> str:
    """Whoever sits here; the programme where the system doesn't say. Where a reason is asked for, it can be mended."""
    return user() or tr("The programme")
