"""Every kind of document, declared once: its content, its builder, its file's name, who it is for.

To add one: a module with a content (a frozen dataclass) and a builder of blocks, a DocumentKind here and in
KINDS, its sentences in three languages. Menu, command line, file names and the tests over all kinds follow.
Nothing here loads ReportLab.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from mentordesk.documents.blocks import Document
from mentordesk.documents.checklist import CHECKLIST_TITLE, ChecklistContent, checklist
from mentordesk.documents.contract import CONTRACT_TITLE, ContractContent, contract
from mentordesk.documents.conversation_sheet import SHEET_TITLE, ConversationSheetContent, conversation_sheet
from mentordesk.documents.goal_document import GOAL_DOCUMENT_TITLE, GoalDocumentContent, goal_document
from mentordesk.documents.logbook import LOGBOOK_TITLE, LogbookContent, logbook
from mentordesk.documents.talk_sheet import TALK_SHEET_TITLE, TalkSheetContent, talk_sheet
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.i18n.message import Message

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class DocumentKind(Generic[C]):
    key: str
    title: Message
    content: type[C]
    build: Callable[[C], Document]
    audience: tuple[Role, ...]
    highest: PrivacyClass  # of what it may carry (trust 4.4)
    file_name: str = "{title} - {people}"
    fillable: bool = False  # on screen; every paper can be filled in with a pen


_PAIR = (Role.MENTEE, Role.MENTOR)
CONTRACT = DocumentKind("contract", CONTRACT_TITLE, ContractContent, contract, _PAIR, PrivacyClass.K2)
FIRST_MEETING_CHECKLIST = DocumentKind(
    "first-meeting-checklist", CHECKLIST_TITLE, ChecklistContent, checklist, _PAIR, PrivacyClass.K0
)
CONVERSATION_SHEET = DocumentKind(
    "conversation-sheet", SHEET_TITLE, ConversationSheetContent, conversation_sheet, _PAIR, PrivacyClass.K0
)
LOGBOOK = DocumentKind("logbook", LOGBOOK_TITLE, LogbookContent, logbook, (Role.MENTEE,), PrivacyClass.K0)
GOAL_DOCUMENT = DocumentKind(
    "goal-document", GOAL_DOCUMENT_TITLE, GoalDocumentContent, goal_document, _PAIR, PrivacyClass.K2
)
TALK_SHEET = DocumentKind(
    "talk-sheet", TALK_SHEET_TITLE, TalkSheetContent, talk_sheet, (*_PAIR, Role.MANAGER), PrivacyClass.K2
)

AnyKind: TypeAlias = (
    DocumentKind[ContractContent]
    | DocumentKind[ChecklistContent]
    | DocumentKind[LogbookContent]
    | DocumentKind[ConversationSheetContent]
    | DocumentKind[GoalDocumentContent]
    | DocumentKind[TalkSheetContent]
)
KINDS: tuple[AnyKind, ...] = (CONTRACT, FIRST_MEETING_CHECKLIST, CONVERSATION_SHEET, LOGBOOK, GOAL_DOCUMENT, TALK_SHEET)
AT_APPROVAL: tuple[AnyKind, ...] = (CONTRACT, FIRST_MEETING_CHECKLIST)
"""What both of a new pair are handed before their first meeting."""


def document_kind(key: str) -> AnyKind:
    """Raises KeyError for a key that is no kind."""
    for kind in KINDS:
        if kind.key == key:
            return kind
    raise KeyError(key)
