"""Letters on paper, declared as kinds.py says."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.letter_paper import LETTER_TITLE, LetterContent, letter_paper
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

LETTER = DocumentKind(
    "letter",
    LETTER_TITLE,
    LetterContent,
    letter_paper,
    audience=(Role.MENTEE, Role.MENTOR, Role.TEAM),
    highest=PrivacyClass.K2,
    scope=Scope.PERSON,
    occasion=Occasion.ANYBODY,
)
LETTER_KINDS: tuple[Declared, ...] = (LETTER,)
