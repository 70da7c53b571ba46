"""The letter that an item of the calendar bears beside its colour."""

from __future__ import annotations

from enum import StrEnum

from mentordesk.domain.meetings import CONVERSATIONS


class Mark(StrEnum):
    """The letter beside the colour, the same in every language (UX 5.5)."""

    GATHERING = "S"
    MENTOR_NETWORK = "M"
    PAIR_TALK = "P"
    CONVERSATION = "K"
    INTERVIEW = "I"
    DEADLINE = "F"

    @classmethod
    def of(cls, kind: str) -> Mark:
        """Every joint meeting that is no network day bears one letter."""
        own = {"pair_talk": cls.PAIR_TALK, "mentor_network": cls.MENTOR_NETWORK, "interview": cls.INTERVIEW}
        return cls.CONVERSATION if kind in CONVERSATIONS else own.get(kind, cls.GATHERING)
