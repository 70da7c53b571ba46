"""All kinds of documents, by key and by what they are made for. A kind is declared in the *_kinds module of its room.

Listing kinds loads no ReportLab.
"""

from __future__ import annotations

from mentordesk.documents.declared.dates_kinds import DATES_KINDS
from mentordesk.documents.declared.form_kinds import FORM_KINDS
from mentordesk.documents.declared.gathering_kinds import GATHERING_KINDS
from mentordesk.documents.declared.letter_kinds import LETTER_KINDS
from mentordesk.documents.declared.library_kinds import LIBRARY_KINDS
from mentordesk.documents.declared.list_kinds import LIST_KINDS
from mentordesk.documents.declared.pair_kinds import PAIR_KINDS
from mentordesk.documents.declared.person_kinds import PERSON_KINDS
from mentordesk.documents.declared.plan_kinds import PLAN_KINDS
from mentordesk.documents.declared.programme_kinds import PROGRAMME_KINDS
from mentordesk.documents.declared.recruitment_kinds import RECRUITMENT_KINDS
from mentordesk.documents.declared.role_kinds import ROLE_KINDS
from mentordesk.documents.declared.survey_kinds import SURVEY_KINDS
from mentordesk.documents.declared.team_kinds import TEAM_KINDS
from mentordesk.documents.declared.wall_kinds import WALL_KINDS
from mentordesk.documents.kinds import Declared, Scope

ALL_KINDS: tuple[Declared, ...] = (
    *PROGRAMME_KINDS,
    *RECRUITMENT_KINDS,
    *FORM_KINDS,
    *ROLE_KINDS,
    *PAIR_KINDS,
    *GATHERING_KINDS,
    *SURVEY_KINDS,
    *LETTER_KINDS,
    *LIBRARY_KINDS,
    *PERSON_KINDS,
    *LIST_KINDS,
    *PLAN_KINDS,
    *TEAM_KINDS,
    *DATES_KINDS,
    *WALL_KINDS,
)
"""Roughly as a programme meets them."""

_BY_KEY = {kind.key: kind for kind in ALL_KINDS}


def kind_of(key: str) -> Declared:
    """Raises KeyError for a key that is no kind."""
    return _BY_KEY[key]


def kinds_of(scope: Scope) -> tuple[Declared, ...]:
    """In the order of the registry."""
    return tuple(kind for kind in ALL_KINDS if kind.scope is scope)
