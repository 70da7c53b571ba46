"""Cards, bars, hairlines, and rows and columns with our spaces; nothing here knows what stands in it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Look, Space


def column(look: Look, *, within: QWidget | None = None, space: Space = Space.BETWEEN, edge: int = 0) -> QVBoxLayout:
    """`edge`: the margin around, in pixels at 100 %."""
    made = QVBoxLayout(within) if within is not None else QVBoxLayout()
    made.setSpacing(look.px(space))
    made.setContentsMargins(*[look.px(edge)] * 4)
    return made


def row(look: Look, *, within: QWidget | None = None, space: Space = Space.BETWEEN, edge: int = 0) -> QHBoxLayout:
    made = QHBoxLayout(within) if within is not None else QHBoxLayout()
    made.setSpacing(look.px(space))
    made.setContentsMargins(*[look.px(edge)] * 4)
    return made


def frame(kind: str) -> QFrame:
    """`kind`: "card", "bar", "rail", "strip" or "hairline"."""
    made = QFrame()
    made.setProperty("kind", kind)
    return made


def scrolling(content: QWidget) -> QScrollArea:
    """A scroll area without a frame of its own, never sideways; Tab scrolls what it reaches into view."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("kind", "clear")
    content.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(content)
    return area


def centred(look: Look, content: QWidget) -> QWidget:
    """In the middle of whatever room there is, no wider than it wants."""
    holder = QWidget()
    across = row(look, within=holder, edge=Space.EDGE)
    across.addStretch(1)
    across.addWidget(content, 4)
    across.addStretch(1)
    return holder


def add_all(layout: QLayout, widgets: Iterable[QWidget]) -> None:
    for widget in widgets:
        layout.addWidget(widget)


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
