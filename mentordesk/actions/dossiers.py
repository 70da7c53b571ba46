"""What hangs on a participation while many are changed at once: papers, answers, ratings, wishes.

Each method sets one thing and says whether that changed anything; None takes a paper or an answer back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.storage.records import (
    CriterionNoteRecord,
    InterviewRecord,
    PaperRecord,
    RatingRecord,
    Record,
    WishRecord,
)
from mentordesk.storage.taking_in import Newcomers, OneByOne

_Theirs = TypeVar("_Theirs", PaperRecord, CriterionNoteRecord, WishRecord, InterviewRecord)


class Dossiers:
    """Those of the participations given; new ones begin empty."""

    def __init__(
        self, session: Session, participations: Sequence[ParticipationId], newcomers: Newcomers | None = None
    ) -> None:
        self._newcomers = newcomers or OneByOne(session)
        ours = set(participations)
        self._papers = {(p.participation_id, p.kind): p for p in _of(session, PaperRecord, ours)}
        self._notes = {(n.participation_id, n.criterion): n for n in _of(session, CriterionNoteRecord, ours)}
        self._wishes = {(w.participation_id, w.person_id): w for w in _of(session, WishRecord, ours)}
        self._interviews = {i.participation_id: i for i in _of(session, InterviewRecord, ours)}
        rated = {interview.id for interview in self._interviews.values()}
        ratings = session.scalars(select(RatingRecord)) if rated else ()
        self._ratings = {(r.interview_id, r.rating_key): r for r in ratings if r.interview_id in rated}

    def paper(self, participation: ParticipationId, kind: PaperKind, value: FieldValue) -> bool:
        paper = self._papers.get((participation, kind))
        if paper is None:
            if value is None:
                return False
            paper = self._newcomers.begin(PaperRecord, {"participation_id": participation, "kind": kind})
            self._papers[(participation, kind)] = paper
        if value is None:
            return set_values(paper, (("received", None), ("received_on", None)), blank_too=True)
        if value is False:
            return set_values(paper, (("received", False), ("received_on", None)), blank_too=True)
        if value is True:
            return set_values(paper, (("received", True),))
        return set_values(paper, (("received", True), ("received_on", value)))

    def answer(self, participation: ParticipationId, criterion: str, value: FieldValue) -> bool:
        note = self._notes.get((participation, criterion))
        if note is None:
            if value is None:
                return False
            note = self._newcomers.begin(
                CriterionNoteRecord, {"participation_id": participation, "criterion": criterion}
            )
            self._notes[(participation, criterion)] = note
        told = value if isinstance(value, bool) else None  # a yes or no of before would go before a number or a day
        number = value if isinstance(value, int) and told is None else None
        day = value if isinstance(value, date) else None
        return set_values(note, (("answer", told), ("number", number), ("day", day)), blank_too=True)

    def rating(self, participation: ParticipationId, key: str, value: FieldValue) -> bool:
        interview = self._interviews.get(participation)
        if interview is None:
            interview = self._newcomers.begin(InterviewRecord, {"participation_id": participation})
            self._interviews[participation] = interview
        rating = self._ratings.get((interview.id, key))
        if rating is None:
            assert isinstance(value, int)
            begun = {"interview_id": interview.id, "rating_key": key, "points": value}
            rating = self._newcomers.begin(RatingRecord, begun)
            self._ratings[(interview.id, key)] = rating
            return True
        return set_values(rating, (("points", value),))

    def wish(self, participation: ParticipationId, person: PersonId, rank: int, *, veto: bool) -> bool:
        """A veto is never softened by a wish for the same person."""
        wish = self._wishes.get((participation, person))
        if wish is None:
            wish = self._newcomers.begin(WishRecord, {"participation_id": participation, "person_id": person})
            self._wishes[(participation, person)] = wish
        apart = veto or wish.veto
        return set_values(wish, (("veto", apart), ("rank", None if apart else rank)), blank_too=True)


def note_of(session: Session, participation: ParticipationId, criterion: str) -> CriterionNoteRecord:
    """The note on one criterion, begun where there is none."""
    note = session.scalar(
        select(CriterionNoteRecord).where(
            CriterionNoteRecord.participation_id == participation, CriterionNoteRecord.criterion == criterion
        )
    )
    if note is None:
        note = CriterionNoteRecord(participation_id=participation, criterion=criterion)
        session.add(note)
    return note


def paper_of(session: Session, participation: ParticipationId, kind: PaperKind) -> PaperRecord:
    """What is known of one paper, begun where nothing is."""
    paper = session.scalar(
        select(PaperRecord).where(PaperRecord.participation_id == participation, PaperRecord.kind == kind)
    )
    if paper is None:
        paper = PaperRecord(participation_id=participation, kind=kind)
        session.add(paper)
    return paper


def set_values(record: Record, values: Iterable[tuple[str, FieldValue]], *, blank_too: bool = False) -> bool:
    """Sets what differs, and says whether anything did; None means unknown and changes nothing."""
    changed = False
    for key, value in values:
        kept: object = list(value) if isinstance(value, tuple) else value
        if (kept is not None or blank_too) and getattr(record, key) != kept:
            setattr(record, key, kept)
            changed = True
    return changed


def _of(session: Session, record: type[_Theirs], ours: set[ParticipationId]) -> list[_Theirs]:
    """The rows that hang on these participations; asked whole, for a file holds one organisation's people."""
    return [row for row in session.scalars(select(record)) if row.participation_id in ours] if ours else []
