"""What is painted before anything is loaded: the rail with its tabs, and empty paper beside it.

Plain labels and a few rules of style: a painter's calls, or Qt's name space, would first make a hundred enumerations,
which takes a fifth of a bare window's start. A moment later the real thing stands in the same place.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.language import say, tr
from ui.rail_tab import RAIL_TABS
from ui.theme import Look, Size

RAIL, NARROW_RAIL = 196, 60
"""Widths at 100 %."""
NARROW_FROM = 150  # per cent: from here the rail shows icons only (ux.md 4.1)
_FIRST_TAB, _TAB = 127, 42
_BAR = 56


class FirstFrame(QWidget):
    """`with_rail`: a file will be open; else the start page comes."""

    def __init__(self, look: Look, *, with_rail: bool) -> None:
        super().__init__()
        self.setObjectName("firstFrame")
        tokens = look.tokens
        self.setStyleSheet(
            f"#firstFrame {{ background: {tokens.canvas}; }}"
            f"QLabel {{ color: {tokens.ink_2}; font-size: {look.px(Size.BODY)}px; }}"
            f"#name {{ color: {tokens.ink}; font-weight: 600; }}"
            f"#title {{ color: {tokens.ink}; font-weight: 600; font-size: {look.px(Size.TITLE)}px; }}"
            f"#rail {{ background: {tokens.raised}; border-right: 1px solid {tokens.line}; }}"
            f"#bar {{ background: {tokens.surface}; border-bottom: 1px solid {tokens.line}; }}"
        )
        self._rail: QLabel | None = None
        self._bar: QLabel | None = None
        if not with_rail:
            self._put("MentorDesk", "title", look.px(88), look.px(32))
            return
        narrow = look.zoom >= NARROW_FROM
        self._width = look.px(NARROW_RAIL if narrow else RAIL)
        self._height = look.px(_BAR)
        self._bar = self._put("", "bar", self._width, 0)
        self._rail = self._put("", "rail", 0, 0)
        self._put(tr("Reading the file …"), "waiting", self._width + look.px(24), look.px(18))
        if not narrow:
            self._put("MentorDesk", "name", look.px(12), look.px(19))
            for place, tab in enumerate(RAIL_TABS):
                self._put(say(tab.title), f"first_{tab.key}", look.px(53), look.px(_FIRST_TAB + _TAB * place + 11))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        if self._rail is not None and self._bar is not None:
            self._rail.resize(self._width, self.height())
            self._bar.resize(self.width() - self._width, self._height)

    def _put(self, text: str, name: str, x: int, y: int) -> QLabel:
        made = QLabel(text, self)
        made.setObjectName(name)
        made.move(x, y)
        return made
