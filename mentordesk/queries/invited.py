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
from mentordesk.queries.own_texts import texts_in_all
from mentordesk.queries.senders import sender_of
from mentordesk.storage.records import ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

_KINDS: Mapping[str, LetterKind] = {"mentor_network": LetterKind.NETWORK_INVITE}


class Whom(StrEnum):
    NOT_YET = "not_yet"
    CHANGED = "changed"
    UNANSWERED = "unanswered"
    ALL = "all"
    NO_LONGER = "no_longer"


WHOM_NAMES: Mapping[Whom, Message] = {
    Whom.NOT_YET: msg("Whoever is not invited yet"),
    Whom.CHANGED: msg("Whoever was invited before the meeting changed"),
    Whom.UNANSWERED: msg("Whoever has not answered"),
    Whom.ALL: msg("Everybody"),
    Whom.NO_LONGER: msg("Whoever was invited and is not asked any more"),
}


@dataclass(frozen=True, slots=True)
class Invitee:
    """One letter of a meeting before it is written."""

    person: PersonId
    participation: ParticipationId | None  # None: a guest who takes part in nothing of the programme
    name: str
    email: str  # "" where none is known
    letter: Letter
    sequence: int = 0  # of the entry that goes along
    withdrawn: bool = False  # she was invited, and is not asked any more

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
    if which is Whom.NO_LONGER:
        return _not_told(seen)
    return tuple(each for each in seen.people if _is_one(seen, each, which))


def invitations(store: Store, meeting: MeetingId, people: Collection[PersonId]) -> MeetingLetters:
    """For each of `people` the invitation; that it is cancelled, where it is and they were invited.

    Whoever was invited and is not asked any more learns that the invitation no longer holds.

    Raises:
        Refused: it was held, or it is not there, a pair's or an interview; or somebody is not asked to it.
    """
    with store.reading() as session:
        seen = gathering_over(session, meeting)
        if seen.status is MeetingStatus.HELD:
            raise Refused(msg("“{title}” was held, so nobody is invited to it any more.", title=seen.title))
        chosen = _among(seen, people)
        if seen.status is MeetingStatus.CANCELLED:
            chosen = tuple(each for each in chosen if each.invitation.invited_on is not None)
        return _letters(session, seen, [(each, _kind(seen, each)) for each in chosen])


def absence_letters(store: Store, meeting: MeetingId) -> MeetingLetters:
    """For each who was absent, and whom nobody has followed up yet.

    Raises:
        Refused: no such meeting, or it is a pair's or an interview.
    """
    with store.reading() as session:
        seen = gathering_over(session, meeting)
        return _letters(session, seen, [(each, LetterKind.GATHERING_MISSED) for each in to_follow_up(seen)])


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
            return asked.invited_on is not None and (asked.sequence_sent or 0) < seen.sequence
        case Whom.UNANSWERED:
            return asked.invited_on is not None and asked.answer is None
        case Whom.ALL:
            return True
        case Whom.NO_LONGER:
            return False


def _not_told(seen: Gathering) -> tuple[Asked, ...]:
    """Who was invited, is not asked any more, and still has the entry in her calendar."""
    return tuple(each for each in seen.left_out if each.invitation.invited_on is not None)


def _kind(seen: Gathering, each: Asked) -> LetterKind:
    if seen.status is MeetingStatus.CANCELLED:
        return LetterKind.GATHERING_CANCELLED
    if each in seen.left_out:
        return LetterKind.GATHERING_LEFT_OUT
    return _KINDS.get(seen.kind.key, LetterKind.GATHERING_INVITE)


def _sequence(seen: Gathering, each: Asked, kind: LetterKind) -> int:
    """Of the entry that somebody gets: what takes one back, or brings it anew after that, is newer than what she has.

    That is hers alone, so that nobody else has to be invited again; the meeting's own next change is newer still
    (standing_meetings.note_change).
    """
    sent = each.invitation.sequence_sent
    if sent is None:
        return seen.sequence
    again = each.invitation.invited_on is not None and kind in (
        LetterKind.GATHERING_INVITE,
        LetterKind.NETWORK_INVITE,
    )
    return max(seen.sequence, sent if again else sent + 1)


def _among(seen: Gathering, people: Collection[PersonId]) -> tuple[Asked, ...]:
    found = tuple(each for each in (*seen.people, *_not_told(seen)) if each.person in people)
    if len(found) < len(set(people)):
        raise Refused(msg("One of them is not asked to “{title}”.", title=seen.title))
    return found


def _letters(session: Session, seen: Gathering, chosen: Sequence[tuple[Asked, LetterKind]]) -> MeetingLetters:
    given = _given_names(session, [each.person for each, _ in chosen])
    programme = seen.programme
    about: dict[str, Value | None] = {
        **meeting_fields(seen),
        "programme": programme.name,
        "sender": sender_of(session, programme),
        "starts_on": programme.starts_on,
    }
    words = {kind: texts_in_all(session, programme.id, kind.value) for kind in {kind for _, kind in chosen}}
    letters = tuple(
        Invitee(
            each.person,
            participation_of(session, seen, each),
            each.name,
            each.email,
            letter(
                kind,
                {**about, "name": each.name, "given_name": given[each.person]},
                each.language,
                words[kind][each.language],
            ),
            _sequence(seen, each, kind),
            kind is LetterKind.GATHERING_LEFT_OUT,
        )
        for each, kind in chosen
    )
    return MeetingLetters(seen, meeting_calendar_over(session, seen.meeting), letters)


def _given_names(session: Session, people: Collection[PersonId]) -> Mapping[PersonId, str]:
    rows = session.execute(select(PersonRecord.id, PersonRecord.given_name).where(PersonRecord.id.in_(people)))
    return dict(rows.all())
