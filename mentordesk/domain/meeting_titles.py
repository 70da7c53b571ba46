"""What a meeting is called, in every place that names it."""

from __future__ import annotations

from collections.abc import Mapping

from mentordesk.domain.meetings import CONVERSATIONS, meeting_kind
from mentordesk.i18n.message import Sayable, Wording, msg

_CONVERSATION = msg("Conversation")


def title_of(kind: str, title: Mapping[str, str] | None) -> Sayable:
    """A conversation is a conversation, whichever it is: that it is the last one is the pair's own."""
    if kind in CONVERSATIONS:
        return _CONVERSATION
    return Wording.of(title) if title else meeting_kind(kind).title
