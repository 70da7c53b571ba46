"""The views of the Logbooks tab, in their order: each has its digit (Ctrl+1 …), and is made when it is first shown.

To add one: a line in VIEWS, and its class.
"""

from __future__ import annotations

from typing import TypeAlias

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.logbooks.conversations_view import ConversationsView
from ui.logbooks.goals.view import GoalsView
from ui.logbooks.talks.view import TalksView
from ui.logbooks.view import LogbookView
from ui.widgets.views import ViewEntry

Entry: TypeAlias = ViewEntry[LogbookView]

VIEWS: tuple[Entry, ...] = (
    ViewEntry(
        "conversations",
        msg("Conversations"),
        "logbooks",
        ConversationsView,
        holds=frozenset({Subject.LOGBOOKS, Subject.PAIRS}),
    ),
    ViewEntry("goals", msg("Goals"), "flag", GoalsView, holds=frozenset({Subject.GOALS})),
    ViewEntry("talks", msg("Pair talks"), "calendar", TalksView),
)
