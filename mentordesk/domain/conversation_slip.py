"""The slip on conversations that is sent to the coordinator (R60, R61): exactly what the file may hold, and no more.

A slip has rows for six conversations. What is in the columns of `KEPT_FIELDS` is kept as it is; a topic and an answer
at check-out only where the mentee ticked just that and dated it.
"""

from __future__ import annotations

from collections.abc import Mapping

from mentordesk.domain.checklists import Point
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.form_answers import MODES, SIGNATURE, options, yes_or_no
from mentordesk.domain.forms import AnswerKind, Form, FormField, rows
from mentordesk.domain.logbook_pages import WHOSE_IT_IS
from mentordesk.domain.logbooks import KEPT
from mentordesk.domain.pairs import Side
from mentordesk.domain.privacy import TOPIC_LENGTH
from mentordesk.i18n.message import msg

MOST_ROWS = 6  # conversations on one slip
ENTRY = "entry"  # "entry.1.held_on" and so on

KEPT_FIELDS = (
    FormField("held_on", msg("Held on"), AnswerKind.DAY),
    FormField("minutes", msg("Minutes"), AnswerKind.NUMBER, longest=4),
    FormField("mode", msg("Digitally or in person"), AnswerKind.ONE_OF, options(MODES)),
    FormField("place", msg("Place"), longest=NAME_LENGTH),
    FormField("topic_sent", msg("Topic sent"), AnswerKind.TICK),
    FormField("summary_written", msg("Summed up"), AnswerKind.TICK),
)
"""Of every conversation, named as the columns that keep them; the logbook's table has the same."""

SHARED_FIELDS = (
    FormField("topic", msg("Topic, if you share it"), longest=TOPIC_LENGTH),
    FormField("share_topic", msg("I share the topic"), AnswerKind.TICK),
    yes_or_no("worth_meeting_again", msg("Worth meeting again?")),
    FormField("share_check_out", msg("I share the answer"), AnswerKind.TICK),
)
"""Of the mentee's choice; one that is not ticked is not read."""

SHARED_ON = FormField("shared_on", msg("The mentee’s consent is given on"), AnswerKind.DAY)
ONLY_WITH: Mapping[str, str] = {"topic": "share_topic", "worth_meeting_again": "share_check_out"}
"""In a row: what is taken only where the box beside it is ticked, and `shared_on` has a day."""

assert {field.name for field in (*KEPT_FIELDS, *SHARED_FIELDS)} >= {fact.column for fact in KEPT}

SLIP_PROMISE = (
    Point("slip-all-there-is", WHOSE_IT_IS, msg("This slip is all that the coordinator keeps of your conversations.")),
    Point("slip-not-the-logbook", WHOSE_IT_IS, msg("The logbook stays with the mentee; send this page instead.")),
    Point(
        "slip-sharing",
        WHOSE_IT_IS,
        msg("A topic or an answer is kept only with the mentee’s tick and day, and that can be taken back."),
        (Side.MENTEE,),
    ),
)
CONVERSATION_SLIP = Form(
    "conversation-slip", 1, (*rows(ENTRY, (*KEPT_FIELDS, *SHARED_FIELDS), MOST_ROWS), SHARED_ON, SIGNATURE)
)
