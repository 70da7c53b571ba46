"""Papers of a whole programme's time, declared as kinds.py says: for the team, and for whoever passes the wall."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.programme_wall import WALL_TITLE, WallContent, programme_wall
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

PROGRAMME_WALL = DocumentKind(
    "programme-wall",
    WALL_TITLE,
    WallContent,
    programme_wall,
    audience=(Role.MANAGER, Role.TEAM, Role.MENTEE, Role.MENTOR),
    highest=PrivacyClass.K0,
    scope=Scope.PROGRAMME,
    occasion=Occasion.ANYBODY,
)

WALL_KINDS: tuple[Declared, ...] = (PROGRAMME_WALL,)
