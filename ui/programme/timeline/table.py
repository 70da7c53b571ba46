"""The timeline as a plain table (F9): every item, a row each, with its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from mentordesk.i18n.message import msg
from ui.language import say, spoken
from ui.programme.timeline.rows import ChartRow, Item
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable


@dataclass(frozen=True, slots=True)
class ItemRow:
    lane: str
    item: Item


def _last(row: ItemRow) -> str:
    return "" if row.item.first == row.item.last else spoken().date(row.item.last)


COLUMNS: tuple[Column[ItemRow], ...] = (
    Column(key="lane", title=msg("Lane or pair"), text=lambda row: row.lane, width=220),
    Column(key="title", title=msg("What"), text=lambda row: row.item.title, width=280),
    Column(
        key="first",
        title=msg("From"),
        text=lambda row: spoken().date(row.item.first),
        sort=lambda row: row.item.first,
        width=120,
    ),
    Column(key="last", title=msg("To"), text=_last, sort=lambda row: row.item.last, width=120),
    Column(
        key="week",
        title=msg("Week"),
        text=lambda row: str(row.item.first.isocalendar().week),
        sort=lambda row: tuple(row.item.first.isocalendar())[:2],
        align=Align.RIGHT,
        width=70,
    ),
    Column(
        key="conflicts",
        title=msg("In the way"),
        text=lambda row: " ".join(say(each) for each in row.item.conflicts),
        width=320,
    ),
)


def items_of(rows: Sequence[ChartRow]) -> tuple[ItemRow, ...]:
    """A pair's items bear both its names."""
    return tuple(ItemRow(row.name, item) for row in rows for item in row.items)


def table_of_items(parent: QObject) -> RecordTable[ItemRow]:
    return RecordTable(COLUMNS, lambda row: row.item.number, parent)
