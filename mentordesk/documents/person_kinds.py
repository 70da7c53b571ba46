"""Papers for one person, declared as the others in kinds.py; no pair is what they are made for."""

from __future__ import annotations

from mentordesk.documents.kinds import DocumentKind
from mentordesk.documents.person_report import REPORT_TITLE, PersonReportContent, person_report
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

PERSON_REPORT = DocumentKind(
    "person-report", REPORT_TITLE, PersonReportContent, person_report, (Role.MENTEE, Role.MENTOR), PrivacyClass.K2
)
