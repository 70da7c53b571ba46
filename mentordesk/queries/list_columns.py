"""What a whole list is made of: columns with their privacy class, and rows. Which lists there are says lists.py."""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.i18n.message import Message, Sayable


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
    rows: tuple[tuple[FieldValue | Message, ...], ...]
