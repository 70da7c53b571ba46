"""The plans that come after the best one, where askers look for them; `matching.next_plans` finds them."""

from mentordesk.matching.next_plans import NextPlan, next_plans

__all__ = ["NextPlan", "next_plans"]
