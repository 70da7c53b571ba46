"""Alerts on the library (R66): material that is due back, and what somebody asked for and got no answer to."""

from __future__ import annotations

from datetime import timedelta

from mentordesk.domain.alerts.notice import Alert, Notice, Urgency
from mentordesk.domain.alerts.views import LoansInView, RequestInView
from mentordesk.i18n.message import msg, nmsg


def loan_overdue(loans: LoansInView) -> Notice | None:
    """One line for all copies of the same: after a closing meeting there are as many as people."""
    if not loans.overdue or loans.due_since is None:
        return None
    return Notice(
        Urgency.OVERDUE,
        nmsg(
            "{count} copy of “{title}” should be back.",
            "{count} copies of “{title}” should be back.",
            loans.overdue,
            title=loans.title,
        ),
        msg("What is lent is back by the day that was agreed on, or gets another day."),
        msg("Send a reminder, or note what is back"),
        loans.due_since,
    )


def request_open(request: RequestInView) -> Notice | None:
    if request.answered:
        return None
    limit = request.patience.request
    due = request.asked_on + timedelta(limit)
    urgency = Urgency.THIS_WEEK
    if due <= request.today:
        urgency = Urgency.TODAY if due == request.today else Urgency.OVERDUE
    return Notice(
        urgency,
        msg("{name} asks for: {wanted}", name=request.name, wanted=request.wanted),
        nmsg(
            "Whoever asks for material or training gets an answer within {count} day.",
            "Whoever asks for material or training gets an answer within {count} days.",
            limit,
        ),
        msg("Answer"),
        due,
    )


# To add one: a function of one of these views here, and its line under that view.
LOAN_ALERTS: tuple[Alert[LoansInView], ...] = (Alert("loan_overdue", loan_overdue),)
REQUEST_ALERTS: tuple[Alert[RequestInView], ...] = (Alert("request_open", request_open),)
