"""Alerts on answers to invitations: who was asked to a joint meeting and has not said whether she comes."""

from __future__ import annotations

from datetime import timedelta

from mentordesk.domain.alerts.notice import Notice, Urgency
from mentordesk.domain.alerts.views import MeetingInView
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.i18n.message import msg, nmsg


def invitation(meeting: MeetingInView) -> Notice | None:
    """From the day on which the answers were due until the meeting begins."""
    limit = meeting.patience.answer
    due = meeting.first_day - timedelta(limit)
    if meeting.status is not MeetingStatus.PLANNED or not due <= meeting.today < meeting.first_day:
        return None
    if not meeting.unanswered:
        return None
    return Notice(
        Urgency.TODAY if meeting.today == due else Urgency.OVERDUE,
        nmsg(
            "{meeting}: {count} person has not answered the invitation.",
            "{meeting}: {count} people have not answered the invitation.",
            meeting.unanswered,
            meeting=meeting.title,
        ),
        nmsg(
            "Whoever is invited to a joint meeting answers at least {count} day before it.",
            "Whoever is invited to a joint meeting answers at least {count} days before it.",
            limit,
        ),
        msg("Ask once more"),
        due,
    )
