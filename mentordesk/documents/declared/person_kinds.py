"""Papers for one person, declared as kinds.py says; no pair is what they are made for."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.person_report import REPORT_TITLE, PersonReportContent, person_report
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

PERSON_REPORT = DocumentKind(
    "person-report",
    REPORT_TITLE,
    PersonReportContent,
    person_report,
    audience=(Role.MENTEE, Role.MENTOR),
    highest=PrivacyClass.K2,
    scope=Scope.PERSON,
    occasion=Occasion.ANYBODY,
)

PERSON_KINDS: tuple[Declared, ...] = (PERSON_REPORT,)
