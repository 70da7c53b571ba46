"""What came back of a survey, in figures (R53, R75): how many answered, and the mean of each statement.

Fewer answers than the programme's smallest group are not shown, for everybody would know whose they are (R76). Only
whole groups are told, never a group and its part, so that none can be found by subtraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.papers.evaluation_form import EvaluationContent
from mentordesk.domain.evaluation import (
    EVALUATED_ROLES,
    EVALUATION_FORM,
    evaluation,
    goals_of,
    open_questions,
    own_points,
    purposes_of,
    wording,
)
from mentordesk.domain.feedback import FEEDBACK
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.domain.surveys import SURVEY_MOMENT_NAMES, Survey, SurveyMoment
from mentordesk.i18n.message import Sayable, msg
from mentordesk.queries.form_stamps import stamp_over
from mentordesk.queries.letterhead import letterhead_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import MeetingRecord, SurveyAnswerRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class StatementFigures:
    """`mean` is None where fewer answered than may be shown; then `count` is None too."""

    id: str
    text: Sayable
    count: int | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class QuestionWords:
    text: Sayable
    said: tuple[str, ...]  # in no order that tells who wrote what else


@dataclass(frozen=True, slots=True)
class SurveySummary:
    """`returned` sheets; with fewer than `smallest` of them nothing else is told."""

    returned: int
    smallest: int
    statements: tuple[StatementFigures, ...]
    questions: tuple[QuestionWords, ...]

    @property
    def hidden(self) -> bool:
        return self.returned < self.smallest


@dataclass(frozen=True, slots=True)
class EvaluationSummary:
    role: Role
    moment: SurveyMoment
    figures: SurveySummary


def feedback_summary(store: Store, meeting: MeetingId) -> SurveySummary:
    """Raises NoResultFound: no such meeting."""
    with store.reading() as session:
        programme = programme_of(session, session.get_one(MeetingRecord, meeting).programme_id)
        asked = select(SurveyAnswerRecord).where(
            SurveyAnswerRecord.meeting_id == meeting, SurveyAnswerRecord.survey == FEEDBACK.key
        )
        return _summary(FEEDBACK, session.scalars(asked).all(), programme.settings.smallest_group)


def evaluation_summaries(store: Store, programme: ProgrammeId) -> tuple[EvaluationSummary, ...]:
    """Each role at each moment of which a sheet came back."""
    with store.reading() as session:
        settings = programme_of(session, programme).settings
        return tuple(
            EvaluationSummary(
                role, moment, _summary(evaluation(settings, role, moment), sheets, settings.smallest_group)
            )
            for moment in SurveyMoment
            for role in EVALUATED_ROLES
            if (sheets := _sheets(session, programme, role, moment))
        )


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """One survey that was answered: of a meeting, or the evaluation by one role at one moment."""

    id: str
    title: Sayable
    first_on: date  # of its sheets
    figures: SurveySummary


def survey_results(store: Store, programme: ProgrammeId) -> tuple[SurveyResult, ...]:
    """The newest first."""
    with store.reading() as session:
        settings = programme_of(session, programme).settings
        least = settings.smallest_group
        found: list[SurveyResult] = []
        asked = select(SurveyAnswerRecord).where(SurveyAnswerRecord.programme_id == programme)
        groups: dict[tuple[str, MeetingId | None, Role | None, SurveyMoment | None], list[SurveyAnswerRecord]] = {}
        for sheet in session.scalars(asked.order_by(SurveyAnswerRecord.id)):
            groups.setdefault((sheet.survey, sheet.meeting_id, sheet.role, sheet.moment), []).append(sheet)
        for (_, meeting, role, moment), sheets in groups.items():
            first = min(sheet.returned_on for sheet in sheets)
            if meeting is not None:
                record = session.get_one(MeetingRecord, meeting)
                title = title_of(record.kind, record.title)
                found.append(SurveyResult(meeting, title, first, _summary(FEEDBACK, sheets, least)))
            elif role is not None and moment is not None:
                told = msg("Evaluation, {role}, {moment}", role=ROLE_NAMES[role], moment=SURVEY_MOMENT_NAMES[moment])
                figures = _summary(evaluation(settings, role, moment), sheets, least)
                found.append(SurveyResult(f"{role}.{moment}", told, first, figures))
    return tuple(sorted(found, key=lambda each: each.first_on, reverse=True))


def evaluation_content(
    session: Session, programme_id: ProgrammeId, role: Role, moment: SurveyMoment, *, made_on: date
) -> EvaluationContent:
    """What the form of this role and moment asks today."""
    programme = programme_of(session, programme_id)
    settings = programme.settings
    return EvaluationContent(
        letterhead=letterhead_over(session, programme),
        made_on=made_on,
        role=role,
        moment=moment,
        purposes=purposes_of(settings),
        goals=goals_of(settings),
        own=own_points(role),
        questions=open_questions(moment),
        stamp=stamp_over(session, EVALUATION_FORM, programme.id, wording=wording(settings)),
    )


def _sheets(session: Session, programme: ProgrammeId, role: Role, moment: SurveyMoment) -> Sequence[SurveyAnswerRecord]:
    asked = select(SurveyAnswerRecord).where(
        SurveyAnswerRecord.programme_id == programme,
        SurveyAnswerRecord.survey == EVALUATION_FORM.key,
        SurveyAnswerRecord.role == role,
        SurveyAnswerRecord.moment == moment,
    )
    return session.scalars(asked).all()


def _summary(survey: Survey, sheets: Sequence[SurveyAnswerRecord], smallest: int) -> SurveySummary:
    if len(sheets) < smallest:
        return SurveySummary(len(sheets), smallest, (), ())
    figures = (
        _figures(point.id, point.text, [sheet.scores.get(point.id) for sheet in sheets], smallest)
        for point in survey.statements
    )
    said = [sheet.words or {} for sheet in sheets]
    words = (
        QuestionWords(point.text, tuple(sorted(each[point.id] for each in said if point.id in each)))
        for point in survey.questions
    )
    return SurveySummary(len(sheets), smallest, tuple(figures), tuple(words))


def _figures(key: str, text: Sayable, given: Iterable[int | None], smallest: int) -> StatementFigures:
    scores = [score for score in given if score is not None]
    if len(scores) < smallest:
        return StatementFigures(key, text, None, None)
    return StatementFigures(key, text, len(scores), sum(scores) / len(scores))
