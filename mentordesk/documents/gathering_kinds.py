"""Papers of a joint meeting, declared as the others in kinds.py: a meeting, or one who came, is what they are for.

Which of them a kind of meeting has stands in domain/meetings.py, by these keys.
"""

from __future__ import annotations

from typing import TypeAlias

from mentordesk.documents.gathering_lists import (
    ATTENDANCE_TITLE,
    BADGES_TITLE,
    GROUPS_TITLE,
    PARTICIPANT_LIST_TITLE,
    GroupsContent,
    PeopleContent,
    attendance_sheet,
    badges,
    group_list,
    participant_list,
)
from mentordesk.documents.gathering_papers import (
    CERTIFICATE_TITLE,
    FEEDBACK_TITLE,
    CertificateContent,
    FeedbackContent,
    certificate,
    feedback_form,
)
from mentordesk.documents.kinds import DocumentKind
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

_TEAM = (Role.MANAGER, Role.TEAM)
_PAIR = (Role.MENTEE, Role.MENTOR)
_K0 = PrivacyClass.K0
PARTICIPANT_LIST = DocumentKind(
    "participant-list", PARTICIPANT_LIST_TITLE, PeopleContent, participant_list, (*_TEAM, *_PAIR), _K0
)
ATTENDANCE_SHEET = DocumentKind("attendance-sheet", ATTENDANCE_TITLE, PeopleContent, attendance_sheet, _TEAM, _K0)
GROUP_LIST = DocumentKind("group-list", GROUPS_TITLE, GroupsContent, group_list, (*_TEAM, *_PAIR), _K0)
BADGES = DocumentKind("badges", BADGES_TITLE, PeopleContent, badges, (*_TEAM, *_PAIR), _K0)
CERTIFICATE = DocumentKind("certificate", CERTIFICATE_TITLE, CertificateContent, certificate, _PAIR, _K0)
FEEDBACK_FORM = DocumentKind("feedback-form", FEEDBACK_TITLE, FeedbackContent, feedback_form, _PAIR, _K0)

GatheringKind: TypeAlias = (
    DocumentKind[PeopleContent]
    | DocumentKind[GroupsContent]
    | DocumentKind[CertificateContent]
    | DocumentKind[FeedbackContent]
)
GATHERING_KINDS: tuple[GatheringKind, ...] = (
    PARTICIPANT_LIST,
    BADGES,
    ATTENDANCE_SHEET,
    GROUP_LIST,
    FEEDBACK_FORM,
    CERTIFICATE,
)
"""In the order in which a kit is printed."""
