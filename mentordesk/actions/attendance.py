"""Who came to a joint meeting, by person and day, and that whoever did not has heard from the team (R54).

No reason is kept. That the meeting was held at all is holding.py's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PersonId
from mentordesk.domain.meetings import Attendance, MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.gathering import Asked, Gathering, gathering_over
from mentordesk.storage.records import AttendanceRecord, MeetingDayRecord
from mentordesk.storage.store import Store


def note_attendance(
    store: Store, meeting: MeetingId, day: int, people: Mapping[PersonId, Attendance | None], *, today: date
) -> None:
    """One change for all of `people` on the day of that number; None: it is not known any more.

    Whose note is as it was keeps the day of it, and that the team followed it up.

    Raises:
        Refused: a day to come or that the meeting has not, a cancelled meeting, or somebody who is not asked to it.
    """
    with store.reading() as session:
        found = gathering_over(session, meeting)
        names = [_somebody(found, person).name for person in people]
        held_on = _day_of(found, day)
    if found.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” is cancelled.", title=found.title))
    if held_on > today:
        raise Refused(msg("{day} is still to come. Who came is noted from then on.", day=held_on))
    if not people:
        return
    with store.changing(_what(names, frozenset(people.values()), held_on)) as session:
        of = _day_id(session, meeting, day)
        records = _records(session, of)
        for person, attendance in people.items():
            record = records.get(person)
            if record is not None and record.attendance is attendance:
                continue
            if record is not None:
                session.delete(record)
                session.flush()
            if attendance is not None:
                session.add(
                    AttendanceRecord(meeting_day_id=of, person_id=person, attendance=attendance, noted_on=today)
                )


def follow_up(store: Store, meeting: MeetingId, people: Collection[PersonId], *, on: date | None, today: date) -> None:
    """That those of them who missed a day have heard from the team; None takes it back.

    Raises:
        Refused: a day to come, or somebody who was not noted as absent.
    """
    if on is not None and on > today:
        raise Refused(msg("{day} is in the future. Give the day on which you were in touch.", day=on))
    with store.reading() as session:
        found = gathering_over(session, meeting)
        names = [_absent(found, person).name for person in people]
    if not names:
        return
    with store.changing(_followed(names, back=on is None)) as session:
        for day in found.days:
            records = _records(session, _day_id(session, meeting, day.number))
            for person in people:
                record = records.get(person)
                if record is not None and record.attendance is Attendance.ABSENT:
                    record.followed_up_on = on


def _somebody(found: Gathering, person: PersonId) -> Asked:
    asked = found.asked(person)
    if asked is None:
        raise Refused(msg("One of them is not asked to “{title}”.", title=found.title))
    return asked


def _absent(found: Gathering, person: PersonId) -> Asked:
    asked = _somebody(found, person)
    if not asked.absent:
        raise Refused(msg("{name} is not noted as absent.", name=asked.name))
    return asked


def _day_of(found: Gathering, number: int) -> date:
    for day in found.days:
        if day.number == number:
            return day.starts_at.date()
    raise Refused(msg("“{title}” has no such day.", title=found.title))


def _day_id(session: Session, meeting: MeetingId, number: int) -> str:
    wanted = select(MeetingDayRecord.id).where(
        MeetingDayRecord.meeting_id == meeting, MeetingDayRecord.number == number
    )
    return session.scalars(wanted).one()


def _records(session: Session, day: str) -> Mapping[PersonId, AttendanceRecord]:
    rows = session.scalars(select(AttendanceRecord).where(AttendanceRecord.meeting_day_id == day))
    return {row.person_id: row for row in rows}


def _what(names: list[str], notes: frozenset[Attendance | None], day: date) -> Message:
    if notes == {Attendance.PRESENT}:
        if len(names) == 1:
            return msg("Note {name} as present on {day}", name=names[0], day=day)
        return nmsg(
            "Note {count} person as present on {day}", "Note {count} people as present on {day}", len(names), day=day
        )
    if len(names) == 1 and notes == {Attendance.ABSENT}:
        return msg("Note {name} as absent on {day}", name=names[0], day=day)
    if len(names) == 1:
        return msg("Take back the attendance of {name} on {day}", name=names[0], day=day)
    return nmsg(
        "Note the attendance of {count} person on {day}",
        "Note the attendance of {count} people on {day}",
        len(names),
        day=day,
    )


def _followed(names: list[str], *, back: bool) -> Message:
    if back:
        return nmsg("Note {count} person as not followed up", "Note {count} people as not followed up", len(names))
    if len(names) == 1:
        return msg("Note {name} as followed up", name=names[0])
    return nmsg("Note {count} person as followed up", "Note {count} people as followed up", len(names))
