"""What the page has done to the file, for its thread: moving, cancelling, adding, saving as a calendar file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

from mentordesk.actions.deadlines import move_deadline
from mentordesk.actions.files import Store
from mentordesk.actions.meetings import add_meeting, cancel_meeting, copy_meeting, move_meeting, stretch_meeting
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.quick_add import Draft, pair_called
from mentordesk.domain.refusals import Refused
from mentordesk.domain.time_field import time_of
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import msg
from mentordesk.messages.calendar_file import calendar_bytes
from mentordesk.queries.agenda import AgendaRow, DeadlineRow, MeetingRow
from mentordesk.queries.agenda_days import first_day
from mentordesk.queries.calendar import meetings_calendar
from mentordesk.queries.running_pairs import running_pairs
from mentordesk.whole_file import write_whole

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
        Refused: by the action, or the names fit no pair, or several.
    """
    day = values["day"]
    assert isinstance(day, date)  # the field is required
    named = str(values["pair"] or "").strip()
    whom = pair_called(named, running_pairs(store, programme)) if named else None
    meeting = add_meeting(
        store,
        programme=programme,
        kind=str(values["kind"]),
        title=str(values["title"] or ""),
        day=day,
        start=time_of(values["from"]),
        end=time_of(values["until"]),
        place=str(values["place"] or ""),
        pair=None if whom is None else whom.pair,
    )
    return f"{meeting}:1"


def add_draft(store: Store, programme: ProgrammeId, draft: Draft) -> str:
    """As `add`, of a line of text that was read.

    Raises:
        Refused: by the action.
    """
    meeting = add_meeting(
        store,
        programme=programme,
        kind=draft.kind,
        title="",
        day=draft.day,
        start=draft.start,
        end=draft.end,
        pair=None if draft.whom is None else draft.whom.pair,
    )
    return f"{meeting}:1"


def lay_at(store: Store, row: MeetingRow, starts: datetime, ends: datetime) -> None:
    """That day of the meeting begins and ends then: moved where its length stays, else stretched.

    Raises:
        Refused: by the action.
    """
    if ends - starts == row.ends_at - row.starts_at:
        if row.place_of_day == 1:
            move_to(store, row, starts.date(), starts.time())
        elif starts.time() == row.starts_at.time():
            move_to(store, row, starts.date())
        else:
            raise Refused(msg("The hour of a meeting of several days is moved on its first day."))
    else:
        stretch_meeting(store, row.meeting, day=row.number, start=starts.time(), end=ends.time())


def copy_to(store: Store, row: AgendaRow, day: date, start: time | None = None) -> str:
    """That day's copy lies on `day`; the number of the new item.

    Raises:
        Refused: a deadline, or by the action.
    """
    if isinstance(row, DeadlineRow):
        raise Refused(msg("A deadline cannot be copied. Choose a meeting."))
    first = first_day(store, row.meeting)
    if first is None:
        raise Refused(msg("This meeting is no longer in the file."))
    return f"{copy_meeting(store, row.meeting, to=first + (day - row.day), start=start)}:{row.place_of_day}"


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
