"""The table of what may be kept of conversations: on the slip that is sent, and in the front of the logbook."""

from __future__ import annotations

from dataclasses import replace

from mentordesk.documents.blocks import Entry, EntryTable, OneAnswer
from mentordesk.domain.conversation_slip import ENTRY, KEPT_FIELDS
from mentordesk.domain.form_answers import MODES
from mentordesk.domain.forms import Form, FormField
from mentordesk.i18n.message import msg

HELD_ON, MINUTES, MODE, PLACE, TOPIC_SENT, SUMMARY_WRITTEN = KEPT_FIELDS
NUMBER = msg("No.")
HEAD = (HELD_ON.label, MINUTES.label, *MODES.values(), PLACE.label, TOPIC_SENT.label, SUMMARY_WRITTEN.label)
_SHARES = (0.07, 0.16, 0.115, 0.11, 0.11, 0.16, 0.12, 0.155)


def kept_table(form: Form, rows: int) -> EntryTable:
    """A row for each conversation."""
    numbered = tuple((str(number), *kept_cells(form, number)) for number in range(1, rows + 1))
    return EntryTable((NUMBER, *HEAD), numbered, _SHARES, named_rows=True)


def row_field(form: Form, number: int, field: FormField) -> FormField:
    """The field of a conversation's row, read out with its number."""
    asked = form.field(f"{ENTRY}.{number}.{field.name}")
    return replace(asked, label=msg("Conversation {number}: {asked}", number=number, asked=field.label))


def kept_cells(form: Form, number: int) -> tuple[Entry | OneAnswer, ...]:
    """Under HEAD."""
    mode = row_field(form, number, MODE)
    return (
        *(Entry(row_field(form, number, field)) for field in (HELD_ON, MINUTES)),
        *(OneAnswer(mode, value.value) for value in MODES),
        *(Entry(row_field(form, number, field)) for field in (PLACE, TOPIC_SENT, SUMMARY_WRITTEN)),
    )
