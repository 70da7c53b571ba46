"""Noting a step that was taken about an alert: reminded, asked, talked (R69). It hides nothing."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.alert_steps import LADDER_STEP_NAMES, LadderStep
from mentordesk.domain.cleaning import one_line
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import AlertStepRecord
from mentordesk.storage.store import Store


def note_step(
    store: Store, *, programme: ProgrammeId, alert: str, about: str, step: LadderStep, on: date, by: str = ""
) -> None:
    """
    Raises:
        KeyError: no programme bears that id.
        Refused: a day to come.
    """
    if on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which it was done.", day=on))
    with store.reading() as session:
        programme_of(session, programme)
    with store.changing(msg("Note a step: {step}", step=LADDER_STEP_NAMES[step])) as session:
        add_step(session, programme=programme, alert=alert, about=about, step=step, on=on, by=by)


def add_step(
    session: Session, *, programme: ProgrammeId, alert: str, about: str, step: LadderStep, on: date, by: str = ""
) -> None:
    """Within another action's own change."""
    session.add(
        AlertStepRecord(programme_id=programme, alert=alert, about=about, step=step, taken_on=on, taken_by=one_line(by))
    )
