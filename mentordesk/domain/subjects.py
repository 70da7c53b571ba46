"""What a change can touch; a tab says which subjects it shows (design D6).

To add one: a line here, and `subject = Subject.…` on its records.
"""

from __future__ import annotations

from enum import StrEnum


class Subject(StrEnum):
    UNITS = "units"
    PEOPLE = "people"
    PROGRAMMES = "programmes"
    PARTICIPATIONS = "participations"
    APPLICATIONS = "applications"
    CRITERIA = "criteria"
    INTERVIEWS = "interviews"
    SCENARIOS = "scenarios"
    PAIRS = "pairs"
    MEETINGS = "meetings"
    LOGBOOKS = "logbooks"
    GOALS = "goals"
    TEAM = "team"
    ALERTS = "alerts"
    DOCUMENTS = "documents"
    LETTERS = "letters"
    VIEWS = "views"
    SETTINGS = "settings"
