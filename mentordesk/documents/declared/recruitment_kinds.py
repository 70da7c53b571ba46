"""Papers of recruitment, declared as kinds.py says: for those who hold interviews, before there are pairs."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.interview_guide import GUIDE_TITLE, GuideContent, interview_guide
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

INTERVIEW_GUIDE = DocumentKind(
    "interview-guide",
    GUIDE_TITLE,
    GuideContent,
    interview_guide,
    audience=(Role.MANAGER, Role.TEAM),
    highest=PrivacyClass.K1,
    scope=Scope.PERSON,
    occasion=Occasion.RECRUITMENT,
)

RECRUITMENT_KINDS: tuple[Declared, ...] = (INTERVIEW_GUIDE,)
