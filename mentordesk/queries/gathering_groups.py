"""The groups of a joint meeting as they are kept, and who sat with whom at the meetings before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import GroupId, MeetingId, PersonId, ProgrammeId
from mentordesk.storage.records import GroupMemberRecord, MeetingGroupRecord, MeetingRecord


@dataclass(frozen=True, slots=True)
class Group:
    id: GroupId
    number: int
    name: str  # "" where it has only its number
    people: tuple[PersonId, ...]
    held: frozenset[PersonId]  # put there by hand


def groups_over(session: Session, meeting: MeetingId, people: Container[PersonId]) -> tuple[Group, ...]:
    """With those of its people who are among `people`."""
    return tuple(_groups(session, meeting, people))


def _groups(session: Session, meeting: MeetingId, people: Container[PersonId]) -> Iterator[Group]:
    members: defaultdict[GroupId, list[tuple[PersonId, bool]]] = defaultdict(list)
    rows = session.execute(
        select(GroupMemberRecord.group_id, GroupMemberRecord.person_id, GroupMemberRecord.held)
        .join(MeetingGroupRecord, MeetingGroupRecord.id == GroupMemberRecord.group_id)
        .where(MeetingGroupRecord.meeting_id == meeting)
        .order_by(GroupMemberRecord.id)
    )
    for group, person, held in rows:
        if person in people:
            members[group].append((person, held))
    records = session.scalars(
        select(MeetingGroupRecord).where(MeetingGroupRecord.meeting_id == meeting).order_by(MeetingGroupRecord.number)
    )
    for record in records:
        theirs = members[record.id]
        by_hand = frozenset(person for person, held in theirs if held)
        yield Group(record.id, record.number, record.name, tuple(person for person, _ in theirs), by_hand)


def beside_before(session: Session, programme: ProgrammeId, meeting: MeetingId) -> frozenset[frozenset[PersonId]]:
    """Two and two who were in one group at another meeting of the programme."""
    groups: defaultdict[GroupId, list[PersonId]] = defaultdict(list)
    rows = session.execute(
        select(GroupMemberRecord.group_id, GroupMemberRecord.person_id)
        .join(MeetingGroupRecord, MeetingGroupRecord.id == GroupMemberRecord.group_id)
        .join(MeetingRecord, MeetingRecord.id == MeetingGroupRecord.meeting_id)
        .where(MeetingRecord.programme_id == programme, MeetingRecord.id != meeting)
    )
    for group, person in rows:
        groups[group].append(person)
    return frozenset(
        frozenset({one, other}) for people in groups.values() for one in people for other in people if one < other
    )
