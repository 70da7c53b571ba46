"""Papers of what is in view in the list of participants, declared as the others in kinds.py: for the team alone."""

from __future__ import annotations

from mentordesk.documents.kinds import DocumentKind
from mentordesk.documents.people_comparison import COMPARED_TITLE, PeopleComparedContent, people_compared
from mentordesk.documents.people_list import PEOPLE_TITLE, PeopleListContent, people_list
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

_TEAM = (Role.MANAGER, Role.TEAM)
PEOPLE_LIST = DocumentKind("people-list", PEOPLE_TITLE, PeopleListContent, people_list, _TEAM, PrivacyClass.K1)
PEOPLE_COMPARED = DocumentKind(
    "people-compared", COMPARED_TITLE, PeopleComparedContent, people_compared, _TEAM, PrivacyClass.K1
)
