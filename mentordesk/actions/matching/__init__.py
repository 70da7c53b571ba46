"""Keeping plans, deciding in them, and approving one (R22, R33, R34). Finding a plan is `matching.scenario`, pure."""

from mentordesk.actions.matching.approving import Approved, CriteriaException, approve
from mentordesk.actions.matching.deciding import allow_again, keep_apart, lock_pair, unlock_pair
from mentordesk.actions.matching.keeping import Decided, keep_scenario, put_together
from mentordesk.actions.matching.seats import Seat, seats_of

__all__ = [
    "Approved",
    "CriteriaException",
    "Decided",
    "Seat",
    "allow_again",
    "approve",
    "keep_apart",
    "keep_scenario",
    "lock_pair",
    "put_together",
    "seats_of",
    "unlock_pair",
]
