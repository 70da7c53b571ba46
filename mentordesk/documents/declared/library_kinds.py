"""Papers of the library and of personal data, declared as kinds.py says."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.loan_slip import LOAN_SLIP_TITLE, LoanSlipContent, loan_slip
from mentordesk.documents.papers.personal_data import PERSONAL_DATA_TITLE, PersonalDataContent, personal_data
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

_PAIR = (Role.MENTEE, Role.MENTOR)
LOAN_SLIP = DocumentKind(
    "loan-slip",
    LOAN_SLIP_TITLE,
    LoanSlipContent,
    loan_slip,
    audience=_PAIR,
    highest=PrivacyClass.K0,
    scope=Scope.PERSON,
    occasion=Occasion.ANYBODY,
)
PERSONAL_DATA = DocumentKind(
    "personal-data",
    PERSONAL_DATA_TITLE,
    PersonalDataContent,
    personal_data,
    audience=_PAIR,
    highest=PrivacyClass.K0,
    scope=Scope.PROGRAMME,
    occasion=Occasion.RECRUITMENT,
)

LIBRARY_KINDS: tuple[Declared, ...] = (LOAN_SLIP, PERSONAL_DATA)
