"""What a scenario sets for itself (R34): weights, floor and switches in place of the programme's; names for copies.

What it leaves out follows the programme. Locks and vetoes are `matching.decisions`; keeping a scenario is an action.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.programmes import FACTOR_KEYS, MatchingSettings
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable, Wording, msg

HEAVIEST = 100
"""The largest weight of a factor; the least is 0."""

FULL_SCORE = 100.0

ANOTHER_AREA = "other_area"
"""The factor by which another area is preferred, and the rule that asks for one."""

_NUMBERED = re.compile(r"(?:(.*\S) )?(\d{1,6})")
_LONGEST_NUMBER = 8  # characters, with the space before it


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """Only what differs from the programme's: factor key -> weight, floor in points, and the two switches.

    `another_area` True asks for another area as a rule, False only prefers it.
    """

    weights: Mapping[str, int] = field(default_factory=dict)
    floor: float | None = None
    raise_lowest: bool | None = None
    another_area: bool | None = None

    def over(self, programme: MatchingSettings) -> MatchingSettings:
        """The settings that the scenario is matched under."""
        rules = programme.rules if self.another_area is None else {**programme.rules, ANOTHER_AREA: self.another_area}
        return replace(
            programme,
            weights={**programme.weights, **self.weights},
            rules=rules,
            floor=programme.floor if self.floor is None else self.floor,
            raise_lowest=programme.raise_lowest if self.raise_lowest is None else self.raise_lowest,
        )

    def beyond(self, programme: MatchingSettings) -> OwnSettings:
        """The same without what the programme says too, so that a slider put back leaves nothing behind."""
        return OwnSettings(
            {key: weight for key, weight in self.weights.items() if weight != programme.weights.get(key)},
            None if self.floor == programme.floor else self.floor,
            None if self.raise_lowest is programme.raise_lowest else self.raise_lowest,
            None if self.another_area is asks_another_area(programme) else self.another_area,
        )


def asks_another_area(settings: MatchingSettings) -> bool:
    """Whether another area is a rule; a programme that doesn't mention it only prefers one."""
    return settings.rules.get(ANOTHER_AREA, False)


def checked(own: OwnSettings) -> OwnSettings:
    """
    Raises:
        Refused: a weight or a floor that cannot be.
        KeyError: a weight of something that is no factor.
    """
    for key, weight in own.weights.items():
        if key not in FACTOR_KEYS:
            raise KeyError(key)
        if not 0 <= weight <= HEAVIEST:
            raise Refused(msg("A weight is a whole number from 0 to {most}.", most=HEAVIEST))
    if own.floor is not None and not 0 <= own.floor <= FULL_SCORE:
        raise Refused(msg("The floor is a number of points from 0 to {most}.", most=round(FULL_SCORE)))
    return own


def said(name: str) -> Sayable:
    """A plan's name where it stands alone in a sentence: a mere number, which plans are called unasked, is none."""
    return msg("Plan {name}", name=name) if name.isdecimal() else Wording.everywhere(name)


def free_name(name: str, taken: Collection[str]) -> str:
    """The name with the first number behind it that is not taken: "Calm" -> "Calm 2" -> "Calm 3"; "1" -> "2"."""
    numbered = _NUMBERED.fullmatch(name)
    stem, number = (numbered[1] or "", int(numbered[2])) if numbered else (name, 1)
    room = NAME_LENGTH - _LONGEST_NUMBER
    names = (f"{stem[:room].rstrip()} {following}".strip() for following in count(number + 1))
    return next(each for each in names if each not in taken)
