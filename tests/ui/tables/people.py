"""A small kind of row for the tables' own tests, and columns of each sort over it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from mentordesk.domain.fields import NumberField, TextField
from mentordesk.i18n.message import Wording
from ui.language import spoken
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable

_GIVEN = ("Åse", "Kari", "Ingebjørg", "Øystein", "Göran", "Sofia", "Ánne")
_FAMILY = ("Ødegård", "Hansen", "Berg-Hansen", "Sjö", "Aas", "Åkesson")


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    unit: str = ""
    years: int | None = None
    applied: date | None = None
    state: str = ""


def _title(text: str) -> Wording:
    return Wording.everywhere(text)


COLUMNS: tuple[Column[Person], ...] = (
    Column(key="name", title=_title("Name"), text=lambda row: row.name, disc=True, width=220),
    Column(key="unit", title=_title("Unit"), text=lambda row: row.unit, edit=TextField("unit", _title("Unit"))),
    Column(
        key="years",
        title=_title("Years"),
        text=lambda row: "" if row.years is None else str(row.years),
        sort=lambda row: row.years,
        align=Align.RIGHT,
        edit=NumberField("years", _title("Years")),
    ),
    Column(
        key="applied",
        title=_title("Applied"),
        text=lambda row: "" if row.applied is None else spoken().date(row.applied),
        sort=lambda row: row.applied,
    ),
    Column(
        key="state",
        title=_title("State"),
        text=lambda row: row.state,
        tone=lambda row: "good" if row.state == "Ready" else "warn",
        hint=lambda row: f"<b>{row.state}</b>" if row.state else "",
    ),
)
READING: tuple[Column[Person], ...] = (COLUMNS[0], COLUMNS[3], COLUMNS[4])


def named(*names: str) -> list[Person]:
    return [Person(f"p{at}", name) for at, name in enumerate(names)]


def many(count: int) -> list[Person]:
    draw = random.Random(4)
    return [
        Person(
            f"p{at}",
            f"{draw.choice(_GIVEN)} {draw.choice(_FAMILY)} {at}",
            draw.choice(("Kirurgi", "Psykisk helse", "")),
            draw.choice((None, 1, 4, 27)),
            draw.choice((None, date(2026, 1, 1) + timedelta(draw.randrange(300)))),
            draw.choice(("Ready", "Waiting")),
        )
        for at in range(count)
    ]


def table_of(rows: list[Person], columns: tuple[Column[Person], ...] = COLUMNS) -> RecordTable[Person]:
    table = RecordTable(columns, lambda row: row.id)
    table.show(rows)
    return table


def names(table: RecordTable[Person]) -> list[str]:
    return [table.rows.row(place).name for place in range(table.rowCount())]
