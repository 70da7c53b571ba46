"""Papers of a pair: as the two programmes fill them, Norwegian as usual and Swedish where the pair is mixed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from mentordesk.documents.papers.checklist import ChecklistContent
from mentordesk.documents.papers.contract import Agreed, ContractContent, JointMeeting
from mentordesk.documents.papers.conversation_sheet import ConversationSheetContent
from mentordesk.documents.papers.goal_document import GoalDocumentContent, GoalLine
from mentordesk.documents.papers.logbook import LogbookContent
from mentordesk.documents.papers.talk_sheet import TalkSheetContent
from mentordesk.domain.goal_life import DocumentDays
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.programmes import CostRule, Mode, Signer
from tests.documents.cases import MADE_ON, Case, CaseName
from tests.documents.samples import NNO, NU, checklist_of, logbook_of, sheet_of


def contract(case: Case) -> ContractContent:
    match case.name:
        case CaseName.ORDINARY:
            return NNO
        case CaseName.MIXED:
            return replace(NU, letterhead=case.letterhead)
    return ContractContent(
        letterhead=case.letterhead,
        mentee=case.party(0),
        mentor=case.party(1),
        made_on=MADE_ON,
        starts_on=case.day(),
        ends_on=case.day(500),
        purposes=tuple(case.wording(at) for at in case.some(2, most=6)),
        values=tuple(case.wording(20 + at) for at in case.some(5)),
        conversations=case.maybe(NNO.conversations),
        agreed=Agreed(case.maybe(Mode.PHYSICAL), case.words(5), case.maybe(35), case.maybe(90)),
        own_rules=tuple(case.passage(at) for at in case.some(3, most=12)),
        joint_meetings=tuple(
            JointMeeting(case.words(30 + at), case.day(60), case.day(61), case.words(40 + at)) for at in case.some(4)
        ),
        cost_rule=case.maybe(CostRule.PROGRAMME),
        coordinator=case.contact(),
        signers=tuple(Signer(case.wording(50 + at), case.person(5 + at)) for at in case.some(1, most=3)),
    )


def checklist(case: Case) -> ChecklistContent:
    return replace(checklist_of(contract(case)), stamp=case.stamp("first-meeting-checklist"))


def sheet(case: Case) -> ConversationSheetContent:
    return sheet_of(contract(case))


def logbook(case: Case) -> LogbookContent:
    of = logbook_of(contract(case), 9 if case.name is CaseName.LONGEST else 2)
    return replace(of, stamp=case.stamp("logbook"))


def goals(case: Case) -> GoalDocumentContent:
    of = contract(case)
    return GoalDocumentContent(
        letterhead=of.letterhead,
        mentee=of.mentee,
        mentor=of.mentor,
        made_on=of.made_on,
        goals=_goals(case),
        days=DocumentDays(case.day(70)),
        next_review_on=case.day(190),
        stamp=case.stamp("goal-document"),
    )


def talk(case: Case) -> TalkSheetContent:
    of = contract(case)
    return TalkSheetContent(
        letterhead=of.letterhead,
        mentee=of.mentee,
        mentor=of.mentor,
        made_on=of.made_on,
        coordinator=of.coordinator,
        talk_on=case.day(150),
        goals=_goals(case),
        stamp=case.stamp("talk-sheet"),
    )


def _goals(case: Case) -> tuple[GoalLine, ...]:
    """The first one is seen to; of the second there is a day only; then filled in as the case is."""
    known = (
        GoalLine(
            1,
            case.passage(),
            case.words(7),
            date(2027, 6, 1),
            ((date(2027, 2, 1), GoalStatus.ON_THE_WAY), (date(2027, 5, 20), GoalStatus.REACHED)),
        ),
        GoalLine(2, due_on=date(2028, 2, 1)),
    )
    more = tuple(GoalLine(at, case.passage(at), case.words(at)) for at in range(3, len(case.some(2, most=5)) + 1))
    return () if case.missing else known + more


CONTENTS: dict[str, Callable[[Case], object]] = {
    "contract": contract,
    "first-meeting-checklist": checklist,
    "conversation-sheet": sheet,
    "logbook": logbook,
    "goal-document": goals,
    "talk-sheet": talk,
}
