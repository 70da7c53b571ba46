"""Good experiences for the report (R64): what both let be used, without whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from mentordesk.domain.ids import ProgrammeId
from mentordesk.storage.records import ExperienceRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class ExperienceRow:
    """A withdrawn one has its days and no words."""

    id: str
    programme: ProgrammeId
    text: str
    agreed_on: date
    withdrawn_on: date | None
    from_talk: bool


def experiences(store: Store, programme: ProgrammeId | None, *, withdrawn: bool = False) -> tuple[ExperienceRow, ...]:
    """Of a programme, or of all, the newest first; `withdrawn`: those that may not be used any more, too."""
    asked = select(ExperienceRecord).order_by(ExperienceRecord.agreed_on.desc(), ExperienceRecord.id)
    if programme is not None:
        asked = asked.where(ExperienceRecord.programme_id == programme)
    if not withdrawn:
        asked = asked.where(ExperienceRecord.withdrawn_on.is_(None))
    with store.reading() as session:
        return tuple(
            ExperienceRow(
                each.id, each.programme_id, each.text, each.agreed_on, each.withdrawn_on, each.talk_id is not None
            )
            for each in session.scalars(asked)
        )
