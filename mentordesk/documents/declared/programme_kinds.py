"""Papers that tell of a programme, declared as kinds.py says: for whoever thinks of taking part."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.call_paper import CALL_TITLE, CallContent, call_paper
from mentordesk.documents.papers.leaflet import LEAFLET_TITLE, LeafletContent, leaflet
from mentordesk.domain.leaflet import LEAFLET_POINTS
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

PROGRAMME_LEAFLET = DocumentKind(
    "programme-leaflet",
    LEAFLET_TITLE,
    LeafletContent,
    leaflet,
    audience=(Role.MENTEE, Role.MENTOR, Role.OWNER),
    highest=PrivacyClass.K0,
    scope=Scope.PROGRAMME,
    occasion=Occasion.RECRUITMENT,
    points=LEAFLET_POINTS,
)
CALL = DocumentKind(
    "call",
    CALL_TITLE,
    CallContent,
    call_paper,
    audience=(Role.MENTEE, Role.MENTOR),
    highest=PrivacyClass.K0,
    scope=Scope.PROGRAMME,
    occasion=Occasion.RECRUITMENT,
)

PROGRAMME_KINDS: tuple[Declared, ...] = (PROGRAMME_LEAFLET, CALL)
