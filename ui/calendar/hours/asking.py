"""What a key asks of the chosen meeting: other days, other hours, another length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mentordesk.domain.slots import moved_by_slots, stretched_by_slots

_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Asked:
    """Days, or slots by which it moves, or by which its end does."""

    days: int = 0
    slots: int = 0
    longer: int = 0

    def times(self, starts: datetime, ends: datetime) -> tuple[datetime, datetime] | None:
        """Its new begin and end; None where the day is too short for them."""
        if self.longer:
            end = stretched_by_slots(starts, ends, self.longer)
            return None if end is None else (starts, end)
        begin = moved_by_slots(starts, self.slots)
        if begin is None or (begin + (ends - starts)).date() != ends.date():
            return None
        return begin, begin + (ends - starts)


def asked_by(event: QKeyEvent) -> Asked | None:
    """Alt and an arrow along the days or down the hours; with Shift a week, or a slot longer or shorter."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held not in (_ALT, _ALT | _SHIFT):
        return None
    key, shift = Qt.Key(event.key()), bool(held & _SHIFT)
    if key in _ALONG:
        return Asked(days=_ALONG[key] * (_WEEK if shift else 1))
    if key in _DOWN:
        return Asked(longer=_DOWN[key]) if shift else Asked(slots=_DOWN[key])
    return None
