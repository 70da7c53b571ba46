"""Days as pixels: where a day lies on the timeline, and which day lies where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Axis:
    first: date
    last: date
    per_day: float  # pixels

    @classmethod
    def fitting(cls, first: date, last: date, room: float, days: int | None = None) -> Axis:
        """All of it in the room, or so many days in it."""
        whole = (last - first).days + 1
        return cls(first, last, max(room, 1.0) / min(days or whole, whole))

    @property
    def length(self) -> int:
        return round(((self.last - self.first).days + 1) * self.per_day)

    def x(self, day: date) -> float:
        """Where the day begins."""
        return (day - self.first).days * self.per_day

    def day(self, x: float) -> date:
        """At the ends the first and the last one."""
        number = int(x // self.per_day)
        return self.first + timedelta(min(max(number, 0), (self.last - self.first).days))
