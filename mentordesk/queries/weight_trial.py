"""Other weights tried on a plan, where askers look for them; `matching.weight_trial` works them out."""

from mentordesk.matching.weight_trial import Trial, try_settings

__all__ = ["Trial", "try_settings"]
