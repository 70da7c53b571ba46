"""The steps that are taken when a pair stays silent or something is not done (R69).

Which step is due is judged in alerts/; a step that was taken changes what is offered next, and hides nothing.
"""

from __future__ import annotations

from enum import StrEnum

from mentordesk.i18n.message import Message, msg


class LadderStep(StrEnum):
    """In the order in which they are taken."""

    REMINDED = "reminded"
    ASKED = "asked"
    TALKED = "talked"
    ENDING_DISCUSSED = "ending_discussed"


LADDER_STEP_NAMES: dict[LadderStep, Message] = {
    LadderStep.REMINDED: msg("Reminded"),
    LadderStep.ASKED: msg("Asked how it is going"),
    LadderStep.TALKED: msg("Talked with both"),
    LadderStep.ENDING_DISCUSSED: msg("Talked about ending the pair"),
}
