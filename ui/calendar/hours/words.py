"""What the grid of hours says aloud: the day when it is a new one, then the slot and what lies in it."""

from __future__ import annotations

from datetime import datetime, time

from mentordesk.queries.agenda import AgendaRow
from ui.calendar.hours.columns import Column
from ui.calendar.items import day_line, line_of
from ui.language import spoken, tr


def place_in_words(column: Column, slot: time | None, chosen: AgendaRow | None, *, new_day: bool) -> str:
    """`slot`: None is the strip of dates above the hours."""
    parts = [day_line(column.day, len(column.rows), column.holiday)] if new_day else []
    if chosen is not None:
        parts.append(line_of(chosen))
    elif slot is None:
        parts.append(tr("the dates of the day: nothing"))
    elif any(hour.hour == slot.hour and not hour.again for hour in column.missing):
        parts.append(tr("{time}: the clock skips this hour", time=spoken().time(slot)))
    else:
        parts.append(tr("{time}: free", time=spoken().time(slot)))
    return ". ".join(parts)


def dragged_to(starts: datetime, ends: datetime, holiday: str) -> str:
    """Under the mouse: the day, the time, and the holiday that it would fall on."""
    words = tr(
        "{weekday} {day}, {begin}–{end}",
        weekday=spoken().weekday(starts.date()),
        day=spoken().date(starts.date()),
        begin=spoken().time(starts.time()),
        end=spoken().time(ends.time()),
    )
    return f"{words} · {holiday}" if holiday else words
