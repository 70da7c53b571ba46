"""What is to be done on a day, and how each programme stands (R68, R69): all alerts over all that is in the file.

Which alerts there are is domain/alerts; here the file is read once, a list a query, and laid before them.
"""

from mentordesk.queries.today.asking import today
from mentordesk.queries.today.rows import SECTIONS, Entry, ProgrammeCounts, Today

__all__ = ["SECTIONS", "Entry", "ProgrammeCounts", "Today", "today"]
