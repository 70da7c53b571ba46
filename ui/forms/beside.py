"""A list with a pane beside it for the form of one of its rows; in large type the form takes the list's place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.fields import Field
from ui.forms.asking_form import AskingForm
from ui.forms.form import Row
from ui.theme import Look
from ui.widgets.frames import frame, row

NARROW_FROM = 150
"""Per cent: from here there is no room for two things side by side (ux.md 4.1)."""
_PANE = 400  # px at 100 %


class Beside(QWidget):
    def __init__(self, look: Look, shown: QWidget) -> None:
        """`shown`: what is seen while there is no form."""
        super().__init__()
        self._look = look
        self._form: AskingForm | None = None
        self._left: QWidget | None = None
        self._pane = frame("card")
        self._inner = QVBoxLayout(self._pane)
        self._inner.setContentsMargins(0, 0, 0, 0)
        across: QHBoxLayout = row(look, within=self)
        self._stack: QStackedWidget | None = None
        if look.zoom >= NARROW_FROM:
            self._stack = QStackedWidget()
            self._stack.addWidget(shown)
            self._stack.addWidget(self._pane)
            across.addWidget(self._stack)
        else:
            across.setSpacing(look.px(16))
            across.addWidget(shown, 1)
            self._pane.setFixedWidth(look.px(_PANE))
            self._pane.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            across.addWidget(self._pane)
            self._pane.hide()

    @property
    def form(self) -> AskingForm | None:
        return self._form

    def ask(
        self,
        heading: str,
        fields: Sequence[Field | Row],
        main: str,
        *,
        text: str = "",
        name: str,
        today: date,
        left: QWidget,
    ) -> AskingForm:
        """A form in place of the one before; `left` gets the focus back when it is closed."""
        form = AskingForm(self._look, heading=heading, text=text, fields=fields, today=today, main=main, name=name)
        self._open(form, left)
        return form

    def _open(self, form: AskingForm, left: QWidget) -> None:
        self._drop()
        self._form, self._left = form, left
        self._inner.addWidget(form)
        form.given_back.connect(self.close_form)
        self._pane.show()
        if self._stack is not None:
            self._stack.setCurrentIndex(1)

    def close_form(self) -> None:
        """Nothing happens where there is none."""
        if self._form is None:
            return
        self._drop()
        if self._stack is None:
            self._pane.hide()
        else:
            self._stack.setCurrentIndex(0)
        if self._left is not None:
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        if self._form is not None:
            self._inner.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
