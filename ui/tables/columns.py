"""A column of a table as a value: what it is called, what it shows of a row, how it sorts and whether it can be edited.

A tab declares a tuple of them; the model and the view below know nothing of people or pairs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from mentordesk.domain.fields import (
    Cell,
    ChoiceField,
    EmailField,
    Field,
    FieldValue,
    ListField,
    TextField,
    as_text,
)
from mentordesk.i18n.message import Sayable
from ui.language import spoken

if TYPE_CHECKING:
    from mentordesk.i18n.catalog import Catalog

Row = TypeVar("Row")
_WRITTEN = (TextField, EmailField, ListField, ChoiceField)  # sorted by what is shown of them, which is kept ready


class Sortable(Protocol):
    """Comparable with its like: a text's key, a number, a date, or a tuple of such."""

    def __lt__(self, other: Any, /) -> bool: ...


class Align(Enum):
    LEFT = "left"  # text
    RIGHT = "right"  # numbers


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """`Row` is a frozen row of a query; every function must depend on the row alone, for its answers are kept."""

    key: str
    title: Sayable
    text: Callable[[Row], str]  # in the language of the window; "" where there is nothing
    sort: Callable[[Row], Sortable | None] | None = None  # None sorts last in both directions; default: by the text
    align: Align = Align.LEFT
    width: int = 160  # px at 100 %
    tone: Callable[[Row], str | None] | None = None  # of ui.widgets.chip.TONES; None: plain text, no chip
    edit: Field | None = None
    entry: Callable[[Row], Cell] | None = None  # what the editor opens with; default: the text
    hint: Callable[[Row], str] | None = None
    disc: bool = False  # initials before the name; letters typed in the table search this column
    shown: bool = True  # until somebody chooses the columns

    def entry_text(self, row: Row) -> str:
        """Dates in ISO form: the one that every Field reads without doubt."""
        return self.text(row) if self.entry is None else as_text(self.entry(row))

    def sort_key(self, row: Row, text: str) -> Sortable | None:
        """`text`: what the row shows here, so that it is not made twice."""
        if self.sort is not None:
            return self.sort(row)
        return spoken().sort_key(text) if text else None


def day_column(key: str, title: Sayable, day: Callable[[Row], date | None], *, width: int = 110) -> Column[Row]:
    """A day as the window's language writes it, sorted by itself."""

    def text(row: Row) -> str:
        found = day(row)
        return "" if found is None else spoken().date(found)

    return Column(key=key, title=title, text=text, sort=day, width=width)


def field_column(
    field: Field,
    value: Callable[[Row], FieldValue],
    *,
    width: int = 160,
    align: Align = Align.LEFT,
    editable: bool = False,
    shown: bool = True,
) -> Column[Row]:
    """A column out of a Field: its title, its way of showing and of entering a value; a date sorts as a date."""

    def text(row: Row) -> str:
        return shown_value(field, value(row), spoken())

    def sort(row: Row) -> Sortable | None:
        found = value(row)
        return found if isinstance(found, (int, float, date)) else _text_key(text(row))

    def entry(row: Row) -> Cell:
        return field.entry(value(row), spoken())

    return Column(
        key=field.key,
        title=field.title,
        text=text,
        sort=None if isinstance(field, _WRITTEN) else sort,
        align=align,
        width=width,
        edit=field if editable else None,
        entry=entry,
        shown=shown,
    )


def shown_value(field: Field, value: FieldValue, catalog: Catalog) -> str:
    """A value as a reader expects it: dates and numbers by the language, lists with commas, nothing as ""."""
    if isinstance(value, tuple):
        return ", ".join(value)
    shown = field.entry(value, catalog)
    if isinstance(shown, date):
        return catalog.date(shown)
    if isinstance(shown, float):
        return catalog.number(shown, 0 if shown.is_integer() else 1)
    return as_text(shown)


def _text_key(text: str) -> Sortable | None:
    return spoken().sort_key(text) if text else None
