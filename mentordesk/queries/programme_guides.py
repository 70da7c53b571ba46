"""What the leaflet of a programme and its call for applications say (R26, R65)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.papers.call_paper import CallContent
from mentordesk.documents.papers.leaflet import LeafletContent
from mentordesk.documents.papers.meeting_guide import MeetingGuideContent
from mentordesk.documents.papers.running import Running
from mentordesk.domain.asking import NOT_IN_IT
from mentordesk.domain.criteria import PAPER_NAMES, PaperKind
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.leaflet import FACTORS
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import ProgrammeSettings
from mentordesk.i18n.message import Message, Wording
from mentordesk.queries.own_texts import passage
from mentordesk.queries.programme_ground import ProgrammeGround, ground_over
from mentordesk.storage.records import CallRecord, ParticipationRecord
from mentordesk.storage.store import Store

ProgrammeGuide: TypeAlias = LeafletContent | CallContent | MeetingGuideContent
_SENT = (PaperKind.APPLICATION, PaperKind.MOTIVATION, PaperKind.CONFIRMATION)
"""Papers of which an application consists; the form always."""


def programme_guide(store: Store, kind: str, programme: ProgrammeId, *, made_on: date) -> ProgrammeGuide:
    """
    Raises:
        KeyError: no kind of these, or no such programme.
    """
    build = PROGRAMME_GUIDES[kind]
    with store.reading() as session:
        return build(ground_over(session, programme, made_on))


def _meeting_guide(ground: ProgrammeGround) -> MeetingGuideContent:
    return MeetingGuideContent(
        letterhead=ground.letterhead,
        made_on=ground.made_on,
        running=Running(conversations=ground.settings.conversations),
        coordinator=ground.coordinator,
    )


def _leaflet(ground: ProgrammeGround) -> LeafletContent:
    settings, programme = ground.settings, ground.programme
    call = ground.session.get(CallRecord, programme.id)
    return LeafletContent(
        letterhead=ground.letterhead,
        made_on=ground.made_on,
        introduction=passage(ground.session, programme, "leaflet-introduction"),
        running=ground.running(Role.MENTEE, Role.MENTOR),
        intake=settings.intake,
        initiative=settings.initiative,
        purposes=settings.purposes,
        goals=settings.goals,
        of_mentees=ground.criteria(Role.MENTEE),
        of_mentors=ground.criteria(Role.MENTOR),
        capacity=settings.capacity,
        interviews=any(question.asked for question in settings.guide),
        factors=_factors(settings),
        cost_rule=settings.cost_rule,
        surveys=any(deadline.key.startswith("survey") for deadline in settings.deadlines),
        research=_has_research(ground.session, programme.id),
        closes_on=call.closes_on if call else None,
        confirmed=PaperKind.CONFIRMATION in _asked_for(settings),
        regional_programme=settings.regional_programme,
        coordinator=ground.coordinator,
    )


def _call(ground: ProgrammeGround) -> CallContent:
    settings, programme = ground.settings, ground.programme
    call = ground.session.get(CallRecord, programme.id)
    own = _paragraphs(call.texts) if call else ()
    asked = (PaperKind.APPLICATION, *_asked_for(settings))
    return CallContent(
        letterhead=ground.letterhead,
        made_on=ground.made_on,
        text=own or (passage(ground.session, programme, "leaflet-introduction"),),
        running=ground.running(Role.MENTEE, Role.MENTOR),
        of_mentees=ground.criteria(Role.MENTEE),
        of_mentors=ground.criteria(Role.MENTOR),
        capacity=settings.capacity,
        opens_on=call.opens_on if call else None,
        closes_on=call.closes_on if call else None,
        papers=tuple(PAPER_NAMES[paper] for paper in _SENT if paper in asked),
        cost_rule=settings.cost_rule,
        coordinator=ground.coordinator,
    )


def _paragraphs(texts: Mapping[str, str]) -> tuple[Wording, ...]:
    """The call's text, paragraph by paragraph; what one language has more of than another stays in its last one."""
    parted = {code: [part for line in text.splitlines() if (part := line.strip())] for code, text in texts.items()}
    parted = {code: parts for code, parts in parted.items() if parts}
    if not parted:
        return ()
    count = min(map(len, parted.values()))
    laid = {code: [*parts[: count - 1], " ".join(parts[count - 1 :])] for code, parts in parted.items()}
    return tuple(Wording.of(dict(zip(laid, each, strict=True))) for each in zip(*laid.values(), strict=True))


def _asked_for(settings: ProgrammeSettings) -> tuple[PaperKind, ...]:
    """The papers that a mentee hands in."""
    return tuple(each.paper for each in settings.criteria if each.role is Role.MENTEE and each.paper is not None)


def _factors(settings: ProgrammeSettings) -> tuple[Message, ...]:
    """The weightiest first; of equal ones as they stand in FACTORS."""
    weighed = [(key, settings.matching.weights.get(key, 0)) for key in FACTORS]
    return tuple(FACTORS[key] for key, weight in sorted(weighed, key=lambda each: -each[1]) if weight)


def _has_research(session: Session, programme: ProgrammeId) -> bool:
    asked = select(ParticipationRecord.id).where(
        ParticipationRecord.programme_id == programme,
        ParticipationRecord.role == Role.RESEARCH,
        ParticipationRecord.status.not_in(NOT_IN_IT),
    )
    return session.scalars(asked.limit(1)).first() is not None


PROGRAMME_GUIDES: Mapping[str, Callable[[ProgrammeGround], ProgrammeGuide]] = {
    "meeting-guide": _meeting_guide,
    "programme-leaflet": _leaflet,
    "call": _call,
}
