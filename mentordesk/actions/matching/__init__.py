"""Keeping plans, deciding in them, approving one (R22, R33, R34); pairs by hand, and their life (R36, R37, R40 to R42).

Finding a plan is `matching.scenario`, pure.
"""

from mentordesk.actions.matching.approving import Approved, CriteriaException, NotYetApproved, approve
from mentordesk.actions.matching.beginning import accept, ask_both, begin, decline, note_agreement
from mentordesk.actions.matching.deciding import allow_again, keep_apart, lock_pair, unlock_pair
from mentordesk.actions.matching.ending import Agreement, Closing, complete, dissolve, want_new_mentor
from mentordesk.actions.matching.fitting import FitAnswer, answer_fit, answer_fits, ask_fit, take_back_fit
from mentordesk.actions.matching.keeping import Decided, keep_scenario, put_together
from mentordesk.actions.matching.no_match import bring_in_waiting, decide_no_match, take_back_no_match
from mentordesk.actions.matching.papers import PlanPaper, print_comparison, print_pair_list, print_why_you_two
from mentordesk.actions.matching.rematching import Rematched, RematchEffect, rematch, rematch_effect
from mentordesk.actions.matching.resting import hold, hold_effect, resume
from mentordesk.actions.matching.scenarios import (
    copy_scenario,
    delete_scenario,
    new_scenario,
    note_on_scenario,
    rename_scenario,
    weigh_scenario,
)
from mentordesk.actions.matching.seats import Seat, seats_of
from mentordesk.actions.matching.single import Consent, Paired, SaidAgainst, approve_pair
from mentordesk.actions.matching.substitutes import end_substitute, substitute

__all__ = [
    "Agreement",
    "Approved",
    "Closing",
    "Consent",
    "CriteriaException",
    "Decided",
    "FitAnswer",
    "NotYetApproved",
    "Paired",
    "PlanPaper",
    "RematchEffect",
    "Rematched",
    "SaidAgainst",
    "Seat",
    "accept",
    "allow_again",
    "answer_fit",
    "answer_fits",
    "approve",
    "approve_pair",
    "ask_both",
    "ask_fit",
    "begin",
    "bring_in_waiting",
    "complete",
    "copy_scenario",
    "decide_no_match",
    "decline",
    "delete_scenario",
    "dissolve",
    "end_substitute",
    "hold",
    "hold_effect",
    "keep_apart",
    "keep_scenario",
    "lock_pair",
    "new_scenario",
    "note_agreement",
    "note_on_scenario",
    "print_comparison",
    "print_pair_list",
    "print_why_you_two",
    "put_together",
    "rematch",
    "rematch_effect",
    "rename_scenario",
    "resume",
    "seats_of",
    "substitute",
    "take_back_fit",
    "take_back_no_match",
    "unlock_pair",
    "want_new_mentor",
    "weigh_scenario",
]
