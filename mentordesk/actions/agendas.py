"""The programme of a joint meeting, item by item (R53); where items may lie is domain/agendas.py's.

Calendars are not told of it: they hold the meeting's hours, and those stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.agendas import Slot, check_place, shared_out, stepped
from mentordesk.domain.cleaning import clean, fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import AgendaItemId, MeetingId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Wording, msg, nmsg
from mentordesk.queries.gathering import Gathering, GatheringDay, gathering_over
from mentordesk.queries.gathering_programme import AgendaItem, Speaker
from mentordesk.storage.records import AgendaItemRecord, AgendaSpeakerRecord, MeetingDayRecord
from mentordesk.storage.store import Store


def fill_from_kind(store: Store, meeting: MeetingId) -> int:
    """The usual programme of its kind, over all its days, in every language; how many items that are.

    Raises:
        Refused: it has a programme already, its kind has none, it is cancelled, a pair's or an interview, or not there.
    """
    found = _found(store, meeting)
    titles = found.kind.agenda
    if found.items:
        raise Refused(
            msg("“{title}” has a programme already. Change it, or remove its items first.", title=found.title)
        )
    if not titles:
        raise Refused(msg("There is no usual programme for “{kind}”. Add its items.", kind=found.kind.title))
    laid = shared_out(len(titles), [_minutes(day) for day in found.days])
    count = sum(map(len, laid))
    what = nmsg("Add {count} item to the programme", "Add {count} items to the programme", count)
    with store.changing(what) as session:
        ids = _day_ids(session, meeting)
        session.add_all(
            AgendaItemRecord(
                meeting_day_id=ids[day.number],
                begins_after=slot.begins_after,
                minutes=slot.minutes,
                title={code.value: catalog(code).say(titles[int(slot.item)]) for code in LanguageCode},
            )
            for day, slots in zip(found.days, laid, strict=True)
            for slot in slots
        )
    return count


def put_item(
    store: Store,
    meeting: MeetingId,
    *,
    day: int,
    titles: Mapping[LanguageCode, str],
    begins: time,
    minutes: int,
    room: str = "",
    note: str = "",
    speakers: Sequence[Speaker] = (),
    item: AgendaItemId | None = None,
) -> AgendaItemId:
    """Adds an item to the day of that number, or changes the one that is named; it may come from another day.

    A language without a title reads the nearest one that has one.

    Raises:
        Refused: no title, a time that is taken or outside the day (the sentence says what is free), a text that is too
            long, no such item or day, or a meeting that is cancelled, a pair's, an interview, or not there.
    """
    found = _found(store, meeting)
    of = _day(found, day)
    texts = Wording.of({code.value: text for code, each in titles.items() if (text := _line(each))})
    room, note = _line(room), fitting(clean(note), TEXT_LENGTH)
    if not texts.texts():
        raise Refused(msg("Say what happens then: the item needs a title."))
    now = None if item is None else _item(found, item)
    slot = Slot(item or "", _begins_after(begins, of), minutes)
    check_place(slot, _slots(found, day), of.starts_at, _minutes(of))
    what = msg("Add “{item}” to the programme", item=texts)
    if now is not None:
        what = msg("Change “{item}” in the programme", item=texts)
    with store.changing(what) as session:
        of_day, begins_after = _day_ids(session, meeting)[day], slot.begins_after
        if now is None:
            record = AgendaItemRecord(
                meeting_day_id=of_day, begins_after=begins_after, minutes=minutes, title=texts.texts()
            )
            session.add(record)
        else:
            record = session.get_one(AgendaItemRecord, now.id)
            record.meeting_day_id, record.begins_after, record.minutes = of_day, begins_after, minutes
            record.title = texts.texts()
        record.room, record.note = room, note or None
        session.flush()
        if now is None or now.speakers != tuple(speakers):
            _put_speakers(session, record.id, speakers)
        return record.id


def move_item(store: Store, meeting: MeetingId, item: AgendaItemId, *, step: int) -> None:
    """One place up (-1) or down (+1) in its day: it and its neighbour change places, breaks stay between them.

    Raises:
        Refused: it is the first or the last of its day, not there, or of a meeting that is cancelled.
    """
    found = _found(store, meeting)
    now = _item(found, item)
    moved = stepped(_slots(found, now.day), item, step)
    if not moved:
        raise Refused(
            msg("“{item}” is the first of the day.", item=now.title)
            if step < 0
            else msg("“{item}” is the last of the day.", item=now.title)
        )
    what = (
        msg("Move “{item}” up in the programme", item=now.title)
        if step < 0
        else msg("Move “{item}” down in the programme", item=now.title)
    )
    with store.changing(what) as session:
        for slot in moved:
            session.get_one(AgendaItemRecord, AgendaItemId(slot.item)).begins_after = slot.begins_after


def remove_item(store: Store, meeting: MeetingId, item: AgendaItemId) -> None:
    """
    Raises:
        Refused: it is not there, or of a meeting that is cancelled.
    """
    now = _item(_found(store, meeting), item)
    with store.changing(msg("Remove “{item}” from the programme", item=now.title)) as session:
        _put_speakers(session, item, ())
        session.delete(session.get_one(AgendaItemRecord, item))


def _found(store: Store, meeting: MeetingId) -> Gathering:
    with store.reading() as session:
        found = gathering_over(session, meeting)
    if found.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” is cancelled.", title=found.title))
    return found


def _day(found: Gathering, number: int) -> GatheringDay:
    for day in found.days:
        if day.number == number:
            return day
    raise Refused(msg("“{title}” has no such day.", title=found.title))


def _item(found: Gathering, item: AgendaItemId) -> AgendaItem:
    for each in found.items:
        if each.id == item:
            return each
    raise Refused(msg("This item is no longer in the programme."))


def _slots(found: Gathering, day: int) -> Sequence[Slot]:
    return [item.slot for item in found.items if item.day == day]


def _minutes(day: GatheringDay) -> int:
    return int((day.ends_at - day.starts_at).total_seconds()) // 60


def _begins_after(begins: time, day: GatheringDay) -> int:
    return int((datetime.combine(day.starts_at, begins) - day.starts_at).total_seconds()) // 60


def _day_ids(session: Session, meeting: MeetingId) -> Mapping[int, str]:
    rows = session.execute(
        select(MeetingDayRecord.number, MeetingDayRecord.id).where(MeetingDayRecord.meeting_id == meeting)
    )
    return dict(rows.all())


def _put_speakers(session: Session, item: AgendaItemId, speakers: Sequence[Speaker]) -> None:
    records = select(AgendaSpeakerRecord).where(AgendaSpeakerRecord.agenda_item_id == item)
    for record in session.scalars(records).all():
        session.delete(record)
    session.flush()
    for number, speaker in enumerate(speakers, start=1):
        name = "" if speaker.person is not None else _line(speaker.name)
        if speaker.person is not None or name:
            session.add(AgendaSpeakerRecord(agenda_item_id=item, number=number, person_id=speaker.person, name=name))


def _line(text: str) -> str:
    return fitting(one_line(text), NAME_LENGTH)
