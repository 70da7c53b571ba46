"""Who stands above whom at work: by line managers on record, and by the tree of units.

Somebody who leads at a unit stands above everybody in the units under it, but for first-line managers, who lead no
other leaders, and the retired, who lead nobody. Other kinds of dependence are recorded by hand (`rules`).
"""

from __future__ import annotations

from operator import attrgetter

import numpy as np

from mentordesk.domain.ids import UnitId
from mentordesk.domain.people import LeadershipLevel
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.kinds import Kinds, for_people
from mentordesk.matching.levels import Mask


def above_in_line(mentee: Candidate, mentor: Candidate, question: Question) -> Message | None:
    """The fact that puts one of the two above the other."""
    for lower, upper in ((mentee, mentor), (mentor, mentee)):
        if upper.person in lower.line_managers:
            return _by_manager(lower, upper)
        if (unit := _unit_led(upper)) and unit[0] in _units_above(lower):
            return msg(
                "{unit}, where {lower} works, stands under {higher}, where {upper} is a manager.",
                unit=question.unit_name(lower.line[0]),
                lower=lower.name,
                higher=question.unit_name(unit[0]),
                upper=upper.name,
            )
    return None


def _by_manager(lower: Candidate, upper: Candidate) -> Message:
    if lower.line_managers[0] == upper.person:
        return msg("{upper} is the line manager of {lower}.", upper=upper.name, lower=lower.name)
    return msg("{upper} stands above {lower} in the line of management.", upper=upper.name, lower=lower.name)


def leads_leaders(candidate: Candidate) -> bool:
    if candidate.retired or candidate.level is LeadershipLevel.FIRST_LINE:
        return False
    return candidate.level is not None or candidate.leadership_since is not None


def _unit_led(candidate: Candidate) -> tuple[UnitId, ...]:
    return (candidate.unit,) if candidate.unit is not None and leads_leaders(candidate) else ()


def _units_above(candidate: Candidate) -> tuple[UnitId, ...]:
    return () if candidate.retired else candidate.line[1:]


def line_of_command(question: Question) -> Mask:
    """The same for all pairs, mentees x mentors."""
    plane = question.naming(attrgetter("line_managers"))
    plane |= _units_above_units(question.mentees, question.mentors)
    plane |= _units_above_units(question.mentors, question.mentees).T
    return plane


def _units_above_units(lower: tuple[Candidate, ...], upper: tuple[Candidate, ...]) -> Mask:
    """Of two sides, who of the second leads a unit above that of whom of the first."""
    under, leading = Kinds(map(_units_above, lower)), Kinds(map(_unit_led, upper))
    column = {unit: at for at, led in enumerate(leading.different) for unit in led}
    above = np.zeros((len(under.different), len(leading.different)), dtype=bool)
    for row, units in enumerate(under.different):
        for unit in units:
            if unit in column:
                above[row, column[unit]] = True
    return for_people(above, under, leading)
