"""The one place where somebody's status changes: the day, who said so and why stay on record (R20, R24, R25).

What must hold before a status can be reached is asked by the actions: gates, pairs, places.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.storage.records import ParticipationRecord, StatusStepRecord


def reach(
    session: Session,
    participation: ParticipationRecord,
    status: ParticipationStatus,
    *,
    today: date,
    by: str,
    reason: str = "",
) -> bool:
    """Whether the status is another than before, or that of somebody who came just now; else nothing is noted.

    `by`: whose decision it was, "" where nobody decided, as with a paper that came in; `reason`: in their words.
    A place on the waiting list is given up with the list.
    """
    if participation.status is status and participation not in session.new:
        return False
    participation.status, participation.since = status, today
    if status is not ParticipationStatus.WAITING:
        participation.waiting_rank = None
    session.add(
        StatusStepRecord(
            participation_id=participation.id, status=status, reached_on=today, decided_by=by, reason=reason or None
        )
    )
    return True
