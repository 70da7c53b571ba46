"""The views of the Documents tab, in their order: each has its digit (Ctrl+1 …), and is made when it is first shown.

To add one: a line in VIEWS, and its class, a `ui.documents.view.View`.
"""

from __future__ import annotations

from typing import TypeAlias

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.documents.history.view import HistoryView
from ui.documents.library.view import LibraryView
from ui.documents.mail.view import LetterLogView
from ui.documents.making.view import MakingView
from ui.documents.returned.view import ReturnedView
from ui.documents.surveys.view import SurveysView
from ui.documents.texts.view import TextsView
from ui.documents.view import View
from ui.widgets import views

Entry: TypeAlias = views.ViewEntry[View]

MAKING = "making"
VIEWS: tuple[Entry, ...] = (
    views.ViewEntry(MAKING, msg("Make"), "documents", MakingView, holds=frozenset({Subject.DOCUMENTS})),
    views.ViewEntry("returned", msg("Came back"), "import", ReturnedView),
    views.ViewEntry("texts", msg("Texts"), "pencil", TextsView),
    views.ViewEntry("mail", msg("Letters"), "mail", LetterLogView, holds=frozenset({Subject.LETTERS})),
    views.ViewEntry("library", msg("Library"), "contract", LibraryView),
    views.ViewEntry("surveys", msg("Surveys"), "question", SurveysView),
    views.ViewEntry("history", msg("What was made"), "clock", HistoryView),
)
