"""Papers about plans and why a pair is one, declared as the others in kinds.py: for those who decide, and for each one.

They are not papers of a pair that `documents` prints by kind: a plan, or one reader, is what they are made for.
"""

from __future__ import annotations

from mentordesk.documents.kinds import DocumentKind
from mentordesk.documents.pair_list import PAIR_LIST_TITLE, PairListContent, pair_list
from mentordesk.documents.plan_comparison import COMPARISON_TITLE, ComparisonContent, plan_comparison
from mentordesk.documents.why_you_two import WHY_TITLE, WhyContent, why_you_two
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

PAIR_LIST = DocumentKind(
    "pair-list", PAIR_LIST_TITLE, PairListContent, pair_list, (Role.MANAGER, Role.TEAM), PrivacyClass.K1
)
PLAN_COMPARISON = DocumentKind(
    "plan-comparison",
    COMPARISON_TITLE,
    ComparisonContent,
    plan_comparison,
    (Role.MANAGER, Role.TEAM),
    PrivacyClass.K1,
)
WHY_YOU_TWO = DocumentKind(
    "why-you-two", WHY_TITLE, WhyContent, why_you_two, (Role.MENTEE, Role.MENTOR), PrivacyClass.K1
)
