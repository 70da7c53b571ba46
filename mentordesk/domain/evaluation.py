"""The evaluation of a programme (R75, R77): every purpose and goal of its settings, before, halfway and after.

The statements are the programme's own words. The form names their places, so that it can be read without the
programme; which words stood in the places when it was printed, the digest `wording` tells.
"""

from __future__ import annotations

from hashlib import sha256

from mentordesk.domain.forms import AnswerKind, Form, FormField, Option, rows
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.domain.programmes import ProgrammeSettings
from mentordesk.domain.surveys import (
    SURVEY_MOMENT_NAMES,
    Survey,
    SurveyMoment,
    SurveyPoint,
    scale_field,
    wording_id,
    words_field,
)
from mentordesk.i18n.message import Message, Wording, msg

KEY = "evaluation-form"
MOST = 12  # purposes, and as many goals
EVALUATED_ROLES = (Role.MENTEE, Role.MENTOR)

_AHEAD = (
    SurveyPoint("stay", msg("I want to go on as a leader.")),
    SurveyPoint("higher", msg("I would like to take on a larger leadership role.")),
)
_OF_MENTORS = (
    SurveyPoint("learning", msg("As a mentor I learn something for my own work.")),
    SurveyPoint("meaning", msg("It means something to me to be a mentor.")),
    SurveyPoint("impulses", msg("As a mentor I get new impulses.")),
)
_HOPED = SurveyPoint("hope", msg("What do you hope to get out of the programme?"))
_SAID_LATER = (
    SurveyPoint("helped", msg("What has helped you most?")),
    SurveyPoint("differently", msg("What should the programme do differently?")),
)

MOMENT = FormField(
    "moment",
    msg("When"),
    AnswerKind.ONE_OF,
    tuple(Option(key.value, name) for key, name in SURVEY_MOMENT_NAMES.items()),
)
ROLE = FormField(
    "role",
    msg("I take part as"),
    AnswerKind.ONE_OF,
    tuple(Option(key.value, ROLE_NAMES[key]) for key in EVALUATED_ROLES),
)
EVALUATION_FORM = Form(
    KEY,
    1,
    (
        ROLE,
        MOMENT,
        *rows("purpose", (scale_field("answer", msg("A purpose of the programme")),), MOST),
        *rows("goal", (scale_field("answer", msg("A goal of the programme")),), MOST),
        *(scale_field(point.name, point.text) for point in (*_AHEAD, *_OF_MENTORS)),
        *(words_field(point.name, point.text) for point in (_HOPED, *_SAID_LATER)),
    ),
)


def purposes_of(settings: ProgrammeSettings) -> tuple[SurveyPoint, ...]:
    return _points("purpose", settings.purposes)


def goals_of(settings: ProgrammeSettings) -> tuple[SurveyPoint, ...]:
    return _points("goal", settings.goals)


def own_points(role: Role) -> tuple[SurveyPoint, ...]:
    """What is asked of a role beyond the programme's own words."""
    return (*_AHEAD, *_OF_MENTORS) if role is Role.MENTOR else _AHEAD


def open_questions(moment: SurveyMoment) -> tuple[SurveyPoint, ...]:
    return (_HOPED,) if moment is SurveyMoment.BEFORE else _SAID_LATER


def evaluation(settings: ProgrammeSettings, role: Role, moment: SurveyMoment) -> Survey:
    """What is asked of one who takes part in this role, mentee or mentor."""
    return Survey(
        KEY,
        (*purposes_of(settings), *goals_of(settings), *own_points(role)),
        open_questions(moment),
        moments=tuple(SurveyMoment),
    )


def wording(settings: ProgrammeSettings) -> str:
    """Digest of the purposes and goals in their order: a form that was printed with others is not read as these."""
    points = (*purposes_of(settings), *goals_of(settings))
    return sha256(" ".join(f"{point.name}:{point.id}" for point in points).encode()).hexdigest()[:12]


def leading_question(moment: SurveyMoment) -> Message:
    """Over purposes and goals; the same at each moment, so that the answers can be compared."""
    if moment is SurveyMoment.BEFORE:
        return msg("How far is this so for you today, before the programme begins?")
    return msg("How far is this so for you today?")


def _points(name: str, texts: tuple[Wording, ...]) -> tuple[SurveyPoint, ...]:
    return tuple(
        SurveyPoint(wording_id(text), text, f"{name}.{number}.answer")
        for number, text in enumerate(texts[:MOST], start=1)
    )
