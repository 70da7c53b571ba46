"""Papers that come back filled in, declared as kinds.py says; each has its Form."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.application_form import APPLICATION_TITLE, ApplicationContent, application_form
from mentordesk.documents.papers.confirmation import CONFIRMATION_TITLES, ConfirmationContent, confirmation
from mentordesk.documents.papers.conversation_slip import SLIP_TITLE, ConversationSlipContent, conversation_slip
from mentordesk.documents.papers.fit_form import FIT_TITLE, FitContent, fit_form
from mentordesk.domain.application_form import APPLICATION_FORM, APPLICATION_POINTS
from mentordesk.domain.checklists import Point
from mentordesk.domain.confirmations import CONFIRMATION_FORMS, POINTS_FOR_MENTEE, POINTS_FOR_MENTOR
from mentordesk.domain.conversation_slip import CONVERSATION_SLIP as SLIP_FORM
from mentordesk.domain.conversation_slip import SLIP_PROMISE
from mentordesk.domain.fit_form import FIT_FORM as FORM_OF_FIT
from mentordesk.domain.fit_form import FIT_POINTS
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass

_PAIR = (Role.MENTEE, Role.MENTOR)
APPLICATION = DocumentKind(
    "application-form",
    APPLICATION_TITLE,
    ApplicationContent,
    application_form,
    audience=(Role.MENTEE,),
    highest=PrivacyClass.K1,
    scope=Scope.PERSON,
    occasion=Occasion.RECRUITMENT,
    form=APPLICATION_FORM,
    points=APPLICATION_POINTS,
)


def _confirmation(role: Role, points: tuple[Point, ...]) -> DocumentKind[ConfirmationContent]:
    return DocumentKind(
        CONFIRMATION_FORMS[role].key,
        CONFIRMATION_TITLES[role],
        ConfirmationContent,
        confirmation,
        audience=(role,),
        highest=PrivacyClass.K1,
        scope=Scope.PERSON,
        occasion=Occasion.RECRUITMENT,
        form=CONFIRMATION_FORMS[role],
        points=points,
    )


CONFIRMATION_MENTEE = _confirmation(Role.MENTEE, POINTS_FOR_MENTEE)
CONFIRMATION_MENTOR = _confirmation(Role.MENTOR, POINTS_FOR_MENTOR)
CONVERSATION_SLIP = DocumentKind(
    "conversation-slip",
    SLIP_TITLE,
    ConversationSlipContent,
    conversation_slip,
    audience=(Role.MENTEE,),
    highest=PrivacyClass.K2,
    scope=Scope.PAIR,
    occasion=Occasion.CONVERSATIONS,
    form=SLIP_FORM,
    points=SLIP_PROMISE,
)
FIT_FORM = DocumentKind(
    "fit-form",
    FIT_TITLE,
    FitContent,
    fit_form,
    audience=_PAIR,
    highest=PrivacyClass.K2,
    scope=Scope.PAIR,
    occasion=Occasion.CONVERSATIONS,
    form=FORM_OF_FIT,
    points=FIT_POINTS,
)

FORM_KINDS: tuple[Declared, ...] = (
    APPLICATION,
    CONFIRMATION_MENTEE,
    CONFIRMATION_MENTOR,
    CONVERSATION_SLIP,
    FIT_FORM,
)
