"""Papers of the team's own meetings, declared as the others in kinds.py: for the team alone."""

from __future__ import annotations

from mentordesk.documents.kinds import DocumentKind
from mentordesk.documents.team_agenda import AGENDA_TITLE, TeamAgendaContent, team_agenda
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

TEAM_AGENDA = DocumentKind(
    "team-agenda", AGENDA_TITLE, TeamAgendaContent, team_agenda, (Role.MANAGER, Role.TEAM), PrivacyClass.K2
)
