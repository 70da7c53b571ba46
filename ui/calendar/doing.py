"""What the page has done to the file, for its thread: moving, cancelling, adding, saving as a calendar file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from pathlib import Path

from mentordesk.actions.deadlines import move_deadline
from mentordesk.actions.files import Store
from mentordesk.actions.meetings import add_meeting, cancel_meeting, move_meeting
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import msg
from mentordesk.messages.calendar_file import calendar_bytes
from mentordesk.queries.agenda import AgendaRow, DeadlineRow, first_day
from mentordesk.queries.calendar import meetings_calendar
from mentordesk.whole_file import write_whole
from ui.calendar.fields import time_of

ENDING = ".ics"


def move_to(store: Store, row: AgendaRow, day: date, start: time | None = None) -> None:
    """That day of the meeting comes to lie on `day`, and its other days go along.

    Raises:
        Refused: by the action, or the meeting is gone.
    """
    if isinstance(row, DeadlineRow):
        move_deadline(store, row.deadline, to=day)
        return
    first = first_day(store, row.meeting)
    if first is None:
        raise Refused(msg("This meeting is no longer in the file."))
    move_meeting(store, row.meeting, to=first + (day - row.day), start=start)


def move_by(store: Store, row: AgendaRow, days: int) -> None:
    move_to(store, row, row.day + timedelta(days))


def cancel(store: Store, row: AgendaRow) -> None:
    """
    Raises:
        Refused: a deadline, or by the action.
    """
    if isinstance(row, DeadlineRow):
        raise Refused(msg("A deadline cannot be cancelled. Move it to another day with Ctrl+M."))
    cancel_meeting(store, row.meeting)


def add(store: Store, programme: ProgrammeId, values: Mapping[str, FieldValue]) -> str:
    """The number of the new item, by items.number_of; `values` by the keys of fields.py.

    Raises:
        Refused: by the action.
    """
    day = values["day"]
    assert isinstance(day, date)  # the field is required
    meeting = add_meeting(
        store,
        programme=programme,
        kind=str(values["kind"]),
        title=str(values["title"] or ""),
        day=day,
        start=time_of(values["from"]),
        end=time_of(values["until"]),
        place=str(values["place"] or ""),
    )
    return f"{meeting}:1"


def save_calendar(
    store: Store, meetings: Sequence[MeetingId], target: Path, catalog: Catalog, *, with_names: bool
) -> int:
    """How many entries the file got, one for each day of each meeting.

    Raises:
        Refused: no meeting, or the file cannot be written.
    """
    content = meetings_calendar(store, meetings, with_names=with_names)
    write_whole(calendar_bytes(content.events, catalog, zone=content.zone, name=content.name), target)
    return content.entries
