"""Days as people say them (ux.md 3): "tomorrow", "in 3 weeks", "4 days late". The exact date belongs in a tip.

Nothing here looks at a clock: both days are given.
"""

from __future__ import annotations

from datetime import date

from mentordesk.i18n.message import Message, msg, nmsg

_WEEKS_FROM = 14  # days; before it a day more or less matters
_MONTHS_FROM = 61
_YEARS_FROM = 730
_MONTH, _YEAR = 30.44, 365.25  # days, on average


def when(day: date, today: date) -> Message:
    """Where a day lies, seen from today."""
    away = (day - today).days
    if away >= 0:
        return _ahead(away)
    return msg("yesterday") if away == -1 else _ago(-away)


def due(day: date, today: date) -> Message:
    """As `when`, for something that should be done by then: afterwards it is late."""
    away = (day - today).days
    return _ahead(away) if away >= 0 else _late(-away)


def _ahead(days: int) -> Message:
    if days < 2:
        return msg("tomorrow") if days else msg("today")
    if days < _WEEKS_FROM:
        return nmsg("in {count} day", "in {count} days", days)
    if days < _MONTHS_FROM:
        return nmsg("in {count} week", "in {count} weeks", days // 7)
    if days < _YEARS_FROM:
        return nmsg("in {count} month", "in {count} months", round(days / _MONTH))
    return nmsg("in {count} year", "in {count} years", round(days / _YEAR))


def _ago(days: int) -> Message:
    if days < _WEEKS_FROM:
        return nmsg("{count} day ago", "{count} days ago", days)
    if days < _MONTHS_FROM:
        return nmsg("{count} week ago", "{count} weeks ago", days // 7)
    if days < _YEARS_FROM:
        return nmsg("{count} month ago", "{count} months ago", round(days / _MONTH))
    return nmsg("{count} year ago", "{count} years ago", round(days / _YEAR))


def _late(days: int) -> Message:
    if days < _WEEKS_FROM:
        return nmsg("{count} day late", "{count} days late", days)
    if days < _MONTHS_FROM:
        return nmsg("{count} week late", "{count} weeks late", days // 7)
    if days < _YEARS_FROM:
        return nmsg("{count} month late", "{count} months late", round(days / _MONTH))
    return nmsg("{count} year late", "{count} years late", round(days / _YEAR))
