"""The one place where somebody's status changes: the day, who said so and why stay on record (R20, R24, R25).

What must hold before a status can be reached is asked by the actions: gates, pairs, places.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.statuses import STATUS_NAMES, ParticipationStatus
from mentordesk.i18n.message import Message, msg, nmsg
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


def name_of_change(names: Mapping[ParticipationId, str], status: ParticipationStatus) -> Message:
    """What undo calls it: the one by name, several by their number."""
    if len(names) == 1:
        (name,) = names.values()
        return msg("Set {name} to “{status}”", name=name, status=STATUS_NAMES[status])
    return nmsg(
        "Set {count} participant to “{status}”",
        "Set {count} participants to “{status}”",
        len(names),
        status=STATUS_NAMES[status],
    )
