"""Papers that tell those of a role what it asks of them, declared as kinds.py says."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.introduction_checklist import (
    INTRODUCTION_TITLE,
    IntroductionContent,
    introduction_checklist,
)
from mentordesk.documents.papers.material_request import (
    MATERIAL_REQUEST_TITLE,
    MaterialRequestContent,
    material_request,
)
from mentordesk.documents.papers.meeting_guide import MEETING_GUIDE_TITLE, MeetingGuideContent, meeting_guide
from mentordesk.documents.papers.role_guide import (
    MENTEE_GUIDE_TITLE,
    MENTOR_GUIDE_TITLE,
    RoleGuideContent,
    mentee_guide,
    mentor_guide,
)
from mentordesk.domain.introduction_paper import INTRODUCTION_POINTS
from mentordesk.domain.meeting_guide import MEETING_GUIDE_POINTS
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.role_guides import MENTEE_GUIDE, MENTOR_GUIDE

ROLE_GUIDE_MENTEE = DocumentKind(
    "role-guide-mentee",
    MENTEE_GUIDE_TITLE,
    RoleGuideContent,
    mentee_guide,
    audience=(Role.MENTEE,),
    highest=PrivacyClass.K0,
    scope=Scope.PERSON,
    occasion=Occasion.START,
    points=MENTEE_GUIDE,
)
ROLE_GUIDE_MENTOR = DocumentKind(
    "role-guide-mentor",
    MENTOR_GUIDE_TITLE,
    RoleGuideContent,
    mentor_guide,
    audience=(Role.MENTOR,),
    highest=PrivacyClass.K0,
    scope=Scope.PERSON,
    occasion=Occasion.START,
    points=MENTOR_GUIDE,
)
MEETING_GUIDE = DocumentKind(
    "meeting-guide",
    MEETING_GUIDE_TITLE,
    MeetingGuideContent,
    meeting_guide,
    audience=(Role.MENTEE, Role.MENTOR),
    highest=PrivacyClass.K0,
    scope=Scope.PROGRAMME,
    occasion=Occasion.CONVERSATIONS,
    points=MEETING_GUIDE_POINTS,
)
INTRODUCTION_CHECKLIST = DocumentKind(
    "introduction-checklist",
    INTRODUCTION_TITLE,
    IntroductionContent,
    introduction_checklist,
    audience=(Role.MENTEE, Role.HR, Role.MANAGER),
    highest=PrivacyClass.K0,
    scope=Scope.PERSON,
    occasion=Occasion.RECRUITMENT,
    points=INTRODUCTION_POINTS,
)
MATERIAL_REQUEST = DocumentKind(
    "material-request",
    MATERIAL_REQUEST_TITLE,
    MaterialRequestContent,
    material_request,
    audience=(Role.MENTEE, Role.MENTOR),
    highest=PrivacyClass.K0,
    scope=Scope.PERSON,
    occasion=Occasion.ANYBODY,
)

ROLE_KINDS: tuple[Declared, ...] = (
    INTRODUCTION_CHECKLIST,
    ROLE_GUIDE_MENTEE,
    ROLE_GUIDE_MENTOR,
    MEETING_GUIDE,
    MATERIAL_REQUEST,
)
