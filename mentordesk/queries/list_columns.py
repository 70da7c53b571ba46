"""What a whole list is made of: columns with their privacy class, and rows. Which lists there are says lists.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from mentordesk.domain.fields import Cell, Field, FieldValue
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import Listed, Message, Sayable

Shown: TypeAlias = FieldValue | Message | Listed
"""A value of a list; what is ours in it is said in the reader's language."""


@dataclass(frozen=True, slots=True)
class Column:
    """`field`, where there is one, writes the values so that an import reads them back."""

    key: str
    title: Sayable
    field: Field | None = None
    privacy: PrivacyClass = PrivacyClass.K0

    @staticmethod
    def of(field: Field) -> Column:
        return Column(field.key, field.title, field, field.privacy)


@dataclass(frozen=True, slots=True)
class List:
    subject: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Shown, ...], ...]

    def headings(self, catalog: Catalog) -> list[str]:
        return [catalog.say(column.title) for column in self.columns]

    def cells(self, catalog: Catalog) -> list[list[Cell]]:
        """The rows as a spreadsheet has them."""
        return [
            [_cell(column, value, catalog) for column, value in zip(self.columns, row, strict=True)]
            for row in self.rows
        ]


def _cell(column: Column, value: Shown, catalog: Catalog) -> Cell:
    if isinstance(value, Message):
        return catalog.say(value)
    if isinstance(value, Listed):
        return "; ".join(each if isinstance(each, str) else catalog.say(each) for each in value.items)
    if column.field is not None:
        return column.field.entry(value, catalog)
    return "; ".join(value) if isinstance(value, tuple) else value
