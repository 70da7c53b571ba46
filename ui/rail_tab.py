"""How a tab stands on the rail."""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.i18n.message import Message


@dataclass(frozen=True, slots=True)
class RailTab:
    key: str
    number: int  # Alt and this digit lead there
    title: Message
    picture: str
