"""Wishes of both sides by rank; somebody who wished for others counts a little under one who wished for nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from mentordesk.domain.ids import PersonId
from mentordesk.i18n.message import Listed, Message, msg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.factor import FULL, NEUTRAL, Evidence, Factor, Parts, Plane

# All even, so that the mean of both sides is whole.
_STEP = FULL // 10  # less for each wish that stands before
_LEAST = 6 * FULL // 10  # of a wish, however far down
_OTHERS = FULL // 4


def _part(mentee: Candidate, mentor: Candidate, _question: Question) -> int | None:
    if not mentee.wishes and not mentor.wishes:
        return None
    return (_side(mentee.wishes, mentor.person) + _side(mentor.wishes, mentee.person)) // 2


def _side(wishes: tuple[PersonId, ...], person: PersonId) -> int:
    if person in wishes:
        return _granted(wishes.index(person))
    return _OTHERS if wishes else NEUTRAL


def _granted(before: int) -> int:
    return max(_LEAST, FULL - _STEP * before)


def wishes_of_each(question: Question) -> tuple[Parts, Parts]:
    """What the mentees wish, and what the mentors wish, each mentees x mentors and in parts of 10,000."""
    mentors = _sides(question.mentors, question.row_of_person).T
    return _sides(question.mentees, question.column_of_person), mentors


def _plane(question: Question) -> Plane:
    mentees, mentors = wishes_of_each(question)
    parts = mentees + mentors
    wished = np.array([bool(mentee.wishes) for mentee in question.mentees], dtype=bool)
    others_wished = np.array([bool(mentor.wishes) for mentor in question.mentors], dtype=bool)
    return Plane(parts // 2, wished[:, None] | others_wished)


def _sides(wishers: Sequence[Candidate], position: Mapping[PersonId, int]) -> Parts:
    """What each of the first wishes, in a plane of them by the others."""
    usual = np.array([_OTHERS if one.wishes else NEUTRAL for one in wishers], dtype=np.int16)
    parts = usual.repeat(len(position)).reshape(len(wishers), len(position))
    for row, wisher in enumerate(wishers):
        for person in wisher.wishes:
            if person in position:
                parts[row, position[person]] = _granted(wisher.wishes.index(person))
    return parts


def _evidence(mentee: Candidate, mentor: Candidate, question: Question) -> Evidence:
    silent = tuple(one.name for one in (mentee, mentor) if not one.wishes)
    unknown = (msg("No data on wishes of {names}.", names=Listed(silent, any_of=True)),) if silent else ()
    known = tuple(
        _said(wisher, other, question) for wisher, other in ((mentee, mentor), (mentor, mentee)) if wisher.wishes
    )
    return Evidence(known, unknown, len(known) / 2)


def _said(wisher: Candidate, other: Candidate, question: Question) -> Message:
    if other.person in wisher.wishes:
        rank = wisher.wishes.index(other.person) + 1
        return msg("{wisher} has {other} as wish number {rank}.", wisher=wisher.name, other=other.name, rank=rank)
    names = tuple(name for person in wisher.wishes if (name := _name(person, question)))
    if not names:
        return msg("{wisher} has wished for others, who are not here to be matched.", wisher=wisher.name)
    return msg(
        "{wisher} has wished for {names}, not for {other}.", wisher=wisher.name, names=Listed(names), other=other.name
    )


def _name(person: PersonId, question: Question) -> str:
    """'' for somebody who is on neither side."""
    if person in question.column_of_person:
        return question.mentors[question.column_of_person[person]].name
    return question.mentees[question.row_of_person[person]].name if person in question.row_of_person else ""


WISHES = Factor("wishes", msg("Wishes of both sides"), 10, _part, _plane, _evidence, shareable=False)
