"""Values and sentences as JSON that reads the same tomorrow: what the journal keeps of rows and names."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache

from sqlalchemy import Column, Date, DateTime, LargeBinary, Numeric, Table, Time
from sqlalchemy.types import TypeEngine

from mentordesk.i18n.message import Listed, Message, Value, Wording
from mentordesk.storage.records.foundation import Moment, Word

# What a column can hold, and what JSON makes of it; a column's type leads back from the second to the first.
Values = Mapping[str, object]


def as_json(values: Values) -> str:
    return _WRITER.encode(values)


def from_json(table: Table, text: str | None) -> dict[str, object] | None:
    """What as_json made of columns of this table, back again; None stays None."""
    if text is None:
        return None
    readers = _readers(table)
    values: dict[str, object] = json.loads(text)
    return {
        name: value if value is None or name not in readers else readers[name](value) for name, value in values.items()
    }


def _plain(value: object) -> str:
    match value:
        case datetime() | date() | time():
            return value.isoformat()
        case Decimal():
            return str(value)
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case _:
            raise TypeError(f"the journal cannot keep a {type(value).__name__}")


_WRITER = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))  # made once: rows are many


@cache
def _readers(table: Table) -> dict[str, Callable[..., object]]:
    return {column.name: reader for column in table.columns if (reader := _reader(column)) is not None}


def _reader(column: Column[object]) -> Callable[..., object] | None:
    kind: TypeEngine[object] = column.type
    match kind:
        case Word():
            return kind.words
        case Moment() | DateTime():
            return datetime.fromisoformat
        case Date():
            return date.fromisoformat
        case Time():
            return time.fromisoformat
        case LargeBinary():
            return base64.b64decode
        case Numeric() if kind.asdecimal:
            return Decimal
        case _:
            return None


def message_as_json(message: Message) -> str:
    return json.dumps(_spelt(message), ensure_ascii=False, separators=(",", ":"))


def message_from_json(text: str) -> Message:
    """
    Raises:
        ValueError: the text is none that message_as_json wrote.
    """
    read = _read(json.loads(text))
    if not isinstance(read, Message):
        raise ValueError("not a sentence")  # noqa: TRY004  the text is wrong, not a type
    return read


def _spelt(value: Value) -> object:
    """Plain JSON for what JSON knows, {kind: content} for the rest."""
    match value:
        case Message():
            content = {"text": value.text, "values": [[name, _spelt(inner)] for name, inner in value.values]}
            more = {"plural": value.plural, "count": value.count, "context": value.context}
            return {"message": content | {name: part for name, part in more.items() if part is not None}}
        case Wording():
            return {"wording": value.texts()}
        case Listed():
            return {"listed": [_spelt(item) for item in value.items], "any_of": value.any_of}
        case datetime():
            return {"datetime": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case _:
            return value


def _read(spelt: object) -> Value:
    match spelt:
        case {"message": {"text": str(text), "values": list(values), **more}}:
            filled = tuple((str(name), _read(value)) for name, value in values)
            plural, count, context = (more.get(part) for part in ("plural", "count", "context"))
            return Message(text, filled, _text(plural), count if isinstance(count, int) else None, _text(context))
        case {"wording": dict(texts)}:
            return Wording.of(texts)
        case {"listed": list(items), "any_of": bool(any_of)}:
            return Listed(tuple(_sayable(_read(item)) for item in items), any_of)
        case {"datetime": str(text)}:
            return datetime.fromisoformat(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case {"time": str(text)}:
            return time.fromisoformat(text)
        case str() | int() | float():
            return spelt
        case _:
            raise ValueError(f"not part of a sentence: {spelt!r}")


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _sayable(value: Value) -> str | Message | Wording:
    if isinstance(value, (str, Message, Wording)):
        return value
    raise ValueError(f"not an item of a list: {value!r}")
