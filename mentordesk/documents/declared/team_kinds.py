"""Papers of the team's own meetings, declared as kinds.py says: for the team alone."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.team_agenda import AGENDA_TITLE, TeamAgendaContent, team_agenda
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

TEAM_AGENDA = DocumentKind(
    "team-agenda",
    AGENDA_TITLE,
    TeamAgendaContent,
    team_agenda,
    audience=(Role.MANAGER, Role.TEAM),
    highest=PrivacyClass.K2,
    scope=Scope.MEETING,
    occasion=Occasion.TEAM,
)

TEAM_KINDS: tuple[Declared, ...] = (TEAM_AGENDA,)
