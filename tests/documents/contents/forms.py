"""Papers that come back: of somebody of whom much is known, and blank where everything is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mentordesk.documents.blocks import Said
from mentordesk.documents.papers.application_form import ApplicationContent
from mentordesk.documents.papers.confirmation import ConfirmationContent
from mentordesk.documents.papers.contract import JointMeeting
from mentordesk.documents.papers.conversation_slip import ConversationSlipContent
from mentordesk.documents.papers.fit_form import FitContent
from mentordesk.domain import fit_form
from mentordesk.domain.forms import TICKED, YES
from mentordesk.domain.ids import PairId
from mentordesk.domain.pairs import Side
from mentordesk.domain.people import LeadershipLevel, Role
from mentordesk.domain.programmes import CostRule
from tests.documents.cases import MADE_ON, Case, CaseName
from tests.documents.samples import NNO, NU


def application(case: Case) -> ApplicationContent:
    texts: dict[str, Said] = {
        "given_name": case.person(),
        "family_name": case.person(1),
        "email": case.address(),
        "phone": case.phone(),
        "parent_unit": case.words(3),
        "unit": case.words(),
        "title": case.words(2),
        "line_manager": case.person(2),
        "needs": case.passage(),
        "heard_of": case.words(5),
    }
    known: dict[str, Said] = {
        "language": "nb",
        "leadership_level": LeadershipLevel.MIDDLE.value,
        "leadership_education": YES,
        "leadership_since": date(2025, 3, 1),
        "leads_and_is_new": TICKED,
    }
    return ApplicationContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        name=case.person(),
        introduction=case.passage(1),
        known={} if case.missing else texts | known,
        newly_appointed=case.name is CaseName.MIXED,
        channels=tuple(case.words(at) for at in case.some(2, most=6)),
        employer_confirms=not case.missing,
        due_on=case.day(30),
        coordinator=case.contact(),
        stamp=case.stamp("application-form"),
    )


def confirmation_mentee(case: Case) -> ConfirmationContent:
    return _confirmation(case, Role.MENTEE)


def confirmation_mentor(case: Case) -> ConfirmationContent:
    return _confirmation(case, Role.MENTOR)


def _confirmation(case: Case, role: Role) -> ConfirmationContent:
    mentor = role is Role.MENTOR and not case.missing
    usual = NU if case.name is CaseName.MIXED else NNO
    return ConfirmationContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        role=role,
        party=case.party(),
        starts_on=case.day(60),
        ends_on=case.day(600),
        meetings=tuple(
            JointMeeting(case.wording(30 + at), case.day(60 * at) if at else None, case.day(60 * at), case.words(at))
            for at in case.some(7 if mentor else 3, most=9)
        ),
        training=mentor,
        network=case.wording(40) if mentor else None,
        conversations=case.maybe(usual.conversations),
        cost_rule=case.maybe(CostRule.OWN_UNITS),
        due_on=case.day(30),
        coordinator=case.contact(),
        stamp=case.stamp(f"confirmation-{role}"),
    )


def slip(case: Case) -> ConversationSlipContent:
    return ConversationSlipContent(
        letterhead=case.letterhead,
        mentee=case.party(0),
        mentor=case.party(1),
        made_on=MADE_ON,
        coordinator=case.contact(),
        stamp=case.stamp("conversation-slip"),
    )


def fit(case: Case) -> FitContent:
    side = Side.MENTOR if case.name is CaseName.MIXED else Side.MENTEE
    return FitContent(
        letterhead=case.letterhead,
        mentee=case.party(0),
        mentor=case.party(1),
        made_on=MADE_ON,
        side=side,
        after=case.maybe(3),
        coordinator=case.contact(),
        stamp=case.stamp("fit-form", about=fit_form.about(PairId("pair-1"), side)),
    )


CONTENTS: dict[str, Callable[[Case], object]] = {
    "application-form": application,
    "confirmation-mentee": confirmation_mentee,
    "confirmation-mentor": confirmation_mentor,
    "conversation-slip": slip,
    "fit-form": fit,
}
