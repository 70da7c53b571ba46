"""Practical: place of work, languages and level of care, a third each; what is unknown of them counts half."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mentordesk.i18n.message import Listed, Message, msg
from mentordesk.matching.alike import ALIKE, UNKNOWN, Likeness, alike, alike_in_any
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.factor import NEUTRAL, Factor, Plane
from mentordesk.matching.terms import term
from mentordesk.matching.tongues import tongues


@dataclass(frozen=True, slots=True)
class _Aspect:
    """What makes it easier to meet if both have it in common; `same` is None where nothing is known."""

    subject: Message
    alike: Message
    unlike: Message
    same: Callable[[Candidate, Candidate], bool | None]
    plane: Callable[[Question], Likeness]


def _same(mine: str, theirs: str) -> bool | None:
    return mine == theirs if mine and theirs else None


def _same_place(mentee: Candidate, mentor: Candidate) -> bool | None:
    return _same(term(mentee.place), term(mentor.place))


def _same_places(question: Question) -> Likeness:
    return alike((term(one.place) for one in question.mentees), (term(one.place) for one in question.mentors))


def _same_care(mentee: Candidate, mentor: Candidate) -> bool | None:
    return _same(mentee.care or "", mentor.care or "")


def _same_cares(question: Question) -> Likeness:
    return alike(map(_care, question.mentees), map(_care, question.mentors))


def _care(candidate: Candidate) -> str:
    return candidate.care.value if candidate.care else ""  # the plain text is quicker to look up


def _languages(candidate: Candidate) -> frozenset[str]:
    """Who has not said what she speaks, speaks at least what she reads."""
    if candidate.spoken or candidate.language is None:
        return tongues(candidate.spoken)
    return tongues((candidate.language.value,))


def _common_language(mentee: Candidate, mentor: Candidate) -> bool | None:
    mine, theirs = _languages(mentee), _languages(mentor)
    return bool(mine & theirs) if mine and theirs else None


def _common_languages(question: Question) -> Likeness:
    return alike_in_any(map(_languages, question.mentees), map(_languages, question.mentors))


_ASPECTS = (
    _Aspect(
        msg("place of work"),
        msg("Both work in the same place."),
        msg("They work in different places."),
        _same_place,
        _same_places,
    ),
    _Aspect(
        msg("languages"),
        msg("They have a language in common."),
        msg("They have no language in common."),
        _common_language,
        _common_languages,
    ),
    _Aspect(
        msg("level of care"),
        msg("Both work at the same level of care."),
        msg("They work at different levels of care."),
        _same_care,
        _same_cares,
    ),
)


_PARTS = np.array([round(NEUTRAL * halves / len(_ASPECTS)) for halves in range(2 * len(_ASPECTS) + 1)], dtype=np.int16)


def _part(mentee: Candidate, mentor: Candidate, _question: Question) -> int | None:
    answers = [aspect.same(mentee, mentor) for aspect in _ASPECTS]
    if all(answer is None for answer in answers):
        return None
    return int(_PARTS[sum(UNKNOWN if answer is None else ALIKE * answer for answer in answers)])


def _plane(question: Question) -> Plane:
    halves, known = np.zeros(question.shape, dtype=np.int8), np.zeros(question.shape, dtype=bool)
    for aspect in _ASPECTS:
        likeness = aspect.plane(question)
        halves += likeness
        known |= likeness != UNKNOWN
    return Plane(_PARTS[halves], known)


def _evidence(mentee: Candidate, mentor: Candidate, _question: Question) -> tuple[Message, ...]:
    said: list[Message] = []
    unknown: list[Message] = []
    for aspect in _ASPECTS:
        same = aspect.same(mentee, mentor)
        if same is None:
            unknown.append(aspect.subject)
        else:
            said.append(aspect.alike if same else aspect.unlike)
    if unknown:
        said.append(msg("No data on {subjects}.", subjects=Listed(tuple(unknown), any_of=True)))
    return tuple(said)


PRACTICAL = Factor("practical", msg("Practical matters"), 5, _part, _plane, _evidence)
