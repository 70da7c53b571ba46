"""The paper of the calendar, declared as the others in kinds.py: for the team alone, for it says who meets whom."""

from __future__ import annotations

from mentordesk.documents.dates_list import DATES_TITLE, DatesContent, dates_list
from mentordesk.documents.kinds import DocumentKind
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

DATES = DocumentKind("dates", DATES_TITLE, DatesContent, dates_list, (Role.MANAGER, Role.TEAM), PrivacyClass.K1)
