"""Another area: a mentor from elsewhere in the organisation brings distance and new impulses."""

from __future__ import annotations

import numpy as np

from mentordesk.i18n.message import Listed, Message, msg
from mentordesk.matching.alike import UNKNOWN, alike
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.factor import FULL, NEUTRAL, Evidence, Factor, Plane
from mentordesk.matching.terms import term

_PARTS = np.array([FULL, NEUTRAL, 0], dtype=np.int16)  # unlike, unknown, alike


def _part(mentee: Candidate, mentor: Candidate, _question: Question) -> int | None:
    mine, theirs = term(mentee.area), term(mentor.area)
    return (0 if mine == theirs else FULL) if mine and theirs else None


def _plane(question: Question) -> Plane:
    likeness = alike((term(one.area) for one in question.mentees), (term(one.area) for one in question.mentors))
    return Plane(_PARTS[likeness], likeness != UNKNOWN)


def _evidence(mentee: Candidate, mentor: Candidate, _question: Question) -> Evidence:
    unknown = tuple(one.name for one in (mentee, mentor) if not term(one.area))
    if unknown:
        return Evidence.missing(msg("No data on the area of {names}.", names=Listed(unknown)))
    return Evidence((_compared(mentee, mentor),))


def _compared(mentee: Candidate, mentor: Candidate) -> Message:
    names = {"mentee": mentee.name, "mentor": mentor.name, "area": mentee.area}
    if term(mentee.area) == term(mentor.area):
        return msg("{mentee} and {mentor} come from the same area: {area}.", **names)
    return msg("{mentee} and {mentor} come from different areas: {area} and {other}.", **names, other=mentor.area)


OTHER_AREA = Factor("other_area", msg("Another area"), 10, _part, _plane, _evidence)
