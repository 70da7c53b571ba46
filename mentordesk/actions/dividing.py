"""The groups of a joint meeting, kept in the file (R53): made anew, changed by hand, taken away.

How they are made is matching/groups.py's; whoever was put somewhere by hand stays there when they are made anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PersonId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.matching.groups import Division, divide
from mentordesk.queries.gathering import Gathering, gathering_over
from mentordesk.queries.gathering_groups import beside_before
from mentordesk.queries.group_quality import seats_of
from mentordesk.storage.records import GroupMemberRecord, MeetingGroupRecord
from mentordesk.storage.store import Store


def make_groups(store: Store, meeting: MeetingId, groups: int) -> Division:
    """So many groups of all who are expected; those that were there keep their names.

    Raises:
        Refused: by the division, a cancelled meeting, one that is a pair's or an interview, or not there.
    """
    with store.reading() as session:
        found = gathering_over(session, meeting)
        _check(found)
        before = beside_before(session, found.programme.id, meeting)
    seats = [seat for seat in seats_of(found) if _is_expected(found, PersonId(seat.id))]
    made = divide(seats, groups, before={frozenset(map(str, two)) for two in before})
    held = {PersonId(seat.id) for seat in seats if seat.held_in is not None}
    what = nmsg("Make {count} group for “{title}”", "Make {count} groups for “{title}”", groups, title=found.title)
    with store.changing(what) as session:
        names = {record.number: record.name for record in _groups(session, meeting)}
        _clear(session, meeting)
        for number, people in enumerate(made.groups, start=1):
            record = MeetingGroupRecord(meeting_id=meeting, number=number, name=names.get(number, ""))
            session.add(record)
            session.add_all(
                GroupMemberRecord(group_id=record.id, person_id=PersonId(person), held=person in held)
                for person in people
            )
    return made


def move_to_group(store: Store, meeting: MeetingId, person: PersonId, number: int) -> None:
    """By hand, and so she stays there when groups are made anew.

    Raises:
        Refused: no such group, or somebody who is not asked to the meeting.
    """
    with store.reading() as session:
        found = gathering_over(session, meeting)
        _check(found)
    asked = found.asked(person)
    target = next((group for group in found.groups if group.number == number), None)
    if asked is None:
        raise Refused(msg("One of them is not asked to “{title}”.", title=found.title))
    if target is None:
        raise Refused(msg("There is no group {number}.", number=number))
    with store.changing(msg("Move {name} to group {number}", name=asked.name, number=number)) as session:
        now = next((group for group in found.groups if person in group.people), None)
        if now is not None:
            record = session.scalars(
                select(GroupMemberRecord).where(
                    GroupMemberRecord.group_id == now.id, GroupMemberRecord.person_id == person
                )
            ).one()
            record.group_id, record.held = target.id, True
        else:
            session.add(GroupMemberRecord(group_id=target.id, person_id=person, held=True))


def remove_groups(store: Store, meeting: MeetingId) -> None:
    """
    Raises:
        Refused: a cancelled meeting, one that is a pair's or an interview, or not there.
    """
    with store.reading() as session:
        found = gathering_over(session, meeting)
        _check(found)
    with store.changing(msg("Remove the groups of “{title}”", title=found.title)) as session:
        _clear(session, meeting)


def _check(found: Gathering) -> None:
    if found.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” is cancelled.", title=found.title))


def _is_expected(found: Gathering, person: PersonId) -> bool:
    asked = found.asked(person)
    return asked is not None and asked.expected


def _groups(session: Session, meeting: MeetingId) -> Sequence[MeetingGroupRecord]:
    return session.scalars(select(MeetingGroupRecord).where(MeetingGroupRecord.meeting_id == meeting)).all()


def _clear(session: Session, meeting: MeetingId) -> None:
    for group in _groups(session, meeting):
        for member in session.scalars(select(GroupMemberRecord).where(GroupMemberRecord.group_id == group.id)).all():
            session.delete(member)
        session.flush()
        session.delete(group)
    session.flush()
