"""What every record stands on: naming of constraints, types of columns, and what is said of each column.

Which records there are stands in the other modules of this folder; what is done with them in `actions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar, NewType, TypeVar, dataclass_transform

from sqlalchemy import DateTime, Dialect, MetaData, String, TypeDecorator, event, inspect
from sqlalchemy.orm import (
    DeclarativeBase,
    MappedAsDataclass,
    MappedColumn,
    TypeResolve,
    mapped_column,
    relationship,
)
from sqlalchemy.types import TypeEngine

from mentordesk.domain import ids
from mentordesk.domain.ids import new_id
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject

NAMES = {  # constraints need names, or a migration could not speak of them
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
ID_LENGTH = 36  # a UUID as text
WORD_LENGTH = 40  # the value of a StrEnum

_T = TypeVar("_T")
_Word = TypeVar("_Word", bound=StrEnum)


class Moment(TypeDecorator[datetime]):
    """A point in time: kept in UTC, given back in UTC; a datetime without a zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} names no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Word(TypeDecorator[_Word]):
    """A StrEnum, kept as its value in a plain text column, so that a new member needs no migration."""

    impl = String(WORD_LENGTH)
    cache_ok = True

    def __init__(self, words: type[_Word]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: _Word | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> _Word | None:
        return None if value is None else self.words(value)


class Forward(StrEnum):
    """How a column goes on when its row is brought back to an earlier state: calendars elsewhere know the later one."""

    COUNTED = "counted"  # one more than it ever was
    LARGEST = "largest"  # as large as it ever was
    CLOCK = "clock"  # the moment of bringing it back


@dataclass(frozen=True, slots=True)
class Kept:
    """What the data dictionary says of a column."""

    privacy: PrivacyClass
    purpose: str  # why it is kept at all; "" where the name says it
    forward_only: Forward | None = None  # undo never takes it back

    @staticmethod
    def of(column_info: dict[str, object]) -> Kept | None:
        """From a column's `info`; None where nobody said."""
        found = column_info.get("kept")
        return found if isinstance(found, Kept) else None


def kept(privacy: PrivacyClass, purpose: str = "", *, forward_only: Forward | None = None) -> dict[str, object]:
    """The `info` of a column: `name: Mapped[str] = mapped_column(info=kept(PrivacyClass.K0))`."""
    return {"kept": Kept(privacy, purpose, forward_only)}


def key() -> MappedColumn[_T]:
    """The primary key, known as soon as the object is made: `id: Mapped[UnitId] = key()`."""
    return mapped_column(primary_key=True, default_factory=new_id, info=kept(PrivacyClass.K0))


_COLUMN_TYPES: dict[Any, TypeEngine[Any]] = {datetime: Moment()}
_COLUMN_TYPES.update({known: String(ID_LENGTH) for known in vars(ids).values() if isinstance(known, NewType)})


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(mapped_column, relationship))
class Row(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """Anything that lies in the file. Only the journal and the file's own row are a Row and not a Record."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = _COLUMN_TYPES

    def __repr__(self) -> str:
        """The key only: what a person's row says must not reach a log."""
        return f"<{type(self).__name__} {inspect(self).identity}>"


@event.listens_for(Row.registry, "resolve_type_annotation")
def _enum_as_word(resolving: TypeResolve) -> Word[StrEnum] | None:
    kind = resolving.resolved_type
    return Word(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else None


class Record(Row, kw_only=True, eq=False, repr=False):
    """A fact the user knows of; every change to one is in the journal.

    Relations, where there are any, are `lazy="raise"`; foreign keys have no ON DELETE action, for the
    journal sees only what the session does.
    """

    __abstract__ = True

    subject: ClassVar[Subject]  # what a change to a row of this record touches
