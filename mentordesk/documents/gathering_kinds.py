"""Papers of a joint meeting, declared as the others in kinds.py: a meeting, or one who came, is what they are for.

Which of them a kind of meeting has stands in domain/meetings.py, by these keys.
"""

from __future__ import annotations

from typing import TypeAlias

from mentordesk.documents.gathering_day import (
    FOLLOW_UP_TITLE,
    INVITATION_TITLE,
    PROGRAMME_TITLE,
    FollowUpContent,
    InvitationContent,
    ProgrammeContent,
    follow_up_list,
    gathering_invitation,
    gathering_programme,
)
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
GATHERING_PROGRAMME = DocumentKind(
    "gathering-programme", PROGRAMME_TITLE, ProgrammeContent, gathering_programme, (*_TEAM, *_PAIR), _K0
)
GATHERING_INVITATION = DocumentKind(
    "gathering-invitation", INVITATION_TITLE, InvitationContent, gathering_invitation, _PAIR, _K0
)
FOLLOW_UP_LIST = DocumentKind("follow-up-list", FOLLOW_UP_TITLE, FollowUpContent, follow_up_list, _TEAM, _K0)
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
    | DocumentKind[ProgrammeContent]
    | DocumentKind[InvitationContent]
    | DocumentKind[FollowUpContent]
)
GATHERING_KINDS: tuple[GatheringKind, ...] = (
    GATHERING_PROGRAMME,
    GATHERING_INVITATION,
    PARTICIPANT_LIST,
    BADGES,
    ATTENDANCE_SHEET,
    GROUP_LIST,
    FEEDBACK_FORM,
    CERTIFICATE,
    FOLLOW_UP_LIST,
)
"""In the order in which a kit is printed."""
