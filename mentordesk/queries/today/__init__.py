"""What is to be done on a day, and how each programme stands (R68, R69): all alerts over all that is in the file.

Which alerts there are is domain/alerts; here the file is read once, a list a query, and laid before them.
"""

from mentordesk.queries.today.asking import today
from mentordesk.queries.today.dealt_with import Hiding, TakenStep
from mentordesk.queries.today.rows import SECTIONS, Entry, HiddenEntry, ProgrammeCounts, Today

__all__ = ["SECTIONS", "Entry", "HiddenEntry", "Hiding", "ProgrammeCounts", "TakenStep", "Today", "today"]
