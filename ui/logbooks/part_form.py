"""A small form within a part of a pair's detail, which scrolls with what is around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from mentordesk.domain.fields import Field
from mentordesk.domain.refusals import Refused
from ui.forms.asking_form import AskingForm
from ui.forms.form import Heading, Row
from ui.theme import Look

_LINES_AROUND = 5  # that are kept in view around a field


class PartForm(AskingForm):
    """It knows whether anything was written, and brings into view what it says of it."""

    def __init__(
        self,
        look: Look,
        *,
        heading: str,
        text: str,
        fields: Sequence[Field | Row | Heading],
        main: str,
        name: str,
        today: date,
    ) -> None:
        super().__init__(look, heading=heading, text=text, fields=fields, main=main, name=name, today=today, inset=True)
        self._edited = False
        self.form.committed.connect(self._on_committed)

    @property
    def touched(self) -> bool:
        return self._edited or self.form.pending

    @property
    def first_control(self) -> QWidget:
        return self.form.editor(self.first).control

    def refuse(self, no: Refused) -> None:
        super().refuse(no)
        QTimer.singleShot(0, self, partial(bring_into_view, self.remark))  # it has its place by then

    def _on_committed(self, _key: str, _value: object) -> None:
        self._edited = True


def bring_into_view(widget: QWidget) -> None:
    """With what is above and below it, in whatever scrolls it."""
    over = widget.parentWidget()
    while over is not None:
        if isinstance(over, QScrollArea):
            over.ensureWidgetVisible(widget, 0, widget.fontMetrics().height() * _LINES_AROUND)
        over = over.parentWidget()
