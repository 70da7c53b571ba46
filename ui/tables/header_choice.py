"""Which columns of a table are shown, how wide and in which order: as a person chose it, and as it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_WIDEST = 2_000  # px at 100 %
_HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class KeptColumn:
    key: str
    width: int  # px at 100 %
    shown: bool | None = None  # None: an older version kept nothing of it


def read_columns(kept: str, *, narrowest: int) -> tuple[KeptColumn, ...]:
    """In the order of the eye; what is no column is passed over."""
    found = []
    for part in kept.split(" "):
        key, _, rest = part.partition(":")
        width, _, state = rest.partition(":")
        if key and width.isdecimal():
            found.append(
                KeptColumn(
                    key,
                    min(_WIDEST, max(narrowest, int(width[:5]))),
                    {_HIDDEN: False, "shown": True}.get(state),
                )
            )
    return tuple(found)


def write_columns(columns: Sequence[KeptColumn]) -> str:
    return " ".join(f"{column.key}:{column.width}:{'shown' if column.shown else _HIDDEN}" for column in columns)
