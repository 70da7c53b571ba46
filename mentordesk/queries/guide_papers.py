"""What the papers say that are handed to somebody and do not come back: the guide for her role, and the introduction
checklist of a new manager. Those that are everybody's are programme_guides.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.papers.introduction_checklist import IntroductionContent, IntroductionLine
from mentordesk.documents.papers.material_request import MaterialRequestContent
from mentordesk.documents.papers.parties import Party
from mentordesk.documents.papers.role_guide import RoleGuideContent
from mentordesk.documents.papers.running import Running
from mentordesk.domain.asking import NOT_IN_IT
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import MATCHABLE
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.applications import introduction_done_over
from mentordesk.queries.library import library_over
from mentordesk.queries.notices import notice_over
from mentordesk.queries.own_texts import passage
from mentordesk.queries.programme_ground import ProgrammeGround, ground_over
from mentordesk.storage.records import (
    NewManagerNoticeRecord,
    ParticipationRecord,
    PersonRecord,
    UnitRecord,
)
from mentordesk.storage.store import Store

PersonContent: TypeAlias = RoleGuideContent | IntroductionContent | MaterialRequestContent
_Person: TypeAlias = tuple[ParticipationRecord, PersonRecord]


@dataclass(frozen=True, slots=True)
class PersonGuide:
    """One paper of one person, in the language in which she reads."""

    participation: ParticipationId
    language: LanguageCode
    content: PersonContent


def person_guides(
    store: Store,
    kind: str,
    programme: ProgrammeId,
    *,
    made_on: date,
    about: Collection[ParticipationId] = (),
) -> tuple[PersonGuide, ...]:
    """One for each whom the kind is for, or for those of `about` whom it is for; none for whoever is restricted.

    Raises:
        KeyError: no kind of these, or no such programme.
        Refused: the programme has no introduction checklist.
    """
    build, roles = PERSON_GUIDES[kind]
    with store.reading() as session:
        ground = ground_over(session, programme, made_on)
        if build is _introduction and not ground.settings.introduction:
            raise Refused(
                msg(
                    "{programme} has no introduction checklist. What is on it is written in Programme, under Guides.",
                    programme=ground.programme.name,
                )
            )
        usual = ground.settings.languages[0]
        found = _people(session, programme, roles, about, noticed=build is _introduction)
        made = build(ground, found)
        return tuple(
            PersonGuide(participation.id, person.language or usual, content)
            for (participation, person), content in zip(found, made, strict=True)
        )


def _people(
    session: Session,
    programme: ProgrammeId,
    roles: Collection[Role],
    about: Collection[ParticipationId],
    *,
    noticed: bool,
) -> Sequence[_Person]:
    """`noticed`: of whom a notice came, unless they are asked for by name."""
    asked = (
        select(ParticipationRecord, PersonRecord)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(
            ParticipationRecord.programme_id == programme,
            ParticipationRecord.role.in_(roles),
            PersonRecord.restricted_on.is_(None),
        )
        .order_by(ParticipationRecord.id)
    )
    if about:
        asked = asked.where(ParticipationRecord.id.in_(about))
    elif noticed:  # also before anybody knows whether she will be a mentee
        with_notice = select(NewManagerNoticeRecord.participation_id)
        asked = asked.where(ParticipationRecord.id.in_(with_notice), ParticipationRecord.status.in_(MATCHABLE))
    else:
        asked = asked.where(ParticipationRecord.status.not_in(NOT_IN_IT))
    return [(participation, person) for participation, person in session.execute(asked)]


def _mentee_guides(ground: ProgrammeGround, people: Sequence[_Person]) -> Iterator[RoleGuideContent]:
    return _role_guides(ground, people, Role.MENTEE, "role-guide-mentee")


def _mentor_guides(ground: ProgrammeGround, people: Sequence[_Person]) -> Iterator[RoleGuideContent]:
    return _role_guides(ground, people, Role.MENTOR, "role-guide-mentor")


def _role_guides(
    ground: ProgrammeGround, people: Sequence[_Person], role: Role, text: str
) -> Iterator[RoleGuideContent]:
    greeting, running = passage(ground.session, ground.programme, text), ground.running(role)
    criteria = ground.criteria(role) if role is Role.MENTOR else ()
    for _, person in people:
        yield RoleGuideContent(
            letterhead=ground.letterhead,
            made_on=ground.made_on,
            greeting=greeting,
            running=running,
            name=_name(person),
            criteria=criteria,
            coordinator=ground.coordinator,
        )


def _introduction(ground: ProgrammeGround, people: Sequence[_Person]) -> Iterator[IntroductionContent]:
    session, settings = ground.session, ground.settings
    running = Running(conversations=settings.conversations)
    for participation, person in people:
        done = introduction_done_over(session, participation.id)
        notice = notice_over(session, participation.id)
        yield IntroductionContent(
            letterhead=ground.letterhead,
            made_on=ground.made_on,
            items=tuple(
                IntroductionLine(item.title, done.get(item.key))
                for item in settings.introduction
                if item.asked or item.key in done
            ),
            running=running,
            party=_party(session, person),
            takes_office_on=notice.takes_office_on if notice else None,
            appointing_manager=notice.appointing_manager if notice else "",
            offered_on=notice.offered_on if notice else None,
            answer=notice.answer if notice else None,
            answered_on=notice.answered_on if notice else None,
            regional_programme=settings.regional_programme,
            coordinator=ground.coordinator,
        )


def _material_requests(ground: ProgrammeGround, people: Sequence[_Person]) -> Iterator[MaterialRequestContent]:
    there = library_over(ground.session, ground.programme.id, ground.made_on).items
    for participation, person in people:
        yield MaterialRequestContent(
            letterhead=ground.letterhead,
            made_on=ground.made_on,
            role=participation.role,
            party=_party(ground.session, person),
            titles=tuple(item.title for item in there if participation.role in item.for_roles),
            coordinator=ground.coordinator,
        )


def _party(session: Session, person: PersonRecord) -> Party:
    unit = session.get(UnitRecord, person.unit_id) if person.unit_id else None
    return Party(_name(person), person.title or "", unit.name if unit else "")


def _name(person: PersonRecord) -> str:
    return f"{person.given_name} {person.family_name}".strip()


PERSON_GUIDES: Mapping[
    str, tuple[Callable[[ProgrammeGround, Sequence[_Person]], Iterator[PersonContent]], tuple[Role, ...]]
] = {
    "role-guide-mentee": (_mentee_guides, (Role.MENTEE,)),
    "role-guide-mentor": (_mentor_guides, (Role.MENTOR,)),
    "introduction-checklist": (_introduction, (Role.MENTEE,)),
    "material-request": (_material_requests, (Role.MENTEE, Role.MENTOR)),
}
