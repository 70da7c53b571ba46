"""Papers that tell of a programme: as the two templates fill them, Norwegian as usual and Swedish where it is mixed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from mentordesk.documents.papers.call_paper import CallContent
from mentordesk.documents.papers.contract import JointMeeting
from mentordesk.documents.papers.leaflet import LeafletContent
from mentordesk.documents.papers.phrases import how_often
from mentordesk.documents.papers.running import Period, Running
from mentordesk.domain.criteria import PAPER_NAMES, PaperKind
from mentordesk.domain.leaflet import FACTORS
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import CostRule, Intake, ProgrammeSettings
from mentordesk.domain.templates import template
from mentordesk.i18n.message import Sayable
from tests.documents.cases import MADE_ON, Case, CaseName
from tests.documents.samples import NNO


def settings_of(case: Case) -> ProgrammeSettings:
    return template("nu" if case.name is CaseName.MIXED else "nno")


def running(case: Case) -> Running:
    """All that a programme can have, or nothing."""
    if case.missing:
        return Running()
    usual = case.name in (CaseName.ORDINARY, CaseName.MIXED)
    settings = settings_of(case)
    own = tuple(
        JointMeeting(case.words(30 + at), case.day(60), case.day(61), case.words(40 + at)) for at in case.some(3)
    )
    months = settings.months if settings.intake is Intake.ROLLING else 0
    return Running(
        period=Period(MADE_ON + timedelta(60), MADE_ON + timedelta(600), settings.semesters, months),
        conversations=settings.conversations,
        values=settings.values if usual else tuple(case.wording(20 + at) for at in case.some(5)),
        meetings=NNO.joint_meetings if usual else own,
        network=how_often(91),
        training=True,
        pair_talks=True,
        book=True,
    )


def criteria(case: Case, role: Role) -> tuple[Sayable, ...]:
    if case.name in (CaseName.ORDINARY, CaseName.MIXED):
        return tuple(each.title for each in settings_of(case).criteria if each.role is role)
    return tuple(case.wording(60 + at) for at in case.some(4))


def leaflet(case: Case) -> LeafletContent:
    mixed = case.name is CaseName.MIXED
    settings = settings_of(case)
    return LeafletContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        introduction=case.passage(),
        running=running(case),
        intake=Intake.ROLLING if mixed else Intake.COHORT,
        initiative=case.maybe(case.wording(1)),
        purposes=tuple(case.wording(at) for at in case.some(len(settings.purposes))),
        goals=tuple(case.wording(10 + at) for at in case.some(len(settings.goals))),
        of_mentees=criteria(case, Role.MENTEE),
        of_mentors=criteria(case, Role.MENTOR),
        capacity=case.maybe(32),
        interviews=not case.missing,
        factors=() if case.missing else tuple(FACTORS.values()),
        cost_rule=case.maybe(CostRule.OWN_UNITS),
        surveys=not case.missing,
        research=not case.missing,
        closes_on=case.day(20),
        confirmed=not case.missing,
        regional_programme=case.words(1),
        coordinator=case.contact(),
    )


def call_paper(case: Case) -> CallContent:
    return CallContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        text=tuple(case.passage(at) for at in case.some(2, most=6)),
        running=running(case),
        of_mentees=criteria(case, Role.MENTEE),
        of_mentors=criteria(case, Role.MENTOR),
        capacity=case.maybe(32),
        opens_on=case.day(1),
        closes_on=case.day(20),
        papers=() if case.missing else (PAPER_NAMES[PaperKind.APPLICATION], PAPER_NAMES[PaperKind.MOTIVATION]),
        cost_rule=case.maybe(CostRule.PROGRAMME),
        coordinator=case.contact(),
    )


CONTENTS: dict[str, Callable[[Case], object]] = {"programme-leaflet": leaflet, "call": call_paper}
