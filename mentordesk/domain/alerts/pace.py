"""How often a pair should meet: its own agreement, and the programme's minimum where that is stricter (R42)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from mentordesk.domain.alerts.views import PairInView
from mentordesk.domain.alerts.waking import waking_days
from mentordesk.domain.criteria import months_since
from mentordesk.i18n.message import Message, msg, nmsg


class Source(Enum):
    """Who says so."""

    PROGRAMME = auto()
    PAIR = auto()
    MINIMUM = auto()


@dataclass(frozen=True, slots=True)
class Interval:
    """Days between two conversations."""

    days: int
    source: Source


def interval(pair: PairInView) -> Interval:
    """What holds after the conversations held so far; a programme may begin densely and thin out."""
    rule = pair.settings.conversations
    if pair.agreed_rhythm is None:
        thinned = rule.dense and pair.held >= rule.dense
        return Interval(rule.later_days if thinned else rule.rhythm_days, Source.PROGRAMME)
    if rule.minimum:
        at_most = max(1, _length(pair) // rule.minimum)
        if at_most < pair.agreed_rhythm:
            return Interval(at_most, Source.MINIMUM)
    return Interval(pair.agreed_rhythm, Source.PAIR)


def expected(pair: PairInView) -> int:
    """Conversations that the pair's rhythm gives up to today, and never fewer than its minimum asks by now."""
    lasted = _lasted(pair)
    if lasted <= 0:
        return 0
    rule = pair.settings.conversations
    if pair.agreed_rhythm is not None:
        by_rhythm = lasted // pair.agreed_rhythm
    elif rule.dense and lasted > rule.dense * rule.rhythm_days:
        by_rhythm = rule.dense + (lasted - rule.dense * rule.rhythm_days) // rule.later_days
    else:
        by_rhythm = lasted // rule.rhythm_days
    return max(by_rhythm, expected_of_minimum(pair))


def expected_of_minimum(pair: PairInView) -> int:
    """The minimum's share of the time that has passed, rounded down; 0 is too early to tell."""
    return pair.settings.conversations.minimum * max(0, _lasted(pair)) // _length(pair)


def rest_is_too_short(pair: PairInView) -> bool:
    """Whether what is missing of the minimum no longer fits into the time left, at the rhythm that holds."""
    missing = pair.settings.conversations.minimum - pair.held
    return pair.today + timedelta((missing - 1) * interval(pair).days) > pair.ends_on


def time_left(pair: PairInView) -> Message:
    """To the pair's last day: whole months, or days in the last month."""
    months = months_since(pair.today, pair.ends_on)
    if months >= 1:
        return nmsg("{count} month left", "{count} months left", months)
    return nmsg("{count} day left", "{count} days left", (pair.ends_on - pair.today).days)


def in_words(every: Interval, pair: PairInView) -> Message:
    """The rule as it stands, whoever made it."""
    match every.source:
        case Source.PROGRAMME:
            return nmsg(
                "The programme asks for one about every {count} day.",
                "The programme asks for one about every {count} days.",
                every.days,
            )
        case Source.PAIR:
            return nmsg(
                "The pair agreed on a conversation about every {count} day.",
                "The pair agreed on a conversation about every {count} days.",
                every.days,
            )
        case Source.MINIMUM:
            return msg(
                "The programme's minimum of {minimum} conversations means one about every {every} days, which is "
                "stricter than the {agreed} days that the pair agreed on.",
                minimum=pair.settings.conversations.minimum,
                every=every.days,
                agreed=pair.agreed_rhythm or 0,
            )


def _lasted(pair: PairInView) -> int:
    return waking_days(pair, pair.begins_on, min(pair.today, pair.ends_on))


def _length(pair: PairInView) -> int:
    """Of the pair's whole time; days on hold are no part of it."""
    return max(1, waking_days(pair, pair.begins_on, pair.ends_on))
