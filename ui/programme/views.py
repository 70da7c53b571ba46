"""The views of the Programme tab, in their order: each has its digit (Ctrl+1 …), and is made when it is first shown.

To add one: a line in VIEWS, and its class.
"""

from __future__ import annotations

from typing import TypeAlias

from mentordesk.i18n.message import msg
from ui.programme.call_view import CallView
from ui.programme.frame_view import FrameView
from ui.programme.guides_view import GuidesView
from ui.programme.look_view import LookView
from ui.programme.requirements_view import RequirementsView
from ui.programme.rounds_view import RoundsView
from ui.programme.team_view import TeamView
from ui.programme.timeline.view import TimelineView
from ui.programme.view import View
from ui.widgets import views

Entry: TypeAlias = views.ViewEntry[View]

TIMELINE = "timeline"
VIEWS: tuple[Entry, ...] = (
    views.ViewEntry(TIMELINE, msg("Timeline"), "calendar", TimelineView),
    views.ViewEntry("frame", msg("Frame"), "programme", FrameView),
    views.ViewEntry("requirements", msg("Requirements"), "done", RequirementsView),
    views.ViewEntry("team", msg("Team"), "participants", TeamView),
    views.ViewEntry("call", msg("Call"), "mail", CallView),
    views.ViewEntry("rounds", msg("Rounds"), "compare", RoundsView),
    views.ViewEntry("guides", msg("Guides"), "logbooks", GuidesView),
    views.ViewEntry("look", msg("Look"), "documents", LookView),
)


def keys_of(entry: Entry) -> str:
    return views.keys_of(VIEWS.index(entry) + 1)
