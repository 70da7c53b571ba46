"""Buttons in the few shapes we have: the page's main one, ordinary, quiet, a link in a sentence, an icon alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.icons import icon
from ui.theme import Look
from ui.widgets.labels import set_tip, unaccelerated


def button(
    text: str,
    clicked: Callable[[], object],
    *,
    name: str,
    kind: str = "",
    picture: str = "",
    look: Look | None = None,
    keys: str = "",
    tip: str = "",
) -> QPushButton:
    """`name`: the object name that tests find it by; `kind`: "main", "quiet", "link" or "" ; `keys` only in the tip."""
    made = QPushButton(unaccelerated(text))
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setAutoDefault(True)  # Enter presses it, as people expect of what has the focus
    if kind:
        made.setProperty("kind", kind)
    if picture and look is not None:
        side = look.px(18)
        made.setIcon(icon(picture, look.colour("on_accent" if kind == "main" else "ink_2"), side))
        made.setIconSize(QSize(side, side))
        made.setText(" " + made.text())  # the style sets them close
    _set_tip(made, tip, keys)
    made.clicked.connect(lambda: clicked())
    return made


def icon_button(
    picture: str, text: str, clicked: Callable[[], object], *, name: str, look: Look, keys: str = ""
) -> QToolButton:
    """An icon; its word stands in the tip and for screen readers."""
    made = QToolButton()
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setProperty("kind", "quiet")
    side = look.px(20)
    made.setIcon(icon(picture, look.colour("ink_2"), side))
    made.setIconSize(QSize(side, side))
    made.setFocusPolicy(made.focusPolicy().TabFocus | made.focusPolicy().ClickFocus)
    _set_tip(made, text, keys)
    made.clicked.connect(lambda: clicked())
    return made


def _set_tip(made: QPushButton | QToolButton, tip: str, keys: str) -> None:
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    set_tip(made, "  ".join(part for part in (tip, shown) if part))
