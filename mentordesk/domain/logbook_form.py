"""What comes back of a logbook that is sent whole (R60, R61): its front table; every page is the mentee's own."""

from __future__ import annotations

from mentordesk.domain.conversation_slip import ENTRY, KEPT_FIELDS
from mentordesk.domain.forms import AnswerKind, Form, FormField, rows
from mentordesk.domain.logbook_pages import PAGE
from mentordesk.i18n.message import msg

MOST_PAGES = 18  # conversations in the logbook of a term
PAGES = "page"  # "page.1.look_back" and so on

_LINES = {"look-back": 2, "check-in": 2, "talked-about": 4, "actions": 3, "check-out": 2}  # of room for an answer

OWN_DAY = FormField("day", msg("Date, from and to"), taken=False)
OWN_PLACE = FormField("where", msg("Place, or digitally"), taken=False)
OWN_TOPIC = FormField("topic", msg("Topic, and the day it was sent"), taken=False)
OWN_ANSWERS = {
    point.id: FormField(
        point.id.replace("-", "_"), point.sentence, AnswerKind.LINES, taken=False, lines=_LINES[point.id]
    )
    for point in PAGE
}
OWN_NEXT = FormField("next", msg("Next conversation, and its topic"), taken=False)
LOGBOOK_FORM = Form(
    "logbook",
    1,
    (
        *rows(ENTRY, KEPT_FIELDS, MOST_PAGES),
        *rows(PAGES, (OWN_DAY, OWN_PLACE, OWN_TOPIC, *OWN_ANSWERS.values(), OWN_NEXT), MOST_PAGES),
    ),
)
