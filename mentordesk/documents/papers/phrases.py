"""How a conversation rule reads on paper: form, rhythm, length, number, who begins."""

from __future__ import annotations

from mentordesk.domain.people import Role
from mentordesk.domain.programmes import ConversationRule, Mode
from mentordesk.i18n.message import Message, msg, nmsg

_MONTH = 365 / 12  # days
_NEAR = 1.5  # days that months may differ from so many days


def how_often(days: int, least: int = 0) -> Message:
    """As people say it: months and weeks before days. `least` is the fewest conversations of the whole."""
    return _at_least(_rhythm(days), least)


def rhythm_of(rule: ConversationRule) -> Message:
    """How often a programme wants its pairs to meet: closer together at first, where it says so."""
    rhythm = _rhythm(rule.rhythm_days)
    if rule.dense and rule.later_days > rule.rhythm_days:
        rhythm = msg("{rhythm} at first, later less often", rhythm=rhythm)
    return _at_least(rhythm, rule.minimum)


def _rhythm(days: int) -> Message:
    months = round(days / _MONTH)
    if abs(days - _MONTH) <= _NEAR:
        return msg("About once a month")
    if months and abs(days - months * _MONTH) <= _NEAR:
        return nmsg("About every month", "About every {count} months", months)
    if days % 7 == 0:
        return nmsg("About every week", "About every {count} weeks", days // 7)
    return nmsg("About every day", "About every {count} days", days)


def _at_least(rhythm: Message, least: int) -> Message:
    if not least:
        return rhythm
    return nmsg("{rhythm}, at least once", "{rhythm}, at least {count} times", least, rhythm=rhythm)


def how_long(minutes: int) -> Message:
    if minutes % 60 == 0:
        return nmsg("About an hour", "About {count} hours", minutes // 60)
    return nmsg("About a minute", "About {count} minutes", minutes)


def where(mode: Mode, place: str = "", *, neutral: bool = False) -> Message:
    """`neutral` is the programme's wish for a place that is neither one's own."""
    match mode, bool(place), neutral:
        case Mode.DIGITAL, False, _:
            return msg("Digitally")
        case Mode.DIGITAL, True, _:
            return msg("Digitally: {place}", place=place)
        case Mode.PHYSICAL, True, _:
            return msg("In person: {place}", place=place)
        case Mode.PHYSICAL, False, True:
            return msg("In person, in a neutral place")
        case _:
            return msg("In person")


def who_begins(role: Role) -> Message:
    match role:
        case Role.MENTEE:
            return msg("The mentee makes the first contact.")
        case Role.MENTOR:
            return msg("The mentor makes the first contact.")
        case _:
            return msg("The coordinator makes the first contact.")
