"""Soft factors (R31): what makes a pair fit well, a module each; a part of 10,000 and sentences that name both facts.

To add one: a module with a Factor, a line in FACTORS, and its sentences in three languages.
Demographics are never a factor. Weights and sums are in `scores`; what forbids a pair is a rule.
"""

from __future__ import annotations

from mentordesk.matching.factors.background import BACKGROUND
from mentordesk.matching.factors.chemistry import CHEMISTRY
from mentordesk.matching.factors.experience import EXPERIENCE
from mentordesk.matching.factors.factor import FULL, NEUTRAL, Evidence, Factor, Plane
from mentordesk.matching.factors.focus import FOCUS
from mentordesk.matching.factors.other_area import OTHER_AREA
from mentordesk.matching.factors.personality import PERSONALITY
from mentordesk.matching.factors.practical import PRACTICAL
from mentordesk.matching.factors.wishes import WISHES

FACTORS: tuple[Factor, ...] = (
    BACKGROUND,
    EXPERIENCE,
    FOCUS,
    PERSONALITY,
    CHEMISTRY,
    OTHER_AREA,
    WISHES,
    PRACTICAL,
)

__all__ = ["FACTORS", "FULL", "NEUTRAL", "Evidence", "Factor", "Plane"]
