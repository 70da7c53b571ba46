"""Papers of recruitment, declared as the others in kinds.py: for those who hold interviews, before there are pairs."""

from __future__ import annotations

from mentordesk.documents.interview_guide import GUIDE_TITLE, GuideContent, interview_guide
from mentordesk.documents.kinds import DocumentKind
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

INTERVIEW_GUIDE = DocumentKind(
    "interview-guide", GUIDE_TITLE, GuideContent, interview_guide, (Role.MANAGER, Role.TEAM), PrivacyClass.K1
)
