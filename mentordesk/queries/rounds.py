"""Rounds of a programme side by side: a pilot and its follower, in figures of the coordinator's own work (R6).

What participants answered is not here: it is shown for groups only, and that is the evaluation's matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.pairs import RUNNING, WERE_TOGETHER, Ending, PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import LogbookEntryRecord, PairRecord, ParticipationRecord, StatusStepRecord
from mentordesk.storage.store import Store

_NOT_YET = (ParticipationStatus.SUGGESTED, ParticipationStatus.ASKED)
_CHOSEN = (ParticipationStatus.SELECTED, ParticipationStatus.COMPLETED)


@dataclass(frozen=True, slots=True)
class Round:
    """Mentees, but for the last four, which count mentors, pairs and conversations."""

    id: ProgrammeId
    name: str
    starts_on: date
    ends_on: date
    capacity: int | None
    applied: int  # suggested and asked people have not
    selected: int  # at any time
    matched: int
    mentors: int
    completed: int
    ended: Mapping[Ending, int]
    conversations: int


@dataclass(frozen=True, slots=True)
class RoundsComparison:
    rounds: tuple[Round, ...]

    @property
    def endings(self) -> tuple[Ending, ...]:
        """Why pairs of these rounds ended, each once."""
        return tuple(ending for ending in Ending if any(ending in each.ended for each in self.rounds))


def compare_rounds(store: Store, programmes: Sequence[ProgrammeId]) -> RoundsComparison:
    """In the order given.

    Raises:
        KeyError: an id that no programme bears.
    """
    with store.reading() as session:
        return RoundsComparison(tuple(_round(session, each) for each in programmes))


def _round(session: Session, id_: ProgrammeId) -> Round:
    programme = programme_of(session, id_)
    ours = ParticipationRecord.programme_id == id_
    statuses = dict(
        session.execute(
            select(ParticipationRecord.id, ParticipationRecord.status).where(
                ours, ParticipationRecord.role == Role.MENTEE
            )
        ).all()
    )
    stepped = select(StatusStepRecord.participation_id).where(StatusStepRecord.status.in_(_CHOSEN))
    chosen = {id_ for id_, status in statuses.items() if status in _CHOSEN}
    chosen |= statuses.keys() & set(session.scalars(stepped))
    pairs = session.scalars(select(PairRecord).where(PairRecord.programme_id == id_)).all()
    together = [pair for pair in pairs if pair.status in RUNNING | WERE_TOGETHER]
    held = select(func.count(LogbookEntryRecord.id)).join(PairRecord, PairRecord.id == LogbookEntryRecord.pair_id)
    return Round(
        id_,
        programme.name,
        programme.starts_on,
        programme.ends_on,
        programme.settings.capacity,
        sum(status not in _NOT_YET for status in statuses.values()),
        len(chosen),
        len({pair.mentee_id for pair in together}),
        len({pair.mentor_id for pair in together}),
        sum(pair.status is PairStatus.COMPLETED for pair in pairs),
        Counter(pair.ending or Ending.OTHER for pair in pairs if pair.status is PairStatus.DISSOLVED),
        session.scalar(held.where(PairRecord.programme_id == id_)) or 0,
    )
