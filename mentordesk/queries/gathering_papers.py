"""What the papers of a joint meeting say: for each the content its builder asks for, and in which language (R53)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.papers.gathering_day import (
    Absent,
    FollowUpContent,
    InvitationContent,
    ProgrammeContent,
    ProgrammeItem,
)
from mentordesk.documents.papers.gathering_lists import (
    GroupsContent,
    Listed,
    ListedGroup,
    Occasion,
    PeopleContent,
    Times,
)
from mentordesk.documents.papers.gathering_papers import CertificateContent, FeedbackContent
from mentordesk.domain.asking import NOT_IN_IT
from mentordesk.domain.feedback import FEEDBACK_FORM
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.meetings import Attendance, InviteAnswer
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Value, Wording, msg
from mentordesk.queries.form_stamps import stamp_over
from mentordesk.queries.gathering import Asked, Gathering, gathering_over
from mentordesk.queries.gathering_programme import AgendaItem
from mentordesk.queries.invited import reply_by
from mentordesk.queries.letterhead import letterhead_over
from mentordesk.queries.own_texts import passages
from mentordesk.queries.senders import sender_of
from mentordesk.storage.records import ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

GatheringContent: TypeAlias = (
    PeopleContent
    | GroupsContent
    | CertificateContent
    | FeedbackContent
    | ProgrammeContent
    | InvitationContent
    | FollowUpContent
)


@dataclass(frozen=True, slots=True)
class GatheringPaper:
    """One document to print; `person` is whose it is, "" where it is everybody's."""

    kind: str
    person: str
    language: LanguageCode
    content: GatheringContent


@dataclass(frozen=True, slots=True)
class _Frame:
    seen: Gathering
    occasion: Occasion
    signer: str
    sender: str
    feedback: Stamp
    certified: Callable[[Mapping[str, Value]], Wording]

    @property
    def items(self) -> tuple[tuple[ProgrammeItem, ...], ...]:
        """Of each day, in order."""
        return tuple(tuple(_item(each) for each in self.seen.items if each.day == day.number) for day in self.seen.days)

    @property
    def usual(self) -> LanguageCode:
        return self.seen.programme.settings.languages[0]

    @property
    def coming(self) -> tuple[Asked, ...]:
        return tuple(person for person in self.seen.people if person.answer is not InviteAnswer.DECLINED)


def gathering_papers(
    store: Store, meeting: MeetingId, kinds: tuple[str, ...], *, made_on: date
) -> tuple[Gathering, tuple[GatheringPaper, ...]]:
    """The meeting, and its papers in the order of `kinds`; a kind for which there is nothing to say has none.

    Raises:
        Refused: no such meeting, or it is a pair's or one person's.
        KeyError: no kind of paper that a joint meeting has.
    """
    with store.reading() as session:
        seen = gathering_over(session, meeting)
        signer, sender = _signer(session, seen.programme.id), sender_of(session, seen.programme)
        head = letterhead_over(session, seen.programme)
        feedback = stamp_over(session, FEEDBACK_FORM, seen.programme.id, meeting)
        certified = passages(session, seen.programme, "certificate-sentence")
    days = tuple(Times(day.starts_at, day.ends_at) for day in seen.days)
    occasion = Occasion(letterhead=head, made_on=made_on, title=seen.title, days=days, place=seen.place)
    frame = _Frame(seen, occasion, signer, sender, feedback, certified)
    return seen, tuple(paper for kind in kinds for paper in GATHERING_CONTENTS[kind](frame, kind))


def _programme(frame: _Frame, kind: str) -> Iterator[GatheringPaper]:
    """One in each language of the programme."""
    if frame.seen.items:
        content = ProgrammeContent(occasion=frame.occasion, items=frame.items)
        for language in frame.seen.programme.settings.languages:
            yield GatheringPaper(kind, "", language, content)


