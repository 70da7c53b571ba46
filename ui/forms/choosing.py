"""Editors in which people choose: one of several, yes or no or not known, one of our languages."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton

from mentordesk.domain.fields import ChoiceField, Field, FieldValue
from mentordesk.i18n.languages import LANGUAGES
from ui.forms.editor import Editor
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.frames import row

_MOVES_ON = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class DropDown(QComboBox):
    """The wheel scrolls the page, not the choice, unless the choice has the focus; locked, it can be read only."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.locked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(12)
        self.setMinimumWidth(look.px(80))
        self.setMaxVisibleItems(14)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        if self.hasFocus() and not self.locked:
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if self.locked and event.key() not in _MOVES_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        if not self.locked:
            super().mousePressEvent(event)

    def showPopup(self) -> None:  # noqa: N802  # Qt's name
        if not self.locked:
            super().showPopup()


class ChoiceEditor(Editor):
    """One of the field's choices; the first entry is empty and means that nothing is known."""

    def __init__(self, look: Look, field: Field, *, today: date) -> None:
        super().__init__(look, field, today=today)
        self.choice = DropDown(look)
        self.choice.addItem("", "")
        for value, words in self.offered():
            self.choice.addItem(words, value)
        self.line.addWidget(self.choice)
        self.line.addStretch()
        self.hold(self.choice)
        self.choice.currentIndexChanged.connect(lambda _: self.on_edited())
        self.show_value(None)

    def offered(self) -> list[tuple[str, str]]:
        """Values, and the words they are shown by."""
        if not isinstance(self.field, ChoiceField):
            return []
        return [(value.value, say(words)) for value, words, _ in self.field.choices.options]

    def entry(self) -> str:
        return str(self.choice.currentData())

    def write(self, value: FieldValue) -> None:
        kept = value.value if isinstance(value, StrEnum) else ""
        if kept and self.choice.findData(kept) < 0:
            self.choice.addItem(kept, kept)  # one that is no longer offered stays readable
        self.choice.setCurrentIndex(self.choice.findData(kept))

    def set_read_only(self, read_only: bool) -> None:
        self.choice.locked = read_only


class LanguageEditor(ChoiceEditor):
    def offered(self) -> list[tuple[str, str]]:
        return [(known.code.value, known.own_name) for known in LANGUAGES]


class YesNoEditor(Editor):
    """Three buttons, one of them down: yes, no, not known."""

    def __init__(self, look: Look, field: Field, *, today: date) -> None:
        super().__init__(look, field, today=today)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        buttons = row(look, space=Space.AROUND)
        for entry, words in (("yes", tr("Yes")), ("no", tr("No")), ("", tr("Not known"))):
            made = QRadioButton(words)
            made.setObjectName(f"{field.key}_{entry or 'unknown'}")
            made.setAccessibleName(tr("{field}: {answer}", field=field.title, answer=words))
            made.toggled.connect(self._on_toggled)
            self._group.addButton(made)
            self._buttons[entry] = made
            buttons.addWidget(made)
            self.watch(made)
        buttons.addStretch()
        self.line.addLayout(buttons)
        self.setAccessibleName(say(field.title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else its label's letter would not reach the button
        self.show_value(None)

    def entry(self) -> str:
        return next((entry for entry, made in self._buttons.items() if made.isChecked()), "")

    def write(self, value: FieldValue) -> None:
        chosen = self._buttons["" if value is None else "yes" if value else "no"]
        chosen.setEnabled(True)
        chosen.setChecked(True)
        self.setFocusProxy(chosen)

    def set_read_only(self, read_only: bool) -> None:
        for made in self._buttons.values():
            made.setEnabled(made.isChecked() or not read_only)

    def _on_toggled(self, down: bool) -> None:
        if down:
            self.setFocusProxy(self._buttons[self.entry()])
            self.on_edited()
