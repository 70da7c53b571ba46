"""Editors of days: typed as people write them, read back in words, with a calendar to pick from.

How a day may be written is the Field's matter.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from ui.forms.editor import as_written
from ui.forms.month import MonthPopup
from ui.forms.writing import LineEditor
from ui.language import spoken, tr
from ui.theme import Look
from ui.widgets.buttons import icon_button

_LETTERS = 18


class DayEditor(LineEditor):
    """A day; Alt+Down opens the calendar."""

    def __init__(self, look: Look, field: Field, *, today: date) -> None:
        super().__init__(look, field, today=today)
        self._open = icon_button(
            "calendar", tr("Choose in a calendar"), self._pick, name=f"{field.key}Calendar", look=look, keys="Alt+Down"
        )
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down does it; a second stop for each day would tire
        self.line.insertWidget(1, self._open)

    @property
    def letters(self) -> int:
        return _LETTERS

    def write(self, value: FieldValue) -> None:
        text = day_as_written(value) if isinstance(value, date) else as_written(self.field, value)
        if text != self.text.text():
            self.text.setText(text)

    def echo(self) -> str:
        try:
            value = self.read()
        except Refused:
            return ""  # half a date while it is typed; leaving the field says what is wrong
        return self.in_words(value)

    def in_words(self, value: FieldValue) -> str:
        if not isinstance(value, date):
            return ""
        return tr("{day}, week {week}", day=spoken().date(value, "full"), week=value.isocalendar().week)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._open.setVisible(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self._pick()
            return True
        return super().eventFilter(watched, event)

    def _pick(self) -> None:
        if self.text.isReadOnly():
            return
        try:
            value = self.read()
        except Refused:
            value = None
        month = MonthPopup(self.look, value if isinstance(value, date) else self.today)
        month.setParent(self, Qt.WindowType.Popup)
        month.setAccessibleName(self.text.accessibleName())
        month.picked.connect(self._on_picked)
        month.open_under(self.text.mapToGlobal(QPoint(0, self.text.height())))

    def _on_picked(self, day: date) -> None:
        self.text.setText(day_as_written(day))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


class SinceEditor(DayEditor):
    """A beginning, which people also give as a year or as a number of years."""

    def in_words(self, value: FieldValue) -> str:
        return tr("Since {day}", day=spoken().date(value, "long")) if isinstance(value, date) else ""


class PaperEditor(DayEditor):
    """A paper: the day it came, or yes or no."""

    def in_words(self, value: FieldValue) -> str:
        if value is None:
            return ""
        if isinstance(value, date):
            return tr("It came in on {day}.", day=spoken().date(value, "long"))
        return tr("It is in; the day is not known.") if value else tr("It has not come in.")


def day_as_written(day: date) -> str:
    """22.11.2026 where people write so, else 2026-11-22: the two that nobody reads as another day."""
    return f"{day.day}.{day.month}.{day.year}" if spoken().code is LanguageCode.NB else day.isoformat()
