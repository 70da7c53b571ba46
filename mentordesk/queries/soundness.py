"""What must hold in a sound file beyond what its schema enforces; `mentordesk check` asks all of it.

To add one: a function over a reading session that gives a sentence per fault, and a line in INVARIANTS.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import Role
from mentordesk.domain.templates import settings_from
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.storage.checks import Invariant
from mentordesk.storage.records import (
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    ParticipationRecord,
    ProgrammeRecord,
)


def one_mentor_at_a_time(session: Session) -> Iterator[Message]:
    running = session.scalars(select(PairRecord).where(PairRecord.status.in_(RUNNING)))
    twice = [mentee for mentee, times in Counter(pair.mentee_id for pair in running).items() if times > 1]
    if twice:
        yield nmsg(
            "{count} mentee has two running pairs in one programme.",
            "{count} mentees have two running pairs in one programme.",
            len(twice),
        )


def pairs_have_both_ends(session: Session) -> Iterator[Message]:
    """Each side of a pair takes part in the pair's own programme, in that role."""
    sides = {
        row.id: (row.programme_id, row.role)
        for row in session.execute(
            select(ParticipationRecord.id, ParticipationRecord.programme_id, ParticipationRecord.role)
        )
    }
    wrong = 0
    for pair in session.scalars(select(PairRecord)):
        wanted = {pair.mentee_id: Role.MENTEE, pair.mentor_id: Role.MENTOR}
        wrong += any(sides.get(side) != (pair.programme_id, role) for side, role in wanted.items())
    if wrong:
        yield nmsg("{count} pair lacks one of its two people.", "{count} pairs lack one of their two people.", wrong)


def settings_can_be_read(session: Session) -> Iterator[Message]:
    for programme in session.scalars(select(ProgrammeRecord)):
        try:
            settings_from(programme.settings)
        except ValueError:
            yield msg("The settings of the programme {name} cannot be read.", name=programme.name)


def meetings_have_days(session: Session) -> Iterator[Message]:
    with_days = select(MeetingDayRecord.meeting_id)
    without = session.scalar(select(func.count()).select_from(MeetingRecord).where(MeetingRecord.id.not_in(with_days)))
    backwards = session.scalar(
        select(func.count()).select_from(MeetingDayRecord).where(MeetingDayRecord.ends_at <= MeetingDayRecord.starts_at)
    )
    if without:
        yield nmsg("{count} meeting has no day.", "{count} meetings have no day.", without)
    if backwards:
        yield nmsg("{count} meeting ends before it begins.", "{count} meetings end before they begin.", backwards)


INVARIANTS: tuple[Invariant, ...] = (
    settings_can_be_read,
    pairs_have_both_ends,
    one_mentor_at_a_time,
    meetings_have_days,
)
