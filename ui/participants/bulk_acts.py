"""What the bulk bar can do with several people besides its own acts; each comes from the room it belongs to.

To add one: a `BulkAct` in a module of that room, and a line in `_DECLARED`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message
from ui.desk import Desk


class Around(Protocol):
    """What the page around the list does for an act that needs room."""

    def show_over(self, page: QWidget) -> None:
        """A page in place of the list, with the keyboard in it; it is deleted when it is left."""

    def show_list(self) -> None: ...


@dataclass(frozen=True, slots=True)
class BulkAct:
    """`key` is also the object name of its button; `title` says what happens, with an ellipsis where it asks first."""

    key: str
    title: Message
    run: Callable[[Desk, Sequence[ParticipationId], Around], None]
    keys: str = ""  # its shortcut in the list


_DECLARED = (
    ("ui.participants.applications.paper_asking", "ASK_PAPER"),
    ("ui.participants.interviews.letters_page", "WRITE_LETTERS"),
)


def bulk_acts() -> tuple[BulkAct, ...]:
    """In the order of the bar."""
    return tuple(_acts())


def _acts() -> list[BulkAct]:
    found = []
    for module, name in _DECLARED:
        if find_spec(module.rpartition(".")[0]) is None or find_spec(module) is None:
            continue
        act = getattr(import_module(module), name, None)
        if isinstance(act, BulkAct):
            found.append(act)
    return found
