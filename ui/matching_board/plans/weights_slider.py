"""A slider for one figure of the matching: its name, what it measures, the number, and the number in words."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from ui.language import tr
from ui.theme import Look, Space
from ui.widgets.frames import column, row
from ui.widgets.labels import label

_STEP = 10  # with PgUp and PgDn
_CLOTHES = Template(
    """
QSlider::groove:horizontal { background: $edge; height: ${bar}px; border-radius: ${half}px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: ${half}px; }
QSlider::handle:horizontal {
  background: $surface; border: ${line}px solid $accent; border-radius: ${round}px;
  width: ${inner}px; margin: -${over}px 0;
}
QSlider::handle:horizontal:hover { background: $soft; }
"""
)


def clothes(look: Look) -> str:
    """The sheet for whatever holds sliders: given to each of them it would take three times as long."""
    tokens, bar, line, inner = look.tokens, look.px(4), look.px(2), look.px(14)
    return _CLOTHES.substitute(
        edge=tokens.edge,
        accent=tokens.accent,
        surface=tokens.surface,
        soft=tokens.soft,
        bar=bar,
        half=bar // 2,
        line=line,
        inner=inner,
        round=inner // 2 + line,
        over=(inner + 2 * line - bar) // 2,
    )


class Slider(QSlider):
    """Arrows, PgUp and PgDn, Home and End move it; the wheel scrolls what it stands in, and never a weight."""

    def __init__(self, look: Look, most: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, most)
        self.setPageStep(_STEP)
        self.setMinimumHeight(look.px(28))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        event.ignore()


class SliderRow(QWidget):
    """`key` is a factor's, or "floor"; the slider's object name is `weight_` and the key."""

    moved = Signal()

    def __init__(self, look: Look, key: str, title: str, measures: str, *, most: int) -> None:
        super().__init__()
        self.key = key
        self._title = title
        self._measures = measures
        down = column(look, within=self, space=Space.WITHIN)
        head = row(look)
        name = label(title, "strong", wrap=True)
        head.addWidget(name, 1)
        self._number = label("", "strong")
        self._number.setObjectName(f"number_{key}")
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(head)
        down.addWidget(label(measures, "second", wrap=True))
        self.slider = Slider(look, most)
        self.slider.setObjectName(f"weight_{key}")
        self.slider.setAccessibleName(title)
        name.setBuddy(self.slider)
        down.addWidget(self.slider)
        self._words = label("", "caption", wrap=True)
        self._words.setObjectName(f"words_{key}")
        down.addWidget(self._words)
        self.slider.valueChanged.connect(lambda _: self.moved.emit())

    @property
    def value(self) -> int:
        return self.slider.value()

    def put(self, value: int) -> None:
        """Without telling it."""
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)

    def say_amount(self, words: str, kept: int) -> None:
        """`words` for where it stands; `kept` where it stood."""
        self._number.setText(str(self.value))
        if self.value != kept:
            words = tr("{words} {kept} is kept.", words=words, kept=kept)
        self._words.setText(words)
        self.slider.setAccessibleDescription(" ".join((self._measures, words)))
