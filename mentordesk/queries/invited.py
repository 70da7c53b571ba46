"""Who of a joint meeting is to be written to, and what each of them will read (R53, R80); writing is inviting.py's."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Listed, Message, Value, msg
from mentordesk.messages.calendar_event import CalendarAddress, CalendarEvent
from mentordesk.messages.letters import Letter, LetterKind, letter
from mentordesk.messages.mail_draft import is_plain_address
from mentordesk.queries.calendar import CalendarContent, meeting_calendar_over
from mentordesk.queries.gathering import Asked, Gathering, gathering_over
from mentordesk.queries.gathering_programme import speakers_named
from mentordesk.queries.letters import sender_of
from mentordesk.storage.records import ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

_KINDS: Mapping[str, LetterKind] = {"mentor_network": LetterKind.NETWORK_INVITE}


class Whom(StrEnum):
    NOT_YET = "not_yet"
    CHANGED = "changed"
    UNANSWERED = "unanswered"
    ALL = "all"


WHOM_NAMES: Mapping[Whom, Message] = {
    Whom.NOT_YET: msg("Whoever is not invited yet"),
    Whom.CHANGED: msg("Whoever was invited before the meeting changed"),
    Whom.UNANSWERED: msg("Whoever has not answered"),
    Whom.ALL: msg("Everybody"),
}


@dataclass(frozen=True, slots=True)
class Invitee:
    """One letter of a meeting before it is written."""

    person: PersonId
    participation: ParticipationId | None  # None: a guest who takes part in nothing of the programme
    name: str
    email: str  # "" where none is known
    letter: Letter

    @property
    def about(self) -> str:
        """The reader herself, as of every letter of a meeting."""
        return self.name

    @property
    def attendee(self) -> CalendarAddress | None:
        """None where there is no address that a calendar could answer from."""
        return CalendarAddress(self.name, self.email) if is_plain_address(self.email) else None


@dataclass(frozen=True, slots=True)
class MeetingLetters:
    seen: Gathering
    calendar: CalendarContent
    letters: tuple[Invitee, ...]

    @property
    def event(self) -> CalendarEvent:
        """The meeting as an entry, which names nobody."""
        return self.calendar.events[0]


def whom(seen: Gathering, which: Whom) -> tuple[Asked, ...]:
    """In the order of the meeting's list."""
    return tuple(each for each in seen.people if _is_one(seen, each, which))


def invitations(store: Store, meeting: MeetingId, people: Collection[PersonId]) -> MeetingLetters:
    """For each of `people` the invitation; that it is cancelled, where it is and they were invited.

    Raises:
        Refused: it was held, or it is not there, a pair's or an interview; or somebody is not asked to it.
    """
    with store.reading() as session:
        seen = gathering_over(session, meeting)
        if seen.status is MeetingStatus.HELD:
            raise Refused(msg("“{title}” was held, so nobody is invited to it any more.", title=seen.title))
        kind = _KINDS.get(seen.kind.key, LetterKind.GATHERING_INVITE)
        chosen = _among(seen, people)
        if seen.status is MeetingStatus.CANCELLED:
            kind = LetterKind.GATHERING_CANCELLED
            chosen = tuple(each for each in chosen if each.invitation.invited_on is not None)
        return _letters(session, seen, kind, chosen)


def absence_letters(store: Store, meeting: MeetingId) -> MeetingLetters:
    """For each who was absent, and whom nobody has followed up yet.

    Raises:
        Refused: no such meeting, or it is a pair's or an interview.
    """
    with store.reading() as session:
        seen = gathering_over(session, meeting)
        return _letters(session, seen, LetterKind.GATHERING_MISSED, to_follow_up(seen))


def people_named(store: Store, programme: ProgrammeId, names: Sequence[str]) -> tuple[PersonId, ...]:
    """
    Raises:
        Refused: nobody in the file bears one of the names, or several do and not just one of them in the programme.
    """
    found: list[PersonId] = []
    for each in speakers_named(store, programme, names):
        if each.person is None:
            raise Refused(msg("Just one person in the file must be called “{name}”. Check the name.", name=each.name))
        found.append(each.person)
    return tuple(found)


def to_follow_up(seen: Gathering) -> tuple[Asked, ...]:
    return tuple(each for each in seen.people if each.absent and each.followed_up_on is None)


def meeting_fields(seen: Gathering) -> Mapping[str, Value | None]:
    """What a letter can say of the meeting."""
    days = tuple(
        msg(
            "{day}, {from_time} to {to_time}",
            day=day.starts_at.date(),
            from_time=day.starts_at.time(),
            to_time=day.ends_at.time(),
        )
        for day in seen.days
    )
    place: Value | None = seen.place or (msg("digital") if seen.mode is Mode.DIGITAL else None)
    return {
        "meeting": seen.title,
        "when": Listed(days),
        "venue": place,
        "reply_by": reply_by(seen),
    }


def reply_by(seen: Gathering) -> date:
    """From this day on Today says who has not answered (alerts/invitations.py)."""
    return seen.days[0].starts_at.date() - timedelta(seen.programme.settings.patience.answer)


def participation_of(session: Session, seen: Gathering, each: Asked) -> ParticipationId | None:
    """By which she takes part in the programme, in the role for which she is asked; None for a guest."""
    return session.scalar(
        select(ParticipationRecord.id)
        .where(
            ParticipationRecord.programme_id == seen.programme.id,
            ParticipationRecord.person_id == each.person,
            ParticipationRecord.role == each.role,
        )
        .order_by(ParticipationRecord.id)
        .limit(1)
    )


def _is_one(seen: Gathering, each: Asked, which: Whom) -> bool:
    asked = each.invitation
    match which:
        case Whom.NOT_YET:
            return asked.invited_on is None
        case Whom.CHANGED:
            return asked.sequence_sent is not None and asked.sequence_sent < seen.sequence
        case Whom.UNANSWERED:
            return asked.invited_on is not None and asked.answer is None
        case Whom.ALL:
            return True


def _among(seen: Gathering, people: Collection[PersonId]) -> tuple[Asked, ...]:
    found = tuple(each for each in seen.people if each.person in people)
    if len(found) < len(set(people)):
        raise Refused(msg("One of them is not asked to “{title}”.", title=seen.title))
    return found


def _letters(session: Session, seen: Gathering, kind: LetterKind, people: Collection[Asked]) -> MeetingLetters:
    sender = sender_of(session, seen.programme)
    given = _given_names(session, [each.person for each in people])
    about = meeting_fields(seen)
    letters = tuple(
        Invitee(
            each.person,
            participation_of(session, seen, each),
            each.name,
            each.email,
            letter(
                kind,
                {
                    **about,
                    "given_name": given[each.person],
                    "programme": seen.programme.name,
                    "sender": sender,
                },
                each.language,
            ),
        )
        for each in people
    )
    return MeetingLetters(seen, meeting_calendar_over(session, seen.meeting), letters)


def _given_names(session: Session, people: Collection[PersonId]) -> Mapping[PersonId, str]:
    rows = session.execute(select(PersonRecord.id, PersonRecord.given_name).where(PersonRecord.id.in_(people)))
    return dict(rows.all())
