"""Editors in which people write: a line, several lines, a list with one to a line, a number."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from mentordesk.domain.fields import EmailField, Field, FieldValue, NumberField, TextField
from ui.forms.editor import Editor, as_written, characters_wide
from ui.language import tr
from ui.theme import Look

_WIDEST = 70  # letters; longer lines are hard to read (ux.md 2b)
_FEWEST_LINES = 2
_MOST_LINES = 12
_PADDING = 8  # above and below together, as the style sheet gives it to every text


class Line(QLineEdit):
    """As wide as the entries that are expected, narrower where there is no room."""

    def __init__(self, look: Look, letters: int) -> None:
        super().__init__()
        self._wide = characters_wide(look, letters) + look.px(24)
        self.setMinimumWidth(min(self._wide, look.px(60)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._wide, super().sizeHint().height())


class Lines(QPlainTextEdit):
    """Grows with its text up to twelve lines; Tab moves on."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(look.px(120))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(characters_wide(self._look, _WIDEST) + self._look.px(24), self.minimumHeight())

    def _grow(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        shown = max(_FEWEST_LINES, min(_MOST_LINES, lines))
        # Up to the last line that fits no bar is wanted; one that came and went would wrap the text anew each time.
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        text = shown * math.ceil(QFontMetricsF(self.font()).lineSpacing()) + 2 * int(self.document().documentMargin())
        self.setFixedHeight(text + self._look.px(_PADDING) + 2)


class LineEditor(Editor):
    """One line of text; also for a kind of Field that has no editor of its own."""

    def __init__(self, look: Look, field: Field, *, today: date) -> None:
        super().__init__(look, field, today=today)
        self.text = Line(look, self.letters)
        if isinstance(field, EmailField):
            self.text.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self.line.addWidget(self.text)
        self.line.addStretch()
        self.hold(self.text)
        self.text.textChanged.connect(lambda _: self.on_edited())
        self.text.returnPressed.connect(self.leave)
        self.show_value(None)

    @property
    def letters(self) -> int:
        """How wide the line is."""
        return min(_WIDEST, self.field.length, 56) if isinstance(self.field, TextField) else 40

    def entry(self) -> str:
        return self.text.text()

    def write(self, value: FieldValue) -> None:
        text = as_written(self.field, value)
        if text != self.text.text():  # setting it anew would forget what Ctrl+Z takes back
            self.text.setText(text)
            self.text.setCursorPosition(0)

    def set_read_only(self, read_only: bool) -> None:
        self.text.setReadOnly(read_only)


class NumberEditor(LineEditor):
    """Right-aligned, with room for the largest number that the field takes."""

    def __init__(self, look: Look, field: Field, *, today: date) -> None:
        super().__init__(look, field, today=today)
        self.text.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.text.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    @property
    def letters(self) -> int:
        return len(str(self.field.high)) + 4 if isinstance(self.field, NumberField) else super().letters


class LinesEditor(Editor):
    """Text of several lines."""

    def __init__(self, look: Look, field: Field, *, today: date) -> None:
        super().__init__(look, field, today=today)
        self.text = Lines(look)
        self.line.addWidget(self.text)
        self.line.addStretch()
        self.hold(self.text)
        self.text.textChanged.connect(self.on_edited)
        self.show_value(None)

    def entry(self) -> str:
        return self.text.toPlainText()

    def write(self, value: FieldValue) -> None:
        text = self.written(value)
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def written(self, value: FieldValue) -> str:
        return as_written(self.field, value)

    def set_read_only(self, read_only: bool) -> None:
        self.text.setReadOnly(read_only)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            if read_only
            else Qt.TextInteractionFlag.TextEditorInteraction
        )


class ListEditor(LinesEditor):
    """Several words or short texts, one to a line."""

    def written(self, value: FieldValue) -> str:
        if isinstance(value, tuple) and len(value) > 1:
            return "\n".join(value)
        return super().written(value)

    def echo(self) -> str:
        return "" if self.text.isReadOnly() else tr("One to a line.")
