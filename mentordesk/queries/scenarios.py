"""Which scenarios a programme has, and what each sets for itself (R34). What is in one: `board`, `comparison`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ProgrammeId, ScenarioId
from mentordesk.domain.plain_values import from_plain
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import ProgrammeRecord, ScenarioPairRecord, ScenarioRecord, ScenarioVetoRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """A plan as it was kept; `settings` are the programme's with its `own` in place. Points are 0 to 100 a pair."""

    name: str
    notes: str
    solved_at: datetime
    approved_at: datetime | None
    approved_by: str
    own: OwnSettings
    settings: MatchingSettings
    seats: int
    matched: int
    total: float
    locks: int
    vetoes: int


def scenarios(store: Store, programme: ProgrammeId) -> tuple[ScenarioRow, ...]:
    """All of them, the first made first; none of a programme that is not there, or not any more."""
    with store.reading() as session:
        if session.get(ProgrammeRecord, programme) is None:
            return ()
        settings = programme_of(session, programme).settings.matching
        seats = _seats(session, programme)
        ours = select(ScenarioRecord.id).where(ScenarioRecord.programme_id == programme)
        vetoes = Counter(
            session.scalars(select(ScenarioVetoRecord.scenario_id).where(ScenarioVetoRecord.scenario_id.in_(ours)))
        )
        found = session.scalars(
            select(ScenarioRecord).where(ScenarioRecord.programme_id == programme).order_by(ScenarioRecord.id)
        )
        return tuple(_row(each, settings, seats.get(each.id, []), vetoes[each.id]) for each in found)


def own_settings_over(session: Session, programme: ProgrammeId, scenario: str) -> OwnSettings:
    """What the scenario of that name sets for itself; nothing if there is none."""
    kept = session.scalar(
        select(ScenarioRecord.own_settings).where(
            ScenarioRecord.programme_id == programme, ScenarioRecord.name == scenario
        )
    )
    return own_settings_kept(kept)


def own_settings_kept(kept: Mapping[str, object] | None) -> OwnSettings:
    return OwnSettings() if kept is None else from_plain(OwnSettings, kept)


def _seats(session: Session, programme: ProgrammeId) -> Mapping[ScenarioId, list[ScenarioPairRecord]]:
    found: defaultdict[ScenarioId, list[ScenarioPairRecord]] = defaultdict(list)
    for seat in session.scalars(
        select(ScenarioPairRecord)
        .join(ScenarioRecord, ScenarioRecord.id == ScenarioPairRecord.scenario_id)
        .where(ScenarioRecord.programme_id == programme)
    ):
        found[seat.scenario_id].append(seat)
    return found


def _row(
    kept: ScenarioRecord, programme: MatchingSettings, seats: list[ScenarioPairRecord], vetoes: int
) -> ScenarioRow:
    own = own_settings_kept(kept.own_settings)
    return ScenarioRow(
        kept.name,
        kept.notes,
        kept.solved_at,
        kept.approved_at,
        kept.approved_by,
        own,
        own.over(programme),
        len(seats),
        sum(seat.mentor_id is not None for seat in seats),
        sum(seat.points or 0 for seat in seats) / 100,
        sum(seat.locked for seat in seats),
        vetoes,
    )
