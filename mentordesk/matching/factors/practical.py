"""Practical: place of work, languages and level of care count alike; what is unknown of them counts half.

Where the programme's conversations are digital, nobody travels and the place of work does not count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from mentordesk.domain.people import CareLevel
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.message import Listed, Message, Value, msg
from mentordesk.matching.alike import ALIKE, UNKNOWN, Likeness, alike, alike_in_any
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.factor import NEUTRAL, Evidence, Factor, Parts, Plane
from mentordesk.matching.terms import Words, term
from mentordesk.matching.tongues import named, tongues


@dataclass(frozen=True, slots=True)
class _Aspect:
    """What makes it easier to meet if both have it in common; `same` is None where it is not known of both."""

    subject: Message
    told: Callable[[Candidate], object]
    same: Callable[[Candidate, Candidate], bool | None]
    plane: Callable[[Question], Likeness]
    fact: Callable[[Candidate, Candidate, Question], Message]


def _same(mine: str, theirs: str) -> bool | None:
    return mine == theirs if mine and theirs else None


def _same_place(mentee: Candidate, mentor: Candidate) -> bool | None:
    return _same(term(mentee.place), term(mentor.place))


def _same_places(question: Question) -> Likeness:
    return alike((term(one.place) for one in question.mentees), (term(one.place) for one in question.mentors))


def _places(mentee: Candidate, mentor: Candidate, question: Question) -> Message:
    names = {"mentee": mentee.name, "mentor": mentor.name, "place": mentee.place}
    if _same_place(mentee, mentor):
        return msg("{mentee} and {mentor} both work in {place}.", **names)
    if question.mode is Mode.PHYSICAL:
        return msg(
            "{mentee} works in {place}, {mentor} in {other}, and the conversations are held in person.",
            **names,
            other=mentor.place,
        )
    if question.mode is Mode.DIGITAL:
        return msg(
            "{mentee} works in {place}, {mentor} in {other}, and the conversations are digital.",
            **names,
            other=mentor.place,
        )
    return msg("{mentee} works in {place}, {mentor} in {other}.", **names, other=mentor.place)


def _same_care(mentee: Candidate, mentor: Candidate) -> bool | None:
    return _same(mentee.care or "", mentor.care or "")


def _same_cares(question: Question) -> Likeness:
    return alike(map(_care, question.mentees), map(_care, question.mentors))


def _care(candidate: Candidate) -> str:
    return candidate.care.value if candidate.care else ""  # the plain text is quicker to look up


def _cares(mentee: Candidate, mentor: Candidate, _question: Question) -> Message:
    assert mentee.care is not None
    assert mentor.care is not None
    names: dict[str, Value] = {"mentee": mentee.name, "mentor": mentor.name, "care": _CARE_WORDS[mentee.care]}
    if mentee.care is mentor.care:
        return msg("{mentee} and {mentor} both work in {care}.", **names)
    return msg("{mentee} works in {care}, {mentor} in {other}.", **names, other=_CARE_WORDS[mentor.care])


def _languages(candidate: Candidate) -> Words:
    """Who has not said what she speaks, speaks at least what she reads."""
    if candidate.spoken or candidate.language is None:
        return candidate.spoken
    return (candidate.language.value,)


def _common_language(mentee: Candidate, mentor: Candidate) -> bool | None:
    mine, theirs = tongues(_languages(mentee)), tongues(_languages(mentor))
    return bool(mine & theirs) if mine and theirs else None


def _common_languages(question: Question) -> Likeness:
    return alike_in_any(map(_languages, question.mentees), map(_languages, question.mentors), tongues)


def _tongues(mentee: Candidate, mentor: Candidate, _question: Question) -> Message:
    mine, theirs = _languages(mentee), _languages(mentor)
    names = {"mentee": mentee.name, "mentor": mentor.name}
    if shared := tongues(mine) & tongues(theirs):
        return msg("{mentee} and {mentor} both speak {languages}.", **names, languages=named(mine, shared))
    return msg(
        "No language in common: {mentee} speaks {languages}, {mentor} speaks {others}.",
        **names,
        languages=named(mine),
        others=named(theirs),
    )


_CARE_WORDS = {CareLevel.PRIMARY: msg("primary care"), CareLevel.SPECIALISED: msg("specialised care")}

_PLACE = _Aspect(msg("place of work"), lambda one: term(one.place), _same_place, _same_places, _places)
_ELSEWHERE = (
    _Aspect(msg("languages"), lambda one: tongues(_languages(one)), _common_language, _common_languages, _tongues),
    _Aspect(msg("level of care"), lambda one: one.care, _same_care, _same_cares, _cares),
)


def _aspects(question: Question) -> tuple[_Aspect, ...]:
    return _ELSEWHERE if question.mode is Mode.DIGITAL else (_PLACE, *_ELSEWHERE)


@cache
def _parts(aspects: int) -> Parts:
    """By the halves that so many aspects give together."""
    return np.array([round(NEUTRAL * halves / aspects) for halves in range(2 * aspects + 1)], dtype=np.int16)


def _part(mentee: Candidate, mentor: Candidate, question: Question) -> int | None:
    answers = [aspect.same(mentee, mentor) for aspect in _aspects(question)]
    if all(answer is None for answer in answers):
        return None
    return int(_parts(len(answers))[sum(UNKNOWN if answer is None else ALIKE * answer for answer in answers)])


def _plane(question: Question) -> Plane:
    aspects = _aspects(question)
    halves, known = np.zeros(question.shape, dtype=np.int8), np.zeros(question.shape, dtype=bool)
    for aspect in aspects:
        likeness = aspect.plane(question)
        halves += likeness
        known |= likeness != UNKNOWN
    return Plane(_parts(len(aspects))[halves], known)


def _evidence(mentee: Candidate, mentor: Candidate, question: Question) -> Evidence:
    """Places are told of digital conversations too, though they don't count there."""
    aspects = _aspects(question)
    told = [aspect for aspect in (_PLACE, *_ELSEWHERE) if aspect.same(mentee, mentor) is not None]
    known = tuple(aspect.fact(mentee, mentor, question) for aspect in told)
    counted = sum(aspect in aspects for aspect in told)
    return Evidence(known, _unknown(mentee, mentor, aspects), counted / len(aspects))


def _unknown(mentee: Candidate, mentor: Candidate, aspects: tuple[_Aspect, ...]) -> tuple[Message, ...]:
    """Of both in one sentence where the same is not known of them."""
    of: dict[tuple[Message, ...], tuple[str, ...]] = {}
    for one in (mentee, mentor):
        subjects = tuple(aspect.subject for aspect in aspects if not aspect.told(one))
        of[subjects] = (*of.get(subjects, ()), one.name)
    return tuple(
        msg("No data on {subjects} for {names}.", subjects=Listed(subjects, any_of=True), names=Listed(names))
        for subjects, names in of.items()
        if subjects
    )


PRACTICAL = Factor("practical", msg("Practical matters"), 5, _part, _plane, _evidence)
