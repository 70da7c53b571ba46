"""The evaluation of a programme by those who take part in it: every purpose and goal, as statements (R75, R77)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import Block, Document, Entries, Entry, Heading, Letterhead, Paragraph, Title
from mentordesk.documents.papers.survey_blocks import questions, statements
from mentordesk.domain.evaluation import EVALUATION_FORM, MOMENT, ROLE, leading_question
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.people import Role
from mentordesk.domain.surveys import SCALE_MEANS, SurveyMoment, SurveyPoint
from mentordesk.i18n.message import msg

EVALUATION_TITLE = msg("Evaluation of the programme")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationContent:
    """`purposes` and `goals` are the programme's own words, `own` what is asked of the role beyond them."""

    letterhead: Letterhead
    made_on: date
    role: Role
    moment: SurveyMoment
    purposes: tuple[SurveyPoint, ...]
    goals: tuple[SurveyPoint, ...]
    own: tuple[SurveyPoint, ...]
    questions: tuple[SurveyPoint, ...]
    stamp: Stamp | None = None


def evaluation_form(content: EvaluationContent) -> Document:
    """Without a name: it says only as what somebody takes part, and when."""
    blocks = tuple(_asked(content))
    return Document(EVALUATION_TITLE, (), content.letterhead, content.made_on, blocks, stamp=content.stamp)


def _asked(content: EvaluationContent) -> Iterator[Block]:
    yield Title(EVALUATION_TITLE, content.letterhead.programme)
    yield Paragraph(
        msg(
            "Your answers show whether the programme does what it is for. Write no names, neither your own nor anybody"
            " else's. They are shown together with others' only, never one by one."
        )
    )
    yield Entries((Entry(ROLE, content.role.value), Entry(MOMENT, content.moment.value)))
    yield Heading(leading_question(content.moment))
    yield Paragraph(SCALE_MEANS, quiet=True, leads=True)
    for title, points in (
        (msg("What the programme is for"), content.purposes),
        (msg("What it wants to achieve"), content.goals),
        (msg("You and your role"), content.own),
    ):
        if points:
            yield Heading(title, level=3)
            yield statements(points, EVALUATION_FORM)
    yield Heading(msg("In your own words"))
    yield questions(content.questions, EVALUATION_FORM)
