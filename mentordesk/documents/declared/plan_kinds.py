"""Papers about plans and why a pair is one, declared as kinds.py says: for those who decide, and for each one."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.pair_list import PAIR_LIST_TITLE, PairListContent, pair_list
from mentordesk.documents.papers.plan_comparison import COMPARISON_TITLE, ComparisonContent, plan_comparison
from mentordesk.documents.papers.why_you_two import WHY_TITLE, WhyContent, why_you_two
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

_TEAM = (Role.MANAGER, Role.TEAM)
PAIR_LIST = DocumentKind(
    "pair-list",
    PAIR_LIST_TITLE,
    PairListContent,
    pair_list,
    audience=_TEAM,
    highest=PrivacyClass.K1,
    scope=Scope.TEAM,
    occasion=Occasion.TEAM,
)
PLAN_COMPARISON = DocumentKind(
    "plan-comparison",
    COMPARISON_TITLE,
    ComparisonContent,
    plan_comparison,
    audience=_TEAM,
    highest=PrivacyClass.K1,
    scope=Scope.TEAM,
    occasion=Occasion.TEAM,
)
WHY_YOU_TWO = DocumentKind(
    "why-you-two",
    WHY_TITLE,
    WhyContent,
    why_you_two,
    audience=(Role.MENTEE, Role.MENTOR),
    highest=PrivacyClass.K1,
    scope=Scope.PAIR,
    occasion=Occasion.START,
)

PLAN_KINDS: tuple[Declared, ...] = (
    PAIR_LIST,
    PLAN_COMPARISON,
    WHY_YOU_TWO,
)
