"""What every editor of a Field has in common: what was written, what is wrong with it, and when it was left.

The single kinds are in writing.py, days.py and choosing.py; which kind edits which Field says editors.py.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mentordesk.domain.fields import Cell, Field, FieldValue, as_text
from mentordesk.i18n.message import Message
from ui.icons import pixmap
from ui.language import say, spoken
from ui.theme import Look, Space
from ui.widgets.frames import column, row
from ui.widgets.labels import dress, label


class Remark(QWidget):
    """One sentence under a field; gone while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        line = row(look, within=self, space=Space.WITHIN)
        self._sign = QLabel()
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._words = label("", "second", wrap=True)
        self._words.setObjectName("remark")
        line.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def set(self, text: str, *, wrong: bool) -> None:
        self._words.setText(text)
        dress(self._words, "kind", "wrong" if wrong else "second")
        self._sign.setVisible(wrong)
        if wrong:
            look = self._look
            self._sign.setPixmap(pixmap("error", look.colour("bad"), look.px(18), self.devicePixelRatioF()))
        self.setVisible(bool(text))


class Editor(QWidget):
    """Subclasses call `hold` with the control that takes the focus, and answer `entry` and `write`."""

    left = Signal()  # the focus left (or Enter was pressed), and something else is written than was shown
    changed = Signal()

    def __init__(self, look: Look, field: Field, *, today: date) -> None:
        super().__init__()
        self.look = look
        self.field = field
        self.today = today
        self.setObjectName(f"{field.key}Editor")
        outer = column(look, within=self, space=Space.WITHIN)
        self.line = row(look)
        outer.addLayout(self.line)
        self._remark = Remark(look)
        outer.addWidget(self._remark)
        self._refusal: Message | None = None
        self._hint = ""
        self._shown: Cell = None
        self._control: QWidget = self

    @property
    def control(self) -> QWidget:
        """What takes the focus."""
        return self._control

    @property
    def remark(self) -> str:
        """The sentence under the field as it stands: what is wrong, else how the entry is read."""
        return self._remark.text

    @property
    def marked(self) -> bool:
        return self._refusal is not None

    @property
    def holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @property
    def touched(self) -> bool:
        """Whether something else is written than what was shown last."""
        return self.entry() != self._shown

    def entry(self) -> Cell:
        """What the user wrote, for the field to parse."""
        raise NotImplementedError

    def write(self, value: FieldValue) -> None:
        """Puts a value into the control."""
        raise NotImplementedError

    def show_value(self, value: FieldValue) -> None:
        """A value of the field, in the control as people write it; takes a mark away."""
        self.blockSignals(True)
        self.write(value)
        self.blockSignals(False)
        self._shown = self.entry()
        self.mark(None)

    def mark(self, refusal: Message | None) -> None:
        """Says under the field what is wrong with it; None takes that away."""
        self._refusal = refusal
        dress(self._control, "wrong", refusal is not None)
        self._say_remark()

    def read(self) -> FieldValue:
        """The value of what is written.

        Raises:
            Refused: by the field.
        """
        return self.field.parse(self.entry(), self.today)

    def leave(self) -> None:
        """As if the focus had left."""
        if self.touched:
            self.left.emit()

    def set_read_only(self, read_only: bool) -> None:
        raise NotImplementedError

    def set_hint(self, hint: str, unit: str = "") -> None:
        """`hint` is read out with the control; `unit` stands beside it."""
        self._hint = " ".join(part for part in (unit, hint) if part)
        if unit:
            self.line.insertWidget(self.line.indexOf(self._control) + 1, label(unit, "second"))
        self._say_remark()

    def hold(self, control: QWidget) -> None:
        """The part that takes the focus, named after the field."""
        self._control = control
        control.setObjectName(self.field.key)
        control.setAccessibleName(say(self.field.title))
        self.setFocusProxy(control)
        self.watch(control)

    def watch(self, part: QWidget) -> None:
        """A part from which the focus may leave the editor."""
        part.installEventFilter(self)

    def echo(self) -> str:
        """How the entry is read, where that is worth a sentence."""
        return ""

    def on_edited(self) -> None:
        """What is written changed by the user's hand."""
        self._say_remark()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if (
            isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() != Qt.FocusReason.PopupFocusReason
            and not self.holds_focus
        ):
            self.leave()
        return super().eventFilter(watched, event)

    def _say_remark(self) -> None:
        text = self.echo() if self._refusal is None else say(self._refusal)
        self._remark.set(text, wrong=self._refusal is not None)
        self._control.setAccessibleDescription(" ".join(part for part in (text, self._hint) if part))


def as_written(field: Field, value: FieldValue) -> str:
    """A value as somebody who fills in the form would write it; the field reads it as the same value."""
    cell = field.entry(value, spoken())
    return as_text(cell)


def characters_wide(look: Look, count: int) -> int:
    """Pixels for so many letters of running text."""
    return QFontMetrics(look.font()).averageCharWidth() * count
