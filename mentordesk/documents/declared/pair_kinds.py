"""Papers of a pair, declared as kinds.py says: what the two agree on, and what they have with them when they meet."""

from __future__ import annotations

from mentordesk.documents.kinds import Declared, DocumentKind, Occasion, Scope
from mentordesk.documents.papers.checklist import CHECKLIST_TITLE, ChecklistContent, checklist
from mentordesk.documents.papers.contract import CONTRACT_TITLE, ContractContent, contract
from mentordesk.documents.papers.conversation_sheet import SHEET_TITLE, ConversationSheetContent, conversation_sheet
from mentordesk.documents.papers.goal_document import GOAL_DOCUMENT_TITLE, GoalDocumentContent, goal_document
from mentordesk.documents.papers.logbook import LOGBOOK_TITLE, LogbookContent, logbook
from mentordesk.documents.papers.talk_sheet import TALK_SHEET_TITLE, TalkSheetContent, talk_sheet
from mentordesk.domain.checklists import FIRST_MEETING, FIRST_MEETING_DECISIONS
from mentordesk.domain.first_meeting_form import FIRST_MEETING_FORM
from mentordesk.domain.goal_form import GOAL_FORM
from mentordesk.domain.goal_pages import GOAL_DOCUMENT_POINTS, TALK_SHEET_POINTS
from mentordesk.domain.ground_rules import CONTRACT as CONTRACT_POINTS
from mentordesk.domain.logbook_form import LOGBOOK_FORM
from mentordesk.domain.logbook_pages import LOGBOOK_POINTS
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.scripts import SCRIPTS
from mentordesk.domain.talk_form import TALK_FORM

_PAIR = (Role.MENTEE, Role.MENTOR)
CONTRACT = DocumentKind(
    "contract",
    CONTRACT_TITLE,
    ContractContent,
    contract,
    audience=_PAIR,
    highest=PrivacyClass.K2,
    scope=Scope.PAIR,
    occasion=Occasion.START,
    points=CONTRACT_POINTS,
)
FIRST_MEETING_CHECKLIST = DocumentKind(
    "first-meeting-checklist",
    CHECKLIST_TITLE,
    ChecklistContent,
    checklist,
    audience=_PAIR,
    highest=PrivacyClass.K0,
    scope=Scope.PAIR,
    occasion=Occasion.START,
    form=FIRST_MEETING_FORM,
    points=(*FIRST_MEETING, *FIRST_MEETING_DECISIONS),
)
CONVERSATION_SHEET = DocumentKind(
    "conversation-sheet",
    SHEET_TITLE,
    ConversationSheetContent,
    conversation_sheet,
    audience=_PAIR,
    highest=PrivacyClass.K0,
    scope=Scope.PAIR,
    occasion=Occasion.CONVERSATIONS,
    points=tuple(point for script in SCRIPTS.values() for point in script.points),
)
LOGBOOK = DocumentKind(
    "logbook",
    LOGBOOK_TITLE,
    LogbookContent,
    logbook,
    audience=(Role.MENTEE,),
    highest=PrivacyClass.K0,
    scope=Scope.PAIR,
    occasion=Occasion.CONVERSATIONS,
    form=LOGBOOK_FORM,
    points=LOGBOOK_POINTS,
)
GOAL_DOCUMENT = DocumentKind(
    "goal-document",
    GOAL_DOCUMENT_TITLE,
    GoalDocumentContent,
    goal_document,
    audience=_PAIR,
    highest=PrivacyClass.K2,
    scope=Scope.PAIR,
    occasion=Occasion.CONVERSATIONS,
    form=GOAL_FORM,
    points=GOAL_DOCUMENT_POINTS,
)
TALK_SHEET = DocumentKind(
    "talk-sheet",
    TALK_SHEET_TITLE,
    TalkSheetContent,
    talk_sheet,
    audience=(*_PAIR, Role.MANAGER),
    highest=PrivacyClass.K2,
    scope=Scope.PAIR,
    occasion=Occasion.CONVERSATIONS,
    form=TALK_FORM,
    points=TALK_SHEET_POINTS,
)

PAIR_KINDS: tuple[Declared, ...] = (
    CONTRACT,
    FIRST_MEETING_CHECKLIST,
    CONVERSATION_SHEET,
    LOGBOOK,
    GOAL_DOCUMENT,
    TALK_SHEET,
)
AT_APPROVAL: tuple[Declared, ...] = (CONTRACT, FIRST_MEETING_CHECKLIST)
"""What both of a new pair are handed before their first meeting."""
