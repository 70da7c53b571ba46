"""Experience: how far the mentor is ahead in years of leadership, and by level; years weigh twice.

The programme says which lead is best (`gap_years`); a smaller or much larger one counts less, the further off.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

import numpy as np

from mentordesk.domain.criteria import years_since
from mentordesk.domain.people import LeadershipLevel
from mentordesk.i18n.message import Listed, Message, Value, msg, nmsg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.factor import FULL, NEUTRAL, Evidence, Factor, Parts, Plane
from mentordesk.matching.levels import Mask, Whole

_LEVELS = (LeadershipLevel.FIRST_LINE, LeadershipLevel.MIDDLE, LeadershipLevel.SENIOR)
_LEVEL_WORDS = {
    LeadershipLevel.FIRST_LINE: msg("a first-line manager"),
    LeadershipLevel.MIDDLE: msg("a middle manager"),
    LeadershipLevel.SENIOR: msg("a senior manager"),
}
_LOWER, _AS_HIGH, _HIGHER = 0, NEUTRAL, FULL  # where the mentor stands
_LONGEST = 80  # years; nobody has led for longer
_UNKNOWN = -1

Number = TypeVar("Number", int, Parts)


def _part(mentee: Candidate, mentor: Candidate, question: Question) -> int | None:
    lead, steps = _lead(mentee, mentor, question.today), _steps(mentee, mentor)
    if lead is None and steps is None:
        return None
    by_years = NEUTRAL if lead is None else part_of_lead(lead, question.settings.gap_years)
    by_level = NEUTRAL if steps is None else part_of_steps(steps)
    return _together(by_years, by_level)


def _together(by_years: Number, by_level: Number) -> Number:
    """Years weigh twice; a third rounds to the nearest."""
    return (2 * by_years + by_level + 1) // 3


def part_of_lead(years: int, best: tuple[int, int]) -> int:
    """Nothing without a lead, all of it from the first of the best years to the last, then slowly less."""
    low, high = max(best[0], 1), max(*best, 1)
    if years < low:
        return round(FULL * max(years, 0) / low)
    return max(0, FULL - round(FULL * max(years - high, 0) / (2 * high)))


def part_of_steps(steps: int) -> int:
    """By how many levels the mentor stands above the mentee."""
    return _AS_HIGH if steps == 0 else _HIGHER if steps > 0 else _LOWER


def _lead(mentee: Candidate, mentor: Candidate, today: date) -> int | None:
    mine, theirs = _led(mentee.leadership_since, today), _led(mentor.leadership_since, today)
    return None if _UNKNOWN in (mine, theirs) else theirs - mine


@lru_cache(maxsize=16_384)
def _led(since: date | None, today: date) -> int:
    """Whole years; a start that lies ahead is none."""
    return _UNKNOWN if since is None else min(max(0, years_since(since, today)), _LONGEST)


def _steps(mentee: Candidate, mentor: Candidate) -> int | None:
    mine, theirs = _rank(mentee), _rank(mentor)
    return None if _UNKNOWN in (mine, theirs) else theirs - mine


def _rank(candidate: Candidate) -> int:
    return _UNKNOWN if candidate.level is None else _LEVELS.index(candidate.level)


def _plane(question: Question) -> Plane:
    mine, theirs = _years_led(question.mentees, question.today), _years_led(question.mentors, question.today)
    rank, other_rank = _ranks(question.mentees), _ranks(question.mentors)
    by_years = _table_of_years(question.settings.gap_years)[mine].take(theirs, axis=1)
    by_level = _TABLE_OF_RANKS[rank].take(other_rank, axis=1)
    known: Mask = (mine != _UNKNOWN)[:, None] & (theirs != _UNKNOWN)
    known |= (rank != _UNKNOWN)[:, None] & (other_rank != _UNKNOWN)
    return Plane(_together(by_years, by_level), known)


def _years_led(candidates: Sequence[Candidate], today: date) -> Whole:
    return np.array([_led(candidate.leadership_since, today) for candidate in candidates], dtype=np.int64)


def _ranks(candidates: Sequence[Candidate]) -> Whole:
    return np.array([_rank(candidate) for candidate in candidates], dtype=np.int64)


def _table(most: int, part: Callable[[int], int]) -> Parts:
    """The part of any two numbers up to `most`; the last row and column, which is also number -1, is unknown."""
    parts = np.array([part(difference) for difference in range(-most, most + 1)], dtype=np.int16)
    numbers = np.arange(most + 1)
    table = np.full((most + 2, most + 2), NEUTRAL, dtype=np.int16)
    table[:-1, :-1] = parts[numbers - numbers[:, None] + most]
    return table


@lru_cache(maxsize=16)
def _table_of_years(best: tuple[int, int]) -> Parts:
    return _table(_LONGEST, lambda years: part_of_lead(years, best))


_TABLE_OF_RANKS = _table(len(_LEVELS) - 1, part_of_steps)


def _evidence(mentee: Candidate, mentor: Candidate, question: Question) -> Evidence:
    known: list[Message] = []
    unknown: list[Message] = []
    share = 0
    if _lead(mentee, mentor, question.today) is None:
        names = tuple(one.name for one in (mentee, mentor) if one.leadership_since is None)
        unknown.append(msg("No data on years of leadership for {names}.", names=Listed(names)))
    else:
        known.append(_years(mentee, mentor, question))
        share += 2
    if mentee.level is None or mentor.level is None:
        names = tuple(one.name for one in (mentee, mentor) if one.level is None)
        unknown.append(msg("No data on leadership level for {names}.", names=Listed(names)))
    else:
        known.append(_level(mentee.name, mentee.level, mentor.name, mentor.level))
        share += 1
    return Evidence(tuple(known), tuple(unknown), share / 3)


def _years(mentee: Candidate, mentor: Candidate, question: Question) -> Message:
    return msg(
        "{mentor} has led for {years}, {mentee} for {other}; a lead of {best} is best.",
        mentor=mentor.name,
        years=_long(_led(mentor.leadership_since, question.today)),
        mentee=mentee.name,
        other=_long(_led(mentee.leadership_since, question.today)),
        best=_best(*question.settings.gap_years),
    )


def _long(years: int) -> Message:
    return nmsg("{count} year", "{count} years", years) if years else msg("less than a year")


def _best(low: int, high: int) -> Message:
    """As `part_of_lead` counts it: from the first year on."""
    low, high = max(low, 1), max(low, high, 1)
    return _long(high) if low == high else msg("{low} to {high} years", low=low, high=high)


def _level(mentee: str, level: LeadershipLevel, mentor: str, other: LeadershipLevel) -> Message:
    names: dict[str, Value] = {"mentee": mentee, "mentor": mentor, "level": _LEVEL_WORDS[level]}
    if level is other:
        return msg("{mentee} is {level}, and so is {mentor}.", **names)
    return msg("{mentee} is {level}, {mentor} is {other}.", **names, other=_LEVEL_WORDS[other])


EXPERIENCE = Factor("experience", msg("Experience"), 15, _part, _plane, _evidence)
