"""Something to do with several people at once, declared by the room it belongs to; the bulk bar has their list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
