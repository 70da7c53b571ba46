"""Frozen dataclasses to the plain values of TOML and JSON and back, by their type hints alone.

What is left out is None or its default. Whether values make sense together is not judged here: templates.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

from mentordesk.i18n.message import Wording

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON]"
T = TypeVar("T")


def to_plain(value: object) -> JSON:
    """Raises TypeError for a kind of value that neither TOML nor JSON could hold."""
    match value:
        case Wording():
            return dict(value.texts())
        case StrEnum():
            return value.value
        case bool() | int() | float() | str():
            return value
        case time():
            return value.isoformat("auto" if value.second or value.microsecond else "minutes")
        case date() if not isinstance(value, datetime):
            return value.isoformat()
        case tuple():
            return [to_plain(item) for item in value]
        case Mapping():
            return {str(key): to_plain(item) for key, item in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"no plain form for {value!r}")
    named = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {name: to_plain(item) for name, item in named if item is not None}


def from_plain(kind: type[T], plain: object, place: str = "") -> T:
    """The value of a type; what `to_plain` gave comes back equal.

    Raises:
        ValueError: it does not fit the type; the sentence begins with the place, such as "meetings[2].timing".
    """
    return cast(T, _read(kind, plain, place))


def _read(kind: object, plain: object, place: str) -> object:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return None if plain is None else _read(_not_none(arguments), plain, place)
    if origin is tuple:
        return _read_tuple(arguments, plain, place)
    if origin is Mapping:
        table = _table(plain, place)
        return {key: _read(arguments[1], item, _inside(place, key)) for key, item in table.items()}
    if kind is Wording:
        return _read_wording(plain, place)
    assert isinstance(kind, type), kind
    if is_dataclass(kind):
        return _read_dataclass(kind, plain, place)
    return _read_single(kind, plain, place)


def _read_single(kind: type, plain: object, place: str) -> object:
    if issubclass(kind, StrEnum):
        known = [str(member.value) for member in kind]
        if plain not in known:
            raise _wrong(place, f"{plain!r} is none of {', '.join(known)}")
        return kind(plain)
    if kind is time:
        try:
            return time.fromisoformat(_of(str, plain, place))
        except ValueError as cause:
            raise _wrong(place, f"{plain!r} is not a time such as 09:00") from cause
    if kind is date:
        return _read_day(plain, place)
    if kind is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    return _of(kind, plain, place)


def _read_day(plain: object, place: str) -> date:
    """TOML has days of its own, JSON writes them out."""
    if isinstance(plain, date) and not isinstance(plain, datetime):
        return plain
    try:
        return date.fromisoformat(_of(str, plain, place))
    except ValueError as cause:
        raise _wrong(place, f"{plain!r} is not a day such as 2027-02-15") from cause


def _of(kind: type[T], plain: object, place: str) -> T:
    if not isinstance(plain, kind) or (isinstance(plain, bool) and kind is not bool):
        raise _wrong(place, f"{plain!r} is not of type {kind.__name__}")
    return plain


def _read_tuple(arguments: tuple[object, ...], plain: object, place: str) -> tuple[object, ...]:
    items = _of(list, plain, place)
    kinds = [arguments[0]] * len(items) if arguments[-1] is Ellipsis else list(arguments)
    if len(kinds) != len(items):
        raise _wrong(place, f"{len(kinds)} values are needed, not {len(items)}")
    pairs = enumerate(zip(kinds, items, strict=True))
    return tuple(_read(kind, item, f"{place}[{index}]") for index, (kind, item) in pairs)


def _read_wording(plain: object, place: str) -> Wording:
    texts = {key: _of(str, item, _inside(place, key)) for key, item in _table(plain, place).items()}
    try:
        return Wording.of(texts)
    except ValueError as cause:
        raise _wrong(place, str(cause)) from cause


def _read_dataclass(kind: type, plain: object, place: str) -> object:
    table, hints = _table(plain, place), _hints(kind)
    known = {field.name: field for field in fields(kind)}
    if unknown := sorted(set(table) - set(known)):
        raise _wrong(_inside(place, unknown[0]), "there is no such setting")
    values: dict[str, object] = {}
    for name, field in known.items():
        if name in table:
            values[name] = _read(hints[name], table[name], _inside(place, name))
        elif NoneType in get_args(hints[name]):
            values[name] = None
        elif field.default is MISSING and field.default_factory is MISSING:
            raise _wrong(_inside(place, name), "is missing")
    return kind(**values)


@cache
def _hints(kind: type) -> dict[str, object]:
    return get_type_hints(kind)


def _not_none(arguments: tuple[object, ...]) -> object:
    (only,) = (argument for argument in arguments if argument is not NoneType)
    return only


def _table(plain: object, place: str) -> Mapping[str, object]:
    if not isinstance(plain, Mapping) or not all(isinstance(key, str) for key in plain):
        raise _wrong(place, f"{plain!r} is not a table")
    return plain


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _wrong(place: str, what: str) -> ValueError:
    return ValueError(f"{place or 'settings'}: {what}")
