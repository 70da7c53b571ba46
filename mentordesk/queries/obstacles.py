"""What stands in the way of a meeting where it lies, in words: a day kept free, another meeting of the same
people, a day outside the programme (UX 5.5). It is shown and never blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts.spans import pair_span
from mentordesk.domain.asking import OF_A_PAIR
from mentordesk.domain.clashes import Sitting, clashes
from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.ids import MeetingId, PersonId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Intake, Programme
from mentordesk.i18n.message import Listed, Message, Sayable, msg, nmsg
from mentordesk.queries.who_is_asked import InIt, asked_to, in_them
from mentordesk.storage.records import InvitationRecord, MeetingRecord, PersonRecord

_BEFORE_IT = frozenset({"interview", "team_planning"})  # kinds that belong before a programme's first day
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """One day of one meeting as it lies in the calendar."""

    meeting: MeetingId
    programme: Programme
    starts_at: datetime
    ends_at: datetime
    kind: str
    title: Sayable
    status: MeetingStatus
    audience: frozenset[str]  # roles
    joined_on: date | None  # when its pair was approved; None: a joint meeting
    pair: Mapping[PersonId, str]  # its two, with their names


def kept_free(programme: Programme, day: date) -> Message | None:
    """A Saturday, a Sunday, a public holiday, or in the programme's weeks to avoid."""
    why = FreeDays(programme.settings.country, programme.settings.avoided).why(day)
    return None if why is None else msg("{day} is kept free: {why}.", day=day, why=why)


def outside(meeting: Placed) -> Message | None:
    """With rolling intake a pair has its own last day."""
    programme, day = meeting.programme, meeting.starts_at.date()
    ends_on = programme.ends_on
    if programme.settings.intake is Intake.ROLLING and meeting.joined_on is not None:
        ends_on = max(ends_on, pair_span(programme, meeting.joined_on, None).ends_on)
    if day <= ends_on and (day >= programme.starts_on or meeting.kind in _BEFORE_IT):
        return None
    return msg(
        "This is outside the programme, which lasts from {first} to {last}.", first=programme.starts_on, last=ends_on
    )


def clashes_over(session: Session, meetings: Sequence[Placed]) -> Mapping[int, Sequence[Message]]:
    """By the place in the list: who of a meeting sits in another one at that time; only among those given."""
    alive = [number for number, each in enumerate(meetings) if each.status is MeetingStatus.PLANNED]
    programmes = _in_them(session, [meetings[number] for number in alive])
    invited = _invited(session, {meetings[number].meeting for number in alive})
    names: dict[PersonId, str] = {}
    sittings = []
    for number in alive:
        meeting = meetings[number]
        people = invited.get(meeting.meeting) or {**meeting.pair, **_further(meeting, programmes)}
        names.update(people)
        sittings.append(Sitting(meeting.starts_at, meeting.ends_at, tuple(people)))
    return {
        alive[place]: [
            msg(
                "At the same time as “{title}”: {names}.",
                title=meetings[alive[other]].title,
                names=_some([names[person] for person in people]),
            )
            for other, people in others.items()
        ]
        for place, others in clashes(sittings).items()
    }


def _invited(session: Session, meetings: Collection[MeetingId]) -> Mapping[MeetingId, Mapping[PersonId, str]]:
    """Who is asked to the few meetings that ask somebody beyond their roles, or leave one of these out."""
    changed = select(InvitationRecord.meeting_id).where(or_(InvitationRecord.extra, InvitationRecord.left_out))
    wanted = [meeting for meeting in session.scalars(changed.distinct()) if meeting in meetings]
    if not wanted:
        return {}
    asked = {meeting: asked_to(session, session.get_one(MeetingRecord, meeting)) for meeting in wanted}
    ids = frozenset[PersonId]().union(*asked.values())
    rows = session.execute(
        select(PersonRecord.id, PersonRecord.given_name, PersonRecord.family_name).where(PersonRecord.id.in_(ids))
    )
    names = {person: f"{given} {family}".strip() for person, given, family in rows}
    return {meeting: {person: names[person] for person in people} for meeting, people in asked.items()}


def _further(meeting: Placed, programmes: Mapping[ProgrammeId, InIt]) -> Mapping[PersonId, str]:
    """Who is asked beside the two of a pair's meeting."""
    found = programmes.get(meeting.programme.id)
    return {} if found is None else found.asked(meeting.audience, of_a_pair=bool(meeting.pair))


def _in_them(session: Session, meetings: Sequence[Placed]) -> Mapping[ProgrammeId, InIt]:
    """Everybody of the roles in question; mentees and mentors, who are many, only where a joint meeting has
    another beside it."""
    roles: defaultdict[ProgrammeId, set[Role]] = defaultdict(set)
    for of, audience in {(meeting.programme.id, meeting.audience) for meeting in meetings}:
        roles[of] |= {Role(word) for word in audience} - OF_A_PAIR
    for meeting in _joint_with_others(meetings):
        roles[meeting.programme.id] |= {Role(word) for word in meeting.audience}
    wanted = {programme: theirs for programme, theirs in roles.items() if theirs}
    return in_them(session, wanted) if wanted else {}


def _joint_with_others(meetings: Sequence[Placed]) -> Iterator[Placed]:
    by_day: defaultdict[date, list[Placed]] = defaultdict(list)
    for meeting in meetings:
        by_day[meeting.starts_at.date()].append(meeting)
    for theirs in by_day.values():
        for meeting in theirs:
            if not meeting.pair and any(
                other is not meeting and other.starts_at < meeting.ends_at and meeting.starts_at < other.ends_at
                for other in theirs
            ):
                yield meeting


def _some(names: Sequence[str]) -> Listed:
    """A few by name, the rest by their number."""
    left = len(names) - _NAMED
    if left <= 0:
        return Listed(tuple(names))
    return Listed((*names[:_NAMED], nmsg("{count} other", "{count} others", left)))
