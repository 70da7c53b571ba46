"""Papers of a joint meeting, declared as kinds.py says: a meeting, or one who came, is what they are for.

Which of them a kind of meeting has stands in domain/meetings.py, by these keys.
"""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.gathering_day import (
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
from mentordesk.documents.papers.gathering_lists import (
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
from mentordesk.documents.papers.gathering_papers import (
    CERTIFICATE_TITLE,
    FEEDBACK_TITLE,
    CertificateContent,
    FeedbackContent,
    certificate,
    feedback_form,
)
from mentordesk.domain import feedback
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

_TEAM = (Role.MANAGER, Role.TEAM)
_PAIR = (Role.MENTEE, Role.MENTOR)
GATHERING_PROGRAMME = DocumentKind(
    "gathering-programme",
    PROGRAMME_TITLE,
    ProgrammeContent,
    gathering_programme,
    audience=(*_TEAM, *_PAIR),
    highest=PrivacyClass.K0,
    scope=Scope.MEETING,
    occasion=Occasion.GATHERINGS,
)
GATHERING_INVITATION = DocumentKind(
    "gathering-invitation",
    INVITATION_TITLE,
    InvitationContent,
    gathering_invitation,
    audience=_PAIR,
    highest=PrivacyClass.K0,
    scope=Scope.MEETING,
    occasion=Occasion.GATHERINGS,
)
PARTICIPANT_LIST = DocumentKind(
    "participant-list",
    PARTICIPANT_LIST_TITLE,
    PeopleContent,
    participant_list,
    audience=(*_TEAM, *_PAIR),
    highest=PrivacyClass.K0,
    scope=Scope.MEETING,
    occasion=Occasion.GATHERINGS,
)
BADGES = DocumentKind(
    "badges",
    BADGES_TITLE,
    PeopleContent,
    badges,
    audience=(*_TEAM, *_PAIR),
    highest=PrivacyClass.K0,
    scope=Scope.MEETING,
    occasion=Occasion.GATHERINGS,
)
ATTENDANCE_SHEET = DocumentKind(
    "attendance-sheet",
    ATTENDANCE_TITLE,
    PeopleContent,
    attendance_sheet,
    audience=_TEAM,
    highest=PrivacyClass.K0,
    scope=Scope.MEETING,
    occasion=Occasion.GATHERINGS,
)
GROUP_LIST = DocumentKind(
    "group-list",
    GROUPS_TITLE,
    GroupsContent,
    group_list,
    audience=(*_TEAM, *_PAIR),
    highest=PrivacyClass.K0,
    scope=Scope.MEETING,
    occasion=Occasion.GATHERINGS,
)
FEEDBACK_FORM = DocumentKind(
    "feedback-form",
    FEEDBACK_TITLE,
    FeedbackContent,
    feedback_form,
    audience=_PAIR,
    highest=PrivacyClass.K0,
    scope=Scope.MEETING,
    occasion=Occasion.GATHERINGS,
    form=feedback.FEEDBACK_FORM,
)
CERTIFICATE = DocumentKind(
    "certificate",
    CERTIFICATE_TITLE,
    CertificateContent,
    certificate,
    audience=_PAIR,
    highest=PrivacyClass.K0,
    scope=Scope.MEETING,
    occasion=Occasion.GATHERINGS,
)
FOLLOW_UP_LIST = DocumentKind(
    "follow-up-list",
    FOLLOW_UP_TITLE,
    FollowUpContent,
    follow_up_list,
    audience=_TEAM,
    highest=PrivacyClass.K0,
    scope=Scope.MEETING,
    occasion=Occasion.GATHERINGS,
)

GATHERING_KINDS: tuple[Declared, ...] = (
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
