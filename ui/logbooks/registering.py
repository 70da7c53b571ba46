"""What the form asks of the file: a draft of the next conversation, a new entry, a corrected one."""

from __future__ import annotations

from datetime import date

from mentordesk.actions.files import Store
from mentordesk.actions.logbooks import edit_conversation, register_conversation
from mentordesk.domain.ids import PairId
from mentordesk.queries.conversations import ConversationDraft, ConversationMark, next_conversation
from ui.logbooks.conversation_form import Told


def register(store: Store, pair: PairId, told: Told, today: date) -> str:
    """As the planned one nearest to the day that was written, which need not be the day that was proposed.

    Raises:
        Refused: see register_conversation.
    """
    return register_conversation(
        store,
        pair=pair,
        held_on=told.held_on,
        minutes=told.minutes,
        mode=told.mode,
        place=told.place,
        topic_sent=told.topic_sent,
        summary_written=told.summary_written,
        today=today,
        meeting=next_conversation(store, pair, told.held_on).meeting,
        check_out=told.check_out,
        shared_topic=told.shared_topic,
    )


def correct(store: Store, entry: str, told: Told, today: date) -> None:
    """
    Raises:
        Refused: see edit_conversation.
    """
    edit_conversation(
        store,
        entry,
        held_on=told.held_on,
        minutes=told.minutes,
        mode=told.mode,
        place=told.place,
        topic_sent=told.topic_sent,
        summary_written=told.summary_written,
        today=today,
    )


def proposed(draft: ConversationDraft) -> Told:
    return Told(draft.held_on, draft.minutes, draft.mode, draft.place)


def as_told(mark: ConversationMark) -> Told:
    """A registered one, for the form to correct."""
    return Told(mark.day, mark.minutes, mark.mode, mark.place, mark.topic_sent, mark.summary_written)
