"""The papers of a kind, ready to be written: whose they are, in which order, and what is missing on them (R67)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.documents.kinds import Declared, Scope
from mentordesk.documents.registry import kind_of
from mentordesk.domain.ids import MeetingId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import KINDS, MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import Catalog, catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Sayable, msg
from mentordesk.queries.batch_people import People, people_over
from mentordesk.queries.batch_sources import ELSEWHERE, SOURCES, BatchPaper, Elsewhere, Ground, LeftOut
from mentordesk.queries.participants import names_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, ParticipationRecord
from mentordesk.storage.store import Store

MADE_AT: Mapping[Elsewhere, Message] = {
    Elsewhere.PARTICIPANTS: msg("This paper is printed in Participants, from what is in view there."),
    Elsewhere.MATCHING: msg("This paper is printed in Matching, from the plans that are in view there."),
    Elsewhere.CALENDAR: msg("This paper is printed in Calendar, from the period that is in view there."),
    Elsewhere.LETTERS: msg("This paper is written together with the letters."),
}


class Order(StrEnum):
    SURNAME = "surname"
    UNIT = "unit"
    PAIR = "pair"


ORDER_NAMES: Mapping[Order, Message] = {
    Order.SURNAME: msg("By family name"),
    Order.UNIT: msg("By unit"),
    Order.PAIR: msg("By pair"),
}


@dataclass(frozen=True, slots=True)
class MeetingChoice:
    """A meeting that has papers."""

    id: MeetingId
    title: Sayable
    first: date


@dataclass(frozen=True, slots=True)
class Batch:
    kind: Declared
    usual: LanguageCode  # of the programme; it also sorts
    papers: tuple[BatchPaper, ...]
    left_out: tuple[LeftOut, ...] = ()


def batch(
    store: Store,
    kind: str,
    programme: ProgrammeId,
    *,
    about: Collection[str] = (),
    made_on: date,
    order: Order = Order.SURNAME,
) -> Batch:
    """Everybody's whom the kind is for; `about`: those of these participations, pairs or meetings only.

    A meeting's papers are those of every meeting that has them, unless one is named.

    Raises:
        KeyError: no such kind, or no such programme.
        Refused: the kind is made in another place; an id that has no paper of it.
    """
    declared = kind_of(kind)
    if kind in ELSEWHERE:
        raise Refused(MADE_AT[ELSEWHERE[kind]])
    with store.reading() as session:
        of = programme_of(session, programme)
        people = people_over(session, programme)
    about = _known(about, declared.scope, people)
    if declared.scope is Scope.MEETING and not about:
        about = tuple(each.id for each in meetings_with(store, kind, programme))
    found = tuple(SOURCES[kind](Ground(store, declared, of, people, about, made_on)))
    made = [each for each in found if isinstance(each, BatchPaper)]
    usual = of.settings.languages[0]
    left_out = tuple(each for each in found if isinstance(each, LeftOut))
    return Batch(declared, usual, in_order(made, order, catalog(usual)), left_out)


def _known(about: Collection[str], scope: Scope, people: People) -> tuple[str, ...]:
    """A person's number stands for all her participations.

    Raises:
        Refused: a number that nobody bears.
    """
    if scope is Scope.PAIR:
        for id_ in about:
            if id_ not in people.pairs:
                raise Refused(msg("There is no running pair with the number {id}.", id=id_))
    elif scope is Scope.PERSON:
        of_persons = [id_ for id_, each in people.there.items() if each.bearer.person in about]
        for id_ in about:
            if id_ not in people.there and not any(each.bearer.person == id_ for each in people.there.values()):
                raise Refused(msg("There is nobody with the number {id}.", id=id_))
        return (*(id_ for id_ in about if id_ in people.there), *of_persons)
    return tuple(about)


def batch_of(store: Store, kind: str, ids: Collection[ParticipationId], *, made_on: date) -> Batch:
    """Of these participations, which are of one programme; `batch` says the rest.

    Raises:
        Refused: nobody of one of the ids takes part any more; or as `batch`.
    """
    with store.reading() as session:
        names_over(session, ids)
        which = select(ParticipationRecord.programme_id).where(ParticipationRecord.id.in_(ids))
        programme = session.scalars(which.limit(1)).one()
    return batch(store, kind, programme, about=ids, made_on=made_on)


def in_order(papers: Iterable[BatchPaper], order: Order, say: Catalog) -> tuple[BatchPaper, ...]:
    """As the language sorts. Whatever bears nobody's name comes first and stays as it came, as do equal ones."""

    def place(paper: BatchPaper) -> tuple[object, ...]:
        bearer = paper.bearer
        if bearer is None:
            return (0,)
        name = (say.sort_key(bearer.family_name), say.sort_key(bearer.name))
        match order:
            case Order.SURNAME:
                return (1, *name)
            case Order.UNIT:
                return (1, not bearer.unit, say.sort_key(bearer.unit), *name)
            case Order.PAIR:
                return (1, not bearer.mentee, say.sort_key(bearer.mentee), bearer.second, *name)

    return tuple(sorted(papers, key=place))


def persons(papers: Iterable[BatchPaper]) -> int:
    """How many people's data these papers contain."""
    told_of: set[PersonId] = set()
    for paper in papers:
        told_of |= paper.told_of
    return len(told_of)


def meetings_with(store: Store, kind: str, programme: ProgrammeId) -> tuple[MeetingChoice, ...]:
    """The programme's meetings that have papers of this kind, by their first day; cancelled ones have none."""
    with store.reading() as session:
        return _meetings(session, kind, programme)


def _meetings(session: Session, kind: str, programme: ProgrammeId) -> tuple[MeetingChoice, ...]:
    having = [each.key for each in KINDS if kind in each.papers]
    first = func.min(MeetingDayRecord.starts_at)
    rows = session.execute(
        select(MeetingRecord.id, MeetingRecord.kind, MeetingRecord.title, first)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.programme_id == programme,
            MeetingRecord.pair_id.is_(None),
            MeetingRecord.participation_id.is_(None),
            MeetingRecord.status != MeetingStatus.CANCELLED,
            MeetingRecord.kind.in_(having),
        )
        .group_by(MeetingRecord.id)
        .order_by(first, MeetingRecord.id)
    )
    return tuple(MeetingChoice(id_, title_of(key, title), starts_at.date()) for id_, key, title, starts_at in rows)
