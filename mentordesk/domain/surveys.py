"""What a programme asks about itself (R75): statements on a scale and open questions, as a Form that comes back.

A survey is data: that of joint meetings stands in feedback.py, that of the whole programme in evaluation.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from json import dumps

from mentordesk.domain.forms import AnswerKind, FormField, Option
from mentordesk.i18n.message import Message, Sayable, Wording, msg

SCALE = (1, 2, 3, 4, 5)
SCALE_MEANS = msg("1 means “not at all”, 5 means “fully”.")
_DIGEST = 12  # hexadecimal signs: enough for the few questions of a programme


class SurveyMoment(StrEnum):
    BEFORE = "before"
    MID = "mid"
    AFTER = "after"


SURVEY_MOMENT_NAMES: Mapping[SurveyMoment, Message] = {
    SurveyMoment.BEFORE: msg("before the programme"),
    SurveyMoment.MID: msg("halfway"),
    SurveyMoment.AFTER: msg("after the programme"),
}


@dataclass(frozen=True, slots=True)
class SurveyPoint:
    """`id` stays with the wording: an answer is kept under it. `field` is its name on the form, where that differs."""

    id: str
    text: Sayable
    field: str = ""

    @property
    def name(self) -> str:
        return self.field or self.id


@dataclass(frozen=True, slots=True)
class Survey:
    """`key` is that of its kind of document; answers to statements are of `scale`, to questions words."""

    key: str
    statements: tuple[SurveyPoint, ...]
    questions: tuple[SurveyPoint, ...] = ()
    scale: tuple[int, ...] = SCALE
    moments: tuple[SurveyMoment, ...] = ()  # at which it is asked; none: whenever there is something to ask about


@dataclass(frozen=True, slots=True)
class SurveyAnswers:
    """What one returned sheet says, by the ids of its points; nothing of whom it is from."""

    scores: Mapping[str, int]
    words: Mapping[str, str]

    @property
    def count(self) -> int:
        return len(self.scores) + len(self.words)


def answers_of(survey: Survey, values: Mapping[str, str]) -> SurveyAnswers:
    """Out of a form's values by the names of its fields; what is no answer of the scale counts as not answered."""
    known = {str(points): points for points in survey.scale}
    scores = {point.id: known[given] for point in survey.statements if (given := values.get(point.name, "")) in known}
    said = {point.id: values.get(point.name, "").strip() for point in survey.questions}
    return SurveyAnswers(scores, {key: text for key, text in said.items() if text})


def scale_field(name: str, label: Sayable, scale: Iterable[int] = SCALE) -> FormField:
    options = tuple(Option(str(points), Wording.everywhere(str(points))) for points in scale)
    return FormField(name, label, AnswerKind.ONE_OF, options)


def words_field(name: str, label: Sayable) -> FormField:
    return FormField(name, label, AnswerKind.LINES, lines=3)


def wording_id(text: Wording) -> str:
    """Of a statement that a programme words itself: another wording is another statement."""
    return sha256(dumps(text.texts(), sort_keys=True).encode()).hexdigest()[:_DIGEST]
