"""What a person's own report says instead of another participant's name, address or number."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Listed, Message, Value, Wording
from mentordesk.storage.records import ParticipationRecord, PersonRecord

Plain: TypeAlias = "str | int | float | bool | date | list[Plain] | dict[str, Plain] | None"
"""As JSON knows it, and days."""


class Mask:
    """`other` stands in the place of everybody else of the file."""

    def __init__(
        self, session: Session, person: PersonRecord, participations: Iterable[ParticipationId], other: str
    ) -> None:
        self.other = other
        ours = {person.id, *participations}
        numbers = {*session.scalars(select(PersonRecord.id)), *session.scalars(select(ParticipationRecord.id))}
        self._numbers = numbers - ours
        own = {_name(person.given_name, person.family_name).casefold(), (person.email or "").casefold()}
        words: set[str] = set()
        for given, family, email in session.execute(
            select(PersonRecord.given_name, PersonRecord.family_name, PersonRecord.email)
        ):
            words |= {_name(given, family), _name(family, given).strip(), f"{family}, {given}".strip(", "), email or ""}
        told = sorted((word for word in words if len(word) > 2 and word.casefold() not in own), key=len, reverse=True)
        self._words = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in told), re.IGNORECASE)
        self._any = bool(told)

    def text(self, text: str) -> str:
        if text in self._numbers:
            return self.other
        return self._words.sub(lambda _: self.other, text) if self._any else text

    def plain(self, value: object) -> Plain:
        match value:
            case StrEnum():
                return value.value
            case str():
                return self.text(value)
            case None | bool() | int() | float() | date():
                return value
            case list() | tuple():
                return [self.plain(each) for each in value]
            case dict():
                return {str(key): self.plain(each) for key, each in value.items() if key != "content"}
        return self.text(str(value))

    def json(self, text: str | None) -> Plain:
        return None if text is None else self.plain(json.loads(text))

    def message(self, message: Message) -> Message:
        return replace(message, values=tuple((name, self._value(value)) for name, value in message.values))

    def _value(self, value: Value) -> Value:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Listed):
            return replace(value, items=tuple(self._item(each) for each in value.items))
        return self.message(value) if isinstance(value, Message) else value

    def _item(self, item: str | Message | Wording) -> str | Message | Wording:
        if isinstance(item, str):
            return self.text(item)
        return self.message(item) if isinstance(item, Message) else item


def _name(given: str, family: str) -> str:
    return f"{given} {family}".strip()
