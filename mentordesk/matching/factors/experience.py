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
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.factor import FULL, NEUTRAL, Factor, Parts, Plane
from mentordesk.matching.levels import Mask, Whole

_LEVELS = (LeadershipLevel.FIRST_LINE, LeadershipLevel.MIDDLE, LeadershipLevel.SENIOR)
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


def _evidence(mentee: Candidate, mentor: Candidate, question: Question) -> tuple[Message, ...]:
    lead, steps = _lead(mentee, mentor, question.today), _steps(mentee, mentor)
    years = _no_years(mentee, mentor) if lead is None else _years(mentee, mentor, lead)
    level = _no_level(mentee, mentor) if steps is None else _level(mentee, mentor, steps)
    return (years, level)


def _years(mentee: Candidate, mentor: Candidate, lead: int) -> Message:
    if lead == 0:
        return msg("{mentee} and {mentor} have led for equally many years.", mentee=mentee.name, mentor=mentor.name)
    longer, shorter = (mentor, mentee) if lead > 0 else (mentee, mentor)
    return nmsg(
        "{longer} has {count} more year of leadership than {shorter}.",
        "{longer} has {count} more years of leadership than {shorter}.",
        abs(lead),
        longer=longer.name,
        shorter=shorter.name,
    )


def _no_years(mentee: Candidate, mentor: Candidate) -> Message:
    unknown = tuple(one.name for one in (mentee, mentor) if one.leadership_since is None)
    return msg("No data on years of leadership for {names}.", names=Listed(unknown))


def _level(mentee: Candidate, mentor: Candidate, steps: int) -> Message:
    names = {"mentee": mentee.name, "mentor": mentor.name}
    if steps == 0:
        return msg("{mentee} and {mentor} lead at the same level.", **names)
    if steps > 0:
        return msg("{mentor} leads at a higher level than {mentee}.", **names)
    return msg("{mentor} leads at a lower level than {mentee}.", **names)


def _no_level(mentee: Candidate, mentor: Candidate) -> Message:
    unknown = tuple(one.name for one in (mentee, mentor) if one.level is None)
    return msg("No data on leadership level for {names}.", names=Listed(unknown))


EXPERIENCE = Factor("experience", msg("Experience"), 15, _part, _plane, _evidence)
