"""What the team thinks of two people together, 1 to 5, noted while one of them is talked of (R23, R31)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from mentordesk.domain.interviews import HIGHEST, LOWEST
from mentordesk.queries.interviews import InterviewForm
from ui.language import spoken, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label, unaccelerated


class ChemistryNotes(QWidget):
    told = Signal(str, object)  # the other's participation; points, None takes the note back

    def __init__(self, look: Look, form: InterviewForm) -> None:
        super().__init__()
        self.setObjectName("chemistry")
        lines = column(look, within=self, space=Space.WITHIN)
        words = label(unaccelerated(tr("Chemistry")), "second", wrap=True)
        lines.addWidget(words)
        hint = tr(
            "How you think the two would get on. Note it only where you have seen something; it is a change by itself."
        )
        lines.addWidget(label(hint, "caption", wrap=True))
        self._noted = label("", wrap=True)
        self._noted.setObjectName("chemistryNoted")
        lines.addWidget(self._noted)
        holder = QWidget()
        flow = Flow(look.px(Space.BETWEEN), holder)
        self._with = QComboBox()
        self._with.setObjectName("chemistryWith")
        self._with.setAccessibleName(tr("Chemistry with"))
        self._with.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._with.setMinimumContentsLength(18)
        words.setBuddy(self._with)
        for one in form.choosable:
            if one.participation is not None:
                self._with.addItem(one.name, one.participation)
        self._points = QComboBox()
        self._points.setObjectName("chemistryPoints")
        self._points.setAccessibleName(tr("Chemistry, 1 to 5"))
        for points in range(LOWEST, HIGHEST + 1):
            self._points.addItem(spoken().number(points), points)
        self._points.addItem(tr("no note"), None)
        self._points.setCurrentIndex(self._points.findData(3))
        self._note = button(tr("Note the chemistry"), self._tell, name="noteChemistry")
        for each in (self._with, self._points, self._note):
            flow.addWidget(each)
        lines.addWidget(holder)
        self.show_form(form)

    def show_form(self, form: InterviewForm) -> None:
        said = [tr("{name}: {points}", name=each.name, points=each.points) for each in form.chemistry]
        self._noted.setText(" · ".join(said))
        self._noted.setVisible(bool(said))

    def set_read_only(self, locked: bool) -> None:
        for each in (self._with, self._points, self._note):
            each.setEnabled(not locked)

    def _tell(self) -> None:
        if self._with.count():
            self.told.emit(str(self._with.currentData()), self._points.currentData())
