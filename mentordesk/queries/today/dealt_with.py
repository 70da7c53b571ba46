"""What was done about alerts: put off with a reason, or a step of the ladder taken (R69)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.ids import PairId, ProgrammeId, SnoozeId
from mentordesk.storage.records import AlertStepRecord, SnoozeRecord

AlertId: TypeAlias = "tuple[ProgrammeId, str, str]"
"""Programme, the alert's key, and what it is about."""

_REMEMBERED = timedelta(180)  # the same duty in the next semester is another one


@dataclass(frozen=True, slots=True)
class TakenStep:
    step: LadderStep
    taken_on: date


@dataclass(frozen=True, slots=True)
class Hiding:
    """Until that day nobody is told, for this reason."""

    id: SnoozeId
    until: date
    reason: str
    set_by: str = ""


@dataclass(frozen=True, slots=True)
class DealtWith:
    """Of all alerts; steps in the order in which they were taken."""

    hidden: Mapping[AlertId, Hiding]
    steps: Mapping[AlertId, tuple[TakenStep, ...]]

    def of_pairs(self, alert: str) -> Mapping[PairId, tuple[TakenStep, ...]]:
        return {PairId(about): steps for (_, key, about), steps in self.steps.items() if key == alert}


def dealt_with(session: Session, day: date) -> DealtWith:
    """As it stood on that day."""
    rows = session.execute(
        select(
            SnoozeRecord.programme_id,
            SnoozeRecord.alert,
            SnoozeRecord.about,
            SnoozeRecord.id,
            SnoozeRecord.until_on,
            SnoozeRecord.reason,
            SnoozeRecord.set_by,
        )
        .where(
            SnoozeRecord.from_on <= day,
            SnoozeRecord.until_on > day,
            or_(SnoozeRecord.lifted_on.is_(None), SnoozeRecord.lifted_on > day),
        )
        .order_by(SnoozeRecord.until_on)
    )
    hidden = {
        (programme, alert, about): Hiding(id_, until, reason, set_by)
        for programme, alert, about, id_, until, reason, set_by in rows
    }
    steps: defaultdict[AlertId, list[TakenStep]] = defaultdict(list)
    for programme, alert, about, step, taken_on in session.execute(
        select(
            AlertStepRecord.programme_id,
            AlertStepRecord.alert,
            AlertStepRecord.about,
            AlertStepRecord.step,
            AlertStepRecord.taken_on,
        )
        .where(AlertStepRecord.taken_on <= day, AlertStepRecord.taken_on > day - _REMEMBERED)
        .order_by(AlertStepRecord.taken_on, AlertStepRecord.id)
    ):
        steps[programme, alert, about].append(TakenStep(step, taken_on))
    return DealtWith(hidden, {about: tuple(taken) for about, taken in steps.items()})
