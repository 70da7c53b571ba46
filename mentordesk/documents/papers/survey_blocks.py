"""How a survey stands on paper: its statements as a table of boxes, its questions with room to write."""

from __future__ import annotations

from collections.abc import Sequence

from mentordesk.documents.blocks import Entries, Entry, EntryTable, OneAnswer, Said
from mentordesk.domain.forms import Form
from mentordesk.domain.surveys import SCALE, SurveyPoint
from mentordesk.i18n.message import msg

_BOXES = 0.3  # of the width


def statements(points: Sequence[SurveyPoint], form: Form) -> EntryTable:
    """A row each, and a box for each step of the scale."""
    head: tuple[Said, ...] = (msg("Statement"), *map(str, SCALE))
    rows: tuple[tuple[Said | Entry | OneAnswer, ...], ...] = tuple(
        (point.text, *(OneAnswer(form.field(point.name), str(step)) for step in SCALE)) for point in points
    )
    return EntryTable(head, rows, (1 - _BOXES, *(_BOXES / len(SCALE),) * len(SCALE)), named_rows=True)


def questions(points: Sequence[SurveyPoint], form: Form) -> Entries:
    return Entries(tuple(Entry(form.field(point.name), label=point.text) for point in points))
