"""What stands where there is nothing yet, nothing that fits, or nothing to show: a sign, a sentence, a way on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import pixmap
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class WayOn:
    """A button of an empty page; the first is the main one."""

    text: str
    run: Callable[[], object]
    name: str


class EmptyPage(QWidget):
    """Says its heading when a screen reader comes to it."""

    def __init__(
        self, look: Look, *, picture: str, heading: str, text: str = "", ways_on: Sequence[WayOn] = ()
    ) -> None:
        super().__init__()
        self.setObjectName("emptyPage")
        self.setAccessibleName(heading)
        self._outer = outer = column(look, within=self, edge=Space.EDGE)
        outer.addStretch(2)
        self._sign = sign = QLabel()
        sign.setPixmap(pixmap(picture, look.colour("ink_2"), look.px(48), self.devicePixelRatioF()))
        self._inner = inner = column(look, space=Space.AROUND)
        inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = title = label(heading, "heading", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(title)
        if text:
            words = label(text, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setFixedWidth(look.px(480))
            words.setMinimumHeight(words.heightForWidth(look.px(480)))  # centred, it would be given one line
            inner.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        buttons = row(look)
        buttons.addStretch()
        for number, way in enumerate(ways_on):
            buttons.addWidget(button(way.text, way.run, name=way.name, kind="" if number else "main"))
        buttons.addStretch()
        inner.addLayout(buttons)
        outer.addLayout(inner)
        outer.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Words and ways on go before the picture where there is room for one of them."""
        super().resizeEvent(event)
        edges = self._outer.contentsMargins()
        across = self.width() - edges.left() - edges.right()
        self._title.setMinimumHeight(self._title.heightForWidth(across))  # squeezed, its letters would be cut
        taken = self._sign.sizeHint().height() + self._inner.spacing()
        words = self._inner.sizeHint().height() - (0 if self._sign.isHidden() else taken)
        self._sign.setVisible(words + taken <= self.height() - edges.top() - edges.bottom())
