"""The library as it stands (R66): material, who has which, what was asked for, and who can be given something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import LibraryItemId, LoanId, ParticipationId, ProgrammeId, RequestId
from mentordesk.domain.library import READERS, ItemForm, readers_of
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.i18n.message import Wording
from mentordesk.storage.records import (
    LibraryItemRecord,
    LoanRecord,
    MaterialRequestRecord,
    ParticipationRecord,
    PersonRecord,
    UnitRecord,
)
from mentordesk.storage.store import Store

_GONE = frozenset({ParticipationStatus.DECLINED, ParticipationStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class ItemRow:
    id: LibraryItemId
    title: Wording
    form: ItemForm
    for_roles: tuple[Role, ...]
    everywhere: bool  # for all programmes
    copies: int | None
    out: int  # not back yet; of a file how many got it
    overdue: int
    is_book: bool
    file_name: str
    size: int  # bytes

    @property
    def left(self) -> int | None:
        return None if self.copies is None else max(self.copies - self.out, 0)


@dataclass(frozen=True, slots=True)
class LoanRow:
    id: LoanId
    item: LibraryItemId
    title: Wording
    form: ItemForm
    participation: ParticipationId
    name: str
    role: Role
    unit: str
    copy: str
    handed_on: date
    due_on: date | None
    returned_on: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class RequestRow:
    id: RequestId
    participation: ParticipationId
    name: str
    role: Role
    wanted: str
    item: LibraryItemId | None
    title: Wording | None  # of that material
    asked_on: date
    answer: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who can be given material."""

    id: ParticipationId
    name: str
    role: Role
    unit: str
    has: frozenset[LibraryItemId]  # now, or as a file ever


@dataclass(frozen=True, slots=True)
class Library:
    items: tuple[ItemRow, ...]
    loans: tuple[LoanRow, ...]  # those that are out first, by the day they are due
    requests: tuple[RequestRow, ...]  # those without an answer first, the oldest of them first
    readers: tuple[Reader, ...]


def library(store: Store, programme: ProgrammeId, *, today: date) -> Library:
    """What concerns one programme: its own material and that for all, and its own people."""
    with store.reading() as session:
        return library_over(session, programme, today)


def library_over(session: Session, programme: ProgrammeId, today: date) -> Library:
    items = {item.id: item for item in session.scalars(_items_of(programme))}
    people = _people(session, programme)
    everybodys = session.scalars(select(LoanRecord).order_by(LoanRecord.id)).all()
    ours = [
        _loan(loan, items[loan.item_id], people[loan.participation_id], today)
        for loan in everybodys
        if loan.item_id in items and loan.participation_id in people
    ]
    out = [loan for loan in everybodys if loan.returned_on is None]  # copies are out in other programmes too
    has: dict[ParticipationId, set[LibraryItemId]] = {}
    for loan in out:
        has.setdefault(loan.participation_id, set()).add(loan.item_id)
    return Library(
        tuple(_item(item, out, today) for item in items.values()),
        tuple(sorted(ours, key=_by_urgency)),
        _requests(session, people, items),
        tuple(
            Reader(id_, who.name, who.role, who.unit, frozenset(has.get(id_, ())))
            for id_, who in people.items()
            if who.open
        ),
    )


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    role: Role
    unit: str
    open: bool  # can be given something


def _items_of(programme: ProgrammeId) -> Select[LibraryItemRecord]:
    return (
        select(LibraryItemRecord)
        .where(or_(LibraryItemRecord.programme_id == programme, LibraryItemRecord.programme_id.is_(None)))
        .order_by(LibraryItemRecord.id)
    )


def _people(session: Session, programme: ProgrammeId) -> Mapping[ParticipationId, _Person]:
    rows = session.execute(
        select(ParticipationRecord, PersonRecord, UnitRecord.name)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .outerjoin(UnitRecord, UnitRecord.id == PersonRecord.unit_id)
        .where(ParticipationRecord.programme_id == programme)
        .order_by(ParticipationRecord.id)
    )
    return {
        part.id: _Person(
            f"{person.given_name} {person.family_name}".strip(),
            part.role,
            unit or "",
            part.role in READERS and part.status not in _GONE and person.restricted_on is None,
        )
        for part, person, unit in rows
    }


def _item(item: LibraryItemRecord, out: Sequence[LoanRecord], today: date) -> ItemRow:
    theirs = [loan for loan in out if loan.item_id == item.id]
    return ItemRow(
        item.id,
        Wording.of(item.title),
        item.form,
        readers_of(item.for_roles),
        item.programme_id is None,
        item.copies,
        len(theirs),
        sum(loan.due_on is not None and loan.due_on < today for loan in theirs),
        item.paper is PaperKind.BOOK,
        item.file_name,
        item.size,
    )


def _loan(loan: LoanRecord, item: LibraryItemRecord, who: _Person, today: date) -> LoanRow:
    late = loan.returned_on is None and loan.due_on is not None and loan.due_on < today
    return LoanRow(
        loan.id,
        item.id,
        Wording.of(item.title),
        item.form,
        loan.participation_id,
        who.name,
        who.role,
        who.unit,
        loan.copy,
        loan.handed_on,
        loan.due_on,
        loan.returned_on,
        late,
    )


def _by_urgency(loan: LoanRow) -> tuple[bool, date, str]:
    return loan.returned_on is not None, loan.due_on or date.max, loan.name


def _requests(
    session: Session,
    people: Mapping[ParticipationId, _Person],
    items: Mapping[LibraryItemId, LibraryItemRecord],
) -> tuple[RequestRow, ...]:
    rows = [
        RequestRow(
            row.id,
            row.participation_id,
            people[row.participation_id].name,
            people[row.participation_id].role,
            row.wanted,
            row.item_id,
            _title(row.item_id, items),
            row.asked_on,
            row.answer,
            row.answered_on,
        )
        for row in session.scalars(select(MaterialRequestRecord).order_by(MaterialRequestRecord.id))
        if row.participation_id in people
    ]
    return tuple(sorted(rows, key=lambda row: (row.answered_on is not None, row.asked_on)))


def _title(item: LibraryItemId | None, items: Mapping[LibraryItemId, LibraryItemRecord]) -> Wording | None:
    return Wording.of(items[item].title) if item is not None and item in items else None
