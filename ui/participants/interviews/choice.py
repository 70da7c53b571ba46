"""Above the form: which interview is shown, and what can be done with them (R23)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from mentordesk.domain.ids import InterviewId
from mentordesk.queries.interviews import InterviewForm
from ui.language import tr
from ui.participants.interviews.compare import who
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column


class InterviewBar(QWidget):
    chosen = Signal(object)  # InterviewId | None
    another_wanted = Signal()
    plan_wanted = Signal()
    compare_wanted = Signal()
    guide_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("interviewBar")
        lines = column(look, within=self)
        self._list = QComboBox()
        self._list.setObjectName("interviewChoice")
        self._list.setAccessibleName(tr("Which interview"))
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.setMinimumContentsLength(12)
        self._list.activated.connect(lambda at: self.chosen.emit(self._list.itemData(at)))
        lines.addWidget(self._list)
        holder = QWidget()
        flow = Flow(look.px(Space.WITHIN), holder)
        self._plan = button(tr("Plan it …"), self.plan_wanted.emit, name="planInterview", kind="quiet")
        self._another = button(tr("Another interviewer"), self.another_wanted.emit, name="addInterview", kind="quiet")
        self._compare = button(tr("Side by side"), self.compare_wanted.emit, name="compareInterviews", kind="quiet")
        self._guide = button(tr("Print the guide …"), self.guide_wanted.emit, name="printGuide", kind="quiet")
        self._remove = button(tr("Remove it"), self.remove_wanted.emit, name="removeInterview", kind="quiet")
        for each in (self._plan, self._another, self._compare, self._guide, self._remove):
            flow.addWidget(each)
        lines.addWidget(holder)

    def enter(self) -> None:
        self._plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_forms(self, forms: Sequence[InterviewForm], now: InterviewId | None) -> None:
        """`now`: which of them is shown; None: one that is not in the file yet."""
        there = [form for form in forms if form.id is not None]
        self._list.clear()
        for form in there:
            self._list.addItem(who(form), form.id)
        if now is None:
            self._list.addItem(tr("a new interview"), None)
        self._list.setCurrentIndex(self._list.findData(now) if now is not None else self._list.count() - 1)
        self._list.setVisible(self._list.count() > 1 or bool(there))
        self._another.setVisible(bool(there) and now is not None)
        self._compare.setVisible(sum(form.was_held for form in forms) > 1)
        self._remove.setVisible(now is not None)
