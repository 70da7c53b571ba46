"""Handing material out and taking it back (R66); with the book its paper is in, in the same change (R22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.completing import complete_what_is
from mentordesk.actions.dossiers import paper_of
from mentordesk.actions.library import item_over, out_over
from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.ids import LibraryItemId, LoanId, ParticipationId
from mentordesk.domain.library import COPY_LENGTH, ItemForm, check_days
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, Wording, msg, nmsg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.records import LibraryItemRecord, LoanRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class HandedOut:
    loans: tuple[LoanId, ...]
    had_it: tuple[str, ...]  # names of those who have it already, and got no second one


def hand_out(
    store: Store,
    item: LibraryItemId,
    ids: Sequence[ParticipationId],
    *,
    on: date,
    due: date | None = None,
    copies: Mapping[ParticipationId, str] | None = None,
) -> HandedOut:
    """One to each of them; `copies` says which, where copies are told apart. A file is never due.

    Raises:
        Refused: too few copies are left, the days cannot be, somebody's data are restricted, or something is gone.
    """
    marks = {id_: one_line(mark) for id_, mark in (copies or {}).items()}
    for mark in marks.values():
        check_length(mark, COPY_LENGTH)
    check_days(on, due, store.today())
    with store.reading() as session:
        names = names_over(session, ids)
        check_unrestricted(session, names)
        title = Wording.of(item_over(session, item).title)
        has = _having(session, item)
        fresh = {id_: name for id_, name in names.items() if id_ not in has}
    had = tuple(name for id_, name in names.items() if id_ in has)
    with store.changing(_what(title, tuple(fresh.values()))) as session:
        found = item_over(session, item)
        _check_left(session, found, len(fresh))
        lent = due if found.form is ItemForm.PHYSICAL else None
        made = [
            LoanRecord(item_id=item, participation_id=id_, copy=marks.get(id_, ""), handed_on=on, due_on=lent)
            for id_ in fresh
        ]
        session.add_all(made)
        if found.paper is not None:
            for id_ in fresh:
                paper = paper_of(session, id_, found.paper)
                if not paper.received:
                    paper.received, paper.received_on = True, on
            complete_what_is(session, list(fresh), today=store.today())
        return HandedOut(tuple(loan.id for loan in made), had)


def take_back(store: Store, loans: Sequence[LoanId], *, on: date) -> int:
    """How many came back; those that were back already stay as they are.

    Raises:
        Refused: on a day to come, or before it was handed out; or a loan is gone.
    """
    if on > store.today():
        raise Refused(msg("{day} is still to come. What comes back is noted on its day.", day=on))
    with store.reading() as session:
        out = [loan for loan in _loans(session, loans) if loan.returned_on is None]
        what = _back(session, out)
        if any(on < loan.handed_on for loan in out):
            raise Refused(msg("It was handed out later than {day}.", day=on))
        ids = [loan.id for loan in out]
    with store.changing(what) as session:
        for loan in _loans(session, ids):
            loan.returned_on = on
    return len(ids)


def set_due(store: Store, loans: Sequence[LoanId], due: date | None) -> int:
    """Another day, or none; how many were changed.

    Raises:
        Refused: due before it was handed out; or a loan is gone.
    """
    with store.reading() as session:
        out = [loan for loan in _loans(session, loans) if loan.returned_on is None]
        if due is not None and any(due < loan.handed_on for loan in out):
            raise Refused(msg("It cannot be due before it is handed out."))
        ids = [loan.id for loan in out]
    what = msg("Ask for nothing back by a day") if due is None else msg("Ask for material back by {day}", day=due)
    with store.changing(what) as session:
        for loan in _loans(session, ids):
            loan.due_on = due
    return len(ids)


def _having(session: Session, item: LibraryItemId) -> frozenset[ParticipationId]:
    asked = select(LoanRecord.participation_id).where(LoanRecord.item_id == item, LoanRecord.returned_on.is_(None))
    return frozenset(session.scalars(asked))


def _loans(session: Session, ids: Sequence[LoanId]) -> list[LoanRecord]:
    found = [session.get(LoanRecord, id_) for id_ in dict.fromkeys(ids)]
    there = [loan for loan in found if loan is not None]
    if len(there) < len(found):
        raise Refused(msg("This was taken back meanwhile."))
    return there


def _check_left(session: Session, item: LibraryItemRecord, wanted: int) -> None:
    if item.copies is None:
        return
    left = item.copies - out_over(session, item.id)
    if wanted > left:
        raise Refused(
            nmsg(
                "Only {count} copy is left. Choose fewer people, or say that there are more copies.",
                "Only {count} copies are left. Choose fewer people, or say that there are more copies.",
                max(left, 0),
            )
        )


def _what(title: Wording, names: tuple[str, ...]) -> Message:
    if len(names) == 1:
        return msg("Hand out “{title}” to {name}", title=title, name=names[0])
    return nmsg(
        "Hand out “{title}” to {count} participant",
        "Hand out “{title}” to {count} participants",
        len(names),
        title=title,
    )


def _back(session: Session, out: Sequence[LoanRecord]) -> Message:
    titles = {loan.item_id: Wording.of(item_over(session, loan.item_id).title) for loan in out}
    if len(titles) == 1 and len(out) == 1:
        name = names_over(session, [out[0].participation_id])[out[0].participation_id]
        return msg("“{title}” is back from {name}", title=titles[out[0].item_id], name=name)
    return nmsg("{count} loan is back", "{count} loans are back", len(out))
