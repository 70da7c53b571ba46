"""What the papers of a joint meeting say: for each the content its builder asks for, and in which language (R53)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.gathering_lists import GroupsContent, Listed, ListedGroup, Occasion, PeopleContent, Times
from mentordesk.documents.gathering_papers import CertificateContent, FeedbackContent
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.meetings import Attendance, InviteAnswer
from mentordesk.domain.people import Role
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.calendar import NOT_IN_IT
from mentordesk.queries.gathering import Asked, Gathering, gathering_over
from mentordesk.storage.records import ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

GatheringContent: TypeAlias = PeopleContent | GroupsContent | CertificateContent | FeedbackContent


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
        signer = _signer(session, seen.programme.id)
    letterhead = Letterhead(seen.programme.settings.owner, seen.programme.name)
    days = tuple(Times(day.starts_at, day.ends_at) for day in seen.days)
    occasion = Occasion(letterhead=letterhead, made_on=made_on, title=seen.title, days=days, place=seen.place)
    frame = _Frame(seen, occasion, signer)
    return seen, tuple(paper for kind in kinds for paper in GATHERING_CONTENTS[kind](frame, kind))


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
        yield GatheringPaper(kind, "", language, FeedbackContent(occasion=frame.occasion))


def _certificates(frame: _Frame, kind: str) -> Iterator[GatheringPaper]:
    """For whoever was noted as present on any day, in her own language."""
    times = dict(zip((day.number for day in frame.seen.days), frame.occasion.days, strict=True))
    for person in frame.seen.people:
        attended = tuple(times[number] for number in times if person.came.get(number) is Attendance.PRESENT)
        if attended:
            content = CertificateContent(
                occasion=frame.occasion,
                name=person.name,
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
    "participant-list": _people,
    "badges": _people,
    "attendance-sheet": _people,
    "group-list": _groups,
    "feedback-form": _feedback,
    "certificate": _certificates,
}
