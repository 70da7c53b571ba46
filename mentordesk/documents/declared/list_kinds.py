"""Papers of what is in view in the list of participants, declared as kinds.py says: for the team alone."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.people_comparison import COMPARED_TITLE, PeopleComparedContent, people_compared
from mentordesk.documents.papers.people_list import PEOPLE_TITLE, PeopleListContent, people_list
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

_TEAM = (Role.MANAGER, Role.TEAM)
PEOPLE_LIST = DocumentKind(
    "people-list",
    PEOPLE_TITLE,
    PeopleListContent,
    people_list,
    audience=_TEAM,
    highest=PrivacyClass.K1,
    scope=Scope.TEAM,
    occasion=Occasion.TEAM,
)
PEOPLE_COMPARED = DocumentKind(
    "people-compared",
    COMPARED_TITLE,
    PeopleComparedContent,
    people_compared,
    audience=_TEAM,
    highest=PrivacyClass.K1,
    scope=Scope.TEAM,
    occasion=Occasion.TEAM,
)

LIST_KINDS: tuple[Declared, ...] = (
    PEOPLE_LIST,
    PEOPLE_COMPARED,
)
