"""Papers of a whole programme, declared as the others in kinds.py: for the team, and for whoever passes the wall."""

from __future__ import annotations

from mentordesk.documents.kinds import DocumentKind
from mentordesk.documents.programme_wall import WALL_TITLE, WallContent, programme_wall
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

PROGRAMME_WALL = DocumentKind(
    "programme-wall",
    WALL_TITLE,
    WallContent,
    programme_wall,
    (Role.MANAGER, Role.TEAM, Role.MENTEE, Role.MENTOR),
    PrivacyClass.K0,
)
