"""The parts of the detail pane, in the order of their headings; each is one room's own.

To add one: a line here and a class made from Part.
"""

from __future__ import annotations

from ui.participants.applications.criteria_strip import CriteriaStrip
from ui.participants.applications.part import ApplicationPart
from ui.participants.interviews.interviewing import InterviewTab
from ui.participants.overview import Overview
from ui.participants.part import Part
from ui.participants.privacy_part import PrivacyPart
from ui.participants.profile.part import ProfilePart
from ui.participants.reading import History, PairsAndMeetings

PARTS: tuple[type[Part], ...] = (
    CriteriaStrip,
    ApplicationPart,
    Overview,
    InterviewTab,
    ProfilePart,
    PairsAndMeetings,
    History,
    PrivacyPart,
)
