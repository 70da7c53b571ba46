"""A meeting held by the mouse: where it would come to lie, slot by slot. Nothing is painted or changed here."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint

from mentordesk.domain.slots import SLOT, slot_of
from mentordesk.queries.agenda import MeetingRow

_LAST = time(23, 59)


class Drag:
    """`starts` and `ends` are the times at which it would be let go."""

    def __init__(self, row: MeetingRow, pressed: QPoint, *, stretches: bool) -> None:
        self.row, self.pressed = row, pressed
        self.starts, self.ends = row.starts_at, row.ends_at
        self.begun = False
        self._stretches = stretches

    def to(self, day: date | None, minutes: int) -> None:
        """By so many minutes down the grid; beside the columns the day stays."""
        self.begun = True
        by = round(timedelta(minutes=minutes) / SLOT) * SLOT
        if self._stretches:
            self.ends = _within(self.row.ends_at + by, self.row.starts_at + SLOT, self._midnight(self.row.starts_at))
            return
        length = self.row.ends_at - self.row.starts_at
        begin = self.row.starts_at + by if by else self.row.starts_at
        if by:
            begin = datetime.combine(begin, slot_of(begin.time()))
        begin = _within(begin, datetime.combine(self.row.day, time.min), self._midnight(self.row.starts_at) - length)
        self.starts = datetime.combine(day or self.row.day, begin.time())
        self.ends = self.starts + length

    @staticmethod
    def _midnight(of: datetime) -> datetime:
        return datetime.combine(of, _LAST)


def _within(at: datetime, first: datetime, last: datetime) -> datetime:
    return max(first, min(at, last))
