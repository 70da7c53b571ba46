"""The papers that can go with a letter, and which of them each of its readers gets (R80)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from mentordesk.documents.kinds import Declared, Scope
from mentordesk.documents.registry import ALL_KINDS, kind_of
from mentordesk.domain.ids import PairId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import Role
from mentordesk.queries.batch_sources import SOURCES, BatchPaper
from mentordesk.queries.batches import batch
from mentordesk.queries.enclosures import Enclosing, Enclosure
from mentordesk.storage.records import PairRecord, ParticipationRecord
from mentordesk.storage.store import Store

_SCOPES = frozenset({Scope.PERSON, Scope.PAIR, Scope.PROGRAMME})


@dataclass(frozen=True, slots=True)
class _Reader:
    id: ParticipationId
    programme: ProgrammeId
    person: PersonId
    role: Role
    pair: PairId | None  # the newest that runs


def enclosable_kinds() -> tuple[Declared, ...]:
    """Those that are for somebody in a programme, and are made for her, her pair or everybody."""
    return tuple(
        kind
        for kind in ALL_KINDS
        if kind.key in SOURCES and kind.scope in _SCOPES and {Role.MENTEE, Role.MENTOR} & {*kind.audience}
    )


def enclosed_papers(kinds: Sequence[str], *, made_on: date) -> Enclosing:
    """These papers, to each as far as they are for her role and there is one of hers.

    Raises:
        KeyError: a kind that cannot go with a letter.
    """
    asked = tuple(kind_of(key) for key in kinds)
    if strange := set(asked) - set(enclosable_kinds()):
        raise KeyError(*(kind.key for kind in strange))

    def find(store: Store, ids: Sequence[ParticipationId]) -> Mapping[ParticipationId, tuple[Enclosure, ...]]:
        readers = _readers(store, ids)
        found: defaultdict[ParticipationId, list[Enclosure]] = defaultdict(list)
        for programme in dict.fromkeys(each.programme for each in readers):
            here = [each for each in readers if each.programme == programme]
            for kind in asked:
                about = tuple(each.id for each in here) if kind.scope is Scope.PERSON else ()
                papers = batch(store, kind.key, programme, about=about, made_on=made_on).papers
                for reader in here:
                    hers = next((paper for paper in papers if _is_hers(paper, reader)), None)
                    if hers is not None:
                        found[reader.id].append(Enclosure(kind.title, hers.ready))
        return {id_: tuple(enclosures) for id_, enclosures in found.items()}

    return find


def _is_hers(paper: BatchPaper, reader: _Reader) -> bool:
    if paper.participation is not None:
        return paper.participation == reader.id
    if reader.role not in paper.kind.audience:
        return False
    if paper.pair is None:
        return True  # everybody's
    both = len(paper.people) != 1  # else it is for the one whose name is on it
    return paper.pair == reader.pair and (both or (paper.bearer is not None and paper.bearer.person == reader.person))


def _readers(store: Store, ids: Sequence[ParticipationId]) -> tuple[_Reader, ...]:
    with store.reading() as session:
        rows = session.scalars(select(ParticipationRecord).where(ParticipationRecord.id.in_(ids))).all()
        pairs = session.execute(
            select(PairRecord.id, PairRecord.mentee_id, PairRecord.mentor_id)
            .where(PairRecord.status.in_(list(RUNNING)), PairRecord.mentee_id.in_(ids) | PairRecord.mentor_id.in_(ids))
            .order_by(PairRecord.approved_on, PairRecord.id)
        ).all()
    newest = {side: pair for pair, mentee, mentor in pairs for side in (mentee, mentor)}
    return tuple(_Reader(row.id, row.programme_id, row.person_id, row.role, newest.get(row.id)) for row in rows)
