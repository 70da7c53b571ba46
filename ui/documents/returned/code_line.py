"""The code in the foot of a form, typed from a scan: whose form it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.queries.form_matches import WhoseForm, whose_code
from ui.desk import Desk
from ui.language import tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import add_all, column
from ui.widgets.labels import label

_LONGEST = 20


class CodeLine(QWidget):
    def __init__(self, desk: Desk, before: Sequence[QWidget]) -> None:
        """`before`: what stands on the same line."""
        super().__init__()
        self._desk = desk
        self._found: WhoseForm | None = None
        look = desk.look
        self._code = QLineEdit()
        self._code.setObjectName("formCode")
        self._code.setPlaceholderText("K7QX2-M9P4D")
        self._code.setMaxLength(_LONGEST)
        self._code.setFixedWidth(look.px(150))
        self._code.setAccessibleName(tr("Code in the foot of a scanned form"))
        self._code.returnPressed.connect(self._ask)
        self._answer = label("", wrap=True)
        self._answer.setObjectName("formCodeAnswer")
        self._answer.hide()
        self._show = button(tr("Show"), self._lead, name="showWhose", kind="link")
        self._show.hide()
        name = label(tr("Code on a scan"), "second")
        name.setMinimumHeight(look.px(30))
        name.setBuddy(self._code)
        find = button(tr("Find"), self._ask, name="findCode")
        lines = column(look, within=self, space=Space.BETWEEN)
        across = Flow(look.px(Space.BETWEEN))
        add_all(across, (*before, name, self._code, find, self._show))
        lines.addLayout(across)
        lines.addWidget(self._answer)

    def enter(self) -> None:
        self._code.setFocus()

    def _ask(self) -> None:
        typed = self._code.text()
        if typed.strip():
            self._desk.work.ask("whose form", lambda store: whose_code(store, typed), self._on_found)

    def _on_found(self, found: WhoseForm | None) -> None:
        self._found = found
        self._answer.setText(_said(found))
        self._answer.show()
        self._show.setVisible(found is not None and bool(found.participation or found.pair or found.meeting))

    def _lead(self) -> None:
        found = self._found
        if found is None:
            return
        if found.participation is not None:
            self._desk.please_show(Subject.PARTICIPATIONS, found.participation)
        elif found.pair is not None:
            self._desk.please_show(Subject.LOGBOOKS, found.pair)
        elif found.meeting is not None:
            self._desk.please_show(Subject.MEETINGS, found.meeting)


def _said(found: WhoseForm | None) -> str:
    if found is None:
        return tr("No form of this file has that code. Look at it once more: 0 and 1 are never letters.")
    if found.who:
        return tr("{form}: {name}", form=found.title, name=found.who)
    return tr("{form}, made for nobody in particular", form=found.title)
