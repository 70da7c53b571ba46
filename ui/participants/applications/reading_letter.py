"""A letter in a column of 70 characters, and the keys 1 to 5, which decide while the letter has the focus (UX 5.3)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from ui.language import tr
from ui.theme import Look

_COLUMN = 70  # characters
_RUNNING = "the ward has led her to want to learn and to share the work out among them "  # as letters come in text
_KEYS = {
    Qt.Key.Key_1: 1,
    Qt.Key.Key_2: 2,
    Qt.Key.Key_3: 3,
    Qt.Key.Key_4: 4,
    Qt.Key.Key_5: 5,
}
_LATIN = {str(number): number for number in range(1, 6)}  # a French keyboard writes digits with Shift


class ReadingLetter(QPlainTextEdit):
    """Only to be read; text is plain, whatever somebody wrote."""

    decided = Signal(int)  # 1 to 5

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("readingLetter")
        self.setAccessibleName(tr("Letter"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(look.px(16))
        # It is paper, not a field that is shut.
        self.setStyleSheet(f"QPlainTextEdit:read-only {{ background: {look.colour('surface').name()}; }}")
        column = QFontMetrics(look.font()).horizontalAdvance(_RUNNING) * _COLUMN // len(_RUNNING)
        self._wide = column + 2 * look.px(16) + self.verticalScrollBar().sizeHint().width()
        self.setMaximumWidth(self._wide)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._wide, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = _KEYS.get(Qt.Key(event.key())) if modifiers == Qt.KeyboardModifier.NoModifier else None
        if number is None and modifiers == Qt.KeyboardModifier.ShiftModifier:
            number = _LATIN.get(event.text())
        if number is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key that is held decides once
            self.decided.emit(number)
