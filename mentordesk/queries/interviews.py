"""The interviews of one participant, each as a form shows it (R23). What they feed into the matching is in `matching`.

Whom one interviewer noted stands beside the other's; needs or offers, wishes and vetoes are the participant's own,
the same in every form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.fields import Field
from mentordesk.domain.ids import InterviewId, MeetingId, ParticipationId, PersonId
from mentordesk.domain.interviews import banner, ratings_of
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import MENTOR_FIELDS, PARTICIPATION_FIELDS, ParticipationStatus, Role
from mentordesk.domain.programmes import Mode, Programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, Sayable, msg
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.taking_part import restricted_over, taking_part_over
from mentordesk.storage.records import (
    ChemistryRecord,
    InterviewAnswerRecord,
    InterviewRecord,
    MeetingDayRecord,
    MeetingRecord,
    MentorRecord,
    ParticipationRecord,
    PersonRecord,
    RatingRecord,
    WishRecord,
)
from mentordesk.storage.store import Store

_BANNER = banner(LegalForm.PRIVATE)
NEEDS: Field = next(field for field in PARTICIPATION_FIELDS if field.key == "needs")
OFFERS: Field = next(field for field in MENTOR_FIELDS if field.key == "offers")
# One that is only planned has its meeting and no day yet; ratings that came with a list have neither.
TOOK_PLACE = or_(InterviewRecord.held_on.is_not(None), InterviewRecord.meeting_id.is_(None))


@dataclass(frozen=True, slots=True)
class RatingQuestion:
    """A trait with its rating, 1 to 5, and the words that show it; no points: not rated."""

    key: str
    title: Sayable
    points: int | None
    evidence: str


@dataclass(frozen=True, slots=True)
class GuideAnswer:
    """A question of the programme's guide, with what was answered."""

    key: str
    title: Sayable
    hint: Sayable | None
    answer: str
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Choosable:
    """Somebody of the other role who can be wished for, or not."""

    person: PersonId
    name: str
    participation: ParticipationId | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody who is wished for, 1 the dearest; a veto has no rank."""

    person: PersonId
    name: str
    rank: int | None


@dataclass(frozen=True, slots=True)
class Chemistry:
    """How the team thinks that two would get on, 1 to 5."""

    other: ParticipationId
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Planned:
    """When and where an interview is to be, by the wall clock."""

    meeting: MeetingId
    starts_at: datetime
    ends_at: datetime
    mode: Mode
    place: str


@dataclass(frozen=True, slots=True)
class InterviewForm:
    """Without `held_on` nothing was noted yet; no `words`: nothing known of what she needs, or he offers."""

    participation: ParticipationId
    person: PersonId
    name: str
    role: Role
    status: ParticipationStatus
    held_on: date | None
    interviewer: str
    notes: str
    ratings: tuple[RatingQuestion, ...]
    words_field: Field
    words: tuple[str, ...] | None
    wishes: tuple[Wish, ...]
    vetoes: tuple[Wish, ...]
    choosable: tuple[Choosable, ...]
    id: InterviewId | None = None  # None: an interview that is not in the file yet
    answers: tuple[GuideAnswer, ...] = ()
    chemistry: tuple[Chemistry, ...] = ()
    planned: Planned | None = None
    banner: Message = _BANNER
    restricted: bool = False

    @property
    def was_held(self) -> bool:
        """Ratings that were imported have no day."""
        return self.held_on is not None or (self.id is not None and self.planned is None)


def interview(store: Store, participation: ParticipationId) -> InterviewForm:
    """The newest one, or an empty form. Raises Refused for somebody who takes no part any more."""
    return interviews_of(store, participation)[-1]


def interviews_of(store: Store, participation: ParticipationId) -> tuple[InterviewForm, ...]:
    """Every interview that was noted or is planned, the oldest first; an empty form where there is none.

    One whose meeting was cancelled before it was held is left out.

    Raises:
        Refused: somebody who takes no part any more.
    """
    with store.reading() as session:
        return _forms(session, participation, _interviews(session, participation) or (None,))


def empty_interview(store: Store, participation: ParticipationId) -> InterviewForm:
    """The form of another interview, as of a second interviewer. Raises Refused as `interviews_of`."""
    with store.reading() as session:
        return _forms(session, participation, (None,))[0]


def _interviews(session: Session, participation: ParticipationId) -> Sequence[InterviewRecord]:
    """Ids grow with time."""
    rows = session.execute(
        select(InterviewRecord, MeetingRecord.status)
        .outerjoin(MeetingRecord, MeetingRecord.id == InterviewRecord.meeting_id)
        .where(InterviewRecord.participation_id == participation)
        .order_by(InterviewRecord.id)
    )
    return [
        record
        for record, status in rows
        if status is not MeetingStatus.CANCELLED or record.held_on is not None or record.notes
    ]


def _forms(
    session: Session, wanted: ParticipationId, records: Sequence[InterviewRecord | None]
) -> tuple[InterviewForm, ...]:
    row = session.execute(
        select(ParticipationRecord, PersonRecord)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.id == wanted)
    ).one_or_none()
    if row is None:
        raise Refused(msg("This person takes no part in the programme any more."))
    participation, person = row
    programme = programme_of(session, participation.programme_id)
    wishes = wishes_over(session, wanted)
    words, choosable = _words(session, participation), choosable_over(session, participation)
    chemistry, name = chemistry_over(session, participation), f"{person.given_name} {person.family_name}".strip()
    return tuple(
        InterviewForm(
            wanted,
            person.id,
            name,
            participation.role,
            participation.status,
            kept.held_on if kept else None,
            kept.interviewer if kept else "",
            kept.notes if kept else "",
            _ratings(session, kept, participation.role),
            NEEDS if participation.role is Role.MENTEE else OFFERS,
            words,
            tuple(wish for wish, veto in wishes if not veto),
            tuple(wish for wish, veto in wishes if veto),
            choosable,
            kept.id if kept else None,
            _answers(session, kept, programme, participation.role),
            chemistry,
            _planned(session, kept),
            banner(programme.settings.legal_form),
            person.restricted_on is not None,
        )
        for kept in records
    )


def _ratings(session: Session, kept: InterviewRecord | None, role: Role) -> tuple[RatingQuestion, ...]:
    there: dict[str, RatingRecord] = {}
    if kept is not None:
        rows = session.scalars(select(RatingRecord).where(RatingRecord.interview_id == kept.id))
        there = {rating.rating_key: rating for rating in rows}
    rated = ((field, there.get(field.key)) for field in ratings_of(role))
    return tuple(
        RatingQuestion(field.key, field.title, each.points if each else None, each.evidence if each else "")
        for field, each in rated
    )


def _answers(
    session: Session, kept: InterviewRecord | None, programme: Programme, role: Role
) -> tuple[GuideAnswer, ...]:
    """A question that is no longer asked stands where it was answered."""
    there: dict[str, str] = {}
    if kept is not None:
        rows = session.scalars(select(InterviewAnswerRecord).where(InterviewAnswerRecord.interview_id == kept.id))
        there = {answer.question_key: answer.answer for answer in rows}
    ours = (each for each in programme.settings.guide if each.role is role and (each.asked or each.key in there))
    return tuple(GuideAnswer(each.key, each.title, each.hint, there.get(each.key, ""), each.asked) for each in ours)


def _planned(session: Session, kept: InterviewRecord | None) -> Planned | None:
    if kept is None or kept.meeting_id is None:
        return None
    row = session.execute(
        select(MeetingRecord, MeetingDayRecord)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(MeetingRecord.id == kept.meeting_id, MeetingRecord.status != MeetingStatus.CANCELLED)
    ).first()
    if row is None:
        return None
    meeting, day = row
    return Planned(meeting.id, day.starts_at, day.ends_at, meeting.mode, meeting.place)


def _words(session: Session, participation: ParticipationRecord) -> tuple[str, ...] | None:
    if participation.role is Role.MENTEE:
        words = participation.needs
    else:
        words = session.scalar(select(MentorRecord.offers).where(MentorRecord.person_id == participation.person_id))
    return None if words is None else tuple(words)


def wishes_over(session: Session, participation: ParticipationId) -> list[tuple[Wish, bool]]:
    """Each with whether it is a veto; the dearest first, vetoes by name."""
    rows = session.execute(
        select(WishRecord, PersonRecord.given_name, PersonRecord.family_name)
        .join(PersonRecord, PersonRecord.id == WishRecord.person_id)
        .where(WishRecord.participation_id == participation)
        .order_by(WishRecord.rank, PersonRecord.family_name, PersonRecord.given_name, WishRecord.id)
    )
    return [(Wish(wish.person_id, f"{given} {family}".strip(), wish.rank), wish.veto) for wish, given, family in rows]


def choosable_over(session: Session, participation: ParticipationRecord) -> tuple[Choosable, ...]:
    """Everybody of the other role but herself and those restricted, whatever their status: a wish may come before
    its answer."""
    other = Role.MENTOR if participation.role is Role.MENTEE else Role.MENTEE
    there = taking_part_over(session, participation.programme_id).values()
    left_out = restricted_over(session) | {participation.person_id}
    return tuple(
        Choosable(one.person, one.name, one.id) for one in there if one.role is other and one.person not in left_out
    )


def chemistry_over(session: Session, participation: ParticipationRecord) -> tuple[Chemistry, ...]:
    """What the team noted of her with each of the other role, by name; from whichever side it was noted."""
    ours, theirs = (
        (ChemistryRecord.mentee_id, ChemistryRecord.mentor_id)
        if participation.role is Role.MENTEE
        else (ChemistryRecord.mentor_id, ChemistryRecord.mentee_id)
    )
    rows = session.execute(
        select(theirs, PersonRecord.given_name, PersonRecord.family_name, ChemistryRecord.points)
        .join(ParticipationRecord, ParticipationRecord.id == theirs)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ours == participation.id)
        .order_by(PersonRecord.family_name, PersonRecord.given_name, theirs)
    )
    return tuple(Chemistry(other, f"{given} {family}".strip(), points) for other, given, family, points in rows)
