"""Rules that say they were broken (R69): what each duty of a programme looks like when nobody kept it.

To add one: a pure function of a view that gives a Notice or None, a line in the tuple of its module, its
sentences in three languages, and a case in tests/domain/test_alerts.py. Every notice quotes its rule and names
what the coordinator does next. Where figures come from: the programme's settings, and `patience`. Letters that
follow from a notice: queries/alert_letters.py.
"""

from mentordesk.domain.alerts.bank import BANK_ALERTS
from mentordesk.domain.alerts.collaboration import COLLABORATION_ALERTS, SIDE_WORDS
from mentordesk.domain.alerts.conversations import CONVERSATION_ALERTS
from mentordesk.domain.alerts.library import LOAN_ALERTS, REQUEST_ALERTS
from mentordesk.domain.alerts.notice import URGENCY_NAMES, Alert, Notice, Urgency
from mentordesk.domain.alerts.pace import expected
from mentordesk.domain.alerts.participants import PARTICIPANT_ALERTS, missing_papers, unanswered
from mentordesk.domain.alerts.programme import (
    CRITERION_ALERTS,
    DEADLINE_ALERTS,
    MEETING_ALERTS,
    PROGRAMME_ALERTS,
    SETTING_ALERTS,
)
from mentordesk.domain.alerts.talks import TALK_ALERTS
from mentordesk.domain.alerts.team import ISSUE_ALERTS, TASK_ALERTS

PAIR_ALERTS = (*COLLABORATION_ALERTS, *TALK_ALERTS, *CONVERSATION_ALERTS)

__all__ = [
    "BANK_ALERTS",
    "CRITERION_ALERTS",
    "DEADLINE_ALERTS",
    "ISSUE_ALERTS",
    "LOAN_ALERTS",
    "MEETING_ALERTS",
    "PAIR_ALERTS",
    "PARTICIPANT_ALERTS",
    "PROGRAMME_ALERTS",
    "REQUEST_ALERTS",
    "SETTING_ALERTS",
    "SIDE_WORDS",
    "TASK_ALERTS",
    "URGENCY_NAMES",
    "Alert",
    "Notice",
    "Urgency",
    "expected",
    "missing_papers",
    "unanswered",
]
