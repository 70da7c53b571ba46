"""Papers that are handed to somebody: guides for a role and for the conversations, and a new manager's introduction."""

from __future__ import annotations

from collections.abc import Callable

from mentordesk.documents.papers.introduction_checklist import IntroductionContent, IntroductionLine
from mentordesk.documents.papers.material_request import MaterialRequestContent
from mentordesk.documents.papers.meeting_guide import MeetingGuideContent
from mentordesk.documents.papers.role_guide import RoleGuideContent
from mentordesk.domain.people import Role
from mentordesk.domain.recruiting import OfferAnswer
from tests.documents.cases import MADE_ON, Case, CaseName
from tests.documents.contents.programme import criteria, running


def mentee_guide(case: Case) -> RoleGuideContent:
    return _guide(case, Role.MENTEE)


def mentor_guide(case: Case) -> RoleGuideContent:
    return _guide(case, Role.MENTOR)


def meeting_guide(case: Case) -> MeetingGuideContent:
    return MeetingGuideContent(
        letterhead=case.letterhead, made_on=MADE_ON, running=running(case), coordinator=case.contact()
    )


def introduction(case: Case) -> IntroductionContent:
    """Answered already where the case is mixed."""
    answered = case.name is CaseName.MIXED
    return IntroductionContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        items=tuple(IntroductionLine(case.wording(at), case.day(-at) if at % 3 == 1 else None) for at in case.some(5)),
        running=running(case),
        party=case.party(),
        takes_office_on=case.day(40),
        appointing_manager=case.person(1),
        offered_on=case.day(-3) if answered else None,
        answer=OfferAnswer.WANTS if answered else None,
        answered_on=case.day(-1) if answered else None,
        regional_programme=case.words(1),
        coordinator=case.contact(),
    )


def material_request(case: Case) -> MaterialRequestContent:
    return MaterialRequestContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        role=Role.MENTOR,
        party=case.party(),
        titles=tuple(case.wording(at) for at in case.some(2)),
        coordinator=case.contact(),
    )


def _guide(case: Case, role: Role) -> RoleGuideContent:
    return RoleGuideContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        greeting=case.wording(3) if case.name is CaseName.ORDINARY else case.passage(),
        running=running(case),
        name=case.person(),
        criteria=criteria(case, role) if role is Role.MENTOR else (),
        coordinator=case.contact(),
    )


CONTENTS: dict[str, Callable[[Case], object]] = {
    "role-guide-mentee": mentee_guide,
    "role-guide-mentor": mentor_guide,
    "meeting-guide": meeting_guide,
    "introduction-checklist": introduction,
    "material-request": material_request,
}
