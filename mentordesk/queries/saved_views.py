"""The views of a list that were kept under a name (R12), by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import folded
from mentordesk.domain.ids import ProgrammeId
from mentordesk.storage.records import SavedViewRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class SavedView:
    id: str
    name: str
    view: Mapping[str, object]  # as the list wrote it


def saved_views(store: Store, tab: str, programme: ProgrammeId | None) -> tuple[SavedView, ...]:
    """Those of the programme, and those of all programmes."""
    with store.reading() as session:
        return saved_views_over(session, tab, programme)


def saved_views_over(session: Session, tab: str, programme: ProgrammeId | None) -> tuple[SavedView, ...]:
    everywhere = SavedViewRecord.programme_id.is_(None)
    whose = everywhere if programme is None else or_(everywhere, SavedViewRecord.programme_id == programme)
    rows = session.scalars(select(SavedViewRecord).where(SavedViewRecord.tab == tab, whose))
    return tuple(
        SavedView(row.id, row.name, row.view) for row in sorted(rows, key=lambda row: (folded(row.name), row.id))
    )
