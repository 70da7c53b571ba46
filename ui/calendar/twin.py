"""The period as a plain table (F9): the same items, a row each, sorted by whatever column one likes."""

from __future__ import annotations

from datetime import date, datetime, time

from mentordesk.i18n.message import msg
from mentordesk.queries.agenda import AgendaRow, DeadlineRow
from ui.calendar.items import KIND_TITLES, number_of, place_of, state_of, times_of, title_of, who_of
from ui.language import say, spoken
from ui.tables.columns import Column
from ui.tables.model import RecordTable


def _day(row: AgendaRow) -> str:
    return spoken().date(row.day)


def _when(row: AgendaRow) -> datetime:
    return datetime.combine(row.day, time.min) if isinstance(row, DeadlineRow) else row.starts_at


def _weekday(row: AgendaRow) -> str:
    return spoken().weekday(row.day)


def _week(row: AgendaRow) -> str:
    return str(row.day.isocalendar().week)


def _monday(row: AgendaRow) -> tuple[int, int]:
    year, week, _ = row.day.isocalendar()
    return year, week


def _day_of_week(row: AgendaRow) -> tuple[int, date]:
    return row.day.isoweekday(), row.day


def _kind(row: AgendaRow) -> str:
    return say(KIND_TITLES[row.mark])


def _state(row: AgendaRow) -> str:
    found = state_of(row)
    return found[0] if found else ""


def _tone(row: AgendaRow) -> str | None:
    found = state_of(row)
    return found[1] if found else None


def _in_the_way(row: AgendaRow) -> str:
    return " ".join(say(each) for each in row.conflicts)


COLUMNS: tuple[Column[AgendaRow], ...] = (
    Column(key="day", title=msg("Day"), text=_day, sort=_when, width=120),
    Column(key="weekday", title=msg("Weekday"), text=_weekday, sort=_day_of_week, width=110),
    Column(key="week", title=msg("Week"), text=_week, sort=_monday, width=70),
    Column(key="time", title=msg("Time"), text=times_of, width=120),
    Column(key="kind", title=msg("Kind"), text=_kind, width=130),
    Column(key="title", title=msg("Title"), text=title_of, width=220),
    Column(key="who", title=msg("Who"), text=who_of, width=220),
    Column(key="place", title=msg("Place"), text=place_of, width=140),
    Column(key="state", title=msg("State"), text=_state, tone=_tone, width=130),
    Column(key="conflicts", title=msg("In the way"), text=_in_the_way, width=320),
)


def twin_table() -> RecordTable[AgendaRow]:
    return RecordTable(COLUMNS, number_of)
