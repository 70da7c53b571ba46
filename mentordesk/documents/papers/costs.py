"""Who bears what, as papers say it (R70)."""

from __future__ import annotations

from mentordesk.domain.programmes import CostRule
from mentordesk.i18n.message import Message, msg

_OWN_UNITS = msg("Each person's own unit bears the costs of travel, meetings, courses and time.")
_RETIRED = msg(
    "The mentor is retired, so the mentee's unit bears the costs of both for travel, meetings, courses and time."
)
_EITHER = msg(
    "Each person's own unit bears the costs of travel, meetings, courses and time. Where the mentor is retired, the "
    "mentee's unit bears the mentor's costs as well."
)
_PROGRAMME = msg("The programme bears the costs of travel, meetings and courses.")


def costs(rule: CostRule, *, mentor_retired: bool | None = None) -> Message:
    """None: it is not known, or not settled, who the mentor is."""
    if rule is CostRule.PROGRAMME:
        return _PROGRAMME
    if mentor_retired is None:
        return _EITHER
    return _RETIRED if mentor_retired else _OWN_UNITS
