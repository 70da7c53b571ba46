"""The library as alerts look at it (R66): what is due back of each thing, and requests without an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts.views import LoansInView, RequestInView
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.ids import LibraryItemId, ParticipationId, ProgrammeId, RequestId
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Wording
from mentordesk.storage.records import (
    LibraryItemRecord,
    LoanRecord,
    MaterialRequestRecord,
    ParticipationRecord,
    PersonRecord,
)

_SHORT = 120  # letters of a request that fit on a line


@dataclass(frozen=True, slots=True)
class Lent:
    item: LibraryItemId
    view: LoansInView


@dataclass(frozen=True, slots=True)
class Request:
    id: RequestId
    participation: ParticipationId
    view: RequestInView


def lent(session: Session, day: date) -> Mapping[ProgrammeId, Sequence[Lent]]:
    """Things of which something was due before that day and is not back on it."""
    rows = session.execute(
        select(ParticipationRecord.programme_id, LibraryItemRecord.id, LibraryItemRecord.title, LoanRecord.due_on)
        .join(LoanRecord, LoanRecord.participation_id == ParticipationRecord.id)
        .join(LibraryItemRecord, LibraryItemRecord.id == LoanRecord.item_id)
        .where(LoanRecord.due_on < day, or_(LoanRecord.returned_on.is_(None), LoanRecord.returned_on > day))
        .order_by(LibraryItemRecord.id)
    )
    dues: defaultdict[tuple[ProgrammeId, LibraryItemId], list[date]] = defaultdict(list)
    titles: dict[LibraryItemId, Wording] = {}
    for programme, item, title, due in rows:
        if due is not None:
            dues[programme, item].append(due)
        titles[item] = Wording.of(title)
    found: defaultdict[ProgrammeId, list[Lent]] = defaultdict(list)
    for (programme, item), days in dues.items():
        found[programme].append(Lent(item, LoansInView(day, titles[item], len(days), min(days))))
    return found


def open_requests(
    session: Session, programmes: Mapping[ProgrammeId, Programme], day: date
) -> Mapping[ProgrammeId, Sequence[Request]]:
    """Of these programmes, asked by that day and not answered by then; nobody's whose data are restricted."""
    rows = session.execute(
        select(MaterialRequestRecord, ParticipationRecord.programme_id, PersonRecord)
        .join(ParticipationRecord, ParticipationRecord.id == MaterialRequestRecord.participation_id)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(
            MaterialRequestRecord.asked_on <= day,
            or_(MaterialRequestRecord.answered_on.is_(None), MaterialRequestRecord.answered_on > day),
            PersonRecord.restricted_on.is_(None),
        )
        .order_by(MaterialRequestRecord.id)
    )
    found: defaultdict[ProgrammeId, list[Request]] = defaultdict(list)
    for request, programme, person in rows:
        if programme in programmes:
            name, wanted = (
                f"{person.given_name} {person.family_name}".strip(),
                fitting(one_line(request.wanted), _SHORT),
            )
            patience = programmes[programme].settings.patience
            view = RequestInView(day, name, wanted, request.asked_on, patience=patience)
            found[programme].append(Request(request.id, request.participation_id, view))
    return found
