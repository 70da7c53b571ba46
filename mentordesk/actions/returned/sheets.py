"""Feedback on a joint meeting and evaluations that came back (R53, R75): answers without anybody's name."""

from __future__ import annotations

from mentordesk.actions.returned.proposals import Asked, Proposal, Proposed
from mentordesk.actions.survey_answers import keep_sheet
from mentordesk.domain.feedback import FEEDBACK_FORM
from mentordesk.domain.ids import MeetingId
from mentordesk.i18n.message import msg, nmsg

_SHEET = "sheet"


def sheet(asked: Asked) -> Proposed:
    """Whole or not at all; what cannot be kept is said when it is taken."""
    told = sum(1 for value in asked.values.values() if value.strip())
    proposal = Proposal(_SHEET, msg("Answers"), None, nmsg("{count} answer", "{count} answers", told))

    def apply(chosen: frozenset[str]) -> None:
        if _SHEET in chosen:
            keep_sheet(asked.session, asked.identity, asked.values, returned_on=asked.today)

    meeting = MeetingId(asked.identity.about) if asked.form.key == FEEDBACK_FORM.key else None
    return Proposed("", (proposal,), apply, meeting=meeting, anonymous=True)
