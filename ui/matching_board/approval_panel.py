"""What stands in the way of approving a plan, each by name, and how it is passed (R22, R34, UX 5.4).

Criteria by an exception with a reason, warnings by a reason for each kind, a position of dependence by two
confirmations besides. What passes what is domain/passing.py; this only asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from mentordesk.actions.matching import Consent, CriteriaException, NotYetApproved
from mentordesk.domain.passing import GRAVENESS, PairWarning, Passing, WarningKey
from mentordesk.domain.refusals import NotYet
from mentordesk.i18n.message import Sayable
from ui.language import say, tr
from ui.matching_board.approval_kind import KINDS, KindOfWarning
from ui.matching_board.pairs.asked_line import AskedLine
from ui.matching_board.pairs.warnings_said import WarningsSaid
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, frame, row, scrolling
from ui.widgets.labels import dress, label, unaccelerated


class ApprovalPanel(QWidget):
    """A position of dependence leads to a second page, on which each is confirmed anew."""

    excepted = Signal(object)  # Consent
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("approvalPanel")
        self._look = look
        self._plan = ""
        self._warnings: Sequence[PairWarning] = ()
        self._has_open = False
        self._confirmed: frozenset[WarningKey] = frozenset()
        self._kinds: list[KindOfWarning] = []
        card = frame("card")
        card.setMaximumWidth(look.px(720))
        inside = column(look, within=card, space=Space.AROUND, edge=Space.AROUND)
        self._sentence = label("", "strong", wrap=True)
        self._sentence.setObjectName("whyNotYet")
        inside.addWidget(self._sentence)
        self._first = QWidget()
        self._fill_first(column(look, within=self._first, space=Space.AROUND))
        inside.addWidget(self._first)
        self._again = WarningsSaid(look)
        inside.addWidget(self._again)
        self._wrong = label("", "wrong", wrap=True)
        self._wrong.setObjectName("exceptionWrong")
        inside.addWidget(self._wrong)
        buttons = row(look)
        self._does: QPushButton = button("", self.confirm, name="approveExcepted", kind="main")
        buttons.addWidget(self._does)
        buttons.addWidget(button(tr("Back to the plan"), self._leave, name="leaveApproval", keys="Esc"))
        buttons.addStretch(1)
        inside.addLayout(buttons)
        self._details: QVBoxLayout = column(look)
        inside.addLayout(self._details)
        self._area = scrolling(self._held(card))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows scroll through a long list
        self._area.setAccessibleName(tr("What is not answered"))
        column(look, within=self).addWidget(self._area)
        self._show_page(again=False)

    @property
    def reason(self) -> QLineEdit:
        """The first line that asks for one."""
        return self._reason.line if self._has_open or not self._kinds else self._kinds[0].asked.line

    def show_refusal(self, no: NotYet, by: str) -> None:
        """What was typed before for the same plan stays."""
        values = no if isinstance(no, NotYetApproved) else NotYetApproved([no], self._plan, (), ())
        if values.scenario != self._plan:
            self._reason.line.clear()
        typed = {kind.objectName(): kind.asked.line.text() for kind in self._kinds if values.scenario == self._plan}
        self._plan, self._warnings = values.scenario, values.warnings
        self._sentence.setText(say(no.message))
        self._has_open = bool(values.open_criteria) or not values.warnings
        self._reason.setVisible(self._has_open)
        self._show_kinds(typed)
        self._show_details([each.said() for each in values.open_criteria] if values.warnings else no.details)
        self._say_wrong("")
        if not self.by.text():
            self.by.setText(by)
        self._show_page(again=False)
        self._area.verticalScrollBar().setValue(0)

    def confirm(self) -> None:
        """Enter, or the main button."""
        if self._is_again:
            if self._again.all_confirmed():
                self._tell(self._again.keys)
            return
        if not self._is_filled() or not all(kind.said is None or kind.said.all_confirmed() for kind in self._kinds):
            return
        self._confirmed = frozenset(key for kind in self._kinds if kind.said is not None for key in kind.said.keys)
        if not self._confirmed:
            self._tell(frozenset())
            return
        self._again.show_warnings([each for each in self._warnings if each.key in self._confirmed], again=True)
        self._show_page(again=True)
        if (box := self._again.first_box) is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    @property
    def _is_again(self) -> bool:
        return self._first.isHidden()

    def _fill_first(self, inside: QVBoxLayout) -> None:
        look = self._look
        self._rooms = column(look, space=Space.GROUPS)
        inside.addLayout(self._rooms)
        self._reason = AskedLine(look, tr("Reason for the exception"), "exceptionReason", "")
        self._by = AskedLine(look, tr("Who decides"), "exceptionBy", "")
        self.by = self._by.line
        for asked in (self._reason, self._by):
            asked.line.returnPressed.connect(self.confirm)
            inside.addWidget(asked)

    def _held(self, card: QWidget) -> QWidget:
        """In the middle, as high as it is."""
        holder = QWidget()
        across = row(self._look, within=holder, edge=Space.WITHIN)
        across.addStretch(1)
        across.addWidget(card, 8, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        return holder

    def _show_kinds(self, typed: dict[str, str]) -> None:
        """The gravest first, as GRAVENESS has them."""
        clear(self._rooms)
        order = list(GRAVENESS)
        warnings = sorted(self._warnings, key=lambda each: order.index(each.rule))
        self._kinds = [
            KindOfWarning(self._look, rule, list(each)) for rule, each in groupby(warnings, lambda one: one.rule)
        ]
        for kind in self._kinds:
            kind.asked.line.setText(typed.get(kind.objectName(), ""))
            kind.asked.line.returnPressed.connect(self.confirm)
            self._rooms.addWidget(kind)

    def _show_details(self, open_ones: Sequence[Sayable]) -> None:
        clear(self._details)
        lists = [(tr("What is not answered"), open_ones)]
        lists += [(say(KINDS[kind.rule]), kind.below) for kind in self._kinds]
        for title, sentences in lists:
            if sentences:
                self._details.addWidget(frame("hairline"))
                self._details.addWidget(label(title, "second"))
                for sentence in sentences:
                    self._details.addWidget(label(say(sentence), wrap=True))
        self._area.setAccessibleDescription("\n".join(say(each) for _, part in lists for each in part))

    def _show_page(self, *, again: bool) -> None:
        self._first.setVisible(not again)
        self._again.setVisible(again)
        grave = any(kind.said is not None for kind in self._kinds)
        if again:
            self._sentence.setText(tr("Confirm once more: the two are in a position of dependence"))
        words = tr("Go on to the second confirmation") if grave and not again else self._last_words()
        self._does.setText(unaccelerated(words))
        self._does.setAccessibleName(words)

    def _last_words(self) -> str:
        return tr("Approve with an exception") if self._has_open else tr("Approve with these reasons")

    def _is_filled(self) -> bool:
        asked = [kind.asked for kind in self._kinds]
        reasons = [one for one in asked if not one.check()]
        lines = [self._reason, self._by] if self._has_open else [self._by]
        empty = [one for one in lines if not one.text]
        for one in lines:
            dress(one.line, "wrong", one in empty)
        missing = [*reasons, *empty]
        if not missing:
            self._say_wrong("")
            return True
        exception = tr("An exception needs a reason and the name of whoever makes it.")
        decision = tr("A decision needs the name of whoever makes it.")
        self._say_wrong("" if not empty else exception if self._has_open else decision)
        missing[0].line.setFocus()
        return False

    def _tell(self, confirmed_again: frozenset[WarningKey]) -> None:
        by = self._by.text
        reasons = {key: reason for kind in self._kinds for key, reason in kind.reasons.items()}
        exception = CriteriaException(self._reason.text, by) if self._has_open else None
        self.excepted.emit(Consent(by, exception, Passing("", by, self._confirmed, confirmed_again, reasons)))

    def _leave(self) -> None:
        """Back to the first page, from there to the plan."""
        if self._is_again:
            self._show_page(again=False)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _say_wrong(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
