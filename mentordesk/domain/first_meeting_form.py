"""What comes back on the slip of the first-meeting checklist (R42): that the two met, and how they go on."""

from __future__ import annotations

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.form_answers import MODES, one_of
from mentordesk.domain.forms import AnswerKind, Form, FormField
from mentordesk.i18n.message import msg

MET_ON = FormField("met_on", msg("We met on"), AnswerKind.DAY)
NEXT_ON = FormField("next_on", msg("Next conversation"), AnswerKind.DAY)
WEEKS = FormField("weeks", msg("Weeks between conversations"), AnswerKind.NUMBER, longest=3)
LENGTH_MINUTES = FormField("length_minutes", msg("Minutes for each"), AnswerKind.NUMBER, longest=4)
MODE = one_of("mode", msg("How we meet"), MODES)
PLACE = FormField("place", msg("Where"), longest=NAME_LENGTH)
SLIP_FIELDS = (MET_ON, NEXT_ON, WEEKS, LENGTH_MINUTES, MODE, PLACE)
FIRST_MEETING_FORM = Form("first-meeting-checklist", 1, SLIP_FIELDS)
"""What the pair agreed on for itself; what is left open is as the programme asks for it. The questions are the pair's
own and have no fields."""
