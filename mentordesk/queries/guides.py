"""The lists that a programme goes by (R20, R23): what is asked, and how often each point was answered or ticked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.guides import Guide, Point, is_template, points_of
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.programmes import Intake
from mentordesk.domain.templates import template
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    InterviewAnswerRecord,
    InterviewRecord,
    IntroductionDoneRecord,
    ParticipationRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class PointRow:
    point: Point
    number: int  # 1 is the first
    answers: int


@dataclass(frozen=True, slots=True)
class GuideTable:
    programme: ProgrammeId
    guide: Guide
    guides: tuple[Guide, ...]  # those that the programme has use for
    languages: tuple[LanguageCode, ...]
    rows: tuple[PointRow, ...]  # of what is asked
    unasked: int  # points that only stand where they were answered
    as_template: bool


def guide_table(store: Store, programme: ProgrammeId, guide: Guide) -> GuideTable:
    with store.reading() as session:
        settings = programme_of(session, programme).settings
        answers = answers_over(session, programme, guide)
    points = points_of(settings, guide)
    asked = [each for each in points if each.asked]
    introduces = settings.intake is Intake.ROLLING or bool(settings.introduction)
    return GuideTable(
        programme,
        guide,
        tuple(each for each in Guide if introduces or each is not Guide.INTRODUCTION),
        settings.languages,
        tuple(PointRow(each, number, answers.get(each.key, 0)) for number, each in enumerate(asked, start=1)),
        len(points) - len(asked),
        is_template(points, points_of(template(settings.template), guide)),
    )


def answers_over(session: Session, programme: ProgrammeId, guide: Guide) -> Mapping[str, int]:
    """How many answers or ticks there are to each key, also to those that the list has no more."""
    ours = ParticipationRecord.programme_id == programme
    done, answer = IntroductionDoneRecord, InterviewAnswerRecord
    asked = (
        select(done.item, func.count())
        .join(ParticipationRecord, ParticipationRecord.id == done.participation_id)
        .where(ours)
        .group_by(done.item)
        if guide is Guide.INTRODUCTION
        else select(answer.question_key, func.count())
        .join(InterviewRecord, InterviewRecord.id == answer.interview_id)
        .join(ParticipationRecord, ParticipationRecord.id == InterviewRecord.participation_id)
        .where(ours)
        .group_by(answer.question_key)
    )
    return Counter(dict(session.execute(asked).all()))
