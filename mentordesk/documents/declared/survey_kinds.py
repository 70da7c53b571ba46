"""Surveys on paper, declared as kinds.py says; each has its Form."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.evaluation_form import EVALUATION_TITLE, EvaluationContent, evaluation_form
from mentordesk.domain import evaluation
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

EVALUATION_FORM = DocumentKind(
    evaluation.KEY,
    EVALUATION_TITLE,
    EvaluationContent,
    evaluation_form,
    audience=(Role.MENTEE, Role.MENTOR),
    highest=PrivacyClass.K0,
    scope=Scope.PROGRAMME,
    occasion=Occasion.CLOSING,
    form=evaluation.EVALUATION_FORM,
)

SURVEY_KINDS: tuple[Declared, ...] = (EVALUATION_FORM,)
