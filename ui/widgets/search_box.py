"""The line in which a list is filtered as one types; what is found is the list's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from ui.icons import pixmap
from ui.language import tr
from ui.theme import Look
from ui.widgets.buttons import icon_button
from ui.widgets.frames import row

_NARROW_FROM = 150  # per cent: from here on a page's bar has little room for it
_PAUSE = 25  # ms: two keys at once are one question


class SearchBox(QLineEdit):
    typed = Signal(str)  # without blanks at its ends
    left_down = Signal()  # Down or Enter: on to what was found
    given_back = Signal()  # Esc in an empty box: the focus goes back where it came from

    def __init__(self, look: Look, placeholder: str, name: str) -> None:
        """`name`: what a screen reader calls it."""
        super().__init__()
        self.setObjectName("searchBox")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMinimumWidth(look.px(180 if look.zoom < _NARROW_FROM else 112))
        glass = QLabel()
        glass.setPixmap(pixmap("search", look.colour("ink_2"), look.px(16), self.devicePixelRatioF()))
        self._clearing = icon_button("close", tr("Clear the filter"), self.clear, name="clearFilter", look=look)
        self._clearing.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does it
        self._clearing.setCursor(Qt.CursorShape.ArrowCursor)
        self._clearing.hide()
        inside = row(look, within=self)
        inside.setContentsMargins(look.px(10), 0, look.px(2), 0)
        inside.addWidget(glass)
        inside.addStretch()
        inside.addWidget(self._clearing)
        self.setTextMargins(look.px(24), 0, look.px(34), 0)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
                self._tell()
            case Qt.Key.Key_Escape:
                self.given_back.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell()  # the list must hold what was typed before it is entered
                self.left_down.emit()
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()  # it clears before anybody else's Esc closes something
            return True
        return super().event(event)

    def _on_text(self, text: str) -> None:
        self._clearing.setVisible(bool(text))
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.typed.emit(text)
