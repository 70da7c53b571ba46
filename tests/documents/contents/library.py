"""Papers of the library, of surveys, and of what is said about personal data."""

from __future__ import annotations

from collections.abc import Callable

from mentordesk.documents.papers.evaluation_form import EvaluationContent
from mentordesk.documents.papers.loan_slip import LentLine, LoanSlipContent
from mentordesk.documents.papers.personal_data import PersonalDataContent
from mentordesk.domain.evaluation import open_questions, own_points
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.people import Role
from mentordesk.domain.personal_data import AUTHORITY, GROUPS
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.privacy_notice import PrivacyNotice
from mentordesk.domain.programmes import Country
from mentordesk.domain.surveys import SurveyMoment, SurveyPoint
from tests.documents.cases import MADE_ON, Case, CaseName


def evaluation(case: Case) -> EvaluationContent:
    role = Role.MENTOR if case.maybe(True) else Role.MENTEE
    return EvaluationContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        role=role,
        moment=SurveyMoment.AFTER,
        purposes=_points(case, "purpose", 4),
        goals=_points(case, "goal", 5),
        own=own_points(role),
        questions=open_questions(SurveyMoment.AFTER),
        stamp=case.stamp("evaluation-form", about=""),
    )


def _points(case: Case, name: str, usual: int) -> tuple[SurveyPoint, ...]:
    return tuple(
        SurveyPoint(f"{name}{at}", case.wording(at + len(name)), f"{name}.{at + 1}.answer") for at in case.some(usual)
    )


def loan_slip(case: Case) -> LoanSlipContent:
    mark = "nr 7" if case.name is CaseName.ORDINARY else case.words(3)[:60]
    return LoanSlipContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        party=case.party(),
        role=Role.MENTEE,
        lines=tuple(LentLine(case.wording(at), mark, MADE_ON, case.day(30)) for at in case.some(2, most=8)),
        coordinator=case.contact(),
    )


def personal_data(case: Case) -> PersonalDataContent:
    return PersonalDataContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        notice=PrivacyNotice(case.words(), case.address(), case.person(2)),
        legal_form=LegalForm.PRIVATE if case.missing else LegalForm.SWEDISH_PUBLIC,
        groups=tuple((group, PrivacyClass(at % 3)) for at, group in enumerate(GROUPS)),
        ends_on=MADE_ON,
        authority=AUTHORITY[Country.SWEDEN],
        ask=case.passage(),
    )


CONTENTS: dict[str, Callable[[Case], object]] = {
    "evaluation-form": evaluation,
    "loan-slip": loan_slip,
    "personal-data": personal_data,
}
