"""What may be said against a pair, how grave it is, and what it takes to pass it (R22, R30, UX 5.4).

Which fact it is in words says matching/rules.py; a criterion that is not met is excepted, not passed (criteria.py).
To add one: a line in GRAVENESS for the key of a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from typing import TypeAlias

from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import Message, msg, nmsg

WarningKey: TypeAlias = tuple[ParticipationId, ParticipationId, str]
"""Mentee, mentor, and the key of the rule."""

WEAK = "weak"  # fewer points than the programme's floor: no rule forbids it, somebody should say why


class Graveness(Enum):
    FIRM = auto()  # nothing passes it
    DEPENDENCE = auto()  # two confirmations and a reason
    SOFT = auto()  # a reason of one line


# R30 counts a veto and "not together again" among what a position of dependence is.
GRAVENESS: Mapping[str, Graveness] = {
    "own_mentor": Graveness.FIRM,
    "capacity": Graveness.FIRM,
    "kept_apart": Graveness.FIRM,
    "line_of_command": Graveness.DEPENDENCE,
    "same_unit": Graveness.DEPENDENCE,
    "recorded_dependence": Graveness.DEPENDENCE,
    "veto": Graveness.DEPENDENCE,
    "not_again": Graveness.DEPENDENCE,
    "language": Graveness.SOFT,
    "other_area": Graveness.SOFT,
    WEAK: Graveness.SOFT,
}
EXCEPTED_INSTEAD = "eligibility"  # the rule whose criteria are answered or excepted one by one (R22)


class DecisionKind(StrEnum):
    APPROVED = "approved"  # a pair outside a plan
    PASSED = "passed"  # a warning


@dataclass(frozen=True, slots=True)
class PairWarning:
    """One thing that is said against one pair."""

    mentee: ParticipationId
    mentor: ParticipationId
    rule: str
    sentence: Message

    @property
    def key(self) -> WarningKey:
        return self.mentee, self.mentor, self.rule

    @property
    def graveness(self) -> Graveness:
        return GRAVENESS[self.rule]


@dataclass(frozen=True, slots=True)
class Passing:
    """Why warnings are passed and who says so; both sets of keys name the positions of dependence, one by one.

    Two sets, since it takes two confirmations: one that came up meanwhile is in neither, and stops the decision.
    `reason` passes every warning that has none of its own in `reasons`; where it is empty, those alone are passed.
    """

    reason: str
    by: str
    confirmed: frozenset[WarningKey] = frozenset()
    confirmed_again: frozenset[WarningKey] = frozenset()
    reasons: Mapping[WarningKey, str] = field(default_factory=dict)

    def reason_for(self, warning: PairWarning) -> str:
        """In one line; empty where it is not passed."""
        return one_line(self.reasons.get(warning.key, self.reason))

    def checked(self) -> Passing:
        """
        Raises:
            Refused: no reason at all, nobody who gives it, or one of them is too long.
        """
        reason, by = one_line(self.reason), one_line(self.by)
        reasons = {key: one_line(each) for key, each in self.reasons.items()}
        if not by or not (reason or any(reasons.values())):
            raise Refused(msg("A warning is passed with a reason and the name of whoever gives it. Write both."))
        for each in (reason, *reasons.values()):
            check_length(each, TEXT_LENGTH)
        check_length(by, NAME_LENGTH)
        return Passing(reason, by, self.confirmed, self.confirmed_again, reasons)


def check_passed(warnings: Iterable[PairWarning], passing: Passing | None) -> tuple[PairWarning, ...]:
    """All of them, passed one way or another.

    Raises:
        Refused: one that nothing passes, or a passing without a reason or a name.
        NotYet: a reason, or one of the two confirmations, is missing; what is to be answered stands in the details.
    """
    said = tuple(warnings)
    firm = [each for each in said if each.graveness is Graveness.FIRM]
    if firm:
        raise Refused(
            nmsg(
                "Nothing was decided: {count} obstacle cannot be passed. Remove it, or choose another mentor.",
                "Nothing was decided: {count} obstacles cannot be passed. Remove them, or choose another mentor.",
                len(firm),
            ),
            *(each.sentence for each in firm),
        )
    unreasoned = [each for each in said if passing is None or not passing.reason_for(each)]
    if unreasoned:
        raise NotYet(
            nmsg(
                "Nothing was decided: {count} warning needs a reason. Write it in one line, or choose another mentor.",
                "Nothing was decided: {count} warnings need a reason. Write it in one line, or choose another mentor.",
                len(unreasoned),
            ),
            *(each.sentence for each in unreasoned),
        )
    if said and passing is not None:
        passing.checked()
        _check_confirmed(said, passing)
    return said


def _check_confirmed(warnings: tuple[PairWarning, ...], passing: Passing) -> None:
    grave = [each for each in warnings if each.graveness is Graveness.DEPENDENCE]
    for keys, asking in (
        (passing.confirmed, msg("Nothing was decided: a position of dependence is passed only if you confirm it.")),
        (
            passing.confirmed_again,
            msg("Nothing was decided: a position of dependence is passed only if you confirm it a second time."),
        ),
    ):
        missing = [each.sentence for each in grave if each.key not in keys]
        if missing:
            raise NotYet(asking, *missing)
