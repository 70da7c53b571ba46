"""What is done about a pair's silence, one step after the other, up to a talk about ending (R69).

How urgent it is follows from the silence alone; a step that was taken changes what is offered next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.patience import Patience
from mentordesk.i18n.message import Message, msg

REGISTER = msg("Register a conversation")


@dataclass(frozen=True, slots=True)
class Rung:
    """`action` is what the coordinator does to take the step; the first may be a conversation not registered yet."""

    step: LadderStep
    action: Message


LADDER: tuple[Rung, ...] = (
    Rung(LadderStep.REMINDED, REGISTER),
    Rung(LadderStep.ASKED, msg("Ask the pair how it is going")),
    Rung(LadderStep.TALKED, msg("Talk with both about going on or ending")),
    Rung(LadderStep.ENDING_DISCUSSED, msg("End the pair by agreement, or plan its next conversation")),
)
_PLACES = {rung.step: place for place, rung in enumerate(LADDER)}


def rung_of_silence(times: float, patience: Patience) -> Rung:
    """`times`: how many of its own intervals a pair has been silent, at least `patience.silence`."""
    if times < patience.long_silence:
        return LADDER[0]
    return LADDER[1] if times < patience.breaking_silence else LADDER[2]


def next_rung(times: float, taken: Sequence[LadderStep], patience: Patience) -> Rung:
    """Never below what the silence asks for, and after what was taken; the last one is offered again."""
    place = _PLACES[rung_of_silence(times, patience).step]
    after = max((_PLACES[step] + 1 for step in taken), default=0)
    return LADDER[min(max(place, after), len(LADDER) - 1)]
