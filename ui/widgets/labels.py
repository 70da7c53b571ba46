"""Text on the screen. Always plain text: what a user wrote is never markup, in labels, tips or buttons."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(text: str, kind: str = "", *, wrap: bool = False) -> QLabel:
    """`kind`: "title", "heading", "strong", "second", "caption", "wrong", or "" for body text."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if kind:
        made.setProperty("kind", kind)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def plain_tip(text: str) -> str:
    """A tip with the text as it is; Qt would take a text that looks like HTML for HTML."""
    return f"<span>{html.escape(text)}</span>" if text else ""


def set_tip(widget: QWidget, text: str) -> None:
    widget.setToolTip(plain_tip(text))


def unaccelerated(text: str) -> str:
    """Text for a button, tab or menu in which an ampersand is an ampersand: "R&D" took Alt+D from us."""
    return text.replace("&", "&&")


def dress(widget: QWidget, kind: str, value: str | bool = True) -> None:
    """Sets a property that the style sheet looks at, and has the widget painted by it."""
    kept = str(value).lower() if isinstance(value, bool) else value
    if widget.property(kind) == kept:
        return
    widget.setProperty(kind, kept)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
