"""What stands on the sheet for the wall."""

from __future__ import annotations

from datetime import date

from mentordesk.documents.papers.programme_wall import WallContent
from mentordesk.queries.timeline import Timeline


def wall_content(found: Timeline, made_on: date) -> WallContent:
    """All but the pairs."""
    return WallContent(
        letterhead=found.letterhead,
        made_on=made_on,
        first=found.first,
        last=found.last,
        semesters=found.semesters,
        lanes=found.lanes,
        weeks=found.weeks,
        free=found.free,
    )
