"""The paper of the calendar, declared as kinds.py says: for the team alone, for it says who meets whom."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.dates_list import DATES_TITLE, DatesContent, dates_list
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

DATES = DocumentKind(
    "dates",
    DATES_TITLE,
    DatesContent,
    dates_list,
    audience=(Role.MANAGER, Role.TEAM),
    highest=PrivacyClass.K1,
    scope=Scope.TEAM,
    occasion=Occasion.TEAM,
)

DATES_KINDS: tuple[Declared, ...] = (DATES,)