def _invitations(frame: _Frame, kind: str) -> Iterator[GatheringPaper]:
    """For each who is asked, in her own language; none once the meeting has begun."""
    seen = frame.seen
    if seen.days[0].starts_at.date() <= frame.occasion.made_on:
        return
    for person in frame.coming:
        content = InvitationContent(
            occasion=frame.occasion,
            name=person.name,
            place=seen.place or (msg("digital") if seen.mode is Mode.DIGITAL else ""),
            reply_by=reply_by(seen),
            sender=frame.sender,
            what_for=seen.kind.what_for,
            items=frame.items,
        )
        yield GatheringPaper(kind, person.name, person.language, content)


def _absent(frame: _Frame, kind: str) -> Iterator[GatheringPaper]:
    days = {day.number: day.starts_at.date() for day in frame.seen.days}
    people = tuple(
        Absent(
            person.name,
            person.unit,
            person.role,
            tuple(days[number] for number in days if person.came.get(number) is Attendance.ABSENT),
            person.followed_up_on,
        )
        for person in frame.seen.people
        if person.absent
    )
    if people:
        content = FollowUpContent(occasion=frame.occasion, people=people, by=frame.signer)
        yield GatheringPaper(kind, "", frame.usual, content)


def _item(item: AgendaItem) -> ProgrammeItem:
    speakers = tuple(speaker.name for speaker in item.speakers)
    return ProgrammeItem(item.starts_at, item.ends_at, item.title, item.room, item.note, speakers)


def _people(frame: _Frame, kind: str) -> Iterator[GatheringPaper]:
    if frame.coming:
        people = tuple(_listed(person) for person in frame.coming)
        yield GatheringPaper(kind, "", frame.usual, PeopleContent(occasion=frame.occasion, people=people))


def _groups(frame: _Frame, kind: str) -> Iterator[GatheringPaper]:
    known = {person.person: person for person in frame.seen.people}
    groups = tuple(
        ListedGroup(
            group.name or msg("Group {number}", number=group.number),
            tuple(_listed(known[person]) for person in group.people if person in known),
        )
        for group in frame.seen.groups
        if group.people
    )
    if groups:
        yield GatheringPaper(kind, "", frame.usual, GroupsContent(occasion=frame.occasion, groups=groups))


def _feedback(frame: _Frame, kind: str) -> Iterator[GatheringPaper]:
    """One in each language that is read by somebody who comes."""
    for language in sorted({person.language for person in frame.coming} or {frame.usual}):
        yield GatheringPaper(kind, "", language, FeedbackContent(occasion=frame.occasion, stamp=frame.feedback))


def _certificates(frame: _Frame, kind: str) -> Iterator[GatheringPaper]:
    """For whoever was noted as present on any day, in her own language."""
    times = dict(zip((day.number for day in frame.seen.days), frame.occasion.days, strict=True))
    for person in frame.seen.people:
        attended = tuple(times[number] for number in times if person.came.get(number) is Attendance.PRESENT)
        if attended:
            content = CertificateContent(
                occasion=frame.occasion,
                name=person.name,
                sentence=frame.certified({"name": person.name, "meeting": frame.seen.title}),
                unit=person.unit,
                attended=attended,
                signer=frame.signer,
            )
            yield GatheringPaper(kind, person.name, person.language, content)


def _listed(person: Asked) -> Listed:
    return Listed(person.name, person.unit, person.role)


def _signer(session: Session, programme: ProgrammeId) -> str:
    """Who leads the programme; "" where nobody is known."""
    row = session.execute(
        select(PersonRecord.given_name, PersonRecord.family_name)
        .join(ParticipationRecord, ParticipationRecord.person_id == PersonRecord.id)
        .where(
            ParticipationRecord.programme_id == programme,
            ParticipationRecord.role == Role.MANAGER,
            ParticipationRecord.status.not_in(NOT_IN_IT),
        )
        .order_by(ParticipationRecord.id)
    ).first()
    return "" if row is None else f"{row.given_name} {row.family_name}".strip()


GATHERING_CONTENTS: Mapping[str, Callable[[_Frame, str], Iterator[GatheringPaper]]] = {
    "gathering-programme": _programme,
    "gathering-invitation": _invitations,
    "follow-up-list": _absent,
    "participant-list": _people,
    "badges": _people,
    "attendance-sheet": _people,
    "group-list": _groups,
    "feedback-form": _feedback,
    "certificate": _certificates,
}
