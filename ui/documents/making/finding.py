"""What is asked of the file for one kind of paper: whom it is for, and for which of the meetings that have it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentordesk.actions.files import Store
from mentordesk.documents.kinds import Scope
from mentordesk.documents.registry import kind_of
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message
from mentordesk.queries.batch_sources import ELSEWHERE
from mentordesk.queries.batches import Batch, MeetingChoice, batch, meetings_with
from mentordesk.queries.documents_made import last_made


@dataclass(frozen=True, slots=True)
class Found:
    """`batch` None: there is no meeting that has papers of the kind."""

    kind: str
    batch: Batch | None
    made: dict[str, date]
    meetings: tuple[MeetingChoice, ...] = ()
    meeting: MeetingId | None = None
    refused: Message | None = None  # why there is none


def found(store: Store, kind: str, programme: ProgrammeId, wanted: MeetingId | None, today: date) -> Found:
    """Of a meeting's papers those of the meeting wanted, else of the next one, else of the last."""
    if kind in ELSEWHERE:
        return Found(kind, None, {})
    made = dict(last_made(store, kind, programme))
    if kind_of(kind).scope is not Scope.MEETING:
        try:
            return Found(kind, batch(store, kind, programme, made_on=today), made)
        except Refused as no:
            return Found(kind, None, made, refused=no.message)
    meetings = meetings_with(store, kind, programme)
    if not meetings:
        return Found(kind, None, made)
    ids = [each.id for each in meetings]
    next_one = next((each.id for each in meetings if each.first >= today), ids[-1])
    meeting = wanted if wanted in ids else next_one
    return Found(kind, batch(store, kind, programme, about=(meeting,), made_on=today), made, meetings, meeting)
