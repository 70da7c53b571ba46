"""The lists that a programme goes by with each person: the interview guides, and the introduction of a new manager.

Each list is a programme's setting; here the three are edited alike. Adding a list: a member, and its two lines below.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum

from mentordesk.domain.introduction import IntroductionItem
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import GuideQuestion, ProgrammeSettings
from mentordesk.i18n.message import Message, Wording, msg


class Guide(StrEnum):
    MENTEES = "mentees"
    MENTORS = "mentors"
    INTRODUCTION = "introduction"


GUIDE_NAMES: dict[Guide, Message] = {
    Guide.MENTEES: msg("Interview guide for mentees"),
    Guide.MENTORS: msg("Interview guide for mentors"),
    Guide.INTRODUCTION: msg("Introduction of a new manager"),
}
_ROLES = {Guide.MENTEES: Role.MENTEE, Guide.MENTORS: Role.MENTOR}


@dataclass(frozen=True, slots=True)
class Point:
    """A question of a guide, or something to be done; one no longer asked stays with its answers."""

    key: str
    title: Wording
    hint: Wording | None = None  # of a question
    offers_mentor: bool = False  # of the introduction: ticked by the offer itself
    asked: bool = True


def points_of(settings: ProgrammeSettings, guide: Guide) -> tuple[Point, ...]:
    if guide is Guide.INTRODUCTION:
        return tuple(
            Point(each.key, each.title, None, each.offers_mentor, each.asked) for each in settings.introduction
        )
    return tuple(
        Point(each.key, each.title, each.hint, asked=each.asked)
        for each in settings.guide
        if each.role is _ROLES[guide]
    )


def with_points(settings: ProgrammeSettings, guide: Guide, points: Sequence[Point]) -> ProgrammeSettings:
    if guide is Guide.INTRODUCTION:
        items = (IntroductionItem(each.key, each.title, each.offers_mentor, each.asked) for each in points)
        return replace(settings, introduction=tuple(items))
    role = _ROLES[guide]
    questions = tuple(GuideQuestion(each.key, role, each.title, each.hint, each.asked) for each in points)
    others = tuple(each for each in settings.guide if each.role is not role)
    return replace(settings, guide=(*questions, *others) if guide is Guide.MENTEES else (*others, *questions))


def as_template(points: Sequence[Point], template: Sequence[Point], answered: frozenset[str]) -> tuple[Point, ...]:
    """The template's points in its order; of those that the template has not, the ones with answers stay unasked.

    A point whose words were changed after it was answered keeps its key, and the template's comes beside it.
    """
    by_title = {each.title: each.key for each in points}
    keys = {by_title[point.title] for point in template if point.title in by_title} | answered
    new: list[Point] = []
    for point in template:
        key = by_title.get(point.title) or (point.key if point.key not in keys else free_key(point.key, template, keys))
        keys |= {key}
        new.append(replace(point, key=key))
    kept = {each.key for each in new}
    return (*new, *(replace(each, asked=False) for each in points if each.key in answered and each.key not in kept))


def is_template(points: Sequence[Point], template: Sequence[Point]) -> bool:
    """Whether what is asked is what the template asks, in its order and words."""
    return [_words(each) for each in points if each.asked] == [_words(each) for each in template]


def free_key(stem: str, there: Sequence[Point], kept: AbstractSet[str]) -> str:
    """One that neither a point of these bears nor an answer was given to."""
    keys = {each.key for each in there} | kept
    number = 1
    while f"{stem}_{number}" in keys:
        number += 1
    return f"{stem}_{number}"


def _words(point: Point) -> tuple[Wording, Wording | None, bool]:
    return point.title, point.hint, point.offers_mentor
